#include "line_finder.hpp"

#include "line_grouping.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vidimus::scan {

namespace {
// Millimetres. The smallest print on papers is 4 pt (capitals 1 mm); the largest titles are under 2 cm.
constexpr double speckle = 0.15, smallestText = 1.0, smallestAlone = 1.6, largestText = 18, longestPiece = 60;
constexpr double longRule = 12, highRule = 10, ruleThickness = 1.2;
constexpr int inkLevel = 150; // of a cleaned page: darker is ink

/// Long thin strokes of one direction that no character has.
cv::Mat rulesIn(const cv::Mat& ink, cv::Size kernel, int thickness)
{
    cv::Mat rules, labels, stats, centres;
    cv::morphologyEx(ink, rules, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, kernel));
    const int count = cv::connectedComponentsWithStats(rules, labels, stats, centres, 8, CV_32S);
    const bool across = kernel.width > kernel.height;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
            stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if ((across ? stats.at<int>(i, cv::CC_STAT_AREA) / box.width : stats.at<int>(i, cv::CC_STAT_AREA) / box.height)
            > thickness)
            rules(box).setTo(0, labels(box) == i);
    }
    cv::dilate(rules, rules, cv::getStructuringElement(cv::MORPH_RECT, across ? cv::Size(1, 5) : cv::Size(5, 1)));
    return rules;
}

cv::Mat inkWithoutRules(const cv::Mat& clean, double pixelsAMm)
{
    cv::Mat ink;
    cv::threshold(clean, ink, inkLevel, 255, cv::THRESH_BINARY_INV);
    const auto px = [&](double mm) { return std::max(1, static_cast<int>(mm * pixelsAMm)); };
    const cv::Mat across = rulesIn(ink, {px(longRule), 1}, px(ruleThickness));
    const cv::Mat down = rulesIn(ink, {1, px(highRule)}, px(ruleThickness));
    ink.setTo(0, across);
    ink.setTo(0, down);
    return ink;
}

/// Connected pieces of ink, the big ones and those that only complete a line (dots, accents, commas, thin strokes).
void findPieces(const cv::Mat& ink, double pixelsAMm, std::vector<cv::Rect>& large, std::vector<cv::Rect>& small)
{
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8, CV_32S);
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
            stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const double width = box.width / pixelsAMm, height = box.height / pixelsAMm;
        if ((width < speckle && height < speckle) || height > largestText || width > longestPiece)
            continue;
        (height >= smallestText ? large : small).push_back(box);
    }
}

double strokesIn(const cv::Mat& ink)
{
    cv::Mat above, starts, inked;
    cv::copyMakeBorder(ink, above, 1, 0, 0, 0, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::subtract(ink, above.rowRange(0, ink.rows), starts); // ink with none above it
    cv::reduce(ink, inked, 0, cv::REDUCE_MAX, CV_8U);
    const int columns = cv::countNonZero(inked);
    return columns ? static_cast<double>(cv::countNonZero(starts)) / columns : 0;
}

bool readable(const FoundLine& line, const cv::Mat& ink, double pixelsAMm)
{
    const double aspect = static_cast<double>(line.box.width) / line.box.height;
    const double height = line.box.height / pixelsAMm;
    // What stands all alone must be larger than what has a line around it.
    if (height < smallestText || (line.pieces == 1 && (aspect > 6 || aspect < 0.08 || height < smallestAlone)))
        return false;
    const double filled = static_cast<double>(cv::countNonZero(ink(line.box))) / line.box.area();
    return filled > 0.02 && filled < 0.85; // emptier than any print; a bar or a dark picture
}
} // namespace

std::vector<FoundLine> findLines(const cv::Mat& clean, double dpi)
{
    const double pixelsAMm = dpi / 25.4;
    if (clean.cols < 16 || clean.rows < 16)
        return {};
    const cv::Mat ink = inkWithoutRules(clean, pixelsAMm);
    std::vector<cv::Rect> large, small;
    findPieces(ink, pixelsAMm, large, small);
    std::vector<FoundLine> lines = groupIntoLines(large, small, pixelsAMm);
    std::erase_if(lines, [&](const FoundLine& line) { return !readable(line, ink, pixelsAMm); });
    for (FoundLine& line : lines)
        line.strokes = strokesIn(ink(line.box));
    inReadingOrder(lines);
    return lines;
}

} // namespace vidimus::scan
