#pragma once
#include <string>
#include <string_view>

namespace vidimus::tesseract_engine {

/// The models for Han do not know 〇 and return O, o or 0 for it: beside a Han numeral, and not beside a Latin letter
/// or an ASCII digit, such a run is 〇 (二OO一年 becomes 二〇〇一年). Everything else stays as it is.
std::string withHanZero(std::string_view text);

} // namespace vidimus::tesseract_engine
