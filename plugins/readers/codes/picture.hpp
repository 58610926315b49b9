#pragma once
#include <vidimus/plugin.hpp>

#include <opencv2/core.hpp>

/// A picture handed over by another reader, as OpenCV sees it.
namespace vidimus::codes {

/// Grey, copied only where the picture is in colour; the view must not outlive \p image.
cv::Mat greyOf(const vidimus_image_t& image);

/// A quad of pixels in millimetres; 300 dpi where the picture does not say.
vidimus_quad_t quadOf(const std::array<cv::Point2d, 4>& corners, double dpi);

/// A part of a picture and where it lies there.
struct Piece {
    cv::Mat grey;
    cv::Point2d origin;
    double scale = 1; ///< pixels of the piece for one of the picture
};

} // namespace vidimus::codes
