#pragma once
#include <opencv2/core.hpp>

#include <string>

namespace vidimus::codes {

/// Reads the letters of a name line that fillers are taken for once more, by their shape: engines like to see K, C or X
/// in a filler, and a name line has no check digit that would tell. A letter counts as a filler where it looks like the
/// fillers of the same line do; any other is left as read.
/// \param line grey, dark on light: the line alone, margins included; characters stand at one pitch (Doc 9303-3, 4.1).
/// \param text what was read of it, one character for each that is printed. \return the same length.
std::string withFillersByShape(const cv::Mat& line, const std::string& text);

} // namespace vidimus::codes
