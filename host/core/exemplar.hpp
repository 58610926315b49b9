#pragma once
#include "core/region.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The print by which a page of one design is told and laid onto another: of the design alone, never of who holds it.
namespace vidimus {

/// A spot of print that is found again on every page of its design.
struct KeyPoint {
    Point at; ///< on the prepared page
    Degrees angle; ///< of its own pattern, clockwise, 0..360
    std::uint8_t level = 0; ///< of the picture pyramid in which it was found
    std::array<std::uint8_t, 32> descriptor{}; ///< 256 comparisons of brightness (ORB)
    bool operator==(const KeyPoint&) const = default;
};

/// A page's key points, or where on it they may be looked for.
struct DesignPrint {
    Millimetres width, height; ///< of the prepared page
    std::vector<KeyPoint> points;
    std::vector<Region> wording; ///< the design's own print; empty: all of the page
    std::string digest; ///< of what it was read from: part of the key of a pass
};

/// How an exemplar lies on a page.
struct Registration {
    Transform toPage; ///< exemplar -> prepared page, millimetres
    int matches = 0; ///< key points of the exemplar that were found again
    int inliers = 0; ///< of them, those that lie where the transform says
};

/// A key point in one word of 76 hexadecimal digits: hundredths of a millimetre from the left and from the top (4
/// each), 256ths of a turn (2), level (2), descriptor (64). The same in exemplars and in the fact `page.key-points`.
std::string wordOf(const KeyPoint& point);
/// Nothing where it is no such word.
std::optional<KeyPoint> keyPointFrom(std::string_view word);

inline constexpr std::size_t keyPointWord = 76; ///< characters
inline constexpr std::size_t mostKeyPoints = 1500, mostWordings = 2000; ///< of an exemplar

} // namespace vidimus
