#include "clean.hpp"

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

} // namespace vidimus::scan
