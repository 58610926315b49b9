#include "quality.hpp"

#include "page_reader.hpp"
#include "paper_format.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace vidimus::scan {

namespace {
constexpr double sketchDpi = 50; // for light and paper edges
constexpr int burnt = 250; // grey levels
constexpr double smallestGlare = 9; // square millimetres; less is a highlight on a grain of dust

std::string written(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

int levelAt(const cv::Mat& grey, double share)
{
    std::array<int, 256> histogram{};
    for (int y = 0; y < grey.rows; ++y)
        for (int x = 0; x < grey.cols; ++x)
            ++histogram[grey.at<std::uint8_t>(y, x)];
    int seen = 0;
    for (int level = 0; level < 256; ++level)
        if ((seen += histogram[static_cast<std::size_t>(level)]) > share * static_cast<double>(grey.total()))
            return level;
    return 255;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Sides (left, top, right, bottom) at which several text lines touch the paper's edge.
int cutTextSides(const PartReader& part)
{
    const cv::Size size = part.picture().size();
    const int near = static_cast<int>(0.4 / 25.4 * part.picture().dpi());
    std::array<int, 4> touching{};
    for (const FoundLine& line : part.lines()) {
        if (line.pieces < 4)
            continue;
        touching[0] += line.box.x <= near;
        touching[1] += line.box.y <= near;
        touching[2] += line.box.x + line.box.width >= size.width - near;
        touching[3] += line.box.y + line.box.height >= size.height - near;
    }
    // One line along the top or bottom is a whole line lost; at the sides a mark or two may stand by themselves.
    return (touching[0] >= 3) + (touching[1] >= 1) + (touching[2] >= 3) + (touching[3] >= 1);
}

cv::Mat sketchOf(const Picture& picture)
{
    cv::Mat grey;
    const double scale = std::min(1.0, sketchDpi / picture.dpi);
    cv::resize(picture.colour, grey, {}, scale, scale, cv::INTER_AREA);
    cv::cvtColor(grey, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

void measureText(const std::vector<PartReader>& parts, Quality& quality)
{
    std::vector<double> heights, spreads;
    for (const PartReader& part : parts) {
        const cv::Mat& grey = part.picture().plane(Plane::Grey);
        for (const FoundLine& line : part.lines()) {
            if (line.pieces < 3)
                continue;
            const double height = line.box.height;
            heights.push_back(height / part.picture().dpi() * 25.4);
            spreads.push_back(edgeSpread(grey, line.box) / (height / 8));
        }
    }
    quality["lines"] = std::to_string(heights.size());
    if (heights.empty())
        return;
    quality["textHeightMm"] = written(median(heights));
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
    slope.convertTo(slope, CV_8U);
    const double contrast = levelAt(region, 0.95) - levelAt(region, 0.03), steepest = std::max(1, levelAt(slope, 0.97));
    return contrast / (steepest * std::sqrt(2 * CV_PI));
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

int cutPaperSides(const Picture& picture)
{
    cv::Mat grey = sketchOf(picture), paper;
    cv::GaussianBlur(grey, grey, {5, 5}, 0);
    const int light = levelAt(grey, 0.8);
    cv::threshold(grey, paper, 0.6 * light, 255, cv::THRESH_BINARY);
    const int w = paper.cols, h = paper.rows, ring = std::max(1, std::min(w, h) / 100);
    const std::array<cv::Rect, 4> sides{
        cv::Rect(0, 0, ring, h), {0, 0, w, ring}, {w - ring, 0, ring, h}, {0, h - ring, w, ring}};
    int ground = 0, touched = 0;
    for (const cv::Rect& side : sides) {
        const double share = cv::countNonZero(paper(side)) / static_cast<double>(side.area());
        ground += share < 0.4;
        touched += share > 0.15;
    }
    // One dark side is a copier's shadow; a paper laid into a corner of the glass is whole if it has a paper's size.
    if (ground < 2 || touched == 0)
        return 0;
    const cv::Size2d mm = cv::Size2d(cv::boundingRect(paper).size()) * (picture.widthMm() / w);
    const bool whole = picture.dpiAssumed ? formatShapedLike(mm, 0.04).has_value() : formatLike(mm, 0.04).has_value();
    return whole ? 0 : touched;
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
        cv::resize(page.plane(Plane::Grey), sketch, {}, scale, scale, cv::INTER_AREA);
        glare = std::max(glare, glareShare(sketch));
        cut = std::max(cut, cutTextSides(part));
        flattened = flattened || part.picture().ofPaper();
    }
    if (!flattened) // a paper that was found lies within the picture with all its corners
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
