#pragma once
#include "line_finder.hpp"

#include <opencv2/core.hpp>

#include <vector>

namespace vidimus::scan {

/// Where a line of print fades away into burnt-out paper, and the column to which the burnt paper reaches from there;
/// pixels.
struct Fade {
    cv::Point at;
    int farEnd = 0;
};

/// A line of print has one depth of ink up to its last stroke and then none; under a lamp's reflection, and only there,
/// the depth dwindles over several characters until the sensor is saturated. White paper is as bright as a reflection,
/// so this, and not brightness, tells the two apart. \param grey luminance of the page as it is.
std::vector<Fade> fadingEnds(const cv::Mat& grey, const std::vector<FoundLine>& lines, double dpi);

/// The share of the page over which print fades away; 0 where too few lines do to say.
double fadedShare(const cv::Mat& grey, const std::vector<FoundLine>& lines, double dpi);

} // namespace vidimus::scan
