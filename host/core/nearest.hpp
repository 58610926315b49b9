#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace vidimus {

/// Bytes to insert, remove or replace to make one of the other (Levenshtein).
std::size_t editDistance(std::string_view a, std::string_view b);

/// The candidate that was most probably meant by a mistyped word; empty where none is near enough to be named.
std::string nearestOf(std::string_view word, std::span<const std::string> candidates);

} // namespace vidimus
