#pragma once
#include "line_finder.hpp"
#include "prepare.hpp"

#include <functional>
#include <vector>

namespace vidimus::scan {

/// The lines found by their ink (findLines()), mended by what an engine's detector sees in colour: lines in an ink that
/// the text plane does not show, characters that were taken for ornament, lines that fell to pieces. What the detector
/// does not see stays as it was. Lines that are new and gone in the text plane are marked red.
/// \param detected boxes in pixels of the prepared page, a little larger than their text
/// \param redPrint whether anything on the page is printed in red at all
std::vector<FoundLine> mendedLines(
    const PreparedPicture& page, std::vector<FoundLine> found, const std::vector<cv::Rect2d>& detected, bool redPrint);

/// Text lines that the engine's detector sees on the page; pixels of the prepared page. Empty where the engine has
/// none.
std::vector<cv::Rect2d> detectedLines(const PreparedPicture& page, const std::string& engine);

} // namespace vidimus::scan
