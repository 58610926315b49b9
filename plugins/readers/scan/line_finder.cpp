#include "line_finder.hpp"

#include "line_grouping.hpp"
#include "rules.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vidimus::scan {

namespace {
// Millimetres. The smallest print on papers is 4 pt (capitals 1 mm); the largest titles are under 2 cm.
constexpr double speckle = 0.15, smallestText = 1.0, smallestAlone = 1.6, largestText = 18, widestStroke = 8,
                 longestPiece = 60;
constexpr double highestLetter = 4; // what is higher may be a title's letter or a patch of a picture
constexpr double emptiestLetter = 0.12; // share of its box that is ink; frames and outlines have less
constexpr double thinnestStem = 1.0 / 15; // of a letter's height
constexpr double longRule = 12, highRule = 10, ruleThickness = 1.2;
constexpr double highestAlone = 6; // higher than wide: a single letter, a digit, or a piece of a frame
constexpr int inkLevel = 150; // of a cleaned page: darker is ink

/// Takes long thin strokes, which no character has, out of the ink: frames, table rules, lines to write on.
cv::Mat inkWithoutRules(const cv::Mat& clean, double pixelsAMm)
{
    constexpr int soft = 2; // pixels beside a rule that are its edge
    cv::Mat ink;
    cv::threshold(clean, ink, inkLevel, 255, cv::THRESH_BINARY_INV);
    const auto px = [&](double mm) { return std::max(1, static_cast<int>(mm * pixelsAMm)); };
    const auto across = rulesAmong(runsIn(ink, px(longRule), false), px(ruleThickness));
    const auto down = rulesAmong(runsIn(ink, px(highRule), true), px(ruleThickness));
    const cv::Rect page({}, ink.size());
    for (const Run& run : across)
        ink(cv::Rect(run.from, run.at - soft, run.length(), 2 * soft + 1) & page).setTo(0);
    for (const Run& run : down)
        ink(cv::Rect(run.at - soft, run.from, 2 * soft + 1, run.length()) & page).setTo(0);
    return ink;
}

/// Rows of dots or dashes of one size at one distance are rules to write on.
void eraseDottedRules(std::vector<cv::Rect>& small, double pixelsAMm)
{
    constexpr std::size_t leastDots = 10, most = 20'000;
    if (small.size() < leastDots || small.size() > most)
        return;
    std::sort(small.begin(), small.end(), [](const cv::Rect& a, const cv::Rect& b) {
        return std::pair(a.y + a.height / 2, a.x) < std::pair(b.y + b.height / 2, b.x);
    });
    std::vector<cv::Rect> kept;
    const double rowHeight = 0.3 * pixelsAMm;
    for (std::size_t from = 0; from < small.size();) {
        std::size_t until = from;
        const double row = small[from].y + small[from].height / 2;
        while (until < small.size() && small[until].y + small[until].height / 2 - row <= rowHeight)
            ++until;
        std::vector<int> places, gaps;
        for (std::size_t i = from; i < until; ++i)
            places.push_back(small[i].x);
        std::sort(places.begin(), places.end());
        for (std::size_t i = 1; i < places.size(); ++i)
            gaps.push_back(places[i] - places[i - 1]);
        std::vector<int> sorted = gaps;
        std::sort(sorted.begin(), sorted.end());
        const int usual = sorted.empty() ? 0 : sorted[sorted.size() / 2];
        const auto even
            = std::count_if(gaps.begin(), gaps.end(), [&](int gap) { return std::abs(gap - usual) <= 1 + usual / 5; });
        const bool dotted = gaps.size() + 1 >= leastDots && even * 10 >= static_cast<std::ptrdiff_t>(gaps.size()) * 7;
        for (std::size_t i = from; i < until && !dotted; ++i)
            kept.push_back(small[i]);
        from = until;
    }
    small = std::move(kept);
}

/// Is it a patch of a picture (hair, a coat), not a stroke? The thickest stroke of a letter is a small part of its
/// height.
bool isPatch(const cv::Mat& labels, int label, const cv::Rect& box)
{
    constexpr double thickest = 0.4;
    cv::Mat piece, depth;
    cv::copyMakeBorder(labels(box) == label, piece, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::distanceTransform(piece, depth, cv::DIST_L2, 3);
    double deepest = 0;
    cv::minMaxLoc(depth, nullptr, &deepest);
    return 2 * deepest > thickest * box.height;
}

/// Connected pieces of ink, the big ones and those that only complete a line (dots, accents, commas, thin strokes).
void findPieces(const cv::Mat& ink, double pixelsAMm, std::vector<cv::Rect>& large, std::vector<cv::Rect>& small)
{
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8, CV_32S);
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
            stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const double width = box.width / pixelsAMm, height = box.height / pixelsAMm;
        if ((width < speckle && height < speckle) || height > largestText || width > longestPiece)
            continue;
        const bool outline = stats.at<int>(i, cv::CC_STAT_AREA) < emptiestLetter * box.area();
        const bool upright = width < thinnestStem * height; // what is left of a frame's side
        if (height > highestLetter && (outline || upright || isPatch(labels, i, box)))
            continue;
        const bool flatStroke = width >= smallestText && width < widestStroke;
        (height >= smallestText || flatStroke ? large : small).push_back(box);
    }
    eraseDottedRules(small, pixelsAMm);
}

double strokesIn(const cv::Mat& ink)
{
    cv::Mat above, starts, inked;
    cv::copyMakeBorder(ink, above, 1, 0, 0, 0, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::subtract(ink, above.rowRange(0, ink.rows), starts); // ink with none above it
    cv::reduce(ink, inked, 0, cv::REDUCE_MAX, CV_8U);
    const int columns = cv::countNonZero(inked);
    return columns ? static_cast<double>(cv::countNonZero(starts)) / columns : 0;
}

bool readable(const FoundLine& line, const cv::Mat& ink, double pixelsAMm)
{
    const double aspect = static_cast<double>(line.box.width) / line.box.height;
    const double height = line.box.height / pixelsAMm;
    // What stands all alone must be larger than what has a line around it.
    if (height < smallestText || (line.box.height > 1.6 * line.box.width && height > highestAlone)
        || (line.pieces == 1 && (aspect > 6 || aspect < 0.08 || height < smallestAlone)))
        return false;
    const double filled = static_cast<double>(cv::countNonZero(ink(line.box))) / line.box.area();
    return filled > 0.02 && filled < 0.85; // emptier than any print; a bar or a dark picture
}
} // namespace

std::vector<FoundLine> findLines(const cv::Mat& clean, double dpi)
{
    const double pixelsAMm = dpi / 25.4;
    if (clean.cols < 16 || clean.rows < 16)
        return {};
    const cv::Mat ink = inkWithoutRules(clean, pixelsAMm);
    std::vector<cv::Rect> large, small;
    findPieces(ink, pixelsAMm, large, small);
    std::vector<FoundLine> lines = groupIntoLines(large, small, pixelsAMm);
    std::erase_if(lines, [&](const FoundLine& line) { return !readable(line, ink, pixelsAMm); });
    for (FoundLine& line : lines)
        line.strokes = strokesIn(ink(line.box));
    inReadingOrder(lines);
    return lines;
}

} // namespace vidimus::scan
