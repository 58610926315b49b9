#pragma once
#include <vidimus/abi/ext/readers.h>

#include <opencv2/core.hpp>

#include <array>

/// Between pixels, millimetres and the ABI's shapes.
namespace vidimus::scan {

/// Corners in reading order of the upright paper: top left, top right, bottom right, bottom left.
using Quad = std::array<cv::Point2d, 4>;

Quad quadOf(const cv::Rect2d& box);
/// The quad under a plane projective map.
Quad mapped(const cv::Matx33d& map, const Quad& quad);
cv::Point2d mapped(const cv::Matx33d& map, cv::Point2d point);
/// The map that takes from[i] to to[i].
cv::Matx33d mapBetween(const Quad& from, const Quad& to);
/// Scales both directions.
cv::Matx33d scaling(double factor);
/// The map in other units: to-unit x map x from-unit, e.g. pixels made millimetres on both sides.
cv::Matx33d inUnits(const cv::Matx33d& map, double fromPixelsAMm, double toPixelsAMm);

double lengthOf(cv::Point2d vector);
/// Mean of the two edges that run along the reading direction, and of the two across it.
cv::Size2d sizeOf(const Quad& quad);
double areaOf(const Quad& quad);
/// Any four corners, put into clockwise order beginning with the one nearest the top left.
Quad inOrder(const Quad& corners);

vidimus_quad_t toAbi(const Quad& quad);
vidimus_transform_t toAbi(const cv::Matx33d& map);
vidimus_region_t toAbi(const cv::Rect2d& box);
cv::Rect2d fromAbi(const vidimus_region_t& region);
Quad fromAbi(const vidimus_quad_t& quad);

} // namespace vidimus::scan
