#pragma once
#include "picture.hpp"

#include <vector>

namespace vidimus::codes {

/// Lines of text that could be a machine-readable zone: two or three, equally wide, close together.
struct Band {
    std::vector<cv::Rect> lines; ///< pixels of the picture, top to bottom
};

/// The bands of an upright picture, the lowest first; at most four.
std::vector<Band> findBands(const cv::Mat& grey, double dpi);

} // namespace vidimus::codes
