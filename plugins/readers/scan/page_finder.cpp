#include "page_finder.hpp"

#include "levels.hpp"
#include "paper_format.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vidimus::scan {

namespace {
constexpr int workSide = 1000; // pixels of the longer side in which papers are looked for
constexpr double rectangular = 0.95; // share of the quad that the outline must fill

struct Candidate {
    Quad quad; ///< work pixels
    std::vector<cv::Point> outline;
};

cv::Mat kernel(int side)
{
    return cv::getStructuringElement(cv::MORPH_RECT, {side, side});
}

/// The straight line through the middle part of the outline's points between two corners.
cv::Vec4d edgeThrough(const std::vector<cv::Point>& outline, cv::Point2d from, cv::Point2d to)
{
    std::vector<cv::Point2f> points;
    const cv::Point2d along = (to - from) / lengthOf(to - from);
    const double length = lengthOf(to - from);
    for (const cv::Point& p : outline) {
        const cv::Point2d d = cv::Point2d(p) - from;
        const double t = d.dot(along) / length;
        if (t > 0.1 && t < 0.9 && std::abs(along.cross(d)) < 0.02 * workSide) // corners are round or dog-eared
            points.push_back(p);
    }
    if (points.size() < 8)
        return {along.x, along.y, from.x, from.y};
    cv::Vec4f line;
    cv::fitLine(points, line, cv::DIST_HUBER, 0, 0.01, 0.01);
    return line;
}

cv::Point2d crossing(const cv::Vec4d& a, const cv::Vec4d& b)
{
    const cv::Point2d da(a[0], a[1]), db(b[0], b[1]), pa(a[2], a[3]), pb(b[2], b[3]);
    const double det = da.cross(db);
    return std::abs(det) < 1e-6 ? pb : pa + da * ((pb - pa).cross(db) / det);
}

Quad refined(const Candidate& candidate)
{
    std::array<cv::Vec4d, 4> edges;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d from = candidate.quad[i], to = candidate.quad[(i + 1) % 4];
        edges[i] = edgeThrough(candidate.outline, from, to);
        // The outline runs through the middle of the outermost pixels; the paper ends half a pixel further out.
        const cv::Point2d along = (to - from) / lengthOf(to - from);
        edges[i][2] += 0.5 * along.y;
        edges[i][3] -= 0.5 * along.x;
    }
    Quad result;
    for (std::size_t i = 0; i < 4; ++i)
        result[i] = crossing(edges[(i + 3) % 4], edges[i]);
    return result;
}

bool lieInside(const Quad& quad, cv::Size size)
{
    const double margin = 0.006 * std::max(size.width, size.height);
    return std::all_of(quad.begin(), quad.end(), [&](cv::Point2d p) {
        return p.x > margin && p.y > margin && p.x < size.width - 1 - margin && p.y < size.height - 1 - margin;
    });
}

/// Outlines in the mask that are quadrilaterals with all corners inside the picture, between two shares of its area.
std::vector<Candidate> quadrilaterals(const cv::Mat& mask, double leastShare, double mostShare)
{
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    std::vector<Candidate> found;
    for (auto& outline : outlines) {
        const double area = cv::contourArea(outline), share = area / static_cast<double>(mask.total());
        if (share < leastShare || share > mostShare)
            continue;
        std::vector<cv::Point> hull, corners;
        cv::convexHull(outline, hull);
        for (const double tolerance : {0.01, 0.02, 0.03, 0.04}) {
            cv::approxPolyDP(hull, corners, tolerance * cv::arcLength(hull, true), true);
            if (corners.size() <= 4)
                break;
        }
        if (corners.size() != 4)
            continue;
        Candidate candidate{inOrder({corners[0], corners[1], corners[2], corners[3]}), std::move(outline)};
        candidate.quad = inOrder(refined(candidate));
        if (lieInside(candidate.quad, mask.size()) && area > rectangular * areaOf(candidate.quad))
            found.push_back(std::move(candidate));
    }
    return found;
}

cv::Mat maskOf(const Candidate& candidate, cv::Size size, double grow)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    const cv::Point2d centre = (candidate.quad[0] + candidate.quad[1] + candidate.quad[2] + candidate.quad[3]) * 0.25;
    std::vector<cv::Point> corners;
    for (const cv::Point2d corner : candidate.quad)
        corners.emplace_back(centre + (corner - centre) * grow);
    cv::fillConvexPoly(mask, corners, 255);
    return mask;
}

/// The median colour of the masked pixels.
cv::Vec3i medianColour(const cv::Mat& colour, const cv::Mat& mask)
{
    cv::Vec3i median;
    for (int channel = 0; channel < 3; ++channel) {
        cv::Mat plane;
        cv::extractChannel(colour, plane, channel);
        median[channel] = levelAt(plane, 0.5, mask);
    }
    return median;
}

int farthest(const cv::Vec3i& a, const cv::Vec3i& b)
{
    return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

/// A margin of the picture, where the ground lies that papers lie on.
cv::Mat marginOf(cv::Size size)
{
    cv::Mat border(size, CV_8UC1, cv::Scalar(255));
    const int ring = size.height / 50;
    border(cv::Rect(ring, ring, size.width - 2 * ring, size.height - 2 * ring)).setTo(0);
    return border;
}

/// How far each pixel's colour is from the ground's: the channel that differs most.
cv::Mat differenceFrom(const cv::Vec3i& ground, const cv::Mat& colour)
{
    cv::Mat difference, most;
    cv::absdiff(colour, cv::Scalar(ground[0], ground[1], ground[2]), difference);
    std::vector<cv::Mat> planes;
    cv::split(difference, planes);
    cv::max(planes[0], planes[1], most);
    cv::max(most, planes[2], most);
    return most;
}

/// The largest difference of two colours in their shares of red, green and blue: none between a ground and its shadow.
double hueDistance(const cv::Vec3i& a, const cv::Vec3i& b)
{
    const double sumA = std::max(1, a[0] + a[1] + a[2]), sumB = std::max(1, b[0] + b[1] + b[2]);
    double most = 0;
    for (int i = 0; i < 3; ++i)
        most = std::max(most, std::abs(a[i] / sumA - b[i] / sumB));
    return most;
}

/// Is the one the other with a strip more, of another colour than the ground, and with no other paper on it?
bool completes(const Candidate& whole, const Candidate& part, const std::vector<Candidate>& found, const cv::Mat& small,
    const cv::Vec3i& ground)
{
    constexpr double least = 1.03, most = 1.6; // times the part's area
    constexpr double otherHue = 0.06;
    const double larger = areaOf(whole.quad) / areaOf(part.quad);
    if (larger < least || larger > most)
        return false;
    const cv::Mat wholeMask = maskOf(whole, small.size(), 1), partMask = maskOf(part, small.size(), 1);
    if (cv::countNonZero(partMask & wholeMask) < 0.97 * cv::countNonZero(partMask))
        return false;
    cv::Mat strip;
    cv::subtract(wholeMask, maskOf(part, small.size(), 1.01), strip);
    return hueDistance(medianColour(small, strip), ground) > otherHue
        && std::none_of(found.begin(), found.end(), [&](const Candidate& other) {
               return &other != &part && cv::countNonZero(maskOf(other, small.size(), 1) & wholeMask) > 0;
           });
}

/// A band as dark as the ground at a paper's edge is cut off by its brightness, but has a colour of its own: papers
/// that stand out by their colour take the place of their bright parts.
void growByColour(std::vector<Candidate>& found, const cv::Mat& small)
{
    const cv::Mat margin = marginOf(small.size());
    const cv::Vec3i ground = medianColour(small, margin);
    cv::Mat other = differenceFrom(ground, small);
    // What nineteen in twenty pixels of the margin keep within is the ground's own unevenness.
    const int own = levelAt(other, 0.95, margin);
    cv::threshold(other, other, std::max(12, own + own / 4), 255, cv::THRESH_BINARY);
    cv::morphologyEx(other, other, cv::MORPH_CLOSE, kernel(25));
    cv::morphologyEx(other, other, cv::MORPH_OPEN, kernel(51)); // the ground's grain that touches the paper
    for (Candidate& whole : quadrilaterals(other, 0.02, 0.985)) {
        const auto part = std::find_if(found.begin(), found.end(),
            [&](const Candidate& one) { return completes(whole, one, found, small, ground); });
        if (part != found.end())
            *part = std::move(whole);
    }
}

/// Papers on a ground that is clearly darker than they are.
std::vector<Candidate> onDarkGround(const cv::Mat& small)
{
    cv::Mat grey, bright;
    cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
    cv::GaussianBlur(grey, grey, {5, 5}, 0);
    cv::threshold(grey, bright, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::morphologyEx(bright, bright, cv::MORPH_CLOSE, kernel(25));
    auto found = quadrilaterals(bright, 0.02, 0.985);
    cv::Mat outside(small.size(), CV_8UC1, cv::Scalar(255));
    for (const Candidate& candidate : found)
        outside.setTo(0, maskOf(candidate, small.size(), 1.03));
    const int ground = levelAt(grey, 0.5, outside);
    std::erase_if(found, [&](const Candidate& candidate) {
        // A ground as light as paper is the paper: what stands out on it is printed there.
        return ground > 0.78 * levelAt(grey, 0.7, maskOf(candidate, small.size(), 0.95));
    });
    // Small bright things on something dark are papers only if together they are most of what is bright.
    double papers = 0;
    for (const Candidate& candidate : found)
        papers += areaOf(candidate.quad);
    if (papers < 0.85 * cv::countNonZero(bright))
        return {};
    if (!found.empty())
        growByColour(found, small);
    return found;
}

/// Cards on a glass with a light lid: bodies of another colour than the even ground around them, in a card's
/// proportions, and nothing else on the glass.
std::vector<Candidate> cardsOnLightGround(const cv::Mat& small, double pixelsAMm, bool measured)
{
    const cv::Mat border = marginOf(small.size());
    const cv::Mat& colour = small;
    const cv::Vec3i ground = medianColour(colour, border);
    cv::Mat other = differenceFrom(ground, colour);
    cv::threshold(other, other, 9, 255, cv::THRESH_BINARY);
    cv::Mat unevenBorder;
    cv::bitwise_and(other, border, unevenBorder);
    if (cv::countNonZero(unevenBorder) > 0.1 * cv::countNonZero(border))
        return {};
    cv::morphologyEx(other, other, cv::MORPH_CLOSE, kernel(9));
    auto found = quadrilaterals(other, 0.01, 0.45);
    std::erase_if(found, [&](const Candidate& candidate) {
        const cv::Size2d size = sizeOf(candidate.quad), mm = size * (1 / pixelsAMm);
        const auto format = measured ? formatLike(mm, 0.05) : formatShapedLike(size, 0.05);
        const cv::Vec3i body = medianColour(colour, maskOf(candidate, small.size(), 0.95));
        // A card as pale as the glass shows by its outline; where the size is measured that cannot be a printed frame.
        return !format || (measured ? !isCard(*format) : farthest(body, ground) < 8);
    });
    for (const Candidate& candidate : found)
        other.setTo(0, maskOf(candidate, small.size(), 1.04));
    double papers = 0;
    for (const Candidate& candidate : found)
        papers += areaOf(candidate.quad);
    return cv::countNonZero(other) > 0.03 * papers ? std::vector<Candidate>{} : found;
}

FoundPart partOf(const Candidate& candidate, double scale, const Picture& picture)
{
    FoundPart part;
    for (std::size_t i = 0; i < 4; ++i)
        part.quad[i] = (candidate.quad[i] + cv::Point2d(0.5, 0.5)) / scale - cv::Point2d(0.5, 0.5);
    const cv::Size2d size = sizeOf(part.quad), mm = size * (25.4 / picture.dpi);
    const auto format = picture.dpiAssumed ? formatShapedLike(size, 0.06) : formatLike(mm, 0.03);
    part.widthMm = format ? format->width : mm.width;
    part.heightMm = format ? format->height : mm.height;
    return part;
}
} // namespace

std::vector<FoundPart> findParts(const Picture& picture)
{
    const double scale
        = std::min(1.0, static_cast<double>(workSide) / std::max(picture.colour.cols, picture.colour.rows));
    if (std::min(picture.colour.cols, picture.colour.rows) * scale < 100)
        return {};
    cv::Mat small;
    cv::resize(picture.colour, small, {}, scale, scale, cv::INTER_AREA);
    auto found = onDarkGround(small);
    if (found.empty())
        found = cardsOnLightGround(small, picture.dpi * scale / 25.4, !picture.dpiAssumed);
    std::vector<FoundPart> parts;
    for (const Candidate& candidate : found)
        parts.push_back(partOf(candidate, scale, picture));
    // In the order in which they are read: what lies clearly higher comes first.
    std::sort(parts.begin(), parts.end(), [](const FoundPart& a, const FoundPart& b) {
        return a.quad[0].y + a.quad[0].x * 0.2 < b.quad[0].y + b.quad[0].x * 0.2;
    });
    return parts;
}

} // namespace vidimus::scan
