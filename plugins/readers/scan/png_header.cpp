#include "byte_view.hpp"
#include "header_formats.hpp"

namespace vidimus::scan {

PictureHeader readPngHeader(std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    PictureHeader header;
    header.format = PictureFormat::Png;
    if (!view.startsWith(12, "IHDR"))
        malformed("PNG", "does not begin with an IHDR chunk");
    header.width = view.number(16, 4).value_or(0);
    header.height = view.number(20, 4).value_or(0);
    header.reducible = view.number(28, 1) == 0; // not interlaced
    for (std::uint64_t at = 8;;) {
        const auto length = view.number(at, 4);
        if (!length || !view.holds(at, *length + 12))
            malformed("PNG", "ends before its IEND chunk");
        const auto body = view.part(at + 8, *length);
        const ByteView chunk(body);
        if (view.startsWith(at + 4, "IEND"))
            return header;
        if (view.startsWith(at + 4, "pHYs") && chunk.number(8, 1) == 1) { // pixels a metre
            header.dpiX = static_cast<double>(*chunk.number(0, 4)) * 0.0254;
            header.dpiY = static_cast<double>(*chunk.number(4, 4)) * 0.0254;
        }
        if (view.startsWith(at + 4, "eXIf"))
            readExif(body, header);
        at += *length + 12;
    }
}

} // namespace vidimus::scan
