#include "key_points.hpp"

#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>

namespace vidimus::scan {

namespace {
constexpr int longerSide = 1750; // pixels: A4 at 150 dpi, where a character is as large as ORB's pattern of 31 pixels
constexpr double mostDpi = 300; // of a card
constexpr float levelStep = 1.2F;
constexpr int levels = 4; // pages of a design are prepared to one size: little scale is left to be found
constexpr int found = 12'000; // before they are strewn
constexpr int cellsAlong = 30;

/// The page's print at the resolution at which key points are looked for.
cv::Mat printOf(const PreparedPicture& page)
{
    const cv::Mat& text = page.plane(Plane::Text);
    const double scale
        = std::min({1.0, static_cast<double>(longerSide) / std::max(text.cols, text.rows), mostDpi / page.dpi()});
    cv::Mat print;
    cv::resize(text, print, {}, scale, scale, cv::INTER_AREA);
    return print;
}

cv::Mat onlyWithin(const cv::Mat& print, std::span<const vidimus_region_t> wording, cv::Point2d pixelsAMm)
{
    cv::Mat only(print.size(), print.type(), cv::Scalar::all(255));
    for (const vidimus_region_t& region : wording) {
        const cv::Rect2d place(region.x_mm * pixelsAMm.x, region.y_mm * pixelsAMm.y, region.width_mm * pixelsAMm.x,
            region.height_mm * pixelsAMm.y);
        const cv::Rect box = cv::Rect(place) & cv::Rect({}, print.size());
        if (!box.empty())
            print(box).copyTo(only(box));
    }
    return only;
}

/// Numbers of the strongest of each cell, the strongest first.
std::vector<std::size_t> strewn(const std::vector<cv::KeyPoint>& all, cv::Size size, const KeyPointLimits& limits)
{
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return all[a].response > all[b].response; });
    const float cell = static_cast<float>(std::max(size.width, size.height)) / cellsAlong;
    std::map<std::pair<int, int>, std::size_t> taken;
    std::erase_if(order, [&](std::size_t i) {
        return ++taken[{static_cast<int>(all[i].pt.x / cell), static_cast<int>(all[i].pt.y / cell)}] > limits.inACell;
    });
    order.resize(std::min(order.size(), limits.atMost));
    return order;
}
} // namespace

std::vector<vidimus_key_point_t> keyPointsOf(
    const PreparedPicture& page, const KeyPointLimits& limits, std::span<const vidimus_region_t> wording)
{
    cv::Mat print = printOf(page);
    if (print.cols < 64 || print.rows < 64)
        return {};
    const cv::Point2d pixelsAMm(print.cols / page.widthMm(), print.rows / page.heightMm());
    if (!wording.empty())
        print = onlyWithin(print, wording, pixelsAMm);
    const auto orb = cv::ORB::create(found, levelStep, levels);
    std::vector<cv::KeyPoint> all;
    cv::Mat descriptors;
    orb->detectAndCompute(print, cv::noArray(), all, descriptors);
    std::vector<vidimus_key_point_t> points;
    for (const std::size_t i : strewn(all, print.size(), limits)) {
        vidimus_key_point_t& point = points.emplace_back();
        point.x_mm = all[i].pt.x / pixelsAMm.x;
        point.y_mm = all[i].pt.y / pixelsAMm.y;
        point.angle_deg = all[i].angle;
        point.level = static_cast<std::uint32_t>(all[i].octave);
        std::copy_n(descriptors.ptr(static_cast<int>(i)), sizeof(point.descriptor), point.descriptor);
    }
    return points;
}

} // namespace vidimus::scan
