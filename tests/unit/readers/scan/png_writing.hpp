#pragma once
#include <cstdint>
#include <png.h>
#include <vector>

namespace vidimus::scan::drawing {

/// A page as PNG keeps it. A palette is black, black, white.
struct PngPage {
    int width = 0, height = 0;
    int colourType = PNG_COLOR_TYPE_GRAY, depth = 8;
    std::vector<std::uint8_t> rows;
    int transparentIndex = -1; ///< of the palette
    bool interlaced = false;
    double dpi = 0; ///< 0: not told
};

inline std::vector<std::uint8_t> pngOf(const PngPage& page)
{
    std::vector<std::uint8_t> bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &bytes,
        [](png_structp writer, png_bytep data, std::size_t count) {
            auto& into = *static_cast<std::vector<std::uint8_t>*>(png_get_io_ptr(writer));
            into.insert(into.end(), data, data + count);
        },
        nullptr);
    png_set_IHDR(png, info, static_cast<png_uint_32>(page.width), static_cast<png_uint_32>(page.height), page.depth,
        page.colourType, page.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
        PNG_FILTER_TYPE_DEFAULT);
    const png_color palette[] = {{0, 0, 0}, {0, 0, 0}, {255, 255, 255}};
    if (page.colourType == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 3);
    png_byte opacity[] = {255, 255, 255};
    if (page.transparentIndex >= 0) {
        opacity[page.transparentIndex] = 0;
        png_set_tRNS(png, info, opacity, 3, nullptr);
    }
    if (page.dpi > 0) {
        const auto perMetre = static_cast<png_uint_32>(page.dpi / 0.0254 + 0.5);
        png_set_pHYs(png, info, perMetre, perMetre, PNG_RESOLUTION_METER);
    }
    png_write_info(png, info);
    const std::size_t stride = png_get_rowbytes(png, info);
    const int passes = page.interlaced ? png_set_interlace_handling(png) : 1;
    for (int pass = 0; pass < passes; ++pass)
        for (int y = 0; y < page.height; ++y)
            png_write_row(png, page.rows.data() + static_cast<std::size_t>(y) * stride);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

} // namespace vidimus::scan::drawing
