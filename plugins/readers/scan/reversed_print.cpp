#include "reversed_print.hpp"

#include "levels.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace vidimus::scan {

namespace {
constexpr double darkShare = 0.62; // of the paper's level: a ground on which white print is legible is darker
constexpr double leastHeightMm = 3.5, leastWidthMm = 8; // of a ground; below lie letters, rules and check boxes
constexpr double rimMm = 2.5; // of the paper, where shadows and what lies behind it show
constexpr double thinnestMm = 1; // what is thinner is a line
constexpr double leastFilled = 0.55; // of its bounding box is dark; codes and frames are not
constexpr double widestStrokeMm = 3; // of light print
constexpr double highestPrintMm = 20; // a light place higher and wider than this is another ground
constexpr double panelFilled = 0.75; // of its bounding box is light: a white panel, no letter
constexpr std::size_t mostHoles = 5'000; // a ground with more is a screen of dots
constexpr double leastPrint = 0.01, mostPrint = 0.5; // of the ground is light
constexpr double leastContrast = 60; // grey levels between ground and print
constexpr double stampShape = 3; // a red ground less oblong than this is a stamp

bool isStamp(const cv::Mat& colour, const cv::Mat& dark, const cv::Size& size)
{
    const cv::Scalar mean = cv::mean(colour, dark);
    const bool red = mean[2] > 1.4 * std::max(mean[0], mean[1]);
    return red && std::max(size.width, size.height) < stampShape * std::min(size.width, size.height);
}

/// The dark ground with what is printed on it: its holes, but for those that are grounds of their own.
cv::Mat withPrint(const cv::Mat& own, double pixelsPerMm)
{
    cv::Mat framed, ground;
    cv::copyMakeBorder(own, framed, 1, 1, 1, 1, cv::BORDER_CONSTANT, 0);
    std::vector<std::vector<cv::Point>> outlines;
    std::vector<cv::Vec4i> tree;
    cv::findContours(framed, outlines, tree, cv::RETR_CCOMP, cv::CHAIN_APPROX_NONE);
    ground = cv::Mat::zeros(framed.size(), CV_8U);
    if (outlines.size() > mostHoles)
        return ground({1, 1, own.cols, own.rows}).clone();
    for (std::size_t i = 0; i < outlines.size(); ++i)
        if (tree[i][3] < 0)
            cv::fillPoly(ground, outlines[i], 255);
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        if (tree[i][3] < 0)
            continue;
        const cv::Rect box = cv::boundingRect(outlines[i]);
        const int shorter = std::min(box.width, box.height);
        cv::Mat hole = cv::Mat::zeros(box.size(), CV_8U);
        cv::fillPoly(hole, outlines[i], 255, cv::LINE_8, 0, -box.tl());
        const int light = cv::countNonZero(hole & ~framed(box));
        const bool print = shorter <= widestStrokeMm * pixelsPerMm
            || (shorter <= highestPrintMm * pixelsPerMm && light < panelFilled * box.area());
        if (!print)
            ground(box).setTo(0, hole);
    }
    return ground({1, 1, own.cols, own.rows}).clone();
}

struct RegionLevels {
    double ground = 0, print = 0, share = 0;
};

/// Of the two kinds of pixels on the ground, by Otsu's threshold.
RegionLevels levelsOn(const cv::Mat& plane, const cv::Mat& ground)
{
    cv::Mat pixels(1, cv::countNonZero(ground), CV_8U), light;
    if (pixels.cols < 2)
        return {};
    int at = 0;
    for (int y = 0; y < plane.rows; ++y)
        for (int x = 0; x < plane.cols; ++x)
            if (ground.at<uchar>(y, x))
                pixels.at<uchar>(0, at++) = plane.at<uchar>(y, x);
    cv::threshold(pixels, light, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    const int lights = cv::countNonZero(light);
    if (lights == 0 || lights == pixels.cols)
        return {};
    cv::Mat dark;
    cv::bitwise_not(light, dark);
    return {cv::mean(pixels, dark)[0], cv::mean(pixels, light)[0], static_cast<double>(lights) / pixels.cols};
}
} // namespace

std::vector<ReversedPrint> findReversedPrint(const cv::Mat& colour, double dpi)
{
    std::vector<ReversedPrint> found;
    cv::Mat grey, dark, labels, stats, centres;
    cv::cvtColor(colour, grey, cv::COLOR_BGR2GRAY);
    cv::compare(grey, darkShare * levelAt(grey, 0.9), dark, cv::CMP_LT);
    // Lines and shadows at the paper's edge that touch a ground are none of it.
    const double pixelsPerMm = dpi / 25.4;
    const int thin = static_cast<int>(std::lround(thinnestMm * pixelsPerMm)) | 1;
    cv::morphologyEx(dark, dark, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {thin, thin}));
    const int rim = static_cast<int>(std::lround(rimMm * pixelsPerMm));
    cv::rectangle(dark, {0, 0, dark.cols, dark.rows}, 0, 2 * rim);
    const int count = cv::connectedComponentsWithStats(dark, labels, stats, centres, 4);
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
            stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (box.height < leastHeightMm * pixelsPerMm || box.width < leastWidthMm * pixelsPerMm
            || stats.at<int>(i, cv::CC_STAT_AREA) < leastFilled * box.area())
            continue;
        cv::Mat own;
        cv::compare(labels(box), i, own, cv::CMP_EQ);
        if (isStamp(colour(box), own, box.size()))
            continue;
        cv::Mat ground = withPrint(own, pixelsPerMm);
        // Its rim is as light as the paper in part; outside of the box lies paper.
        cv::erode(ground, ground, cv::Mat(), {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
        const double printed = cv::countNonZero(ground & ~own) / std::max(1.0, 1.0 * cv::countNonZero(ground));
        if (printed >= leastPrint && printed <= mostPrint)
            found.push_back({box, ground});
    }
    return found;
}

cv::Mat turnedOver(const cv::Mat& colour, const cv::Mat& ground)
{
    std::array<cv::Mat, 4> planes;
    cv::split(colour, planes.data());
    cv::cvtColor(colour, planes[3], cv::COLOR_BGR2GRAY);
    RegionLevels best;
    const cv::Mat* plane = nullptr;
    for (const cv::Mat& one : planes) {
        const RegionLevels levels = levelsOn(one, ground);
        if (levels.share <= mostPrint
            && levels.print - levels.ground > std::max(leastContrast, best.print - best.ground)) {
            best = levels;
            plane = &one;
        }
    }
    cv::Mat result;
    if (!plane)
        return result;
    // Both what is lighter and what is darker than the ground is print.
    const double stretch = 255 / (best.print - best.ground);
    cv::absdiff(*plane, cv::Scalar(best.ground), result);
    result.convertTo(result, CV_8U, -stretch, 255);
    return result;
}

} // namespace vidimus::scan
