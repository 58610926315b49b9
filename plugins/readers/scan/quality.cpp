#include "quality.hpp"

#include "cut_edges.hpp"
#include "fading.hpp"
#include "levels.hpp"
#include "page_reader.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace vidimus::scan {

namespace {
constexpr int burnt = 250; // grey levels
constexpr double smallestGlare = 9; // square millimetres; less is a highlight on a grain of dust
// Millimetres. What a paper states is printed no larger than this, whatever its titles are, or the blots that blur has
// made of several lines.
constexpr double largestPlainText = 4;
constexpr int widestEdge = 3; // pixels

std::string written(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Between paper and ink, grey levels.
int contrastOf(const cv::Mat& grey)
{
    const Levels levels(grey);
    return levels.at(0.95) - levels.at(0.03);
}

/// A page so blurred that no line is left still shows where something dark was: squares of it that have contrast.
std::vector<cv::Rect> darkPlaces(const cv::Mat& grey, double dpi)
{
    constexpr double side = 15; // millimetres
    constexpr int contrast = 30;
    const int pixels = static_cast<int>(side / 25.4 * dpi);
    std::vector<cv::Rect> places;
    for (int y = 0; y + pixels <= grey.rows; y += pixels)
        for (int x = 0; x + pixels <= grey.cols; x += pixels)
            if (const cv::Mat place = grey({x, y, pixels, pixels}); contrastOf(place) > contrast)
                places.emplace_back(x, y, pixels, pixels);
    return places;
}

void measureText(const std::vector<PartReader>& parts, Quality& quality)
{
    std::vector<double> heights, spreads;
    for (const PartReader& part : parts) {
        const double mm = 25.4 / part.picture().dpi();
        const cv::Mat& grey = part.picture().plane(Plane::Luminance);
        const std::size_t before = heights.size();
        for (const FoundLine& line : part.lines()) {
            if (line.pieces < 3)
                continue;
            heights.push_back(line.box.height * mm);
            spreads.push_back(edgeSpread(grey, line.box) * mm / (std::min(heights.back(), largestPlainText) / 8));
        }
        if (heights.size() == before)
            for (const cv::Rect& place : darkPlaces(grey, part.picture().dpi()))
                spreads.push_back(edgeSpread(grey, place) * mm / (largestPlainText / 8));
    }
    quality["lines"] = std::to_string(heights.size());
    if (!heights.empty())
        quality["textHeightMm"] = written(median(heights));
    if (!spreads.empty())
        quality["blur"] = written(std::clamp(median(spreads), 0.0, 1.0));
}
} // namespace

double edgeSpread(const cv::Mat& grey, const cv::Rect& box)
{
    const cv::Mat region = grey(box & cv::Rect({}, grey.size()));
    cv::Mat across, down, slope;
    cv::Sobel(region, across, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(region, down, CV_32F, 0, 1, 3, 1.0 / 8);
    cv::magnitude(across, down, slope);
    double top = 0;
    cv::minMaxLoc(slope, nullptr, &top);
    slope.convertTo(slope, CV_8U, top > 0 ? 255 / top : 1);
    const double contrast = contrastOf(region);
    const double steepest = std::max(1.0, levelAt(slope, 0.97) * top / 255);
    const double spread = contrast / (steepest * std::sqrt(2 * CV_PI));
    if (spread < widestEdge || std::min(region.cols, region.rows) < 16)
        return spread;
    // The slope of an edge that wide drowns in the grain, of which there is half as much at half the size.
    cv::Mat half;
    cv::resize(region, half, {}, 0.5, 0.5, cv::INTER_AREA);
    return std::max(spread, 2 * edgeSpread(half, {{}, half.size()}));
}

double glareShare(const cv::Mat& grey)
{
    if (levelAt(grey, 0.6) >= 240) // paper that is white all over is not burnt out anywhere
        return 0;
    cv::Mat mask, labels, stats, centres;
    cv::threshold(grey, mask, burnt - 1, 255, cv::THRESH_BINARY);
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8, CV_32S);
    const double least = smallestGlare * (sketchDpi / 25.4) * (sketchDpi / 25.4);
    double area = 0;
    for (int i = 1; i < count; ++i)
        if (stats.at<int>(i, cv::CC_STAT_AREA) >= least)
            area += stats.at<int>(i, cv::CC_STAT_AREA);
    return area / static_cast<double>(grey.total());
}

Quality measureQuality(const Picture& picture, const std::vector<PartReader>& parts)
{
    Quality quality;
    double dpi = parts.empty() ? picture.dpi : 1e9, glare = 0;
    int cut = 0;
    bool flattened = false;
    for (const PartReader& part : parts) {
        const PreparedPicture& page = part.picture();
        dpi = std::min(dpi, page.nativeDpi());
        cv::Mat sketch;
        const double scale = sketchDpi / page.dpi();
        cv::resize(page.plane(Plane::Luminance), sketch, {}, scale, scale, cv::INTER_AREA);
        glare = std::max(glare, glareShare(sketch));
        glare = std::max(glare, fadedShare(page.plane(Plane::Luminance), part.lines(), page.dpi()));
        if (page.ofPaper()) // a paper that was found lies within the picture with all its corners
            flattened = true;
        else
            cut = std::max(
                cut, cutPrintSides(page.plane(Plane::Text), page.plane(Plane::Luminance), part.lines(), page.dpi()));
    }
    if (!flattened)
        cut = std::max(cut, cutPaperSides(picture));
    quality["dpi"] = written(dpi);
    quality["dpiAssumed"] = picture.dpiAssumed ? "true" : "false";
    quality["glare"] = written(glare);
    quality["cutEdges"] = std::to_string(cut);
    measureText(parts, quality);
    return quality;
}

void PageReader::tellFacts(sdk::PassSink& sink)
{
    sink.fact("page.quality", measureQuality(*m_picture, parts()), static_cast<int>(m_page));
}

} // namespace vidimus::scan
