#include "code_candidates.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <complex>

namespace vidimus::codes {
namespace {

constexpr double workingDpi = 100; // modules of 0.25 mm are still texture
constexpr double slopesDpi = 300;
constexpr double smallestMm = 4.5, largestMm = 120;
// White within a code: of fine modules, where lines of text may stand close; and of coarse ones.
constexpr double narrowGapMm = 1.2, wideGapMm = 2.2;
constexpr double holeMm = 4;
constexpr double coreMm = 1.9; // half of what text is high at most: thicker things are no line of text
constexpr double groundMm = 6; // more than a code is black in one piece
// Grey levels below the ground: a pale print, and one among whose ink a patterned ground does not count.
constexpr int pale = 26, plain = 70;
constexpr double leastEdges = 0.045; // mean slope a pixel as a share of the contrast
constexpr double leastContrast = 40; // grey levels
constexpr double leastSquareness = 0.05; // text and photographs have edges in all directions
constexpr double oneWay = 0.4;
constexpr double widestMatrix = 1.8; // matrix codes are square, and some print may hang on them
constexpr std::size_t mostCandidates = 16;

cv::Mat box(double mm, double perMm, int shape = cv::MORPH_RECT)
{
    const int side = std::max(3, static_cast<int>(std::lround(mm * perMm)) | 1);
    return cv::getStructuringElement(shape, {side, side});
}

/// What the slopes within a region say of it.
struct Slopes {
    double mean = 0; ///< a pixel, as a share of the contrast
    double degrees = 0; ///< of the edges, -45..45
    double squareness = 0, oneWay = 0; ///< 0..1: how much they run along two directions; along one
};

Slopes slopesOf(const cv::Mat& region, const cv::Mat& mask)
{
    cv::Mat across, down;
    cv::Sobel(region, across, CV_16S, 1, 0);
    cv::Sobel(region, down, CV_16S, 0, 1);
    // Angles doubled twice: a square's four directions become one.
    std::complex<double> two, four;
    double all = 0, lengths = 0;
    int count = 0;
    for (int y = 0; y < region.rows; ++y) {
        const auto *x = across.ptr<short>(y), *d = down.ptr<short>(y);
        const auto* inside = mask.ptr<std::uint8_t>(y);
        for (int i = 0; i < region.cols; ++i) {
            if (!inside[i])
                continue;
            const std::complex<double> slope(x[i] / 8.0, d[i] / 8.0);
            const double square = std::norm(slope);
            const auto doubled = slope * slope;
            two += doubled;
            if (square > 0)
                four += doubled * doubled / square;
            all += square;
            lengths += std::sqrt(square);
            ++count;
        }
    }
    double least = 0, most = 0;
    cv::minMaxLoc(region, &least, &most, nullptr, nullptr, mask);
    if (count == 0 || most - least < leastContrast)
        return {};
    return {
        lengths / count / (most - least), std::arg(four) / 4 * 180 / CV_PI, std::abs(four) / all, std::abs(two) / all};
}

/// Closes the gaps within a code, and the holes that are left.
cv::Mat solid(const cv::Mat& dark, double gap, double perMm)
{
    cv::Mat closed;
    // A wide gap is round, or bars that lie aslant are further apart than those that lie straight.
    const int shape = gap > narrowGapMm ? cv::MORPH_ELLIPSE : cv::MORPH_RECT;
    cv::morphologyEx(dark, closed, cv::MORPH_CLOSE, box(gap, perMm, shape));
    std::vector<std::vector<cv::Point>> outlines;
    std::vector<cv::Vec4i> tree;
    cv::findContours(closed, outlines, tree, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);
    for (std::size_t i = 0; i < outlines.size(); ++i)
        if (tree[i][3] >= 0 && cv::contourArea(outlines[i]) < holeMm * holeMm * perMm * perMm)
            cv::drawContours(closed, outlines, static_cast<int>(i), cv::Scalar(255), cv::FILLED);
    return closed;
}

/// The outline's box along that direction, grown by half of an upright square's side.
cv::RotatedRect boxAlong(const std::vector<cv::Point>& outline, double degrees, double half)
{
    const double c = std::cos(degrees * CV_PI / 180), s = std::sin(degrees * CV_PI / 180);
    const double grow = half * (std::abs(c) + std::abs(s));
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (const cv::Point& p : outline) {
        const double along = p.x * c + p.y * s, across = p.y * c - p.x * s;
        left = std::min(left, along);
        right = std::max(right, along);
        top = std::min(top, across);
        bottom = std::max(bottom, across);
    }
    const double x = (left + right) / 2, y = (top + bottom) / 2;
    return {cv::Point2f(static_cast<float>(x * c - y * s), static_cast<float>(x * s + y * c)),
        cv::Size2f(static_cast<float>(right - left + 2 * grow), static_cast<float>(bottom - top + 2 * grow)),
        static_cast<float>(degrees)};
}

/// The slopes of the place at a resolution at which fine modules have edges.
Slopes slopesAt(const cv::Mat& grey, const cv::Mat& closed, const cv::Rect& place, double scale, double dpi)
{
    const double finer = std::min(1.0, slopesDpi / dpi);
    const cv::Rect2d large(place.x / scale, place.y / scale, place.width / scale, place.height / scale);
    cv::Mat region, mask;
    cv::resize(grey(cv::Rect(large) & cv::Rect({}, grey.size())), region, {}, finer, finer, cv::INTER_AREA);
    cv::GaussianBlur(region, region, {3, 3}, 0);
    cv::resize(closed(place), mask, region.size(), 0, 0, cv::INTER_NEAREST);
    return slopesOf(region, mask);
}

void addFrom(
    const cv::Mat& grey, const cv::Mat& dark, double gap, double scale, double dpi, std::vector<Candidate>& found)
{
    const double perMm = dpi * scale / 25.4;
    const cv::Mat closed = solid(dark, gap, perMm);
    cv::Mat core;
    cv::erode(closed, core, box(2 * coreMm, perMm));
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(core, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    for (const auto& outline : outlines) {
        const cv::Rect bounds = cv::boundingRect(outline);
        const double longest = std::max(bounds.width, bounds.height) / perMm + 2 * coreMm;
        if (longest < smallestMm || longest > largestMm * std::sqrt(2))
            continue;
        const int rim = static_cast<int>(coreMm * perMm);
        const cv::Rect place = cv::Rect(bounds.x - rim, bounds.y - rim, bounds.width + 2 * rim, bounds.height + 2 * rim)
            & cv::Rect({}, dark.size());
        const Slopes slopes = slopesAt(grey, closed, place, scale, dpi);
        if (slopes.mean < leastEdges || slopes.squareness < leastSquareness)
            continue;
        const Candidate candidate{boxAlong(outline, slopes.degrees, coreMm * perMm), slopes.oneWay > oneWay};
        const auto [shorter, longer] = std::minmax(candidate.box.size.width, candidate.box.size.height);
        if (shorter > smallestMm * perMm && (candidate.bars || longer < widestMatrix * shorter))
            found.push_back(candidate);
    }
}

bool same(const Candidate& a, const Candidate& b, double perMm)
{
    constexpr double much = 1.5; // millimetres
    const auto between = a.box.center - b.box.center;
    return std::hypot(between.x, between.y) < much * perMm
        && std::abs(a.box.size.area() - b.box.size.area())
        < much * perMm * (a.box.size.width + a.box.size.height + b.box.size.width + b.box.size.height) / 2;
}

} // namespace

std::vector<Candidate> findCandidates(const cv::Mat& grey, double dpi)
{
    const double scale = std::min(1.0, workingDpi / dpi), perMm = dpi * scale / 25.4;
    cv::Mat small, ground, depth, dark;
    cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
    cv::morphologyEx(small, ground, cv::MORPH_CLOSE, box(groundMm, perMm));
    cv::subtract(ground, small, depth);
    std::vector<Candidate> all, found;
    for (const int level : {plain, pale}) {
        cv::threshold(depth, dark, level, 255, cv::THRESH_BINARY);
        for (const double gap : {narrowGapMm, wideGapMm})
            addFrom(grey, dark, gap, scale, dpi, all);
    }
    std::stable_sort(all.begin(), all.end(),
        [](const Candidate& a, const Candidate& b) { return a.box.size.area() > b.box.size.area(); });
    for (const Candidate& candidate : all)
        if (std::none_of(found.begin(), found.end(), [&](const Candidate& b) { return same(candidate, b, perMm); }))
            found.push_back(candidate);
    if (found.size() > mostCandidates)
        found.resize(mostCandidates);
    for (Candidate& candidate : found) {
        // Pixel centres of the sketch -> of the picture.
        candidate.box.center
            = (candidate.box.center + cv::Point2f(0.5f, 0.5f)) / static_cast<float>(scale) - cv::Point2f(0.5f, 0.5f);
        candidate.box.size = candidate.box.size / static_cast<float>(scale);
    }
    return found;
}

} // namespace vidimus::codes
