#pragma once
#include <opencv2/core.hpp>

namespace vidimus::scan {

/// Black text on even white: uneven light and faint ground patterns divided away, contrast stretched.
/// \param grey 8-bit, 300 dpi or so.
cv::Mat withoutBackground(const cv::Mat& grey);

/// Black and white by the local mean and spread. \param window odd, pixels, about twice a character's height.
/// \source J. Sauvola, M. Pietikäinen: Adaptive document image binarization, 2000: T = m (1 + k (s / 128 − 1)).
cv::Mat sauvola(const cv::Mat& grey, int window, double k = 0.2);

/// The crop of one line without the rules of a table that run through it and on, over and under it: engines read them
/// as letters (丨, l, |), and next to a single character they read nothing else. A rule that touches print stays.
/// \param page 8-bit grey, dark on light. \param crop within it, with white over and under the line
/// \param lineHeight pixels
cv::Mat withoutRules(const cv::Mat& page, const cv::Rect& crop, double lineHeight);

} // namespace vidimus::scan
