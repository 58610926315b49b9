#pragma once
#include "specimen/facts.hpp"
#include "specimen/person.hpp"
#include "specimen/random.hpp"

#include <string_view>

/// What papers of one place usually say of their holder.
namespace vidimus::specimen {

/// Name in Simplified characters, sex, birth date, and the identity number that mainland papers give.
void setMainlandHolder(Facts& facts, const Person& person);
/// Name in Traditional characters and Latin letters.
void setNames(Facts& facts, const Person& person);
/// The day so many years after birth, a little moved by chance, but not before the year.
Date dayAtAge(const Person& person, int years, int notBefore, Random& random);

} // namespace vidimus::specimen
