#include "pipeline/extract/label_anchors.hpp"

#include "pipeline/text/fold.hpp"

#include <algorithm>

namespace vidimus::pipeline {
namespace {

/// From this length on a label is told from a piece of another word by itself.
constexpr std::size_t unmistakable = 8;
/// A Han label this short is also a piece of longer words.
constexpr std::size_t shortHan = 3;

bool isColon(char32_t c)
{
    return c == U':' || c == U'：' || c == U'﹕' || c == U'︰';
}

bool colonFollows(const TextLine& line, std::size_t end)
{
    while (end < line.cells.size() && isSpace(line.cells[end].character))
        ++end;
    return end < line.cells.size() && isColon(line.cells[end].character);
}

bool isSmall(char32_t c)
{
    return c >= U'a' && c <= U'z';
}

/// Does a word begin between the two letters? Engines lose blanks ("Registration No.M12345"), but "registered" holds no
/// "Register".
bool partsWords(char32_t before, char32_t after)
{
    return !isLatinLetter(before) || !isLatinLetter(after) || (isSmall(before) && !isSmall(after));
}

bool standsAlone(const TextLine& line, const Phrase& phrase, std::size_t begin, std::size_t end)
{
    const char32_t before = begin > 0 ? line.cells[begin - 1].character : U' ';
    const char32_t after = end < line.cells.size() ? line.cells[end].character : U' ';
    if (phrase.latin())
        return phrase.folded().size() >= unmistakable
            ? partsWords(before, line.cells[begin].character) && partsWords(line.cells[end - 1].character, after)
            : !isLatinLetter(before) && !isDigit(before) && !isLatinLetter(after);
    return phrase.folded().size() > shortHan || !isHan(before) || colonFollows(line, end);
}

/// How much print a place explains.
int weight(const Anchor& anchor)
{
    return static_cast<int>(anchor.length) - 2 * anchor.distance;
}

bool overlap(const Slice& a, const Slice& b)
{
    return a.line == b.line && a.begin < b.end && b.begin < a.end;
}

void keepBest(std::vector<Anchor>& found, std::vector<Anchor>& all)
{
    std::stable_sort(
        found.begin(), found.end(), [](const Anchor& a, const Anchor& b) { return weight(a) > weight(b); });
    std::vector<Anchor> kept;
    for (const Anchor& anchor : found)
        if (std::none_of(
                kept.begin(), kept.end(), [&](const Anchor& other) { return overlap(anchor.where, other.where); }))
            kept.push_back(anchor);
    std::sort(kept.begin(), kept.end(), [](const Anchor& a, const Anchor& b) { return a.where.begin < b.where.begin; });
    std::move(kept.begin(), kept.end(), std::back_inserter(all));
}

} // namespace

bool Anchor::names(std::size_t field) const
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

LabelBook::LabelBook(const profiles::Profile& profile)
{
    for (std::size_t i = 0; i < profile.fields.size(); ++i) {
        for (const std::string& label : profile.fields[i].labels)
            entryFor(label).fields.push_back(i);
        for (const std::string& label : profile.fields[i].given)
            entryFor(label).given.push_back(i);
    }
    for (const std::string& stop : profile.stops)
        entryFor(stop);
    for (const Entry& entry : m_entries)
        m_wordings.push_back(entry.phrase.folded());
    for (const profiles::Recogniser& recogniser : profile.recognisers)
        for (const std::string& text : recogniser.texts)
            m_wordings.push_back(folded(text));
    for (const profiles::FieldSpec& field : profile.fields)
        for (const auto& [printed, value] : field.choices)
            m_wordings.push_back(folded(printed));
}

bool LabelBook::isWording(std::u32string_view text) const
{
    return std::any_of(m_wordings.begin(), m_wordings.end(),
        [&](const std::u32string& wording) { return wording.find(text) != std::u32string::npos; });
}

bool LabelBook::holdsWording(std::u32string_view text) const
{
    constexpr std::size_t beyondChance = 4;
    return std::any_of(m_wordings.begin(), m_wordings.end(), [&](const std::u32string& wording) {
        return wording.size() >= beyondChance && text.find(wording) != std::u32string_view::npos;
    });
}

LabelBook::Entry& LabelBook::entryFor(const std::string& label)
{
    Phrase phrase(label);
    const auto same = [&](const Entry& entry) { return entry.phrase.folded() == phrase.folded(); };
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), same);
    return entry != m_entries.end() ? *entry : m_entries.emplace_back(Entry{std::move(phrase), {}, {}});
}

std::vector<Anchor> findAnchors(const PageText& page, const LabelBook& labels)
{
    std::vector<Anchor> all;
    for (std::size_t number = 0; number < page.lines().size(); ++number) {
        const TextLine& line = page.lines()[number];
        std::vector<Anchor> found;
        for (const LabelBook::Entry& entry : labels.entries())
            for (const FuzzyMatch& match : entry.phrase.findIn(line.folded)) {
                const std::size_t begin = line.cellOf[match.begin], end = line.cellOf[match.end - 1] + 1;
                if (standsAlone(line, entry.phrase, begin, end))
                    found.push_back({{number, begin, end}, entry.given, entry.fields, match.distance,
                        entry.phrase.folded().size()});
            }
        keepBest(found, all);
    }
    return all;
}

} // namespace vidimus::pipeline
