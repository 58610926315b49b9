#include "paper_format.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace vidimus::scan {

namespace {
// Width and height upright. ISO 216, ANSI, ISO/IEC 7810; the commonest of one shape first.
constexpr std::array<std::array<double, 2>, 7> formats{{
    {210, 297}, // A4
    {85.6, 53.98}, // ID-1
    {215.9, 279.4}, // US Letter
    {148, 210}, // A5
    {297, 420}, // A3
    {105, 74}, // ID-2
    {125, 88}, // ID-3
}};

cv::Size2d turnedLike(double a, double b, cv::Size2d measured)
{
    const bool landscape = measured.width > measured.height;
    return landscape ? cv::Size2d(std::max(a, b), std::min(a, b)) : cv::Size2d(std::min(a, b), std::max(a, b));
}

double off(double measured, double wanted)
{
    return std::abs(measured / wanted - 1);
}
} // namespace

std::optional<cv::Size2d> formatLike(cv::Size2d measuredMm, double tolerance)
{
    for (const auto& [a, b] : formats) {
        const cv::Size2d format = turnedLike(a, b, measuredMm);
        if (off(measuredMm.width, format.width) < tolerance && off(measuredMm.height, format.height) < tolerance)
            return format;
    }
    return std::nullopt;
}

std::optional<cv::Size2d> formatShapedLike(cv::Size2d measured, double tolerance)
{
    std::optional<cv::Size2d> best;
    double least = tolerance;
    for (const auto& [a, b] : formats) {
        const cv::Size2d format = turnedLike(a, b, measured);
        const double error = off(measured.width / measured.height, format.width / format.height);
        if (error < least - 0.005) { // of two that fit alike the commoner one
            least = error;
            best = format;
        }
    }
    return best;
}

bool isCard(cv::Size2d formatMm)
{
    return std::max(formatMm.width, formatMm.height) < 130;
}

} // namespace vidimus::scan
