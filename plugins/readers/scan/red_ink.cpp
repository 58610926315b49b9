#include "red_ink.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vidimus::scan {

namespace {
constexpr double workDpi = 75;
constexpr double smallestSeal = 12, largestSeal = 65; // millimetres; company chops to the large round seals
constexpr double thickestStroke = 4; // millimetres: thinner things that hang on a seal are no part of it
constexpr int redness = 36; // how much red stands above the other two channels

cv::Mat redMask(const cv::Mat& colour)
{
    cv::Mat planes[3], others, difference, mask;
    cv::split(colour, planes);
    cv::max(planes[0], planes[1], others);
    cv::subtract(planes[2], others, difference);
    cv::threshold(difference, mask, redness, 255, cv::THRESH_BINARY);
    return mask;
}

cv::Mat disc(double millimetres, double dpi)
{
    const int side = std::max(1, static_cast<int>(std::lround(millimetres / 25.4 * dpi))) | 1;
    return cv::getStructuringElement(cv::MORPH_ELLIPSE, {side, side});
}

/// Red things as solid shapes, without thin strokes that lead away from them.
cv::Mat solidShapes(const cv::Mat& red, double dpi)
{
    cv::Mat closed, solid = cv::Mat::zeros(red.size(), CV_8UC1);
    cv::morphologyEx(red, closed, cv::MORPH_CLOSE, disc(2.5, dpi));
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(closed, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    cv::drawContours(solid, outlines, -1, 255, cv::FILLED);
    cv::morphologyEx(solid, solid, cv::MORPH_OPEN, disc(thickestStroke, dpi));
    return solid;
}

bool isSeal(const cv::Rect& box, double area, double inkShare, double pixelsAMm)
{
    const double width = box.width / pixelsAMm, height = box.height / pixelsAMm, aspect = width / height;
    return std::min(width, height) >= smallestSeal && std::max(width, height) <= largestSeal && aspect > 0.6
        && aspect < 1.7 && area > 0.6 * box.area() && inkShare > 0.04 && inkShare < 0.8;
}
} // namespace

std::vector<FoundSeal> findSeals(const cv::Mat& colour, double dpi)
{
    const double scale = std::min(1.0, workDpi / dpi), pixelsAMm = dpi * scale / 25.4;
    cv::Mat small, labels, stats, centres;
    cv::resize(colour, small, {}, scale, scale, cv::INTER_AREA);
    const cv::Mat red = redMask(small);
    const int count
        = cv::connectedComponentsWithStats(solidShapes(red, dpi * scale), labels, stats, centres, 8, CV_32S);
    std::vector<FoundSeal> seals;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
            stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const double area = stats.at<int>(i, cv::CC_STAT_AREA);
        if (!isSeal(box, area, cv::countNonZero(red(box)) / static_cast<double>(box.area()), pixelsAMm))
            continue;
        const double filled = area / box.area(); // a disc fills 0.785 of its box, a square all of it
        const double off = std::min(std::abs(filled - CV_PI / 4), std::abs(filled - 1));
        seals.push_back({{box.x / scale, box.y / scale, box.width / scale, box.height / scale},
            std::clamp(0.95 - 4 * off, 0.3, 0.95)});
    }
    return seals;
}

bool hasRedPrint(const cv::Mat& colour, double dpi)
{
    const double scale = std::min(1.0, workDpi / dpi);
    cv::Mat small;
    cv::resize(colour, small, {}, scale, scale, cv::INTER_AREA);
    cv::Mat red = redMask(small);
    for (const FoundSeal& seal : findSeals(small, dpi * scale))
        red(cv::Rect(seal.box) & cv::Rect({}, red.size())).setTo(0);
    constexpr double leastArea = 6; // square millimetres of ink: a short number in red
    return cv::countNonZero(red) > leastArea * (dpi * scale / 25.4) * (dpi * scale / 25.4);
}

std::vector<FoundLine> findRedLines(const cv::Mat& colour, const cv::Mat& clean, double dpi)
{
    cv::Mat red = redMask(colour);
    if (cv::countNonZero(red) < 200)
        return {};
    for (const FoundSeal& seal : findSeals(colour, dpi)) {
        const cv::Rect box(seal.box);
        const int rim = static_cast<int>(dpi / 25.4);
        red((box + cv::Size(2 * rim, 2 * rim) - cv::Point(rim, rim)) & cv::Rect({}, red.size())).setTo(0);
    }
    cv::dilate(red, red, disc(0.3, dpi)); // the strokes' edges are less red than their middle
    cv::Mat redOnly(clean.size(), CV_8UC1, cv::Scalar(255));
    clean.copyTo(redOnly, red);
    auto lines = findLines(redOnly, dpi);
    std::erase_if(lines, [](const FoundLine& line) { return line.pieces < 3; });
    for (FoundLine& line : lines)
        line.red = true;
    return lines;
}

} // namespace vidimus::scan
