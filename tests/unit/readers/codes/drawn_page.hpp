#pragma once
#include "codes_reader.hpp"

#include <opencv2/core.hpp>

#include <string>
#include <vector>

/// Pages with a known truth, and what the reader tells of them.
namespace vidimus::codes {

/// A white page of that many millimetres.
cv::Mat blankPage(double widthMm, double heightMm, double dpi);

/// Draws a symbol with its quiet zone; size in millimetres. Format as ZXing names it.
void drawCode(cv::Mat& page, const std::string& format, const std::string& text, double xMm, double yMm, double widthMm,
    double heightMm, double dpi);

/// Draws a symbol with its quiet zone about a centre, turned clockwise; its size follows from that of a module.
void drawSymbol(cv::Mat& page, const std::string& format, const std::string& text, cv::Point2d centreMm,
    double moduleMm, double degrees, double dpi, int black = 20, int white = 255);

/// Fills a page with lines of print.
void drawParagraphs(cv::Mat& page, double dpi, int ink);

/// Writes lines as Doc 9303 asks: 10 characters to the inch, 6 lines to the inch.
void drawZone(
    cv::Mat& page, const std::vector<std::string>& lines, const char* font, double xMm, double yMm, double dpi);

/// Turns about the middle, clockwise.
cv::Mat turned(const cv::Mat& page, double degrees);

/// A scanner's noise and softness; seeded.
cv::Mat scanned(const cv::Mat& page, double blur = 0.8, double grain = 8, std::uint64_t seed = 7);

struct ReadCode {
    std::string symbology, text;
    vidimus_quad_t quad{};
};
struct ReadZone {
    std::string format, lines;
    vidimus_quad_t quad{};
    double confidence = 0;
};
struct ReadPage {
    std::vector<ReadCode> codes;
    std::vector<ReadZone> zones;
};
ReadPage readCodes(const cv::Mat& page, double dpi, const sdk::PassRequest& request);
/// The pass "codes" over the whole page.
ReadPage readCodes(const cv::Mat& page, double dpi);

} // namespace vidimus::codes
