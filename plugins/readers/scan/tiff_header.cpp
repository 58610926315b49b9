#include "byte_view.hpp"
#include "header_formats.hpp"

#include <vidimus/plugin.hpp>

#include <set>

namespace vidimus::scan {

namespace {
// More pages than this in one file is no document but an attempt to keep us busy.
constexpr std::size_t mostPages = 100'000;

/// Walks the directories of classic TIFF (TIFF 6.0) and BigTIFF.
struct TiffFile {
    ByteView view;
    bool big;
    std::uint64_t first = 0;

    unsigned word() const { return big ? 8 : 4; }
    unsigned entrySize() const { return big ? 20 : 12; }
    std::uint64_t entryCount(std::uint64_t directory) const { return view.number(directory, big ? 8 : 2).value_or(0); }
    std::uint64_t entryAt(std::uint64_t directory, std::uint64_t index) const
    {
        return directory + (big ? 8 : 2) + index * entrySize();
    }
};

unsigned sizeOfType(std::uint64_t type)
{
    switch (type) {
    case 3:
        return 2; // SHORT
    case 4:
        return 4; // LONG
    case 5:
        return 8; // RATIONAL
    case 16:
        return 8; // LONG8
    default:
        return 1;
    }
}

struct Entry {
    std::uint64_t tag = 0, type = 0, count = 0, at = 0; ///< at: where the values stand
    unsigned size = 1;
};

Entry readEntry(const TiffFile& file, std::uint64_t place)
{
    Entry entry;
    entry.tag = file.view.number(place, 2).value_or(0);
    entry.type = file.view.number(place + 2, 2).value_or(0);
    entry.count = file.view.number(place + 4, file.word()).value_or(0);
    entry.size = sizeOfType(entry.type);
    const std::uint64_t value = place + 4 + file.word();
    const bool inPlace = entry.count <= file.word() / entry.size;
    entry.at = inPlace ? value : file.view.number(value, file.word()).value_or(0);
    return entry;
}

std::uint64_t valueOf(const TiffFile& file, const Entry& entry, std::uint64_t index = 0)
{
    return file.view.number(entry.at + index * entry.size, entry.size).value_or(0);
}

double rationalOf(const TiffFile& file, const Entry& entry)
{
    const auto numerator = file.view.number(entry.at, 4).value_or(0);
    const auto denominator = file.view.number(entry.at + 4, 4).value_or(0);
    return denominator ? static_cast<double>(numerator) / static_cast<double>(denominator) : 0;
}

struct Directory {
    PictureHeader header;
    std::uint64_t subfile = 0;
    Entry offsets, counts; ///< of strips or tiles
    std::uint64_t next = 0;
};

Directory readDirectory(const TiffFile& file, std::uint64_t place)
{
    Directory directory;
    PictureHeader& header = directory.header;
    header.format = PictureFormat::Tiff;
    header.reducible = true;
    header.directory = place;
    double perUnit = 1; // 1 inch, 1/2.54 for centimetres, nothing where there is no unit
    const std::uint64_t count = file.entryCount(place);
    if (count == 0 || !file.view.holds(place, 2) || !file.view.holds(place, count * file.entrySize()))
        malformed("TIFF", "has a broken page directory");
    for (std::uint64_t i = 0; i < count; ++i) {
        const Entry entry = readEntry(file, file.entryAt(place, i));
        switch (entry.tag) {
        case 254:
            directory.subfile = valueOf(file, entry);
            break;
        case 256:
            header.width = valueOf(file, entry);
            break;
        case 257:
            header.height = valueOf(file, entry);
            break;
        case 274:
            header.orientation = static_cast<int>(valueOf(file, entry));
            break;
        case 282:
            header.dpiX = rationalOf(file, entry);
            break;
        case 283:
            header.dpiY = rationalOf(file, entry);
            break;
        case 296:
            perUnit = valueOf(file, entry) == 3 ? 2.54 : valueOf(file, entry) == 2 ? 1 : 0;
            break;
        case 273:
        case 324:
            directory.offsets = entry;
            break;
        case 279:
        case 325:
            directory.counts = entry;
            break;
        default:
            break;
        }
    }
    header.dpiX *= perUnit;
    header.dpiY *= perUnit;
    directory.next = file.view.number(file.entryAt(place, count), file.word()).value_or(0);
    return directory;
}

/// Do all strips or tiles lie within the file?
void requireComplete(const TiffFile& file, const Directory& directory)
{
    const std::uint64_t count = std::min(directory.offsets.count, directory.counts.count);
    if (count == 0)
        malformed("TIFF", "has a page without picture data");
    for (std::uint64_t i = 0; i < count && i < file.view.size(); ++i)
        if (!file.view.holds(valueOf(file, directory.offsets, i), valueOf(file, directory.counts, i)))
            malformed("TIFF", "ends before its picture data does");
}

std::optional<TiffFile> openTiff(std::span<const std::uint8_t> bytes)
{
    const auto order = !bytes.empty() && bytes[0] == 'I' ? ByteView::Order::Little : ByteView::Order::Big;
    TiffFile file{ByteView(bytes, order), false};
    const auto magic = file.view.number(2, 2);
    if (magic != 42 && magic != 43)
        return std::nullopt;
    file.big = magic == 43;
    file.first = file.view.number(file.big ? 8 : 4, file.word()).value_or(0);
    return file;
}
} // namespace

std::vector<PictureHeader> readTiffHeaders(std::span<const std::uint8_t> bytes)
{
    const auto file = openTiff(bytes);
    if (!file)
        malformed("TIFF", "has a broken header");
    std::vector<PictureHeader> headers;
    std::set<std::uint64_t> seen;
    for (std::uint64_t place = file->first; place != 0;) {
        if (!seen.insert(place).second)
            malformed("TIFF", "has page directories that run in a circle");
        if (seen.size() > mostPages)
            throw sdk::Failure(VIDIMUS_TOO_LARGE, "the TIFF file has more than 100000 pages");
        const Directory directory = readDirectory(*file, place);
        constexpr std::uint64_t reduced = 1; // a thumbnail of another page (TIFF 6.0, NewSubfileType bit 0)
        if (!(directory.subfile & reduced)) {
            requireComplete(*file, directory);
            headers.push_back(directory.header);
        }
        place = directory.next;
    }
    if (headers.empty())
        malformed("TIFF", "has no page");
    return headers;
}

void readExif(std::span<const std::uint8_t> block, PictureHeader& header)
{
    const auto file = openTiff(block);
    if (!file || file->first == 0)
        return;
    try {
        const Directory directory = readDirectory(*file, file->first);
        header.orientation = directory.header.orientation;
        if (directory.header.dpiX > 0 && header.dpiX <= 0) {
            header.dpiX = directory.header.dpiX;
            header.dpiY = directory.header.dpiY > 0 ? directory.header.dpiY : directory.header.dpiX;
        }
    } catch (const sdk::Failure&) {
        // A broken EXIF block takes its own statements away, not the picture.
    }
}

} // namespace vidimus::scan
