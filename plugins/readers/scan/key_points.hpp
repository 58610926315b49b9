#pragma once
#include "prepare.hpp"

#include <vidimus/abi/ext/registration.h>

#include <span>
#include <vector>

namespace vidimus::scan {

/// How many key points, and how they are strewn: print set close would take them all.
struct KeyPointLimits {
    std::size_t atMost;
    std::size_t inACell; ///< a square of the page's longer side by thirty
};
/// An exemplar holds the most telling ones, a page that is laid onto it all that may be needed.
inline constexpr KeyPointLimits ofExemplar{1500, 16}, ofPage{5000, 40};

/// ORB key points of the page's print (red channel, ground divided away: neither seals nor guilloches).
/// \param wording where alone they are looked for, millimetres; all else is white before anything is found or compared,
///                so that nothing that stands there can be told from them. Empty: all of the page.
/// \return the strongest of each part of the page, millimetres
std::vector<vidimus_key_point_t> keyPointsOf(
    const PreparedPicture& page, const KeyPointLimits& limits, std::span<const vidimus_region_t> wording = {});

} // namespace vidimus::scan
