#pragma once
#include <opencv2/core.hpp>

#include <vector>

namespace vidimus::scan {

/// How far text lines are turned.
struct Skew {
    double degrees = 0; ///< clockwise; of lines that run about along the asked direction
    double strength = 1; ///< how much more lines stand out at that angle than at others; 1: not at all
};

/// The ink of a page as points. \param grey 8-bit, about 100 dpi.
std::vector<cv::Point2f> inkPoints(const cv::Mat& grey);

/// The angle at which the ink's profile is sharpest, within ±15° of the direction (0: lines run to the right, 90:
/// downwards), to about 0.03°. \source Postl's projection method: the sum of squared differences of neighbouring
/// profile bins.
Skew findSkew(const std::vector<cv::Point2f>& ink, double direction);

} // namespace vidimus::scan
