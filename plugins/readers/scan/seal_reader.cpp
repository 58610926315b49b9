#include "seal_reader.hpp"

#include "line_reader.hpp"
#include "script.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace vidimus::scan {

namespace {
constexpr double workRadius = 300; // pixels: characters of a ring are then about 80 high
constexpr double margin = 0.06; // of the radius
constexpr double shortestRadius = 60; // pixels as acquired: what is smaller has no legible text
// Shares of the radius between which a ring of text may stand, and the rim itself.
constexpr double bandFrom = 0.52;
constexpr double inkLevel = 0.35; // of full ink: more is ink
constexpr double leastGap = 20; // degrees without ink, or there is no place at which the text begins
constexpr double widestSpace = 0.22; // of the text's height: wider spaces between letters are shortened to it
constexpr int lineHeights[] = {36, 48}; // pixels handed to the engines
constexpr double widened = 1.2; // letters of a ring are narrower than those of a line

double shareAt(const cv::Mat& ink, double share)
{
    std::vector<std::uint8_t> values(ink.begin<std::uint8_t>(), ink.end<std::uint8_t>());
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// How much redder than the other channels each pixel is, its strongest ink as 255.
cv::Mat redness(const cv::Mat& colour)
{
    cv::Mat planes[3], others, red;
    cv::split(colour, planes);
    cv::max(planes[0], planes[1], others);
    cv::subtract(planes[2], others, red);
    const double full = shareAt(red, 0.97), ground = shareAt(red, 0.3);
    red.convertTo(red, CV_8U, 255 / std::max(full - ground, 20.0), -255 * ground / std::max(full - ground, 20.0));
    return red;
}

/// The circle through the outermost ink: the rim's edge, seen from about the middle in all directions.
void fitRim(const cv::Mat& red, cv::Point2d& centre, double& radius)
{
    constexpr int rays = 360;
    for (int round = 0; round < 3; ++round) {
        cv::Matx33d a = cv::Matx33d::zeros();
        cv::Vec3d b(0, 0, 0);
        for (int i = 0; i < rays; ++i) {
            const double angle = i * 2 * CV_PI / rays, c = std::cos(angle), s = std::sin(angle);
            const double tolerance = round == 0 ? 0.12 : 0.05;
            for (double r = radius * (1 + tolerance); r > radius * (1 - tolerance); r -= 0.5) {
                const cv::Point p(cvRound(centre.x + r * c), cvRound(centre.y + r * s));
                if (!cv::Rect({}, red.size()).contains(p) || red.at<std::uint8_t>(p) < 255 * inkLevel)
                    continue;
                // x² + y² = 2 u x + 2 v y + w, least squares
                const cv::Vec3d row(2 * (r * c), 2 * (r * s), 1);
                a += row * row.t();
                b += row * (r * r);
                break;
            }
        }
        cv::Vec3d solved;
        if (a(2, 2) < rays / 3 || !cv::solve(a, b, solved, cv::DECOMP_CHOLESKY))
            return;
        centre += cv::Point2d(solved[0], solved[1]);
        radius = std::sqrt(std::max(1.0, solved[2] + solved[0] * solved[0] + solved[1] * solved[1]));
    }
}

/// Ring and rim unrolled: columns run clockwise from the top, the first row lies outermost.
cv::Mat polar(const SealPicture& seal, double from, double to)
{
    const double middle = seal.radius * (from + to) / 2;
    const int width = cvRound(2 * CV_PI * middle), height = cvRound(seal.radius * (to - from));
    cv::Mat x(height, width, CV_32F), y(height, width, CV_32F), flat;
    for (int column = 0; column < width; ++column) {
        const double angle = column * 2 * CV_PI / width, s = std::sin(angle), c = std::cos(angle);
        for (int row = 0; row < height; ++row) {
            const double r = seal.radius * to - row;
            x.at<float>(row, column) = static_cast<float>(seal.centre.x + r * s);
            y.at<float>(row, column) = static_cast<float>(seal.centre.y - r * c);
        }
    }
    cv::remap(seal.ink, flat, x, y, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
    return flat;
}

/// How much of each row is ink, 0..1.
std::vector<double> inkOfRows(const cv::Mat& flat)
{
    std::vector<double> shares;
    for (int row = 0; row < flat.rows; ++row)
        shares.push_back(cv::countNonZero(flat.row(row) < 255 * (1 - inkLevel)) / static_cast<double>(flat.cols));
    return shares;
}

/// The rows between the rim and whatever lies within the ring: text, or nothing.
cv::Range rowsOfText(const cv::Mat& flat)
{
    const auto ink = inkOfRows(flat);
    int top = 0;
    const auto rows = static_cast<int>(ink.size());
    // The rim, one or two circles of it, is ink nearly all around.
    for (int row = 0; row < rows / 2; ++row)
        if (ink[static_cast<std::size_t>(row)] > 0.6)
            top = row + 1;
    while (top < rows && ink[static_cast<std::size_t>(top)] > 0.45)
        ++top;
    if (top >= rows)
        return {0, 0}; // a disc, no ring
    // What reaches into the ring from within covers less of it than its letters do.
    const double some
        = 0.4 * *std::max_element(ink.begin() + top, ink.begin() + std::min(rows, std::max(top + 1, rows / 2)));
    int last = -1, empty = 0;
    for (int row = top; row < rows; ++row) {
        const bool any = ink[static_cast<std::size_t>(row)] > std::max(0.02, some);
        if (any && empty > rows / 14 && last > top + rows / 4)
            break;
        empty = any ? 0 : empty + 1;
        if (any)
            last = row;
    }
    return last - top < rows / 6 ? cv::Range(0, 0)
                                 : cv::Range(top, std::min(rows, last + 1 + rows / 30)); // with the feet of its letters
}

/// Which columns hold a letter of the ring. A line across the middle reaches into the ring from within: what goes on
/// further inwards and does not come near the rim is no letter.
std::vector<bool> columnsOfLetters(const cv::Mat& flat, const cv::Range& rows)
{
    const cv::Mat ink = flat < 255 * (1 - inkLevel);
    const int least = std::max(1, rows.size() / 40), beyond = std::min(flat.rows, rows.end + rows.size() / 6);
    std::vector<bool> columns;
    for (int column = 0; column < flat.cols; ++column)
        columns.push_back(cv::countNonZero(ink.col(column).rowRange(rows)) > least);
    for (int begin = 0, i = 0; i <= flat.cols; ++i)
        if (i == flat.cols || !columns[static_cast<std::size_t>(i)]) {
            if (i > begin) {
                const cv::Mat island = ink.colRange(begin, i);
                const bool inwards
                    = beyond > rows.end + 2 && cv::countNonZero(island.rowRange(rows.end + 2, beyond)) > least * 2;
                const bool nearRim = cv::countNonZero(island.rowRange(rows.start, rows.start + rows.size() / 4))
                    > 0.15 * cv::countNonZero(island.rowRange(rows));
                if (inwards && !nearRim)
                    std::fill(columns.begin() + begin, columns.begin() + i, false);
            }
            begin = i + 1;
        }
    return columns;
}

/// Spaces between letters as they are in a line of print.
cv::Mat closedUp(const cv::Mat& line)
{
    const int widest = std::max(2, cvRound(line.rows * widestSpace));
    std::vector<cv::Mat> pieces;
    int begin = 0, empty = 0;
    for (int column = 0; column < line.cols; ++column) {
        const bool ink = cv::countNonZero(line.col(column) < 255 * (1 - inkLevel)) > 0;
        if (!ink && ++empty > widest) {
            if (column > begin)
                pieces.push_back(line.colRange(begin, column));
            begin = column + 1;
        }
        if (ink)
            empty = 0;
    }
    if (begin < line.cols)
        pieces.push_back(line.colRange(begin, line.cols));
    cv::Mat closed;
    if (!pieces.empty())
        cv::hconcat(pieces, closed);
    return closed;
}

/// The box of all ink.
cv::Rect inkBox(const cv::Mat& picture)
{
    cv::Mat ink;
    cv::compare(picture, 255 * (1 - inkLevel), ink, cv::CMP_LT);
    cv::morphologyEx(ink, ink, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    return cv::boundingRect(ink);
}

std::string withoutBlanksBesideHan(const std::string& text)
{
    const auto count = countScripts(text);
    if (count.han == 0)
        return text;
    std::string joined;
    std::copy_if(text.begin(), text.end(), std::back_inserter(joined), [](char c) { return c != ' '; });
    return joined;
}

SealText readBy(const cv::Mat& line, const std::string& engine, const std::string& languages)
{
    const vidimus_image_t view{line.data, static_cast<std::uint32_t>(line.cols), static_cast<std::uint32_t>(line.rows),
        line.step[0], VIDIMUS_GREY8, 300};
    SealText read;
    double weighed = 0, length = 0;
    for (const auto& part : sdk::Host::instance().recognise(engine, view, {languages, {}, true}).lines) {
        read.text += (read.text.empty() ? "" : " ") + part.text;
        weighed += part.confidence * static_cast<double>(part.text.size());
        length += static_cast<double>(part.text.size());
    }
    read.text = withoutBlanksBesideHan(read.text);
    read.confidence = length > 0 ? weighed / length : 0;
    return read;
}

/// The line as engines know lines: so high, a white margin around it.
cv::Mat lineOf(const cv::Mat& tight, int height)
{
    cv::Mat line;
    const double scale = height / static_cast<double>(tight.rows);
    cv::resize(tight, line, {}, scale * widened, scale, cv::INTER_AREA);
    const int rim = height / 3;
    cv::copyMakeBorder(line, line, rim, rim, rim, rim, cv::BORDER_CONSTANT, cv::Scalar(255));
    return line;
}

/// The line by every engine that there is, in two sizes: surest where two readings agree.
SealText readLine(const cv::Mat& tight, const std::string& languages)
{
    std::vector<SealText> readings;
    const std::string pages = pageEngine();
    std::vector<std::string> scripts{languages};
    if (languages.empty())
        scripts = {"chi_sim", "chi_tra"};
    for (const int height : lineHeights) {
        const cv::Mat line = lineOf(tight, height);
        if (!pages.empty())
            readings.push_back(readBy(line, pages, {}));
        for (const std::string& script : scripts)
            readings.push_back(readBy(line, {}, script));
    }
    std::stable_sort(readings.begin(), readings.end(),
        [](const SealText& a, const SealText& b) { return a.confidence > b.confidence; });
    for (std::size_t i = 0; i < readings.size(); ++i)
        for (std::size_t j = i + 1; j < readings.size(); ++j)
            if (!pages.empty() && !readings[i].text.empty() && readings[i].text == readings[j].text)
                return {readings[i].text, std::max(0.9, readings[i].confidence)};
    return readings.front();
}

bool believable(const SealText& read, int leastLetters)
{
    const auto count = countScripts(read.text);
    // The default engine alone leaves letters of a ring out and is sure of the rest.
    constexpr double leastOfOneEngine = 0.9;
    return read.confidence >= (pageEngine().empty() ? leastOfOneEngine : leastSealConfidence)
        && count.letters() >= leastLetters;
}

/// The line across the middle, below a star or device.
cv::Mat lineBelow(const SealPicture& seal, const UnrolledRing& ring)
{
    const cv::Matx23d upright(cv::getRotationMatrix2D(cv::Point2f(seal.centre), ring.turn, 1).ptr<double>());
    cv::Mat straight;
    cv::warpAffine(
        seal.ink, straight, upright, seal.ink.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
    const double r = seal.radius;
    // Without the ring: its rim, and its letters on both sides of the gap.
    cv::Mat within = cv::Mat::zeros(straight.size(), CV_8UC1);
    const cv::Point middle(cvRound(seal.centre.x), cvRound(seal.centre.y));
    const double half = ring.gap / 2 - 4;
    cv::ellipse(within, middle, cv::Size(cvRound(0.9 * r), cvRound(0.9 * r)), 0, 90 - half, 90 + half, 255, cv::FILLED);
    cv::circle(within, middle, cvRound((ring.inner - 0.02) * r), 255, cv::FILLED);
    straight.setTo(255, within == 0);
    const cv::Rect place = cv::Rect(cvRound(seal.centre.x - 0.62 * r), cvRound(seal.centre.y + 0.36 * r),
                               cvRound(1.24 * r), cvRound(0.36 * r))
        & cv::Rect({}, straight.size());
    const cv::Mat found = straight(place);
    const cv::Rect ink = inkBox(found);
    if (ink.height < 0.1 * r || ink.width < 1.5 * ink.height)
        return {};
    return closedUp(found(ink));
}
} // namespace

SealPicture sealPicture(const Picture& picture, const FoundSeal& seal)
{
    SealPicture result;
    const double half = std::max(seal.box.width, seal.box.height) / 2;
    if (half < shortestRadius)
        return result;
    const cv::Point2d middle(seal.box.x + seal.box.width / 2, seal.box.y + seal.box.height / 2);
    const double scale = workRadius / half;
    const int side = cvRound(2 * workRadius * (1 + 3 * margin));
    const cv::Matx23d map(scale, 0, side / 2.0 - scale * middle.x, 0, scale, side / 2.0 - scale * middle.y);
    cv::Mat cut;
    cv::warpAffine(picture.colour, cut, map, {side, side}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    const cv::Mat red = redness(cut);
    result.centre = {side / 2.0, side / 2.0};
    result.radius = workRadius;
    fitRim(red, result.centre, result.radius);
    cv::bitwise_not(red, result.ink);
    return result;
}

UnrolledRing unrolledRing(const SealPicture& seal)
{
    UnrolledRing ring;
    if (seal.ink.empty())
        return ring;
    const cv::Mat flat = polar(seal, bandFrom, 1.02);
    const cv::Range rows = rowsOfText(flat);
    if (rows.size() == 0)
        return ring;
    const cv::Mat band = flat.rowRange(rows);
    const std::vector<bool> ink = columnsOfLetters(flat, rows);
    // The widest stretch without letters, all around.
    const int width = band.cols;
    int best = 0, bestEnd = 0, run = 0;
    for (int i = 0; i < 2 * width; ++i) {
        run = ink[static_cast<std::size_t>(i % width)] ? 0 : run + 1;
        if (run > best && run <= width) {
            best = run;
            bestEnd = i + 1;
        }
    }
    if (best < leastGap / 360 * width || best >= width * 0.9)
        return ring;
    ring.turn = std::remainder((bestEnd - best / 2.0) / width * 360 - 180, 360);
    ring.gap = best * 360.0 / width;
    ring.inner = 1.02 - rows.end / static_cast<double>(flat.rows) * (1.02 - bandFrom);
    // Letters may be wider at their foot.
    const int spare = std::min(band.rows / 4, best / 3), begin = (bestEnd - spare) % width;
    cv::Mat line;
    cv::hconcat(band.colRange(begin, width), band.colRange(0, begin), line);
    line = line.colRange(0, width - best + 2 * spare);
    ring.line = closedUp(line);
    return ring;
}

SealText readSeal(const Picture& picture, const FoundSeal& seal, const std::string& languages)
{
    const SealPicture cut = sealPicture(picture, seal);
    const UnrolledRing ring = unrolledRing(cut);
    if (ring.line.empty())
        return {};
    SealText read = readLine(ring.line, languages);
    if (!believable(read, 3))
        return {{}, std::min(read.confidence, leastSealConfidence)};
    if (const cv::Mat below = lineBelow(cut, ring); !below.empty())
        if (const SealText second = readLine(below, languages); believable(second, 2)) {
            read.text += '\n' + second.text;
            read.confidence = std::min(read.confidence, second.confidence);
        }
    return read;
}

} // namespace vidimus::scan
