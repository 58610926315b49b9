#include "clean.hpp"

#include "levels.hpp"

#include <opencv2/imgproc.hpp>

namespace vidimus::scan {

namespace {
// Of the paper's level: what is lighter than this share becomes white, darker than that black. Guilloche stands above
// 0.84.
constexpr double blackShare = 70.0 / 255, whiteShare = 215.0 / 255;
constexpr int quarter = 4;
} // namespace

cv::Mat withoutBackground(const cv::Mat& grey)
{
    if (grey.cols < 8 * quarter || grey.rows < 8 * quarter)
        return grey.clone();
    cv::Mat small, paper;
    cv::resize(grey, small, {}, 1.0 / quarter, 1.0 / quarter, cv::INTER_AREA);
    cv::dilate(small, small, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
    cv::medianBlur(small, small, 21);
    cv::max(small, 1, small);
    cv::resize(small, paper, grey.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat share, result;
    cv::divide(grey, paper, share, 255, CV_8U);
    share.convertTo(result, CV_8U, 1 / (whiteShare - blackShare), -255 * blackShare / (whiteShare - blackShare));
    return result;
}

cv::Mat sauvola(const cv::Mat& grey, int window, double k)
{
    cv::Mat mean, meanOfSquares, wide;
    grey.convertTo(wide, CV_32F);
    cv::boxFilter(wide, mean, CV_32F, {window, window}, {-1, -1}, true, cv::BORDER_REPLICATE);
    cv::sqrBoxFilter(wide, meanOfSquares, CV_32F, {window, window}, {-1, -1}, true, cv::BORDER_REPLICATE);
    cv::Mat variance = cv::max(meanOfSquares - mean.mul(mean), 0.0), spread, result;
    cv::sqrt(variance, spread);
    const cv::Mat threshold = mean.mul(1 + k * (spread / 128 - 1));
    cv::compare(wide, threshold, result, cv::CMP_GT);
    return result;
}

cv::Mat withoutRules(const cv::Mat& crop, double lineHeight)
{
    constexpr double through = 0.9; // of the crop's height
    constexpr double widest = 0.2; // line heights; what is wider is a picture's edge
    constexpr int leastContrast = 40;
    if (crop.rows < 1.3 * lineHeight || crop.cols < 3)
        return crop; // a letter may fill it
    const int paper = levelAt(crop, 0.9), ink = levelAt(crop, 0.02);
    if (paper - ink < leastContrast)
        return crop;
    cv::Mat dark, rules;
    cv::threshold(crop, dark, paper - (paper - ink) * 0.4, 255, cv::THRESH_BINARY_INV);
    const auto length = static_cast<int>(crop.rows * through);
    cv::morphologyEx(
        dark, rules, cv::MORPH_OPEN, cv::Mat::ones(length, 1, CV_8U), {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::Mat across;
    cv::reduce(rules, across, 0, cv::REDUCE_MAX);
    cv::Mat result = crop;
    for (int x = 0; x < across.cols; ++x) {
        int end = x;
        while (end < across.cols && across.at<std::uint8_t>(end))
            ++end;
        if (end == x || end - x > widest * lineHeight + 2) {
            x = end;
            continue;
        }
        if (result.data == crop.data)
            result = crop.clone();
        const int soft = std::max(1, static_cast<int>(lineHeight * 0.04)); // its blurred edges
        const cv::Range columns(std::max(0, x - soft), std::min(crop.cols, end + soft));
        result.colRange(columns).setTo(paper);
        x = end;
    }
    return result;
}

} // namespace vidimus::scan
