#include "skew.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vidimus::scan {

namespace {
constexpr std::size_t mostPoints = 60'000; // more tell nothing new
constexpr double sweep = 15, coarse = 0.5, fine = 0.1; // degrees

double sharpness(const std::vector<cv::Point2f>& ink, double degrees)
{
    const double radians = degrees * CV_PI / 180;
    const auto sine = static_cast<float>(std::sin(radians)), cosine = static_cast<float>(std::cos(radians));
    float least = 0, most = 0;
    std::vector<float> places;
    places.reserve(ink.size());
    for (const cv::Point2f& p : ink) {
        const float place = p.y * cosine - p.x * sine;
        least = std::min(least, place);
        most = std::max(most, place);
        places.push_back(place);
    }
    std::vector<float> profile(static_cast<std::size_t>(most - least) + 3);
    for (const float place : places) {
        // Shared between two bins, so that the score changes smoothly with the angle.
        const float at = place - least;
        const auto bin = static_cast<std::size_t>(at);
        const float share = at - static_cast<float>(bin);
        profile[bin] += 1 - share;
        profile[bin + 1] += share;
    }
    double score = 0;
    for (std::size_t i = 1; i < profile.size(); ++i) {
        const double difference = profile[i] - profile[i - 1];
        score += difference * difference;
    }
    return score;
}
} // namespace

std::vector<cv::Point2f> inkPoints(const cv::Mat& grey)
{
    cv::Mat ink;
    cv::adaptiveThreshold(grey, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, 31, 15);
    // The rim holds shadows of the paper's edge, which run along the glass and not along the text.
    const int rim = std::min(ink.cols, ink.rows) / 25;
    const cv::Mat inner = ink(cv::Rect(rim, rim, ink.cols - 2 * rim, ink.rows - 2 * rim));
    std::vector<cv::Point> all;
    cv::findNonZero(inner, all);
    const std::size_t step = all.size() / mostPoints + 1;
    std::vector<cv::Point2f> points;
    for (std::size_t i = 0; i < all.size(); i += step)
        points.emplace_back(all[i] - cv::Point(inner.cols / 2, inner.rows / 2));
    return points;
}

Skew findSkew(const std::vector<cv::Point2f>& ink, double direction)
{
    if (ink.size() < 200)
        return {};
    std::vector<double> scores;
    double best = 0, bestScore = -1;
    for (double angle = -sweep; angle <= sweep + 1e-9; angle += coarse) {
        scores.push_back(sharpness(ink, direction + angle));
        if (scores.back() > bestScore) {
            bestScore = scores.back();
            best = angle;
        }
    }
    const double centre = best;
    for (double angle = centre - coarse + fine; angle < centre + coarse - fine / 2; angle += fine) {
        const double score = sharpness(ink, direction + angle);
        if (score > bestScore) {
            bestScore = score;
            best = angle;
        }
    }
    const double before = sharpness(ink, direction + best - fine), after = sharpness(ink, direction + best + fine);
    if (const double bend = before - 2 * bestScore + after; bend < 0) // the top of the parabola through the three
        best += std::clamp(0.5 * (before - after) / bend, -0.5, 0.5) * fine;
    std::nth_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(scores.size() / 2), scores.end());
    return {best, bestScore / std::max(scores[scores.size() / 2], 1.0)};
}

} // namespace vidimus::scan
