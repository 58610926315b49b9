#pragma once
#include "picture.hpp"

#include <array>
#include <string>
#include <vector>

namespace vidimus::codes {

struct Barcode {
    std::string symbology, text;
    std::array<cv::Point2d, 4> corners; ///< pixels of the picture
};

/// All barcodes of a picture: QR, Micro QR, DataMatrix, PDF417, Aztec, Code 128, Code 39, EAN-13; turned ones too.
/// The whole picture is searched first, then regions that look like a code, larger: on a whole page a small symbol, or
/// a DataMatrix off the centre, is missed. Sorted from top to bottom.
std::vector<Barcode> findBarcodes(const cv::Mat& grey, double dpi);

} // namespace vidimus::codes
