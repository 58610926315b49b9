#pragma once
#include <opencv2/core.hpp>

#include <array>

namespace vidimus::scan {

constexpr double sketchDpi = 50; ///< for light and paper edges

/// How many of a picture's pixels have which grey level.
class Levels {
public:
    /// \param grey CV_8UC1. \param mask pixels that count, where there is one.
    explicit Levels(const cv::Mat& grey, const cv::Mat& mask = {});
    /// The level that more than this share of the pixels does not exceed.
    int at(double share) const;

private:
    std::array<int, 256> m_histogram{};
    int m_total = 0;
};

/// The grey level that more than this share of the pixels (of those in the mask, where there is one) does not exceed.
int levelAt(const cv::Mat& grey, double share, const cv::Mat& mask = {});

/// A colour picture, grey, at sketchDpi or at its own resolution if that is less.
cv::Mat sketchOf(const cv::Mat& colour, double dpi);

} // namespace vidimus::scan
