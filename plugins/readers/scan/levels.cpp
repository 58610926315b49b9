#include "levels.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vidimus::scan {

Levels::Levels(const cv::Mat& grey, const cv::Mat& mask)
{
    for (int y = 0; y < grey.rows; ++y) {
        const std::uint8_t *row = grey.ptr(y), *counts = mask.empty() ? nullptr : mask.ptr(y);
        for (int x = 0; x < grey.cols; ++x)
            if (!counts || counts[x]) {
                ++m_histogram[row[x]];
                ++m_total;
            }
    }
}

int Levels::at(double share) const
{
    int seen = 0;
    for (int level = 0; level < 256; ++level)
        if ((seen += m_histogram[static_cast<std::size_t>(level)]) > share * m_total)
            return level;
    return 255;
}

int levelAt(const cv::Mat& grey, double share, const cv::Mat& mask)
{
    return Levels(grey, mask).at(share);
}

cv::Mat sketchOf(const cv::Mat& colour, double dpi)
{
    cv::Mat grey;
    const double scale = std::min(1.0, sketchDpi / dpi);
    cv::resize(colour, grey, {}, scale, scale, cv::INTER_AREA);
    cv::cvtColor(grey, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

} // namespace vidimus::scan
