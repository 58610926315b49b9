#include "filler_shapes.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace vidimus::codes {
namespace {

constexpr double glyphWidth = 0.75; // of the pitch, OCR-B
constexpr double slack = 0.15; // of the pitch: how far a character may stand off its place
constexpr double alike = 0.82; // correlation; K, whose arms are a filler's, reaches 0.7
constexpr std::size_t leastFillers = 4;
constexpr const char* takenForFillers = "KCSXELGR";

struct Grid {
    double left = 0, pitch = 0;
    cv::Rect cell(std::size_t i, const cv::Size& size, double wider) const
    {
        const double x = left + (static_cast<double>(i) - (1 - glyphWidth) / 2 - wider) * pitch;
        return cv::Rect(static_cast<int>(x), 0, static_cast<int>(pitch * (1 + 2 * wider)), size.height)
            & cv::Rect({}, size);
    }
};

std::optional<Grid> gridOf(const cv::Mat& line, std::size_t characters)
{
    cv::Mat ink, columns;
    cv::threshold(line, ink, 0, 1, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    cv::reduce(ink, columns, 0, cv::REDUCE_SUM, CV_32S);
    const int least = std::max(2, line.rows / 20); // grain is less
    int first = -1, last = -1;
    for (int x = 0; x < columns.cols; ++x)
        if (columns.at<int>(x) >= least) {
            first = first < 0 ? x : first;
            last = x;
        }
    const double pitch = (last - first) / (static_cast<double>(characters) - 1 + glyphWidth);
    return first >= 0 && pitch >= 6 ? std::optional(Grid{static_cast<double>(first), pitch}) : std::nullopt;
}

/// Fillers that stand between fillers.
std::vector<std::size_t> sureFillers(const std::string& text)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text.compare(i - 1, 3, "<<<") == 0)
            places.push_back(i);
    return places;
}

/// How much a place of the line looks like the fillers: the median of its correlations with each.
double likeness(const cv::Mat& line, const Grid& grid, std::size_t place, const std::vector<std::size_t>& fillers)
{
    const cv::Mat window = line(grid.cell(place, line.size(), slack));
    std::vector<double> values;
    for (const std::size_t filler : fillers) {
        const cv::Rect cell = grid.cell(filler, line.size(), 0);
        const int margin = line.rows / 12;
        const cv::Mat pattern = line({cell.x, margin, cell.width, line.rows - 2 * margin});
        if (filler == place || pattern.cols > window.cols)
            continue;
        cv::Mat match;
        cv::matchTemplate(window, pattern, match, cv::TM_CCOEFF_NORMED);
        double best = 0;
        cv::minMaxLoc(match, nullptr, &best);
        values.push_back(best);
    }
    if (values.size() < leastFillers)
        return 0;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}
} // namespace

std::string withFillersByShape(const cv::Mat& line, const std::string& text)
{
    const auto fillers = sureFillers(text);
    const auto grid = gridOf(line, text.size());
    if (fillers.size() < leastFillers || !grid)
        return text;
    std::string result = text;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (std::string_view(takenForFillers).find(text[i]) != std::string_view::npos
            && likeness(line, *grid, i, fillers) >= alike)
            result[i] = '<';
    return result;
}

} // namespace vidimus::codes
