#include "names/compare.hpp"

#include "core/nearest.hpp"
#include "names/relations.hpp"

#include <algorithm>
#include <exception>

namespace vidimus::names {

std::string_view nameOf(Relation relation)
{
    constexpr std::string_view names[] = {"identical", "variant", "romanisation", "subset", "conflict", "undecided"};
    return names[static_cast<std::size_t>(relation)];
}

Result<NameKnowledge> NameKnowledge::load()
{
    try {
        return NameKnowledge(std::make_shared<const Readings>());
    } catch (const std::exception& error) {
        return Error{ErrorKind::NotFound,
            "OpenCC's dictionaries cannot be read; install libopencc-data (" + std::string(error.what()) + ")",
            "names"};
    }
}

NameRelation NameKnowledge::compare(std::string_view a, std::string_view b) const
{
    const NameParts first = takeApart(a), second = takeApart(b);
    if ((first.han.empty() && first.words.empty()) || (second.han.empty() && second.words.empty()))
        return {Relation::Undecided, ""};
    // Where both are printed, the Han name says more than its romanisation.
    if (!first.han.empty() && !second.han.empty())
        return compareHan(*m_readings, first.han, second.han);
    if (!first.words.empty() && !second.words.empty())
        return compareLatin(*m_readings, first.words, second.words);
    return first.han.empty() ? compareAcross(*m_readings, second.han, first.words)
                             : compareAcross(*m_readings, first.han, second.words);
}

std::optional<std::string> NameKnowledge::inParts(std::string_view latin, std::string_view han) const
{
    const NameParts first = takeApart(latin), second = takeApart(han);
    const auto count = surnameFirst(*m_readings, second.han, first.words);
    // The words that are compared are those of the print, parted at hyphens too.
    const auto parting = std::count_if(latin.begin(), latin.end(), [](char c) { return c == ' ' || c == '-'; });
    if (!count || static_cast<std::size_t>(parting) + 1 != first.words.size())
        return std::nullopt;
    std::size_t at = 0, words = 0;
    while (at < latin.size() && words < *count) {
        at = latin.find_first_of(" -", at + 1);
        if (at == std::string_view::npos)
            return std::nullopt;
        ++words;
    }
    if (latin[at] != ' ')
        return std::nullopt;
    return std::string(latin.substr(0, at)) + "," + std::string(latin.substr(at));
}

std::string NameKnowledge::foldHan(std::string_view text) const
{
    std::u32string folded;
    for (const char32_t c : codePoints(text))
        folded += m_readings->fold(c);
    return utf8(folded);
}

std::string NameKnowledge::version() const
{
    return m_readings->version();
}

bool foreign(const Readings& readings, const std::string& word)
{
    return initial(word) || looksLikeSyllables(word) || readings.syllables(word).empty();
}

bool near(std::string_view a, std::string_view b)
{
    return a.size() >= 3 && b.size() >= 3 && a[0] == b[0] && editDistance(a, b) <= 1;
}

} // namespace vidimus::names
