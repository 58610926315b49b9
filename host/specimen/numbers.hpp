#pragma once
#include "core/date.hpp"
#include "specimen/random.hpp"

#include <string>
#include <string_view>

/// The numbers that papers bear, made with the digits that their rules ask for.
namespace vidimus::specimen {

enum class Sex { Male, Female };

/// The check character of a Hong Kong identity number. \param body one or two capitals and six digits.
char hkidCheckCharacter(std::string_view body);
/// `A123456(3)`.
std::string makeHkid(Random& random);
/// The eight or nine characters that other numbers embed: without brackets.
std::string bareHkid(std::string_view hkid);

/// The check character of a GB 11643-1999 number. \param body its first 17 digits.
char residentCheckCharacter(std::string_view body);
/// Eighteen characters: region, birth date, sequence (odd for men), check character.
std::string makeResidentId(std::string_view region, const Date& birth, Sex sex, Random& random);

/// ICAO Doc 9303-3: weights 7, 3, 1 over the text; '<' counts as zero.
char mrzCheckDigit(std::string_view text);

} // namespace vidimus::specimen
