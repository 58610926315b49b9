#pragma once
#include <span>
#include <string>
#include <string_view>

namespace vidimus {

/// The candidate that was most probably meant by a mistyped word; empty where none is near enough to be named.
std::string nearestOf(std::string_view word, std::span<const std::string> candidates);

} // namespace vidimus
