#pragma once
#include <opencv2/core.hpp>

#include <vector>

namespace vidimus::scan {

/// A dark ground that bears light print: a header band, a table's head.
struct ReversedPrint {
    cv::Rect box; ///< pixels of the sketch in which it was found
    cv::Mat ground; ///< of the box's size: 255 where the dark ground with its print lies, its rim left out
};

/// Dark grounds of the size of a line of print and more, on which something light is printed. Red ones of a stamp's
/// shape are stamps, and none of these. \param colour BGR, about 100 dpi; \param dpi its resolution.
std::vector<ReversedPrint> findReversedPrint(const cv::Mat& colour, double dpi);

/// The same place as black print on white. \param colour BGR, any resolution; \param ground of the same size. Takes
/// the channel in which print and ground differ most. Empty where they hardly differ in any.
cv::Mat turnedOver(const cv::Mat& colour, const cv::Mat& ground);

} // namespace vidimus::scan
