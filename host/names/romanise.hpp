#pragma once
#include <set>
#include <string>
#include <string_view>

/// Latin spellings of single syllables, upper case, without tone marks, hyphens or apostrophes.
namespace vidimus::names {

using Spellings = std::set<std::string>;

/// Pinyin as on passports: "lv" -> LYU, LU, LV.
void addPinyin(std::string_view pinyin, Spellings& to);

/// Wade-Giles as usual in Taiwan, of a pinyin syllable: "zhang" -> CHANG.
void addWadeGiles(std::string_view pinyin, Spellings& to);

/// What Hong Kong and Macao make of a jyutping syllable without its tone: "coeng" -> CHEUNG, CHEONG, TSEUNG …
/// Both systems are habits: Hong Kong's follows Eitel, Macao's Portuguese spelling.
void addCantonese(std::string_view jyutping, Spellings& to);

/// Spellings of a surname beyond its readings: special readings, Macao, and Min and Hakka forms of South-East Asia.
/// \param folded  the surname in simplified characters, one or two
const char* surnameSpellings(std::u32string_view folded);

/// Is this a surname of two characters (simplified)?
bool isCompoundSurname(std::u32string_view folded);

/// A given name of European use that could be taken for Chinese syllables: LINDA, ANNA.
bool looksLikeSyllables(std::string_view upper);

} // namespace vidimus::names
