#pragma once
#include <opencv2/core.hpp>

#include <vector>

namespace vidimus::scan {

/// A stretch of ink without a gap along a row or a column.
struct Run {
    int at = 0; ///< the row, or the column
    int from = 0, until = 0; ///< first pixel and the one behind the last
    int length() const { return until - from; }
};

/// Stretches along the rows (or, down, along the columns) of so many pixels at least, in order. Of what the border
/// cuts, half of it is enough. Looks at one pixel in so many only: a stretch that long cannot hide between two.
/// \param ink CV_8UC1, 0 where there is none. \param length at least 1.
std::vector<Run> runsIn(const cv::Mat& ink, int length, bool down);

/// The stretches that are strokes of a rule: those that touch one another across are no more than so many pixels thick
/// on average.
std::vector<Run> rulesAmong(const std::vector<Run>& runs, double thickness);

} // namespace vidimus::scan
