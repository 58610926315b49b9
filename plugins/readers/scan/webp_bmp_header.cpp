#include "byte_view.hpp"
#include "header_formats.hpp"

#include <cstdlib>

namespace vidimus::scan {

namespace {
void readWebPChunk(const ByteView& view, std::uint64_t at, std::uint64_t length, PictureHeader& header)
{
    if (view.startsWith(at, "VP8X")) {
        header.width = view.number(at + 12, 3).value_or(0) + 1;
        header.height = view.number(at + 15, 3).value_or(0) + 1;
    } else if (view.startsWith(at, "VP8 ") && header.width == 0) { // lossy: RFC 6386 §9.1
        header.width = view.number(at + 14, 2).value_or(0) & 0x3FFF;
        header.height = view.number(at + 16, 2).value_or(0) & 0x3FFF;
    } else if (view.startsWith(at, "VP8L") && header.width == 0) { // lossless: 14 bits each after the signature byte
        const auto bits = view.number(at + 9, 4).value_or(0);
        header.width = (bits & 0x3FFF) + 1;
        header.height = (bits >> 14 & 0x3FFF) + 1;
    } else if (view.startsWith(at, "EXIF")) {
        const auto block = view.part(at + 8, length);
        const bool prefixed = ByteView(block).startsWith(0, {"Exif\0\0", 6});
        readExif(prefixed ? block.subspan(6) : block, header);
    }
}
} // namespace

PictureHeader readWebPHeader(std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes, ByteView::Order::Little);
    PictureHeader header;
    header.format = PictureFormat::WebP;
    const std::uint64_t end = view.number(4, 4).value_or(0) + 8;
    if (!view.holds(0, end))
        malformed("WebP", "ends before its picture data does");
    for (std::uint64_t at = 12; at + 8 <= end;) {
        const auto length = view.number(at + 4, 4).value_or(0);
        if (!view.holds(at + 8, length))
            malformed("WebP", "has a chunk that is longer than the file");
        readWebPChunk(view, at, length, header);
        at += 8 + length + (length & 1); // chunks are padded to even lengths
    }
    return header;
}

PictureHeader readBmpHeader(std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes, ByteView::Order::Little);
    PictureHeader header;
    header.format = PictureFormat::Bmp;
    const auto data = view.number(10, 4).value_or(0), kind = view.number(14, 4).value_or(0);
    if (kind == 12) { // BITMAPCOREHEADER
        header.width = view.number(18, 2).value_or(0);
        header.height = view.number(20, 2).value_or(0);
        return header;
    }
    if (kind < 40 || !view.holds(14, kind))
        malformed("BMP", "has a broken header");
    const auto signedOf = [&](std::uint64_t at) {
        return static_cast<std::int64_t>(static_cast<std::int32_t>(view.number(at, 4).value_or(0)));
    };
    header.width = static_cast<std::uint64_t>(std::max<std::int64_t>(signedOf(18), 0));
    header.height = static_cast<std::uint64_t>(std::abs(signedOf(22))); // negative: stored from the top
    header.dpiX = static_cast<double>(view.number(38, 4).value_or(0)) * 0.0254;
    header.dpiY = static_cast<double>(view.number(42, 4).value_or(0)) * 0.0254;
    const auto bits = view.number(28, 2).value_or(0), compression = view.number(30, 4).value_or(0);
    const std::uint64_t row = (header.width * bits + 31) / 32 * 4;
    constexpr std::uint64_t plain = 0;
    if (compression == plain && row > 0 && header.height > 0
        && (data > view.size() || (view.size() - data) / row < header.height))
        malformed("BMP", "ends before its picture data does");
    return header;
}

} // namespace vidimus::scan
