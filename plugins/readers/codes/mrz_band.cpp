#include "mrz_band.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vidimus::codes {
namespace {

// Doc 9303-3, 4.1: characters of size 1 of OCR-B, 10 to the inch: 2.5 mm high; lines of 76, 91 or 112 mm. Shape counts
// rather than size, since a photograph's resolution is a guess: a line is 20 to 60 times as wide as it is high.
constexpr double leastRatio = 14, mostRatio = 70;
constexpr std::size_t mostBands = 4;
constexpr double workingDpi = 150;

/// Boxes of dark text lines at working scale.
std::vector<cv::Rect> textLines(const cv::Mat& grey)
{
    cv::Mat dark, mask;
    const cv::Mat opening = cv::getStructuringElement(cv::MORPH_RECT, {25, 25});
    cv::morphologyEx(grey, dark, cv::MORPH_BLACKHAT, opening);
    cv::threshold(dark, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    // Fillers leave gaps of most of a character: 2.5 mm are 15 pixels.
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {21, 1}));
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {15, 3}));
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::vector<cv::Rect> lines;
    for (const auto& outline : outlines) {
        const cv::Rect box = cv::boundingRect(outline);
        const double ratio = static_cast<double>(box.width) / box.height;
        if (box.height >= 7 && ratio >= leastRatio && ratio <= mostRatio && box.width > grey.cols * 0.2)
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

std::vector<Band> findBands(const cv::Mat& grey, double dpi)
{
    const double scale = std::min(1.0, workingDpi / dpi);
    cv::Mat small;
    cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
    const auto lines = textLines(small);
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
            band.lines.push_back(enlarged(lines[*i], 1 / scale, grey.size()));
        }
        bands.push_back(std::move(band));
    }
    return bands;
}

} // namespace vidimus::codes
