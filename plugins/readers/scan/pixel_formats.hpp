#pragma once
#include "picture_header.hpp"

#include <opencv2/core.hpp>

namespace vidimus::scan {

// Decoders that lay what is transparent on white and reduce row by row. The stored pixels come back, not yet turned, as
// CV_8UC3. Throw Failure: Malformed, Unsupported (with the decoder's reason).
//
// OpenCV's own lose the transparency of TIFF, turn it by halves, and hold the whole before they reduce it.

cv::Mat decodePng(std::span<const std::uint8_t> bytes, const PictureHeader& header, int reduction);
cv::Mat decodeTiff(std::span<const std::uint8_t> bytes, const PictureHeader& header, int reduction);

} // namespace vidimus::scan
