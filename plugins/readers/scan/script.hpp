#pragma once
#include <string>
#include <string_view>

/// What a text's characters say about its language.
namespace vidimus::scan {

struct ScriptCount {
    int han = 0, latin = 0, digits = 0, other = 0;
    int traditionalOnly = 0, simplifiedOnly = 0; ///< Han characters that only one of the two ways of writing has
    int portuguese = 0; ///< Latin letters with the marks of Portuguese
    int letters() const { return han + latin + digits; }
    ScriptCount& operator+=(const ScriptCount& more);
};

bool isHan(char32_t character);
/// The Simplified way of writing a character of papers; any other stays as it is.
char32_t asSimplified(char32_t character);
/// White space left out; U+FFFD for each broken sequence.
std::u32string charactersOf(std::string_view text);

/// \param text UTF-8; broken sequences count as other.
ScriptCount countScripts(std::string_view text);

} // namespace vidimus::scan
