#include "geometry.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vidimus::scan {

Quad quadOf(const cv::Rect2d& box)
{
    return {cv::Point2d(box.x, box.y), {box.x + box.width, box.y}, {box.x + box.width, box.y + box.height},
        {box.x, box.y + box.height}};
}

cv::Point2d mapped(const cv::Matx33d& map, cv::Point2d point)
{
    const cv::Vec3d p = map * cv::Vec3d(point.x, point.y, 1);
    return {p[0] / p[2], p[1] / p[2]};
}

Quad mapped(const cv::Matx33d& map, const Quad& quad)
{
    Quad result;
    std::transform(quad.begin(), quad.end(), result.begin(), [&](cv::Point2d corner) { return mapped(map, corner); });
    return result;
}

cv::Matx33d mapBetween(const Quad& from, const Quad& to)
{
    std::array<cv::Point2f, 4> a, b;
    std::copy(from.begin(), from.end(), a.begin());
    std::copy(to.begin(), to.end(), b.begin());
    return cv::Matx33d(cv::getPerspectiveTransform(a.data(), b.data()).ptr<double>());
}

cv::Matx33d scaling(double factor)
{
    return {factor, 0, 0, 0, factor, 0, 0, 0, 1};
}

cv::Matx33d inUnits(const cv::Matx33d& map, double fromPixelsAMm, double toPixelsAMm)
{
    const cv::Matx33d result = scaling(1 / toPixelsAMm) * map * scaling(fromPixelsAMm);
    return result * (1 / result(2, 2));
}

double lengthOf(cv::Point2d vector)
{
    return std::hypot(vector.x, vector.y);
}

cv::Size2d sizeOf(const Quad& q)
{
    return {(lengthOf(q[1] - q[0]) + lengthOf(q[2] - q[3])) / 2, (lengthOf(q[3] - q[0]) + lengthOf(q[2] - q[1])) / 2};
}

double areaOf(const Quad& q)
{
    double twice = 0;
    for (std::size_t i = 0; i < 4; ++i)
        twice += q[i].cross(q[(i + 1) % 4]);
    return std::abs(twice) / 2;
}

Quad inOrder(const Quad& corners)
{
    const cv::Point2d centre = (corners[0] + corners[1] + corners[2] + corners[3]) * 0.25;
    Quad sorted = corners;
    // y runs downwards, so rising angles are clockwise to the eye.
    std::sort(sorted.begin(), sorted.end(), [&](cv::Point2d a, cv::Point2d b) {
        return std::atan2(a.y - centre.y, a.x - centre.x) < std::atan2(b.y - centre.y, b.x - centre.x);
    });
    const auto first = std::min_element(
        sorted.begin(), sorted.end(), [](cv::Point2d a, cv::Point2d b) { return a.x + a.y < b.x + b.y; });
    std::rotate(sorted.begin(), first, sorted.end());
    return sorted;
}

vidimus_quad_t toAbi(const Quad& quad)
{
    vidimus_quad_t result{};
    for (std::size_t i = 0; i < 4; ++i) {
        result.xy_mm[2 * i] = quad[i].x;
        result.xy_mm[2 * i + 1] = quad[i].y;
    }
    return result;
}

vidimus_transform_t toAbi(const cv::Matx33d& map)
{
    vidimus_transform_t result{};
    std::copy(map.val, map.val + 9, result.m);
    return result;
}

vidimus_region_t toAbi(const cv::Rect2d& box)
{
    return {box.x, box.y, box.width, box.height};
}

cv::Rect2d fromAbi(const vidimus_region_t& region)
{
    return {region.x_mm, region.y_mm, region.width_mm, region.height_mm};
}

Quad fromAbi(const vidimus_quad_t& quad)
{
    Quad result;
    for (std::size_t i = 0; i < 4; ++i)
        result[i] = {quad.xy_mm[2 * i], quad.xy_mm[2 * i + 1]};
    return result;
}

} // namespace vidimus::scan
