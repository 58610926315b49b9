#pragma once
#include <cstdint>
#include <vector>

/// TIFF files of the kinds that scanners write and OpenCV cannot.
namespace vidimus::scan::drawing {

/// One page; the numbers are those of TIFF 6.0.
struct TiffPage {
    std::uint32_t width = 0, height = 0;
    std::uint16_t bits = 8, samples = 3;
    std::uint16_t photometric = 2; ///< 0 white is zero, 1 black is zero, 2 RGB, 5 separated (CMYK), 6 YCbCr
    std::uint16_t compression = 1; ///< 1 none, 4 CCITT group 4, 5 LZW, 7 JPEG, 8 deflate
    std::uint16_t orientation = 1;
    std::uint16_t extra = 0; ///< with an odd sample more: 1 associated, 2 unassociated alpha
    std::uint32_t rowsPerStrip = 16;
    bool planes = false; ///< each sample in a plane of its own
    double dpiX = 300, dpiY = 300;
    std::vector<std::uint8_t> rows; ///< row after row, each padded to a byte; 16-bit samples little-endian
};

std::vector<std::uint8_t> tiffOf(const std::vector<TiffPage>& pages);

} // namespace vidimus::scan::drawing
