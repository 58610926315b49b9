#include "picture.hpp"

#include "paper_rows.hpp"
#include "pixel_formats.hpp"

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
        // WebP carries transparency that must be seen to be laid on white; the fourth byte of a BMP means nothing.
        return format == PictureFormat::WebP ? cv::IMREAD_UNCHANGED : cv::IMREAD_COLOR;
    }
}

/// By OpenCV's decoder.
cv::Mat decodeOther(std::span<const std::uint8_t> bytes, const PictureHeader& header, int reduction)
{
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
    if (pixels.channels() != 4)
        return pixels;
    PaperRows rows(pixels.cols, pixels.rows, 1, PaperRows::Alpha::Straight);
    cv::cvtColor(pixels, pixels, cv::COLOR_BGRA2RGBA);
    for (int y = 0; y < pixels.rows; ++y)
        rows.add(pixels.ptr<std::uint8_t>(y));
    return rows.picture();
}

cv::Mat decodePixels(std::span<const std::uint8_t> bytes, const PictureHeader& header, int reduction)
{
    if (header.format == PictureFormat::Png)
        return decodePng(bytes, header, reduction);
    if (header.format == PictureFormat::Tiff)
        return decodeTiff(bytes, header, reduction);
    return decodeOther(bytes, header, reduction);
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
    pixels = squared(oriented(pixels, header.orientation), size.widthMm, size.heightMm);
    return {pixels, pixels.cols / size.widthMm * 25.4, size.assumed};
}

} // namespace vidimus::scan
