#include "cut_edges.hpp"

#include "levels.hpp"
#include "paper_format.hpp"
#include "reversed_print.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace vidimus::scan {

namespace {
// Millimetres.
constexpr double touching = 0.4; // nearer to the border than any margin, further than the blur of its last pixels
constexpr double shortestRule = 10, thickestRule = 1.2, corner = 3;
constexpr double lowestPiece = 0.8, widestPiece = 8;
constexpr double widestStroke = 4;
constexpr double apart = 3; // what is nearer to one another is one frame or one line
constexpr int inkLevel = 150;
constexpr double leastInk = 0.05; // share of a line's box

enum Side { Left, Top, Right, Bottom };

/// The ink turned so that the side in question is the right one.
cv::Mat seenFrom(const cv::Mat& ink, Side side)
{
    cv::Mat turned;
    switch (side) {
    case Left:
        cv::rotate(ink, turned, cv::ROTATE_180);
        break;
    case Top:
        cv::rotate(ink, turned, cv::ROTATE_90_CLOCKWISE);
        break;
    case Bottom:
        cv::rotate(ink, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    case Right:
        turned = ink;
    }
    return turned;
}

cv::Mat rulesIn(const cv::Mat& ink, double pixelsAMm)
{
    cv::Mat rules;
    cv::morphologyEx(ink, rules, cv::MORPH_OPEN,
        cv::getStructuringElement(cv::MORPH_RECT, {static_cast<int>(shortestRule * pixelsAMm), 1}));
    return rules;
}

/// The strip along one side that a rule which runs into it must fill, turned so that the side is the right one.
cv::Mat stripAlong(const cv::Mat& ink, Side side, double pixelsAMm)
{
    const bool lies = side == Top || side == Bottom;
    const int length = lies ? ink.rows : ink.cols;
    const int width = std::min(length, static_cast<int>((shortestRule + 2 * touching) * pixelsAMm));
    const int from = side == Left || side == Top ? 0 : length - width;
    return seenFrom(lies ? ink.rowRange(from, from + width) : ink.colRange(from, from + width), side);
}

/// Heights at which rules run into that side without coming from the opposite one.
std::vector<int> rulesIntoBorder(const cv::Mat& ink, Side side, double pixelsAMm)
{
    const int near = static_cast<int>(touching * pixelsAMm), edge = static_cast<int>(corner * pixelsAMm);
    const cv::Mat ends = rulesIn(stripAlong(ink, side, pixelsAMm), pixelsAMm);
    if (cv::countNonZero(ends.colRange(std::max(0, ends.cols - near - 1), ends.cols)) == 0)
        return {}; // most pages: the whole need not be looked at
    cv::Mat labels, stats, centres;
    const cv::Mat rules = rulesIn(seenFrom(ink, side), pixelsAMm);
    const int count = cv::connectedComponentsWithStats(rules, labels, stats, centres, 8, CV_32S);
    std::vector<int> heights;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
            stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const bool thin = stats.at<int>(i, cv::CC_STAT_AREA) <= box.width * thickestRule * pixelsAMm;
        // Along the upper and lower border lie the shadows of the paper's own edges.
        const bool inside = box.y > edge && box.br().y < rules.rows - edge;
        if (thin && inside && box.x > edge && box.br().x >= rules.cols - near)
            heights.push_back(box.y + box.height / 2);
    }
    return heights;
}

/// Heights of text lines that run into the left or the right border.
std::vector<int> linesIntoBorder(const cv::Mat& ink, const std::vector<FoundLine>& lines, Side side, double pixelsAMm)
{
    const int near = static_cast<int>(touching * pixelsAMm);
    std::vector<int> heights;
    for (const FoundLine& line : lines) {
        const bool isLong = line.pieces >= 4 && line.box.width > 2 * line.box.height;
        const int before = line.box.x, behind = ink.cols - line.box.br().x;
        const bool runsInto = side == Left ? before <= near && behind > near : behind <= near && before > near;
        if (isLong && runsInto && cv::countNonZero(ink(line.box)) > leastInk * line.box.area())
            heights.push_back(line.box.y + line.box.height / 2);
    }
    return heights;
}

/// How many pieces of the size of characters lie across that border: a line that is cut along its length.
int piecesAcrossBorder(const cv::Mat& ink, Side side, double pixelsAMm)
{
    const int near = static_cast<int>(touching * pixelsAMm), edge = static_cast<int>(corner * pixelsAMm);
    const cv::Mat along = stripAlong(ink, side, pixelsAMm);
    const int strip = std::min(along.cols, static_cast<int>(3 * pixelsAMm));
    cv::Mat labels, stats, centres;
    const cv::Mat outermost = along.colRange(along.cols - strip, along.cols);
    const int count = cv::connectedComponentsWithStats(outermost, labels, stats, centres, 8, CV_32S);
    int pieces = 0;
    for (int i = 1; i < count; ++i) {
        const int x = stats.at<int>(i, cv::CC_STAT_LEFT), y = stats.at<int>(i, cv::CC_STAT_TOP),
                  width = stats.at<int>(i, cv::CC_STAT_WIDTH), height = stats.at<int>(i, cv::CC_STAT_HEIGHT);
        pieces += x + width >= strip - near && width >= lowestPiece * pixelsAMm && width < strip
            && height >= lowestPiece * pixelsAMm && height < widestPiece * pixelsAMm && y > edge
            && y + height < along.rows - edge;
    }
    return pieces;
}

int thingsApart(std::vector<int> heights, double pixelsAMm)
{
    std::sort(heights.begin(), heights.end());
    int things = 0, last = 0;
    for (const int height : heights)
        if (things == 0 || height - last > apart * pixelsAMm) {
            ++things;
            last = height;
        }
    return things;
}

/// Bands and pictures that run off the paper by design: what cleaning leaves of their grain is no print.
cv::Mat darkGrounds(const cv::Mat& grey, double dpi)
{
    const double scale = std::min(1.0, sketchDpi / dpi);
    const int side = static_cast<int>(widestStroke / 25.4 * dpi * scale) | 1;
    cv::Mat ground, dark;
    cv::resize(grey, ground, {}, scale, scale, cv::INTER_AREA);
    const int light = levelAt(ground, 0.8);
    cv::morphologyEx(ground, ground, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {side, side}));
    cv::threshold(ground, dark, 0.7 * light, 255, cv::THRESH_BINARY_INV);
    cv::dilate(dark, dark, cv::getStructuringElement(cv::MORPH_RECT, {5, 5})); // its edge, too
    cv::resize(dark, dark, grey.size(), 0, 0, cv::INTER_NEAREST);
    return dark;
}

bool isCut(const cv::Mat& ink, const std::vector<FoundLine>& lines, Side side, double pixelsAMm)
{
    std::vector<int> heights = rulesIntoBorder(ink, side, pixelsAMm);
    if (side == Left || side == Right) {
        const auto more = linesIntoBorder(ink, lines, side, pixelsAMm);
        heights.insert(heights.end(), more.begin(), more.end());
    } else if (piecesAcrossBorder(ink, side, pixelsAMm) >= 8) {
        return true;
    }
    return thingsApart(std::move(heights), pixelsAMm) >= 2;
}
} // namespace

int cutPrintSides(const cv::Mat& clean, const cv::Mat& grey, const std::vector<FoundLine>& lines, double dpi)
{
    cv::Mat ink;
    cv::threshold(clean, ink, inkLevel, 255, cv::THRESH_BINARY_INV);
    ink.setTo(0, darkGrounds(grey, dpi));
    int sides = 0;
    for (const Side side : {Left, Top, Right, Bottom})
        sides += isCut(ink, lines, side, dpi / 25.4);
    return sides;
}

namespace {
/// Is the dark side a band that is printed on the paper: in colour, where no desk can be (a scanner's ground is grey),
/// or with light print on it?
bool isPrintedBand(
    const cv::Mat& colour, const cv::Rect& side, const std::vector<ReversedPrint>& bands, double dpi, bool mayBeDesk)
{
    constexpr double coloured = 30, ofSide = 0.6; // levels between channels; share of the side's length
    const cv::Scalar mean = cv::mean(colour(side));
    const auto [least, most] = std::minmax({mean[0], mean[1], mean[2]});
    return (!mayBeDesk && most - least > coloured)
        || std::any_of(bands.begin(), bands.end(), [&](const ReversedPrint& band) {
               // The paper's rim is left out of a ground.
               const int rim = static_cast<int>(3.5 / 25.4 * dpi);
               const cv::Rect wide(
                   band.box.x - rim, band.box.y - rim, band.box.width + 2 * rim, band.box.height + 2 * rim);
               return (wide & side).area() > ofSide * side.area();
           });
}

bool areOpposite(const std::vector<cv::Rect>& sides, const cv::Size& size)
{
    const auto lies = [&](const cv::Rect& side) { return side.width == size.width; };
    return sides.size() == 2 && lies(sides[0]) == lies(sides[1]);
}

/// Bands are printed at the head and the foot of a picture that is a whole paper: one has a paper's size.
std::vector<cv::Rect> withoutPrintedBands(const Picture& picture, cv::Size sketch, std::vector<cv::Rect> sides)
{
    const cv::Size2d mm(picture.widthMm(), picture.heightMm());
    const bool paperSized
        = picture.dpiAssumed ? formatShapedLike(mm, 0.02).has_value() : formatLike(mm, 0.02).has_value();
    if (!paperSized || !areOpposite(sides, sketch))
        return sides;
    cv::Mat colour;
    cv::resize(picture.colour, colour, sketch, 0, 0, cv::INTER_AREA);
    const double dpi = picture.dpi * sketch.width / picture.colour.cols;
    const auto bands = findReversedPrint(colour, dpi);
    std::erase_if(
        sides, [&](const cv::Rect& side) { return isPrintedBand(colour, side, bands, dpi, picture.dpiAssumed); });
    return sides;
}
} // namespace

int cutPaperSides(const Picture& picture)
{
    cv::Mat grey = sketchOf(picture.colour, picture.dpi), paper;
    cv::GaussianBlur(grey, grey, {5, 5}, 0);
    const int light = levelAt(grey, 0.8);
    cv::threshold(grey, paper, 0.6 * light, 255, cv::THRESH_BINARY);
    const int w = paper.cols, h = paper.rows, ring = std::max(1, std::min(w, h) / 100);
    const std::array<cv::Rect, 4> sides{
        cv::Rect(0, 0, ring, h), {0, 0, w, ring}, {w - ring, 0, ring, h}, {0, h - ring, w, ring}};
    std::vector<cv::Rect> ground;
    int touched = 0;
    for (const cv::Rect& side : sides) {
        const double share = cv::countNonZero(paper(side)) / static_cast<double>(side.area());
        if (share < 0.4)
            ground.push_back(side);
        touched += share > 0.15;
    }
    // One dark side is a copier's shadow; a paper laid into a corner of the glass is whole if it has a paper's size.
    if (ground.size() < 2 || touched == 0 || withoutPrintedBands(picture, grey.size(), std::move(ground)).size() < 2)
        return 0;
    const cv::Size2d mm = cv::Size2d(cv::boundingRect(paper).size()) * (picture.widthMm() / w);
    const bool whole = picture.dpiAssumed ? formatShapedLike(mm, 0.04).has_value() : formatLike(mm, 0.04).has_value();
    return whole ? 0 : touched;
}

} // namespace vidimus::scan
