#pragma once
#include "core/region.hpp"
#include "specimen/random.hpp"

#include <opencv2/core.hpp>
#include <span>
#include <string_view>

/// What printing and acquiring do to a page, with the way back to where everything went.
namespace vidimus::specimen {

/// A picture under way, and the map from the drawn page (mm) to it (mm).
struct Acquired {
    cv::Mat pixels; ///< 8-bit, blue green red
    Dpi dpi;
    Transform fromPage;
    /// Radius of the paper's corners as long as the picture ends where the paper does; what lies outside them is none
    /// of the paper's.
    Millimetres corners{};
};

struct Degradation {
    std::string_view name;
    std::string_view description;
    void (*apply)(Acquired&, Random);
    /// Why `page-readable` is to fail on it; empty where the page stays readable.
    std::string_view reason = "";
};

/// Single ones (skew, noise, …) and whole ways of acquiring (clean, scan, blur, uneven, dpi200, photo).
std::span<const Degradation> degradations();
/// \return null where there is none of that name.
const Degradation* degradation(std::string_view name);

} // namespace vidimus::specimen
