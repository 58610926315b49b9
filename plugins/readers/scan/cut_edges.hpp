#pragma once
#include "picture.hpp"

#include "line_finder.hpp"

#include <opencv2/core.hpp>

#include <vector>

namespace vidimus::scan {

/// Sides at which what is printed runs out of the picture: lines of text that touch it in the middle of a character,
/// and ruled lines that end nowhere but there. One such thing may be a mark of its own; two are a cut page. \param
/// clean the page with its background gone (see withoutBackground); \param grey as it is.
int cutPrintSides(const cv::Mat& clean, const cv::Mat& grey, const std::vector<FoundLine>& lines, double dpi);

/// Sides of the picture at which a paper that lies on a darker ground runs out of it.
int cutPaperSides(const Picture& picture);

} // namespace vidimus::scan
