#pragma once
#include "line_finder.hpp"

namespace vidimus::scan {

/// Pieces of ink that stand side by side, as lines; small pieces join a line that is there and make none.
std::vector<FoundLine> groupIntoLines(
    const std::vector<cv::Rect>& large, const std::vector<cv::Rect>& small, double pixelsAMm);

/// Rows from the top, each from the left.
void inReadingOrder(std::vector<FoundLine>& lines);

} // namespace vidimus::scan
