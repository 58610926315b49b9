#include "byte_view.hpp"
#include "header_formats.hpp"

#include <vidimus/plugin.hpp>

namespace vidimus::scan {

namespace {
bool isFrame(std::uint64_t marker)
{
    // SOF0 … SOF15 without DHT (C4), JPG (C8) and DAC (CC): ITU-T T.81 table B.1.
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
bool standsAlone(std::uint64_t marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// Past the entropy-coded data of a scan: to the next marker that is neither stuffing nor a restart.
std::uint64_t endOfScan(const ByteView& view, std::uint64_t at)
{
    for (; view.holds(at, 2); ++at) {
        const auto byte = *view.number(at, 1), next = *view.number(at + 1, 1);
        if (byte == 0xFF && next != 0x00 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7))
            return at;
    }
    malformed("JPEG", "ends before its picture data does");
}

void readJfif(const ByteView& segment, PictureHeader& header)
{
    if (!segment.startsWith(0, {"JFIF\0", 5}))
        return;
    const auto unit = segment.number(7, 1).value_or(0);
    const double perInch = unit == 1 ? 1.0 : unit == 2 ? 2.54 : 0.0; // 0: only the ratio is told
    if (perInch <= 0) // an EXIF block before this one may have told more
        return;
    header.dpiX = static_cast<double>(segment.number(8, 2).value_or(0)) * perInch;
    header.dpiY = static_cast<double>(segment.number(10, 2).value_or(0)) * perInch;
}

/// Adobe's programs store inks inverted, and so the decoder takes them; others need not.
void requireAdobesInks(bool fourInks, bool adobe)
{
    if (fourInks && !adobe)
        throw sdk::Failure(VIDIMUS_UNSUPPORTED,
            "the JPEG file holds four inks (CMYK) and does not say how; save it as RGB, or as PNG or TIFF");
}

void readSegment(std::uint64_t marker, std::span<const std::uint8_t> body, PictureHeader& header)
{
    const ByteView segment(body);
    if (isFrame(marker)) {
        header.height = segment.number(1, 2).value_or(0);
        header.width = segment.number(3, 2).value_or(0);
        // The decoder holds all of a progressive picture, however little of it is wanted.
        header.reducible = marker == 0xC0 || marker == 0xC1;
    } else if (marker == 0xE0) {
        readJfif(segment, header);
    } else if (marker == 0xE1 && segment.startsWith(0, {"Exif\0\0", 6})) {
        readExif(body.subspan(6), header);
    }
}
} // namespace

PictureHeader readJpegHeader(std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    PictureHeader header;
    header.format = PictureFormat::Jpeg;
    bool fourInks = false, adobe = false;
    for (std::uint64_t at = 2;;) {
        while (view.number(at, 1) == 0xFF && view.number(at + 1, 1) == 0xFF)
            ++at; // fill bytes
        const auto lead = view.number(at, 1), marker = view.number(at + 1, 1);
        if (!lead || !marker)
            malformed("JPEG", "ends before its end-of-image marker");
        if (*lead != 0xFF)
            malformed("JPEG", "has something that is no marker where one must stand");
        if (*marker == 0xD9) {
            requireAdobesInks(fourInks, adobe);
            return header;
        }
        at += 2;
        if (standsAlone(*marker))
            continue;
        const auto length = view.number(at, 2);
        if (!length || *length < 2 || !view.holds(at, *length))
            malformed("JPEG", "ends within a segment");
        readSegment(*marker, view.part(at + 2, *length - 2), header);
        fourInks |= isFrame(*marker) && view.number(at + 7, 1) == 4;
        adobe |= *marker == 0xEE && view.startsWith(at + 2, "Adobe");
        at += *length;
        if (*marker == 0xDA)
            at = endOfScan(view, at);
    }
}

} // namespace vidimus::scan
