#include "report/report.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace vidimus::report {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

struct PixelBox {
    std::uint32_t x, y, width, height;
};

/// The part of the page that is asked for, in whole pixels and on the page; empty where it lies beside it.
PixelBox boxOf(const PictureView& page, const Region& region, Millimetres margin)
{
    // Written so that what is no number falls to 0.
    const auto bounded = [](double value, std::uint32_t most) {
        if (value >= most)
            return most;
        return value > 0 ? static_cast<std::uint32_t>(value) : 0U;
    };
    const std::uint32_t left = bounded(std::floor(page.dpi.pixels(region.x - margin)), page.width);
    const std::uint32_t top = bounded(std::floor(page.dpi.pixels(region.y - margin)), page.height);
    const std::uint32_t right = bounded(std::ceil(page.dpi.pixels(region.right() + margin)), page.width);
    const std::uint32_t bottom = bounded(std::ceil(page.dpi.pixels(region.bottom() + margin)), page.height);
    return {left, top, right > left ? right - left : 0, bottom > top ? bottom - top : 0};
}

/// Cairo keeps a pixel in one machine word, red uppermost.
Surface cutOut(const PictureView& page, const PixelBox& box)
{
    Surface surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(box.width), static_cast<int>(box.height)),
        cairo_surface_destroy);
    unsigned char* target = cairo_image_surface_get_data(surface.get());
    if (!target)
        return surface;
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    for (std::uint32_t y = 0; y < box.height; ++y) {
        const unsigned char* row
            = page.pixels + (static_cast<std::size_t>(box.y + y) * page.width + box.x) * page.channels;
        auto* out = reinterpret_cast<std::uint32_t*>(target + y * stride);
        for (std::uint32_t x = 0; x < box.width; ++x, row += page.channels) {
            const bool grey = page.channels == 1;
            out[x] = std::uint32_t(row[0]) << 16 | std::uint32_t(row[grey ? 0 : 1]) << 8 | row[grey ? 0 : 2];
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

Surface reduced(Surface whole, const PixelBox& box, std::uint32_t maxPixels)
{
    const std::uint32_t longer = std::max(box.width, box.height);
    if (longer <= maxPixels)
        return whole;
    const double scale = static_cast<double>(maxPixels) / longer;
    const auto side = [&](std::uint32_t length) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
    Surface small(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, side(box.width), side(box.height)), cairo_surface_destroy);
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(small.get()), cairo_destroy);
    cairo_scale(cairo.get(), scale, scale);
    cairo_set_source_surface(cairo.get(), whole.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo.get()), CAIRO_FILTER_GOOD); // averages when reducing
    cairo_pattern_set_extend(cairo_get_source(cairo.get()), CAIRO_EXTEND_PAD);
    cairo_paint(cairo.get());
    return small;
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned length)
{
    auto& bytes = *static_cast<std::vector<unsigned char>*>(closure);
    bytes.insert(bytes.end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

Result<std::vector<unsigned char>> cropPng(
    const PictureView& page, const Region& region, Millimetres margin, std::uint32_t maxPixels)
{
    if (!page.pixels || page.width == 0 || page.height == 0 || (page.channels != 1 && page.channels != 3)
        || !(page.dpi.value > 0) || maxPixels == 0)
        return Error{
            ErrorKind::Unsupported, "A cut-out needs a picture of 1 or 3 channels with a resolution.", "report"};
    const PixelBox box = boxOf(page, region, margin);
    if (region.empty() || box.width == 0 || box.height == 0)
        return Error{ErrorKind::NotFound, "The region does not lie on the page.", "report"};
    constexpr std::uint32_t cairosMost = 32767;
    if (box.width > cairosMost || box.height > cairosMost)
        return Error{ErrorKind::TooLarge, "The region is too large to be cut out.", "report"};
    const Surface surface = reduced(cutOut(page, box), box, maxPixels);
    std::vector<unsigned char> png;
    if (cairo_surface_write_to_png_stream(surface.get(), append, &png) != CAIRO_STATUS_SUCCESS)
        return Error{ErrorKind::OutOfMemory, "There is not enough memory for a cut-out.", "report"};
    return png;
}

} // namespace vidimus::report
