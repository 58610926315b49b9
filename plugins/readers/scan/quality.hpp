#pragma once
#include "part_reader.hpp"

#include <map>
#include <string>

namespace vidimus::scan {

/// What the fact `page.quality` says of one page; a check judges it.
///
/// dpi           resolution at which the paper was taken, of the poorest paper on the page
/// dpiAssumed    true where the file tells none and a paper format was assumed
/// blur          0 sharp … 1: the spread (sigma) of edges in text as a share of an eighth of the text's height, of text
///               over 4 mm of that; missing where nothing is printed
/// glare         share of the paper's area that is burnt out where the rest of the paper is not, or over which print
/// fades
///               away
/// cutEdges      number of sides at which paper or print runs out of the picture
/// lines         number of text lines
/// textHeightMm  their median height; missing where there are none
using Quality = std::map<std::string, std::string>;

Quality measureQuality(const Picture& picture, const std::vector<PartReader>& parts);

/// The spread of the sharpest edges within a box, in pixels. \source a step of contrast C blurred by sigma rises by at
/// most C / (sigma sqrt(2 pi)) a pixel.
double edgeSpread(const cv::Mat& grey, const cv::Rect& box);

/// \param grey the page; \return the share of burnt-out paper.
double glareShare(const cv::Mat& grey);

} // namespace vidimus::scan
