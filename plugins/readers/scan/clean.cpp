#include "clean.hpp"

#include "levels.hpp"
#include "rules.hpp"

#include <opencv2/imgproc.hpp>

#include <vector>

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

namespace {

/// Columns of the crop through which something dark runs from top to bottom, and on for so many pixels in all.
std::vector<cv::Range> columnsOfRules(const cv::Mat& page, const cv::Rect& crop, int length, double darkLevel)
{
    const int beyond = std::max(0, length - crop.height);
    const cv::Rect tall
        = cv::Rect(crop.x, crop.y - beyond, crop.width, crop.height + 2 * beyond) & cv::Rect({}, page.size());
    cv::Mat dark, across = cv::Mat::zeros(1, crop.width, CV_8U);
    cv::threshold(page(tall), dark, darkLevel, 255, cv::THRESH_BINARY_INV);
    const int from = crop.y - tall.y, least = std::max(length, crop.height);
    for (const Run& run : runsIn(dark, least, true))
        if (run.length() >= least && run.from <= from && run.until >= from + crop.height)
            across.at<std::uint8_t>(run.at) = 255;
    std::vector<cv::Range> columns;
    for (int x = 0; x < across.cols; ++x) {
        const int begin = x;
        while (x < across.cols && across.at<std::uint8_t>(x))
            ++x;
        if (x > begin)
            columns.emplace_back(begin, x);
    }
    return columns;
}

} // namespace

cv::Mat withoutRules(const cv::Mat& page, const cv::Rect& crop, double lineHeight)
{
    constexpr double shortest = 2.6; // line heights; no character of the line is as high
    constexpr double widest = 0.2; // line heights; what is wider is a picture's edge
    constexpr int leastContrast = 40;
    cv::Mat line = page(crop);
    const Levels levels(line);
    const int paper = levels.at(0.9), ink = levels.at(0.02);
    if (paper - ink < leastContrast || levels.at(0.5) < (paper + ink) / 2) // light print on dark has dark gaps
        return line;
    const double darkLevel = paper - (paper - ink) * 0.4;
    const int soft = std::max(1, static_cast<int>(lineHeight * 0.04)); // a rule's blurred edges
    bool copied = false;
    for (const cv::Range& rule : columnsOfRules(page, crop, static_cast<int>(shortest * lineHeight), darkLevel)) {
        const int left = std::max(0, rule.start - soft), right = std::min(crop.width, rule.end + soft);
        double darkest = 255;
        for (const int x : {left - 1, right})
            if (double least = 255; x >= 0 && x < crop.width) {
                cv::minMaxLoc(page.col(crop.x + x).rowRange(crop.y, crop.y + crop.height), &least);
                darkest = std::min(darkest, least);
            }
        if (rule.size() > widest * lineHeight + 2 || darkest < darkLevel)
            continue;
        if (!copied)
            line = line.clone();
        copied = true;
        line.colRange(left, right).setTo(paper);
    }
    return line;
}

} // namespace vidimus::scan
