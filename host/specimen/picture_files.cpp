#include "specimen/rendering.hpp"

#include <opencv2/imgcodecs.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

// OpenCV writes no resolution into its files: it is put in here.
namespace vidimus::specimen {
namespace {

/// The CRC of PNG chunks (ISO 3309), bit by bit: a chunk of 13 bytes needs no table.
std::uint32_t crcOf(std::string_view data)
{
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : data) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

std::string bigEndian(std::uint32_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xFF);
    return bytes;
}

Result<std::string> encode(const cv::Mat& pixels, const char* extension, const std::vector<int>& parameters)
{
    std::vector<unsigned char> bytes;
    try {
        if (!cv::imencode(extension, pixels, bytes, parameters))
            return Error{ErrorKind::System, "The picture could not be encoded.", "specimen"};
    } catch (const cv::Exception& exception) {
        return Error{
            ErrorKind::System, std::string("The picture could not be encoded: ") + exception.err + ".", "specimen"};
    }
    return std::string(bytes.begin(), bytes.end());
}

} // namespace

Result<std::string> encodePng(const cv::Mat& pixels, Dpi dpi)
{
    auto file = encode(pixels, ".png", {cv::IMWRITE_PNG_COMPRESSION, 6});
    if (!file)
        return file;
    // After the signature (8 bytes) and IHDR (25): pHYs, pixels a metre (PNG, W3C, 11.3.5.3).
    const auto perMetre = static_cast<std::uint32_t>(std::lround(dpi.value / 0.0254));
    const std::string body = "pHYs" + bigEndian(perMetre) + bigEndian(perMetre) + '\x01';
    file->insert(33, bigEndian(9) + body + bigEndian(crcOf(body)));
    return file;
}

Result<std::string> encodeJpeg(const cv::Mat& pixels, Dpi dpi, int quality)
{
    auto file = encode(pixels, ".jpg", {cv::IMWRITE_JPEG_QUALITY, quality});
    if (!file)
        return file;
    // SOI, APP0 marker, length, "JFIF\0", version: units and densities stand at bytes 13 to 17 (JFIF 1.02).
    if (file->size() < 20 || file->substr(6, 4) != "JFIF")
        return Error{ErrorKind::System, "The JPEG encoder wrote no JFIF header.", "specimen"};
    const auto density = static_cast<std::uint32_t>(std::lround(dpi.value));
    file->replace(13, 5, '\x01' + bigEndian(density).substr(2) + bigEndian(density).substr(2));
    return file;
}

} // namespace vidimus::specimen
