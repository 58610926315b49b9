#pragma once
#include <opencv2/core.hpp>

namespace vidimus::scan {

constexpr double sketchDpi = 50; ///< for light and paper edges

/// The grey level that more than this share of the pixels (of those in the mask, where there is one) does not exceed.
int levelAt(const cv::Mat& grey, double share, const cv::Mat& mask = {});

/// A colour picture, grey, at sketchDpi or at its own resolution if that is less.
cv::Mat sketchOf(const cv::Mat& colour, double dpi);

} // namespace vidimus::scan
