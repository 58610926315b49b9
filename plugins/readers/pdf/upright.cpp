#include "upright.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace vidimus::pdf {

namespace {

/// Quarter turns clockwise from rightwards, of the direction in which most legible characters run.
int dominantQuarter(const PageText& page)
{
    std::array<std::size_t, 4> count{};
    const Matrix& m = page.geometry.toMillimetres;
    for (const Glyph& glyph : page.visible) {
        const double ux = glyph.ux * m.a + glyph.uy * m.c, uy = glyph.ux * m.b + glyph.uy * m.d;
        // Vertical writing runs downwards with its characters upright; only turned characters turn a page.
        const double vx = glyph.vx * m.a + glyph.vy * m.c, vy = glyph.vx * m.b + glyph.vy * m.d;
        const bool vertical = uy > std::abs(ux) && vx > std::abs(vy) && glyph.ascent == -glyph.descent;
        ++count[vertical || (ux >= std::abs(uy)) ? 0 : uy > std::abs(ux) ? 1 : -ux >= std::abs(uy) ? 2 : 3];
    }
    const auto most = std::max_element(count.begin(), count.end());
    return *most > count[0] ? static_cast<int>(most - count.begin()) : 0;
}

} // namespace

UprightPage uprightOf(const PageText& page)
{
    const PageGeometry& g = page.geometry;
    const double w = g.widthMm, h = g.heightMm;
    switch (dominantQuarter(page)) {
    case 1: // text runs down the page: its right side is the upright page's top
        return {{h, w, g.toMillimetres.then({0, -1, 1, 0, 0, w})}, {0, 1, -1, 0, w, 0}, 270};
    case 2:
        return {{w, h, g.toMillimetres.then({-1, 0, 0, -1, w, h})}, {-1, 0, 0, -1, w, h}, 180};
    case 3:
        return {{h, w, g.toMillimetres.then({0, 1, -1, 0, h, 0})}, {0, -1, 1, 0, 0, h}, 90};
    default:
        return {g, {}, 0};
    }
}

} // namespace vidimus::pdf
