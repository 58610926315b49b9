#pragma once
#include "picture_header.hpp"

#include <opencv2/core.hpp>

#include <cstdint>
#include <span>

namespace vidimus::scan {

/// A page as acquired: what an ordinary viewer shows. The stored pixels with the file's own orientation applied, pixels
/// square, 8 bits a channel, laid on white where they were transparent.
struct Picture {
    cv::Mat colour; ///< CV_8UC3, blue green red
    double dpi = 0; ///< of these pixels, which are fewer than the stored ones where the limits asked for it
    bool dpiAssumed = false;

    double widthMm() const { return colour.cols * 25.4 / dpi; }
    double heightMm() const { return colour.rows * 25.4 / dpi; }
};

/// How large a picture may be once decoded.
struct Limits {
    std::uint64_t pixels = 100'000'000;
    std::uint32_t side = 16'000;
};

/// Resolution and size of the page, from the header alone.
struct PageSize {
    double dpi = 0; ///< of the stored pixels; the larger of the two directions
    bool assumed = false;
    double widthMm = 0, heightMm = 0; ///< with the orientation applied
};

/// The declared resolution where it gives a paper size that exists (40 to 650 mm on the longer side); else the
/// resolution at which the picture would be an ID-1 card (if it has that shape) or an A4 sheet.
PageSize pageSizeOf(const PictureHeader& header);

/// By how much the picture must be reduced (1, 2, 4, 8) to stay within the limits.
/// Throws Failure(TooLarge) naming size and limits where its format cannot be decoded reduced or 8 does not do.
int reductionFor(const PictureHeader& header, const Limits& limits);

/// Throws Failure: Malformed, TooLarge, Unsupported (a variety that the decoder lacks).
Picture decode(std::span<const std::uint8_t> bytes, const PictureHeader& header, const Limits& limits);

/// A picture that another reader made. \param image grey or RGB; its dpi 0: assumed as for a file.
Picture pictureOf(cv::Mat colour, double dpi);

} // namespace vidimus::scan
