#pragma once
#include <string>
#include <string_view>

namespace vidimus::wire {

/// Is it well-formed UTF-8 (no overlong form, no surrogate, nothing above U+10FFFF) without NUL?
/// \source Unicode 15, table 3-7.
bool isUtf8(std::string_view text);

/// The text with every ill-formed byte, and NUL, replaced by U+FFFD.
std::string toUtf8(std::string_view text);

} // namespace vidimus::wire
