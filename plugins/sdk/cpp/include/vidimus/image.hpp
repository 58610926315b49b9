#pragma once
#include <vidimus/abi/types.h>

#include <cstdint>
#include <vector>

namespace vidimus::sdk {

/// Pixels with their owner. 8-bit grey or RGB, rows without padding.
struct Image {
    std::uint32_t width = 0, height = 0;
    vidimus_pixel_format_t format = VIDIMUS_GREY8;
    double dpi = 0; ///< 0: unknown
    std::vector<std::uint8_t> pixels;

    std::uint64_t stride() const { return static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(format); }
    vidimus_image_t view() const { return {pixels.data(), width, height, stride(), format, dpi}; }
};

/// A pixel of a view; no bounds are checked.
inline const std::uint8_t* pixelAt(const vidimus_image_t& image, std::uint32_t x, std::uint32_t y)
{
    return image.pixels + y * image.stride + static_cast<std::uint64_t>(x) * static_cast<std::uint64_t>(image.format);
}

inline double millimetresOf(double pixels, double dpi)
{
    return pixels / dpi * 25.4;
}
inline double pixelsOf(double millimetres, double dpi)
{
    return millimetres / 25.4 * dpi;
}

} // namespace vidimus::sdk
