#include "byte_view.hpp"
#include "header_formats.hpp"

#include <vidimus/plugin.hpp>

namespace vidimus::scan {

namespace {
std::vector<PictureHeader> readByMagic(std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    if (view.startsWith(0, "\x89PNG\r\n\x1a\n"))
        return {readPngHeader(bytes)};
    if (view.startsWith(0, "\xFF\xD8\xFF"))
        return {readJpegHeader(bytes)};
    if (view.startsWith(0, "II*") || view.startsWith(0, "II+") || view.startsWith(0, {"MM\0*", 4})
        || view.startsWith(0, {"MM\0+", 4}))
        return readTiffHeaders(bytes);
    if (view.startsWith(0, "RIFF") && view.startsWith(8, "WEBP"))
        return {readWebPHeader(bytes)};
    if (view.startsWith(0, "BM"))
        return {readBmpHeader(bytes)};
    if (bytes.empty())
        throw sdk::Failure(VIDIMUS_MALFORMED, "the file is empty");
    throw sdk::Failure(VIDIMUS_UNSUPPORTED, "the file is no PNG, JPEG, TIFF, WebP or BMP picture");
}
} // namespace

void malformed(const char* format, const std::string& what)
{
    throw sdk::Failure(VIDIMUS_MALFORMED, std::string("the ").append(format).append(" file ").append(what));
}

std::vector<PictureHeader> readHeaders(std::span<const std::uint8_t> bytes)
{
    auto headers = readByMagic(bytes);
    for (PictureHeader& header : headers) {
        if (header.width == 0 || header.height == 0)
            throw sdk::Failure(VIDIMUS_MALFORMED, "the picture has no width or no height");
        if (header.orientation < 1 || header.orientation > 8)
            header.orientation = 1;
        if (header.dpiX <= 0 || header.dpiY <= 0)
            header.dpiX = header.dpiY = 0;
    }
    return headers;
}

} // namespace vidimus::scan
