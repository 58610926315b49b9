#include "picture.hpp"

#include <vidimus/plugin.hpp>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace vidimus::scan {

namespace {
const char* nameOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Png:
        return "PNG";
    case PictureFormat::Jpeg:
        return "JPEG";
    case PictureFormat::Tiff:
        return "TIFF";
    case PictureFormat::WebP:
        return "WebP";
    case PictureFormat::Bmp:
        return "BMP";
    }
    return "picture";
}

/// The decoder opens the first directory of a TIFF: a copy of the file whose first directory is the wanted one.
std::vector<std::uint8_t> withFirstDirectory(std::span<const std::uint8_t> bytes, std::uint64_t directory)
{
    std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
    const bool little = copy[0] == 'I', big = copy[little ? 2 : 3] == 43;
    const unsigned at = big ? 8 : 4, count = big ? 8 : 4;
    for (unsigned i = 0; i < count; ++i)
        copy[at + i] = static_cast<std::uint8_t>(directory >> 8 * (little ? i : count - 1 - i));
    return copy;
}

int readFlag(PictureFormat format, int reduction)
{
    switch (reduction) {
    case 2:
        return cv::IMREAD_REDUCED_COLOR_2;
    case 4:
        return cv::IMREAD_REDUCED_COLOR_4;
    case 8:
        return cv::IMREAD_REDUCED_COLOR_8;
    default:
        // Only these carry transparency that must be seen to be laid on white.
        return format == PictureFormat::Png || format == PictureFormat::WebP ? cv::IMREAD_UNCHANGED : cv::IMREAD_COLOR;
    }
}

cv::Mat decodePixels(std::span<const std::uint8_t> bytes, const PictureHeader& header, int reduction)
{
    std::vector<std::uint8_t> patched;
    if (header.format == PictureFormat::Tiff)
        bytes = patched = withFirstDirectory(bytes, header.directory);
    const cv::Mat raw(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::uint8_t*>(bytes.data()));
    cv::Mat pixels;
    try {
        int flag = readFlag(header.format, reduction);
        if (flag != cv::IMREAD_UNCHANGED)
            flag |= cv::IMREAD_IGNORE_ORIENTATION; // which the header tells, and which is applied below
        pixels = cv::imdecode(raw, flag);
    } catch (const cv::Exception&) {
        pixels.release();
    }
    if (pixels.empty())
        throw sdk::Failure(
            VIDIMUS_MALFORMED, std::string("the ").append(nameOf(header.format)).append(" picture cannot be decoded"));
    return pixels;
}

cv::Mat onWhite(const cv::Mat& withAlpha)
{
    std::vector<cv::Mat> planes;
    cv::split(withAlpha, planes);
    cv::Mat result, alpha = planes[3];
    for (int i = 0; i < 3; ++i) {
        // white + alpha * (colour - white)
        cv::Mat inverse = 255 - planes[static_cast<std::size_t>(i)], weighed;
        cv::multiply(inverse, alpha, weighed, 1.0 / 255);
        planes[static_cast<std::size_t>(i)] = 255 - weighed;
    }
    planes.resize(3);
    cv::merge(planes, result);
    return result;
}

cv::Mat toColour(cv::Mat pixels)
{
    if (pixels.depth() == CV_16U)
        pixels.convertTo(pixels, CV_8U, 1.0 / 257);
    else if (pixels.depth() != CV_8U)
        pixels.convertTo(pixels, CV_8U, 255.0); // floating-point TIFF: 0..1
    cv::Mat colour;
    switch (pixels.channels()) {
    case 1:
        cv::cvtColor(pixels, colour, cv::COLOR_GRAY2BGR);
        return colour;
    case 4:
        return onWhite(pixels);
    default:
        return pixels;
    }
}

/// \source EXIF 2.3, tag 274: where row 0 and column 0 of the stored picture belong.
cv::Mat oriented(const cv::Mat& stored, int orientation)
{
    cv::Mat result = stored;
    if (orientation >= 5)
        cv::transpose(stored, result);
    constexpr int bothWays = -1, upsideDown = 0, mirrored = 1, none = 2;
    constexpr int flips[] = {none, none, mirrored, bothWays, upsideDown, none, mirrored, bothWays, upsideDown};
    if (const int code = flips[orientation]; code != none) {
        cv::Mat flipped;
        cv::flip(result, flipped, code);
        return flipped;
    }
    return result;
}

/// Fax pages have different resolutions along the two directions.
cv::Mat squared(cv::Mat pixels, double widthMm, double heightMm)
{
    const double ratio = (pixels.cols / widthMm) / (pixels.rows / heightMm);
    if (std::abs(ratio - 1) < 0.02)
        return pixels;
    cv::Mat result;
    const cv::Size size = ratio > 1 ? cv::Size(pixels.cols, static_cast<int>(std::lround(pixels.rows * ratio)))
                                    : cv::Size(static_cast<int>(std::lround(pixels.cols / ratio)), pixels.rows);
    cv::resize(pixels, result, size, 0, 0, cv::INTER_CUBIC);
    return result;
}
} // namespace

Picture decode(std::span<const std::uint8_t> bytes, const PictureHeader& header, const Limits& limits)
{
    const int reduction = reductionFor(header, limits);
    const PageSize size = pageSizeOf(header);
    cv::Mat pixels = decodePixels(bytes, header, reduction);
    if (static_cast<std::uint64_t>(pixels.cols) > header.width
        || static_cast<std::uint64_t>(pixels.rows) > header.height)
        throw sdk::Failure(VIDIMUS_MALFORMED, "the picture is larger than its header says");
    pixels = squared(oriented(toColour(std::move(pixels)), header.orientation), size.widthMm, size.heightMm);
    return {pixels, pixels.cols / size.widthMm * 25.4, size.assumed};
}

} // namespace vidimus::scan
