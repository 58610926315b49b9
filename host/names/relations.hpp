#pragma once
#include "names/compare.hpp"
#include "names/readings.hpp"
#include "names/text.hpp"

/// The three comparisons behind NameKnowledge::compare.
namespace vidimus::names {

NameRelation compareHan(const Readings& readings, std::u32string_view a, std::u32string_view b);
NameRelation compareLatin(
    const Readings& readings, const std::vector<std::string>& a, const std::vector<std::string>& b);
NameRelation compareAcross(const Readings& readings, std::u32string_view han, const std::vector<std::string>& words);

/// How many of the words, from the first on, are the surname of the Han name: where every character has its word.
std::optional<std::size_t> surnameFirst(
    const Readings& readings, std::u32string_view han, const std::vector<std::string>& words);

/// A letter that stands for a name.
inline bool initial(const std::string& word)
{
    return word.size() == 1;
}

/// An English or other name that is no Chinese syllable.
bool foreign(const Readings& readings, const std::string& word);

/// Spellings so near that one may be an unlisted form of the other.
bool near(std::string_view a, std::string_view b);

} // namespace vidimus::names
