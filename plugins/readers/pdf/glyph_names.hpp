#pragma once
#include <array>
#include <string>
#include <string_view>

namespace vidimus::pdf {

/// The character that a glyph's name stands for (Adobe Glyph List, and its "uniXXXX" scheme); 0 where it tells none.
char32_t codePointOf(std::string_view glyphName);

/// Code -> UTF-8 of WinAnsiEncoding, MacRomanEncoding, or (any other name) StandardEncoding; empty: no character.
/// \source ISO 32000-1, Annex D
std::array<std::string, 256> encodingOf(std::string_view name);

} // namespace vidimus::pdf
