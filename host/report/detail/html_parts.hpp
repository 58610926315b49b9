#pragma once
#include "outline.hpp"

#include <string>
#include <string_view>

namespace vidimus::report::detail {

/// Text made safe for elements and for attributes in double quotation marks; control characters are dropped.
std::string escaped(std::string_view text);
std::string base64(const std::vector<unsigned char>& bytes);
/// The stylesheet: one accent colour, print rules, font stacks per script.
std::string_view stylesheet();

} // namespace vidimus::report::detail
