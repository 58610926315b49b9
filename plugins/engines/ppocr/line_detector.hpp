#pragma once
#include "onnx_runtime.hpp"

#include <opencv2/core.hpp>

#include <vector>

namespace vidimus::ppocr_engine {

struct DetectedLine {
    cv::Rect2d box; ///< pixels of the picture handed in
    double score = 0; ///< how much of a text the network sees there, 0..1
};

/// Text lines of an upright page, from the top, each row from the left.
///
/// A network of the DB kind (Liao et al., Real-time Scene Text Detection with Differentiable Binarization, 2020) tells
/// for each point how likely it lies in the core of a line; the cores are cut out and grown back to whole lines. \param
/// picture 8-bit, 1 or 3 channels
std::vector<DetectedLine> detectLines(const Network& network, const cv::Mat& picture);

/// Growing and cutting alone. \param map how likely each point lies in a line's core, 0..1 (CV_32F)
std::vector<DetectedLine> linesOfMap(const cv::Mat& map);

} // namespace vidimus::ppocr_engine
