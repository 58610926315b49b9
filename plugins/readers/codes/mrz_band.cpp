#include "mrz_band.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vidimus::codes {
namespace {

// Doc 9303-3, 4.1: characters of size 1 of OCR-B, 10 to the inch: 2.5 mm high; lines of 76, 91 or 112 mm. Shape counts
// rather than size, since a photograph's resolution is a guess: a line is 20 to 60 times as wide as it is high.
constexpr double leastRatio = 14, mostRatio = 70;
constexpr std::size_t mostBands = 4;
constexpr double leastShare = 0.2; // of the picture's width
constexpr double mostTilt = 12; // degrees; lines further aslant run together
constexpr double workingDpi = 150;

using Outline = std::vector<cv::Point>;

std::vector<Outline> outlinesIn(const cv::Mat& mask)
{
    std::vector<Outline> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    return outlines;
}

/// Boxes of dark text lines at working scale.
std::vector<cv::Rect> textLines(const cv::Mat& mask)
{
    std::vector<cv::Rect> lines;
    for (const Outline& outline : outlinesIn(mask)) {
        const cv::Rect box = cv::boundingRect(outline);
        const double ratio = static_cast<double>(box.width) / box.height;
        if (box.height >= 7 && ratio >= leastRatio && ratio <= mostRatio && box.width > mask.cols * leastShare)
            lines.push_back(box);
    }
    std::sort(lines.begin(), lines.end(),
        [](const cv::Rect& a, const cv::Rect& b) { return std::tuple(a.y, a.x) < std::tuple(b.y, b.x); });
    return lines;
}

bool follows(const cv::Rect& upper, const cv::Rect& lower)
{
    const double height = std::max(upper.height, lower.height);
    const double gap = lower.y - (upper.y + upper.height);
    return gap > -0.3 * height && gap < 2.2 * height && std::abs(upper.x - lower.x) < 3 * height
        && std::abs((upper.x + upper.width) - (lower.x + lower.width)) < 4 * height;
}

cv::Rect enlarged(const cv::Rect& box, double scale, const cv::Size& within)
{
    const double marginX = box.height * 0.6, marginY = box.height * 0.25;
    const cv::Rect wide(static_cast<int>((box.x - marginX) * scale), static_cast<int>((box.y - marginY) * scale),
        static_cast<int>((box.width + 2 * marginX) * scale), static_cast<int>((box.height + 2 * marginY) * scale));
    return wide & cv::Rect({0, 0}, within);
}

} // namespace

LineMask maskOfLines(const cv::Mat& grey, double dpi)
{
    LineMask lines{{}, std::min(1.0, workingDpi / dpi), grey.size()};
    cv::Mat small, ground, depth;
    cv::resize(grey, small, {}, lines.scale, lines.scale, cv::INTER_AREA);
    cv::morphologyEx(small, ground, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {25, 25}));
    // As a share of the ground: print is as black in a shadow as in the light.
    cv::divide(ground - small, cv::max(ground, 1), depth, 255);
    cv::threshold(depth, lines.mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    // Fillers leave gaps of most of a character: 2.5 mm are 15 pixels.
    cv::morphologyEx(lines.mask, lines.mask, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {21, 1}));
    cv::morphologyEx(lines.mask, lines.mask, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {15, 3}));
    return lines;
}

double tiltOf(const LineMask& lines)
{
    std::vector<double> tilts;
    for (const Outline& outline : outlinesIn(lines.mask)) {
        if (cv::boundingRect(outline).width <= lines.mask.cols * leastShare)
            continue;
        const cv::RotatedRect box = cv::minAreaRect(outline);
        const bool lying = box.size.width >= box.size.height;
        const double length = std::max(box.size.width, box.size.height);
        const double height = std::min(box.size.width, box.size.height);
        const double tilt = std::remainder(lying ? box.angle : box.angle + 90, 180);
        if (height >= 7 && length >= leastRatio * height && length <= mostRatio * height && std::abs(tilt) < mostTilt)
            tilts.push_back(tilt);
    }
    if (tilts.size() < 2)
        return 0;
    std::nth_element(tilts.begin(), tilts.begin() + static_cast<std::ptrdiff_t>(tilts.size() / 2), tilts.end());
    return tilts[tilts.size() / 2];
}

std::vector<Band> findBands(const cv::Mat& grey, double dpi)
{
    return bandsIn(maskOfLines(grey, dpi));
}

std::vector<Band> bandsIn(const LineMask& found)
{
    const auto lines = textLines(found.mask);
    std::vector<Band> bands;
    std::vector<bool> used(lines.size(), false);
    // From the bottom: zones stand at the foot of a card or page.
    for (std::size_t last = lines.size(); last-- > 0 && bands.size() < mostBands;) {
        if (used[last])
            continue;
        std::vector<std::size_t> chain{last};
        for (std::size_t i = last; i-- > 0 && chain.size() < 3;)
            if (!used[i] && follows(lines[i], lines[chain.back()]))
                chain.push_back(i);
        if (chain.size() < 2)
            continue;
        Band band;
        for (auto i = chain.rbegin(); i != chain.rend(); ++i) {
            used[*i] = true;
            band.lines.push_back(enlarged(lines[*i], 1 / found.scale, found.picture));
        }
        bands.push_back(std::move(band));
    }
    return bands;
}

} // namespace vidimus::codes
