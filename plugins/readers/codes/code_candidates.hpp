#pragma once
#include "picture.hpp"

#include <vector>

namespace vidimus::codes {

/// A place that could hold a code.
struct Candidate {
    cv::RotatedRect box; ///< pixels of the picture; along the edges of the code's modules
    bool bars = false; ///< most of its edges run one way: a linear code or stacked rows of one
};

/// Compact things full of edges that run along two directions at right angles, or along one, whichever way they lie.
/// One look at the page at 100 dpi; lines of text, frames, and pictures are left out. Largest first.
std::vector<Candidate> findCandidates(const cv::Mat& grey, double dpi);

} // namespace vidimus::codes
