#pragma once
#include <opencv2/core.hpp>

#include <vector>

namespace vidimus::scan {

/// A text line before it is read.
struct FoundLine {
    cv::Rect box; ///< pixels
    int pieces = 0; ///< how many strokes and letters it is made of
    double height = 0; ///< of its full-grown characters, pixels
    bool red = false; ///< printed in red: gone in the red channel
    double strokes = 0; ///< how many strokes a column of pixels crosses on the average: Latin under 2.3, Han above
};

/// Text lines on a page, in reading order. Finds them by their ink alone, whatever the script: strokes that belong to
/// one character, characters that stand side by side. Rules, frames, photos and speckle are left out. \param clean
/// black on white (see withoutBackground); \param dpi its resolution.
std::vector<FoundLine> findLines(const cv::Mat& clean, double dpi);

} // namespace vidimus::scan
