#include "prepare.hpp"

#include "clean.hpp"
#include "paper_format.hpp"
#include "reversed_print.hpp"
#include "skew.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vidimus::scan {

namespace {
constexpr double pageDpi = 300; // engines are trained on text of this size
constexpr double mostCardDpi = 600; // a card's small print deserves the pixels that are there
constexpr double sketchDpi = 100; // for papers' skew
constexpr double straightEnough = 0.08; // degrees; resampling costs more than so little skew
constexpr double expandFrom = 3; // degrees; less does not carry text off the sheet

FoundPart wholePicture(const Picture& picture)
{
    return {quadOf({0, 0, static_cast<double>(picture.colour.cols), static_cast<double>(picture.colour.rows)}),
        picture.widthMm(), picture.heightMm(), false};
}

/// Pixels at a resolution on the flat paper, not yet turned -> acquired pixels.
cv::Matx33d flattening(const FoundPart& part, double dpi)
{
    const Quad flat = quadOf({0, 0, part.widthMm / 25.4 * dpi, part.heightMm / 25.4 * dpi});
    return mapBetween(flat, part.quad);
}

cv::Matx33d turning(double degrees)
{
    const double radians = degrees * CV_PI / 180, c = std::cos(radians), s = std::sin(radians);
    return {c, -s, 0, s, c, 0, 0, 0, 1};
}

cv::Matx33d shift(double x, double y)
{
    return {1, 0, x, 0, 1, y, 0, 0, 1};
}

/// What a turn by a small angle adds on all sides is cut; more would lose text.
cv::Size2d canvasFor(cv::Size2d flat, double degrees)
{
    const double nearest = std::round(degrees / 90) * 90, skew = std::abs(degrees - nearest);
    const bool onSide = static_cast<int>(std::lround(nearest / 90)) % 2 != 0;
    const cv::Size2d turned = onSide ? cv::Size2d(flat.height, flat.width) : flat;
    if (skew < expandFrom)
        return turned;
    const double c = std::cos(skew * CV_PI / 180), s = std::sin(skew * CV_PI / 180);
    return {turned.width * c + turned.height * s, turned.width * s + turned.height * c};
}

Layout layOutPart(const Picture& acquired, const cv::Mat& grey, FoundPart part)
{
    const double dpi = std::min(sketchDpi, acquired.dpi);
    const cv::Size size(static_cast<int>(part.widthMm / 25.4 * dpi), static_cast<int>(part.heightMm / 25.4 * dpi));
    Layout layout{part, 0, 90, false};
    if (size.width < 60 || size.height < 60)
        return layout;
    cv::Mat sketch;
    // grey is the acquired page at the sketch's resolution, so that no detail is skipped.
    const cv::Matx33d map = scaling(dpi / acquired.dpi) * flattening(part, dpi);
    cv::warpPerspective(grey, sketch, map, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    const auto ink = inkPoints(sketch);
    const Skew across = findSkew(ink, 0), down = findSkew(ink, 90);
    constexpr double tells = 1.15; // a profile that is no sharper at its best angle knows no angle
    layout.across = across.strength > tells ? across.degrees : 0;
    layout.down = 90 + (down.strength > tells ? down.degrees : 0);
    layout.likelyDown = down.strength > 1.3 * across.strength;
    return layout;
}
} // namespace

std::vector<Layout> layOut(const Picture& acquired)
{
    cv::Mat grey;
    cv::cvtColor(acquired.colour, grey, cv::COLOR_BGR2GRAY);
    if (const double scale = sketchDpi / acquired.dpi; scale < 1)
        cv::resize(grey, grey, {}, scale, scale, cv::INTER_AREA);
    std::vector<FoundPart> parts = findParts(acquired);
    if (parts.empty())
        parts.push_back(wholePicture(acquired));
    std::vector<Layout> layouts;
    for (const FoundPart& part : parts)
        layouts.push_back(layOutPart(acquired, grey, part));
    return layouts;
}

PreparedPicture::PreparedPicture(std::shared_ptr<const Picture> acquired, const FoundPart& part, double textDirection)
    : m_acquired(std::move(acquired))
    , m_ofPaper(part.ofPaper)
{
    const cv::Size2d measured = sizeOf(part.quad), mm(part.widthMm, part.heightMm);
    m_nativeDpi = std::sqrt(measured.area() / mm.area()) * 25.4;
    m_dpi = isCard(mm) ? std::clamp(m_nativeDpi, pageDpi, mostCardDpi) : pageDpi;
    if (std::abs(textDirection - std::round(textDirection / 90) * 90) < straightEnough)
        textDirection = std::round(textDirection / 90) * 90;
    m_turned = std::remainder(-textDirection, 360);
    const cv::Size2d flat(mm.width / 25.4 * m_dpi, mm.height / 25.4 * m_dpi), canvas = canvasFor(flat, textDirection);
    m_size = {std::max(1, static_cast<int>(std::lround(canvas.width))),
        std::max(1, static_cast<int>(std::lround(canvas.height)))};
    m_toAcquired = flattening(part, m_dpi) * shift(flat.width / 2, flat.height / 2) * turning(textDirection)
        * shift(-canvas.width / 2, -canvas.height / 2);
}

vidimus_prepared_page_t PreparedPicture::description() const
{
    const cv::Rect2d all(0, 0, m_size.width, m_size.height);
    return {widthMm(), heightMm(), toAbi(onAcquired(all)),
        toAbi(inUnits(m_toAcquired, m_dpi / 25.4, m_acquired->dpi / 25.4)), m_turned};
}

Quad PreparedPicture::onAcquired(const cv::Rect2d& box) const
{
    return mapped(scaling(25.4 / m_acquired->dpi) * m_toAcquired, quadOf(box));
}

bool PreparedPicture::asAcquired() const
{
    return m_size == m_acquired->colour.size() && cv::norm(m_toAcquired - cv::Matx33d::eye(), cv::NORM_INF) < 1e-6;
}

const cv::Mat& PreparedPicture::colour() const
{
    if (!m_colour.empty())
        return m_colour;
    if (asAcquired())
        return m_colour = m_acquired->colour;
    cv::Mat from = m_acquired->colour;
    cv::Matx33d map = m_toAcquired;
    if (const double scale = m_dpi / m_nativeDpi; scale < 0.9) { // many pixels into one: average, never skip
        cv::resize(m_acquired->colour, from, {}, scale, scale, cv::INTER_AREA);
        map = scaling(scale) * map;
        if (m_size == from.size() && cv::norm(map * (1 / map(2, 2)) - cv::Matx33d::eye(), cv::NORM_INF) < 1e-2)
            return m_colour = from;
    }
    cv::warpPerspective(from, m_colour, map, m_size, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return m_colour;
}

const cv::Mat& PreparedPicture::plane(Plane which) const
{
    cv::Mat& kept = m_planes[static_cast<int>(which)];
    if (!kept.empty())
        return kept;
    cv::Mat drawn;
    switch (which) {
    case Plane::Text:
        return kept = withoutBackground(plane(Plane::Red));
    case Plane::Red:
        cv::extractChannel(colour(), drawn, 2);
        return kept = withReversedPrint(drawn);
    case Plane::Grey:
        return kept = withReversedPrint(plane(Plane::Luminance));
    case Plane::Luminance:
        cv::cvtColor(colour(), kept, cv::COLOR_BGR2GRAY);
        return kept;
    case Plane::Ink: {
        cv::Mat planes[3];
        cv::split(colour(), planes);
        cv::min(planes[0], planes[1], drawn);
        cv::min(drawn, planes[2], drawn);
        return kept = withoutBackground(withReversedPrint(drawn));
    }
    }
    return kept;
}

const std::vector<PreparedPicture::Patch>& PreparedPicture::reversedPrint() const
{
    if (m_reversed)
        return *m_reversed;
    m_reversed.emplace();
    const double scale = std::min(1.0, sketchDpi / m_dpi);
    const cv::Mat small = sketch(static_cast<int>(std::max(m_size.width, m_size.height) * scale));
    const auto found = findReversedPrint(small, m_dpi * scale);
    if (found.empty())
        return *m_reversed;
    const cv::Mat& whole = colour();
    const double across = static_cast<double>(m_size.width) / small.cols;
    const double down = static_cast<double>(m_size.height) / small.rows;
    for (const ReversedPrint& one : found) {
        Patch patch;
        patch.box = cv::Rect(cv::Point(static_cast<int>(one.box.x * across), static_cast<int>(one.box.y * down)),
                        cv::Point(static_cast<int>(std::ceil(one.box.br().x * across)),
                            static_cast<int>(std::ceil(one.box.br().y * down))))
            & cv::Rect({}, m_size);
        cv::resize(one.ground, patch.ground, patch.box.size(), 0, 0, cv::INTER_NEAREST);
        patch.print = turnedOver(whole(patch.box), patch.ground);
        if (patch.print.empty())
            continue;
        // Between ground and paper lies neither's level: such a rim would be taken for a rule.
        const int reach = 4 * static_cast<int>(std::ceil(across)) + 1;
        cv::dilate(patch.ground, patch.rim, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}));
        cv::subtract(patch.rim, patch.ground, patch.rim);
        m_reversed->push_back(patch);
    }
    return *m_reversed;
}

cv::Mat PreparedPicture::withReversedPrint(cv::Mat plane) const
{
    if (reversedPrint().empty())
        return plane;
    cv::Mat result = plane.clone();
    for (const Patch& patch : *m_reversed) {
        cv::Mat place = result(patch.box);
        // What is darker there than the ground is print that begins at its edge.
        const double ground = cv::mean(place, patch.ground)[0];
        place.setTo(255, patch.rim & (place > ground));
        patch.print.copyTo(place, patch.ground);
    }
    return result;
}

cv::Mat PreparedPicture::sketch(int longestSide) const
{
    const double scale = std::min(1.0, static_cast<double>(longestSide) / std::max(m_size.width, m_size.height));
    const cv::Size size(std::max(1, static_cast<int>(std::lround(m_size.width * scale))),
        std::max(1, static_cast<int>(std::lround(m_size.height * scale))));
    cv::Mat from = m_acquired->colour, result;
    cv::Matx33d map = m_toAcquired * scaling(1 / scale);
    // Many pixels into one: average, never skip.
    if (const double shrink = scale * m_dpi / m_nativeDpi; shrink < 0.9) {
        cv::resize(m_acquired->colour, from, {}, shrink, shrink, cv::INTER_AREA);
        map = scaling(shrink) * map;
    }
    cv::warpPerspective(from, result, map, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return result;
}

} // namespace vidimus::scan
