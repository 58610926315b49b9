#pragma once
#include <string>
#include <string_view>

/// Text as it is compared: printed labels and titles are found across scripts, widths and spacings.
namespace vidimus::pipeline {

/// UTF-8 to code points; a broken byte becomes U+FFFD.
std::u32string decoded(std::string_view utf8);
std::string encoded(std::u32string_view text);

bool isHan(char32_t c);
bool isLatinLetter(char32_t c); ///< with or without accents
bool isDigit(char32_t c); ///< 0–9 only
bool isSpace(char32_t c); ///< any blank, also the ideographic one

/// Radicals and compatibility forms that PDF fonts put in the place of ideographs (U+2E80–2FD5, U+F900–FAFF) as the
/// ideographs that they show; other characters as they are.
char32_t unifiedHan(char32_t c);

/// Full-width letters, digits and brackets as half-width; other characters as they are.
char32_t halfWidth(char32_t c);
std::string halfWidth(std::string_view utf8);

/// The character under which \p c is compared: half-width, upper case without accent, Simplified Han, brackets and
/// punctuation dropped. \return 0 where the character does not count (blanks, leaders, punctuation).
char32_t foldedCharacter(char32_t c);
std::u32string folded(std::string_view utf8);

/// Without blanks at both ends, and each blank inside a single space; none between two Han characters.
std::string tidied(std::string_view utf8);

} // namespace vidimus::pipeline
