#include "scanner/sane_scanner.hpp"

#include <png.h>

#include <cerrno>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <memory>

namespace vidimus::scanner {

Result<void> writePng(const ScannedPage& page, const std::string& path)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wbx"), &std::fclose);
    if (!file)
        return Error{ErrorKind::System, path + ": " + std::strerror(errno), "scanner"};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return Error{ErrorKind::System, path + ": could not be written; is the disk full?", "scanner"};
    }
    png_init_io(png, file.get());
    png_set_IHDR(png, info, page.width, page.height, 8, page.channels == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY,
        PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const auto perMetre = static_cast<png_uint_32>(std::lround(page.dpi.value / millimetresPerInch * 1000));
    png_set_pHYs(png, info, perMetre, perMetre, PNG_RESOLUTION_METER);
    png_set_compression_level(png, 3); // scans are noise: more effort buys little
    png_write_info(png, info);
    const std::size_t stride = static_cast<std::size_t>(page.width) * page.channels;
    for (std::uint32_t row = 0; row < page.height; ++row)
        png_write_row(png, page.pixels.data() + row * stride);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return {};
}

} // namespace vidimus::scanner
