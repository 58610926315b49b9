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

/// All barcodes of a picture: QR, Micro QR, DataMatrix, PDF417, Aztec, Code 128, Code 39, EAN-13; however they lie.
/// Places that look like a code are cut out, laid straight and cleaned, and only there a symbol is looked for: a search
/// of the whole page misses what is small, aslant or off the centre, and takes ten times as long on a page without any.
/// Sorted from top to bottom.
std::vector<Barcode> findBarcodes(const cv::Mat& grey, double dpi);

} // namespace vidimus::codes
