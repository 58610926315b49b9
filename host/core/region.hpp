#pragma once
#include "core/units.hpp"

#include <algorithm>
#include <array>

namespace vidimus {

/// An upright rectangle on a page, from the page's top left.
struct Region {
    Millimetres x, y, width, height;
    bool operator==(const Region&) const = default;
    constexpr Millimetres right() const { return x + width; }
    constexpr Millimetres bottom() const { return y + height; }
    constexpr Millimetres centreX() const { return x + width / 2; }
    constexpr Millimetres centreY() const { return y + height / 2; }
    constexpr bool empty() const { return width.value <= 0 || height.value <= 0; }
    constexpr double area() const { return empty() ? 0 : width.value * height.value; }
};

struct Point {
    Millimetres x, y;
    bool operator==(const Point&) const = default;
};

/// Four corners in reading order of the upright paper: top left, top right, bottom right, bottom left.
using Quad = std::array<Point, 4>;

inline Region united(const Region& a, const Region& b)
{
    if (a.empty())
        return b;
    if (b.empty())
        return a;
    const auto x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

inline Region intersected(const Region& a, const Region& b)
{
    const auto x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    const auto right = std::min(a.right(), b.right()), bottom = std::min(a.bottom(), b.bottom());
    if (right <= x || bottom <= y)
        return {};
    return {x, y, right - x, bottom - y};
}

/// The smallest upright region that holds all four corners.
inline Region boundsOf(const Quad& quad)
{
    auto left = quad[0].x, right = quad[0].x, top = quad[0].y, bottom = quad[0].y;
    for (const Point& corner : quad) {
        left = std::min(left, corner.x);
        right = std::max(right, corner.x);
        top = std::min(top, corner.y);
        bottom = std::max(bottom, corner.y);
    }
    return {left, top, right - left, bottom - top};
}

inline Quad quadOf(const Region& region)
{
    return {Point{region.x, region.y}, Point{region.right(), region.y}, Point{region.right(), region.bottom()},
        Point{region.x, region.bottom()}};
}

/// A plane projective map, row major, millimetres to millimetres. Maps the prepared page back to the page as acquired.
struct Transform {
    std::array<double, 9> m{1, 0, 0, 0, 1, 0, 0, 0, 1};
    bool operator==(const Transform&) const = default;

    Point operator()(Point point) const
    {
        const double x = point.x.value, y = point.y.value;
        const double w = m[6] * x + m[7] * y + m[8];
        const double scale = w != 0 ? 1 / w : 0;
        return {{(m[0] * x + m[1] * y + m[2]) * scale}, {(m[3] * x + m[4] * y + m[5]) * scale}};
    }
    Quad operator()(const Quad& quad) const
    {
        return {(*this)(quad[0]), (*this)(quad[1]), (*this)(quad[2]), (*this)(quad[3])};
    }
};

} // namespace vidimus
