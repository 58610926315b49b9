#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace vidimus::pipeline {

/// The Chinese name in a text: the first run of 2 to 6 Han characters (and the middle dot of minority names), blanks
/// and titles dropped, in the script printed. Nothing where there is none.
std::optional<std::string> hanName(std::string_view text);

/// Does it begin with one of the usual Chinese surnames? Names that do not are rare; words that do not are many.
bool hasUsualSurname(std::string_view hanName);

/// Words of a certificate's sentence where a Han name was looked for (上述註冊醫生): no name at all.
bool isOfSentence(std::string_view hanName);

/// The Latin name in a text, titles dropped: `SURNAME, Given Names` where a comma, or capitals before or after mixed
/// case, show which part is the surname; else as printed with single spaces.
std::optional<std::string> latinName(std::string_view text);

} // namespace vidimus::pipeline
