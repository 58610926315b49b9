#include "picture.hpp"

#include <vidimus/plugin.hpp>

#include <algorithm>
#include <cmath>

namespace vidimus::scan {

namespace {
constexpr double cardLongSide = 85.6, cardAspect = 85.6 / 53.98; // ISO/IEC 7810 ID-1
constexpr double sheetLongSide = 297.0; // ISO 216 A4
constexpr double smallestPage = 40, largestPage = 650; // a chip card's short side; a little over A2

double assumedDpi(double width, double height)
{
    const double longSide = std::max(width, height), aspect = longSide / std::min(width, height);
    const double millimetres = std::abs(aspect - cardAspect) < 0.04 ? cardLongSide : sheetLongSide;
    return longSide / millimetres * 25.4;
}

bool plausible(double pixels, double dpi)
{
    const double millimetres = pixels / dpi * 25.4;
    return millimetres >= smallestPage && millimetres <= largestPage;
}
} // namespace

PageSize pageSizeOf(const PictureHeader& header)
{
    PageSize size;
    const auto width = static_cast<double>(header.width), height = static_cast<double>(header.height);
    double dpiX = header.dpiX, dpiY = header.dpiY;
    const bool believable = dpiX > 0 && dpiY > 0 && std::max(dpiX, dpiY) / std::min(dpiX, dpiY) < 2.5
        && plausible(std::max(width / dpiX, height / dpiY), 1);
    size.assumed = !believable;
    if (size.assumed)
        dpiX = dpiY = assumedDpi(width, height);
    size.dpi = std::max(dpiX, dpiY);
    size.widthMm = width / dpiX * 25.4;
    size.heightMm = height / dpiY * 25.4;
    if (header.orientation >= 5) // 5..8 lie on their side
        std::swap(size.widthMm, size.heightMm);
    return size;
}

int reductionFor(const PictureHeader& header, const Limits& limits)
{
    const auto fits = [&](std::uint64_t factor) {
        const std::uint64_t width = (header.width + factor - 1) / factor,
                            height = (header.height + factor - 1) / factor;
        return width <= limits.side && height <= limits.side && width * height <= limits.pixels;
    };
    for (const int factor : {1, 2, 4, 8})
        if ((factor == 1 || header.reducible) && fits(static_cast<std::uint64_t>(factor)))
            return factor;
    throw sdk::Failure(VIDIMUS_TOO_LARGE,
        "the picture has " + std::to_string(header.width) + " x " + std::to_string(header.height)
            + " pixels; the limits are " + std::to_string(limits.side) + " along a side and "
            + std::to_string(limits.pixels) + " in all; scan it at 300 to 600 dpi");
}

Picture pictureOf(cv::Mat colour, double dpi)
{
    PictureHeader header;
    header.width = static_cast<std::uint64_t>(colour.cols);
    header.height = static_cast<std::uint64_t>(colour.rows);
    header.dpiX = header.dpiY = dpi;
    const PageSize size = pageSizeOf(header);
    return {std::move(colour), size.dpi, size.assumed};
}

} // namespace vidimus::scan
