#include "paper_rows.hpp"
#include "pixel_formats.hpp"

#include <vidimus/plugin.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <tiffio.h>

namespace vidimus::scan {

namespace {
// A strip may hold the whole page, and is decoded from its beginning for each band: few bands, yet no full page.
constexpr std::size_t bandPixels = 32'000'000;

struct Memory {
    std::span<const std::uint8_t> bytes;
    std::uint64_t at = 0;
};

tmsize_t readMemory(thandle_t handle, void* into, tmsize_t count)
{
    auto& memory = *static_cast<Memory*>(handle);
    const std::uint64_t left = memory.at < memory.bytes.size() ? memory.bytes.size() - memory.at : 0;
    const std::uint64_t taken = std::min<std::uint64_t>(static_cast<std::uint64_t>(count), left);
    if (taken > 0)
        std::memcpy(into, memory.bytes.data() + memory.at, taken);
    memory.at += taken;
    return static_cast<tmsize_t>(taken);
}

toff_t seekMemory(thandle_t handle, toff_t offset, int from)
{
    auto& memory = *static_cast<Memory*>(handle);
    memory.at = offset + (from == SEEK_CUR ? memory.at : from == SEEK_END ? memory.bytes.size() : 0);
    return memory.at;
}

tmsize_t refuseToWrite(thandle_t, void*, tmsize_t)
{
    return 0;
}

int leaveOpen(thandle_t)
{
    return 0;
}

toff_t sizeOfMemory(thandle_t handle)
{
    return static_cast<Memory*>(handle)->bytes.size();
}

[[noreturn]] void cannotDecode()
{
    throw sdk::Failure(VIDIMUS_MALFORMED, "the TIFF picture cannot be decoded");
}

struct Image {
    TIFFRGBAImage raw{};
    explicit Image(TIFF* file)
    {
        std::array<char, 1024> reason{};
        constexpr int stopAtErrors = 1;
        if (!TIFFRGBAImageOK(file, reason.data()) || !TIFFRGBAImageBegin(&raw, file, stopAtErrors, reason.data()))
            throw sdk::Failure(
                VIDIMUS_UNSUPPORTED, std::string("TIFF pictures of this kind are not read: ") + reason.data());
    }
    ~Image() { TIFFRGBAImageEnd(&raw); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
};

void readBands(Image& image, PaperRows& rows)
{
    const std::uint32_t width = image.raw.width, height = image.raw.height;
    // As stored: the header's orientation is applied to the whole.
    image.raw.orientation = image.raw.req_orientation = ORIENTATION_TOPLEFT;
    const auto band
        = static_cast<std::uint32_t>(std::min<std::size_t>(std::max<std::size_t>(bandPixels / width, 16), height));
    std::vector<std::uint32_t> pixels(std::size_t{width} * band);
    std::vector<std::uint8_t> rgba(std::size_t{width} * 4);
    for (std::uint32_t top = 0; top < height; top += band) {
        const std::uint32_t count = std::min(band, height - top);
        image.raw.row_offset = static_cast<int>(top);
        if (!TIFFRGBAImageGet(&image.raw, pixels.data(), width, count))
            cannotDecode();
        for (std::uint32_t y = 0; y < count; ++y) {
            const std::uint32_t* row = pixels.data() + std::size_t{y} * width;
            for (std::uint32_t x = 0; x < width; ++x)
                for (unsigned c = 0; c < 4; ++c) // red in the lowest byte, whatever the machine's order
                    rgba[x * 4 + c] = static_cast<std::uint8_t>(row[x] >> 8 * c);
            rows.add(rgba.data());
        }
    }
}
} // namespace

cv::Mat decodeTiff(std::span<const std::uint8_t> bytes, const PictureHeader& header, int reduction)
{
    TIFFSetErrorHandler(nullptr); // failures are told by what is returned
    TIFFSetWarningHandler(nullptr);
    Memory memory{bytes};
    constexpr const char* readHeaderNoMapping = "rhm";
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> file(
        TIFFClientOpen("page", readHeaderNoMapping, &memory, &readMemory, &refuseToWrite, &seekMemory, &leaveOpen,
            &sizeOfMemory, nullptr, nullptr),
        &TIFFClose);
    if (!file || !TIFFSetSubDirectory(file.get(), header.directory))
        cannotDecode();
    Image image(file.get());
    if (image.raw.width != header.width || image.raw.height != header.height)
        cannotDecode();
    PaperRows rows(
        static_cast<int>(header.width), static_cast<int>(header.height), reduction, PaperRows::Alpha::Premultiplied);
    readBands(image, rows);
    return rows.picture();
}

} // namespace vidimus::scan
