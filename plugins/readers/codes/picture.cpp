#include "picture.hpp"

#include <opencv2/imgproc.hpp>

namespace vidimus::codes {

cv::Mat greyOf(const vidimus_image_t& image)
{
    const int type = image.format == VIDIMUS_GREY8 ? CV_8UC1 : CV_8UC3;
    const cv::Mat view(static_cast<int>(image.height), static_cast<int>(image.width), type,
        const_cast<std::uint8_t*>(image.pixels), image.stride);
    if (image.format == VIDIMUS_GREY8)
        return view;
    cv::Mat grey;
    cv::cvtColor(view, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

vidimus_quad_t quadOf(const std::array<cv::Point2d, 4>& corners, double dpi)
{
    const double perPixel = 25.4 / (dpi > 0 ? dpi : 300);
    vidimus_quad_t quad{};
    for (std::size_t i = 0; i < 4; ++i) {
        quad.xy_mm[2 * i] = corners[i].x * perPixel;
        quad.xy_mm[2 * i + 1] = corners[i].y * perPixel;
    }
    return quad;
}

} // namespace vidimus::codes
