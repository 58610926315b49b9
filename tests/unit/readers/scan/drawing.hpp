#pragma once
#include "scan/geometry.hpp"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// Pages drawn with a known truth.
namespace vidimus::scan::drawing {

inline cv::Mat paper(int width, int height, cv::Scalar colour = {250, 250, 250})
{
    return cv::Mat(height, width, CV_8UC3, colour);
}

inline void text(
    cv::Mat& page, const std::string& words, cv::Point foot, double scale = 2, cv::Scalar ink = {20, 20, 20})
{
    cv::putText(page, words, foot, cv::FONT_HERSHEY_COMPLEX, scale, ink, static_cast<int>(scale + 1), cv::LINE_AA);
}

/// Lines of English over the page, at 300 dpi 5 mm high.
inline cv::Mat letter(int width = 2480, int height = 3508)
{
    cv::Mat page = paper(width, height);
    const char* lines[] = {"This is to certify that the person", "whose name is printed here below",
        "has been entered in the register", "of the council of this city and", "may practise until the last day"};
    for (int i = 0; i < 10; ++i)
        text(page, lines[i % 5], {width / 10, height / 8 + i * height / 14});
    return page;
}

inline cv::Mat turned(const cv::Mat& page, double clockwise)
{
    cv::Mat result;
    // OpenCV's positive angle is counter-clockwise.
    const cv::Mat map = cv::getRotationMatrix2D({page.cols / 2.f, page.rows / 2.f}, -clockwise, 1);
    cv::warpAffine(page, result, map, page.size(), cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    return result;
}

inline std::vector<std::uint8_t> encoded(
    const char* extension, const cv::Mat& page, const std::vector<int>& options = {})
{
    std::vector<std::uint8_t> bytes;
    cv::imencode(extension, page, bytes, options);
    return bytes;
}

} // namespace vidimus::scan::drawing
