#pragma once
#include "picture.hpp"

#include <vector>

namespace vidimus::codes {

/// Lines of text that could be a machine-readable zone: two or three, equally wide, close together.
struct Band {
    std::vector<cv::Rect> lines; ///< pixels of the picture, top to bottom
};

/// Where a picture's lines of text lie, at working scale.
struct LineMask {
    cv::Mat mask;
    double scale = 1; ///< of the mask to the picture
    cv::Size picture; ///< pixels
};

LineMask maskOfLines(const cv::Mat& grey, double dpi);

/// How far lines as long as a zone's are turned clockwise, degrees; 0 where there are none.
double tiltOf(const LineMask& lines);

/// The bands of an upright picture, the lowest first; at most four.
std::vector<Band> bandsIn(const LineMask& lines);
std::vector<Band> findBands(const cv::Mat& grey, double dpi);

} // namespace vidimus::codes
