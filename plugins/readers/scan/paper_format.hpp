#pragma once
#include <opencv2/core.hpp>

#include <optional>

namespace vidimus::scan {

/// The paper format with these measured sides, either way round, both within the tolerance (a share, 0.03 = 3 %).
std::optional<cv::Size2d> formatLike(cv::Size2d measuredMm, double tolerance);

/// The format with these proportions, where the measure is unknown; the commonest of those that fit.
std::optional<cv::Size2d> formatShapedLike(cv::Size2d measured, double tolerance);

/// Is it one of the card and booklet formats (ID-1, ID-2, ID-3)?
bool isCard(cv::Size2d formatMm);

} // namespace vidimus::scan
