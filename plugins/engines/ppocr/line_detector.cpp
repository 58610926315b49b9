#include "ppocr/line_detector.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace vidimus::ppocr_engine {

namespace {
// What the model was trained with: PaddleOCR, ch_PP-OCRv4_det.yml.
const std::array<float, 3> channelMean{0.485F, 0.456F, 0.406F}, channelDeviation{0.229F, 0.224F, 0.225F};
constexpr double longestSide = 960; // pixels
constexpr int stride = 32; // sides are multiples of it
constexpr float core = 0.3F;
constexpr double leastScore = 0.5;
constexpr double growth = 1.6; // of a core's area over its outline
constexpr int leastHeight = 3; // pixels of the map

int stepped(double side)
{
    return std::max(stride, static_cast<int>(std::lround(side / stride)) * stride);
}

Tensor tensorOf(const cv::Mat& picture)
{
    const double scale = std::min(1.0, longestSide / std::max(picture.cols, picture.rows));
    const cv::Size size(stepped(picture.cols * scale), stepped(picture.rows * scale));
    cv::Mat small;
    cv::resize(picture, small, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    Tensor tensor{{1, 3, size.height, size.width}, {}};
    const std::size_t plane = static_cast<std::size_t>(size.area());
    tensor.values.resize(3 * plane);
    const int channels = small.channels();
    for (int y = 0; y < size.height; ++y) {
        const std::uint8_t* row = small.ptr<std::uint8_t>(y);
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < 3; ++c) {
                const auto channel = static_cast<std::size_t>(c);
                const float value = static_cast<float>(row[x * channels + (channels == 3 ? c : 0)]) / 255.0F;
                tensor.values[channel * plane + static_cast<std::size_t>(y * size.width + x)]
                    = (value - channelMean[channel]) / channelDeviation[channel];
            }
    }
    return tensor;
}

double scoreOf(const std::vector<cv::Point>& outline, const cv::Rect& bounds, const cv::Mat& map)
{
    cv::Mat mask = cv::Mat::zeros(bounds.size(), CV_8U);
    const std::vector<std::vector<cv::Point>> outlines{outline};
    cv::drawContours(mask, outlines, 0, 255, cv::FILLED, cv::LINE_8, cv::noArray(), 0, -bounds.tl());
    return cv::mean(map(bounds), mask)[0];
}

void inReadingOrder(std::vector<DetectedLine>& lines)
{
    std::sort(lines.begin(), lines.end(), [](const DetectedLine& a, const DetectedLine& b) {
        return a.box.y != b.box.y ? a.box.y < b.box.y : a.box.x < b.box.x;
    });
    // Of lines that stand side by side the left one comes first, however their edges lie.
    for (std::size_t i = 1; i < lines.size(); ++i)
        for (std::size_t j = i; j > 0; --j) {
            const cv::Rect2d &above = lines[j - 1].box, &below = lines[j].box;
            const bool sideBySide = below.y + below.height / 2 < above.y + above.height * 0.75;
            if (!sideBySide || below.x >= above.x)
                break;
            std::swap(lines[j - 1], lines[j]);
        }
}
} // namespace

std::vector<DetectedLine> linesOfMap(const cv::Mat& map)
{
    cv::Mat cores;
    cv::compare(map, core, cores, cv::CMP_GT);
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(cores, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::vector<DetectedLine> lines;
    for (const auto& outline : outlines) {
        const cv::Rect bounds = cv::boundingRect(outline);
        if (bounds.height < leastHeight || bounds.width < leastHeight)
            continue;
        const double score = scoreOf(outline, bounds, map);
        if (score < leastScore)
            continue;
        const double grown = bounds.area() * growth / (2.0 * (bounds.width + bounds.height));
        const cv::Rect2d box(bounds.x - grown, bounds.y - grown, bounds.width + 2 * grown, bounds.height + 2 * grown);
        lines.push_back({box & cv::Rect2d(0, 0, map.cols, map.rows), score});
    }
    inReadingOrder(lines);
    return lines;
}

std::vector<DetectedLine> detectLines(const Network& network, const cv::Mat& picture)
{
    Tensor input = tensorOf(picture);
    Tensor output = network.run(input);
    const auto size = output.shape.size();
    if (size < 2)
        return {};
    const cv::Mat map(static_cast<int>(output.shape[size - 2]), static_cast<int>(output.shape[size - 1]), CV_32F,
        output.values.data());
    auto lines = linesOfMap(map);
    const double across = static_cast<double>(picture.cols) / map.cols;
    const double down = static_cast<double>(picture.rows) / map.rows;
    for (DetectedLine& line : lines)
        line.box = {line.box.x * across, line.box.y * down, line.box.width * across, line.box.height * down};
    return lines;
}

} // namespace vidimus::ppocr_engine
