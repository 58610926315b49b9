#pragma once
#include "line_finder.hpp"
#include "picture.hpp"

#include <vector>

namespace vidimus::scan {

/// A red stamp. Red text vanishes in the red channel by which stamps are taken off the text, so both are looked for.
struct FoundSeal {
    cv::Rect2d box; ///< pixels of the picture
    double confidence = 0; ///< by how well it fills a round or square outline
};

/// Compact red prints of a stamp's size (12 to 65 mm).
std::vector<FoundSeal> findSeals(const cv::Mat& colour, double dpi);

/// Is there more red on the picture than its seals? Cheap, unlike the next.
bool hasRedPrint(const cv::Mat& colour, double dpi);

/// Lines printed in red, outside of the seals. \param clean the page cleaned in a channel in which red is dark.
std::vector<FoundLine> findRedLines(const cv::Mat& colour, const cv::Mat& clean, double dpi);

} // namespace vidimus::scan
