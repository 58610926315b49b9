#include "levels.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace vidimus::scan {

int levelAt(const cv::Mat& grey, double share, const cv::Mat& mask)
{
    std::array<int, 256> histogram{};
    int total = 0;
    for (int y = 0; y < grey.rows; ++y)
        for (int x = 0; x < grey.cols; ++x)
            if (mask.empty() || mask.at<std::uint8_t>(y, x)) {
                ++histogram[grey.at<std::uint8_t>(y, x)];
                ++total;
            }
    int seen = 0;
    for (int level = 0; level < 256; ++level)
        if ((seen += histogram[static_cast<std::size_t>(level)]) > share * total)
            return level;
    return 255;
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
