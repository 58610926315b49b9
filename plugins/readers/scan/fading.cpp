#include "fading.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace vidimus::scan {

namespace {
// In line heights: columns looked at together, how far past the line's end, how long each half of a fade is at least
// and at most. Shorter is the edge of a stroke or an overlap of two inks; longer is worn toner.
constexpr double window = 0.6, reach = 4, leastHalf = 0.3, mostHalf = 6;
constexpr int saturated = 249; // grey levels; grain pulls the mean of burnt pixels below 255
constexpr int leastInk = 60; // grey levels between paper and ink from which a line is print in earnest
constexpr std::size_t leastEnds = 3;
constexpr double highestLine = 12; // millimetres; larger is ornament

/// How much darker than the lightest the darkest is, column by column of a band of rows.
std::vector<double> depths(const cv::Mat& band, int columns)
{
    cv::Mat darkest, lightest;
    cv::reduce(band, darkest, 0, cv::REDUCE_MIN, CV_8U);
    cv::reduce(band, lightest, 0, cv::REDUCE_MAX, CV_8U);
    cv::erode(darkest, darkest, cv::getStructuringElement(cv::MORPH_RECT, {columns, 1}));
    cv::dilate(lightest, lightest, cv::getStructuringElement(cv::MORPH_RECT, {columns, 1}));
    std::vector<double> result;
    for (int x = 0; x < band.cols; ++x)
        result.push_back(lightest.at<std::uint8_t>(x) - darkest.at<std::uint8_t>(x));
    return result;
}

double quantile(std::vector<double> values, double share)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// The column past which the ink never again reaches so much of its full depth; the profile runs towards its end.
std::optional<int> lastAbove(const std::vector<double>& profile, double depth)
{
    for (std::size_t i = profile.size(); i > 0; --i)
        if (profile[i - 1] >= depth)
            return static_cast<int>(i - 1);
    return std::nullopt;
}

bool burntAt(const cv::Mat& band, int x, int columns)
{
    const cv::Rect place = cv::Rect(x - columns / 2, 0, columns, band.rows) & cv::Rect({}, band.size());
    return place.area() > 0 && cv::mean(band(place))[0] >= saturated;
}

/// Does the print of a band fade towards its right end? The column half-way.
std::optional<int> fadeToTheRight(const cv::Mat& band, double height, int lineEnd)
{
    const int columns = std::max(3, static_cast<int>(window * height) | 1);
    const auto profile = depths(band, columns);
    const double full = quantile({profile.begin(), profile.begin() + lineEnd}, 0.8);
    if (full < leastInk)
        return std::nullopt;
    const auto strong = lastAbove(profile, 0.75 * full), half = lastAbove(profile, 0.5 * full),
               weak = lastAbove(profile, 0.25 * full);
    const int past = *weak + columns;
    if (past >= band.cols || !burntAt(band, past, columns))
        return std::nullopt;
    const double first = (*half - *strong) / height, second = (*weak - *half) / height;
    if (std::min(first, second) < leastHalf || std::max(first, second) > mostHalf)
        return std::nullopt;
    return *half;
}

/// How far the burnt paper reaches beside a fade: to where it is duller, to the next print, at most to the margin.
int farEndOf(const cv::Mat& grey, const FoundLine& line, const std::vector<FoundLine>& all, int from, bool toTheLeft)
{
    cv::Rect print = line.box;
    for (const FoundLine& other : all)
        print |= other.box;
    const int step = std::max(4, line.box.height / 2), skipped = 2 * line.box.height; // the fade itself
    int x = from;
    while (x - step > print.x && x + step < print.br().x) {
        const cv::Rect next
            = cv::Rect(toTheLeft ? x - step : x, line.box.y, step, line.box.height) & cv::Rect({}, grey.size());
        if (std::abs(x - from) > skipped && cv::mean(grey(next))[0] < saturated)
            break;
        x += toTheLeft ? -step : step;
    }
    return x;
}

/// The rows of a line, a little less than they are high so that neighbours stay out, and what may follow it.
cv::Rect bandOf(const FoundLine& line, const std::vector<FoundLine>& all, const cv::Size& page, bool toTheLeft)
{
    const int past = static_cast<int>(reach * line.box.height);
    int left = line.box.x, right = line.box.x + line.box.width;
    (toTheLeft ? left : right) += toTheLeft ? -past : past;
    for (const FoundLine& other : all) {
        const bool beside = std::min(line.box.br().y, other.box.br().y) > std::max(line.box.y, other.box.y);
        if (!beside || &other == &line)
            continue;
        if (!toTheLeft && other.box.x >= line.box.br().x)
            right = std::min(right, other.box.x);
        if (toTheLeft && other.box.br().x <= line.box.x)
            left = std::max(left, other.box.br().x);
    }
    return cv::Rect(left, line.box.y, right - left, line.box.height) & cv::Rect({}, page);
}
} // namespace

std::vector<Fade> fadingEnds(const cv::Mat& grey, const std::vector<FoundLine>& lines, double dpi)
{
    std::vector<Fade> fades;
    for (const FoundLine& line : lines) {
        if (line.pieces < 4 || line.box.width < 2 * line.box.height || line.box.height > highestLine / 25.4 * dpi)
            continue;
        for (const bool toTheLeft : {false, true}) {
            const cv::Rect place = bandOf(line, lines, grey.size(), toTheLeft);
            if (place.width < 3 * line.box.height || place.height < 4)
                continue;
            cv::Mat band;
            cv::GaussianBlur(grey(place), band, {3, 3}, 0);
            if (toTheLeft)
                cv::flip(band, band, 1);
            const int lineEnd = std::min(line.box.width, band.cols);
            if (const auto at = fadeToTheRight(band, line.box.height, lineEnd)) {
                const int x = toTheLeft ? place.br().x - 1 - *at : place.x + *at;
                fades.push_back({{x, place.y + place.height / 2}, farEndOf(grey, line, lines, x, toTheLeft)});
            }
        }
    }
    return fades;
}

double fadedShare(const cv::Mat& grey, const std::vector<FoundLine>& lines, double dpi)
{
    const auto fades = fadingEnds(grey, lines, dpi);
    if (fades.size() < leastEnds)
        return 0;
    std::vector<cv::Point> ends, around;
    for (const Fade& fade : fades) {
        ends.push_back(fade.at);
        ends.emplace_back(fade.farEnd, fade.at.y);
    }
    cv::convexHull(ends, around);
    return cv::contourArea(around) / static_cast<double>(grey.total());
}

} // namespace vidimus::scan
