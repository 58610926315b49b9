#pragma once
#include <string>
#include <string_view>

/// How far a reading is from the truth. White space does not count.
namespace vidimus::probe {

std::string withoutSpaces(std::string_view text);

/// The least number of changed characters with which needle is found within haystack, and needle's length, in
/// characters.
struct Distance {
    int errors = 0, length = 0;
};
Distance distanceWithin(std::string_view needle, std::string_view haystack);
/// The same for the whole of a reading.
Distance distanceBetween(std::string_view truth, std::string_view reading);

} // namespace vidimus::probe
