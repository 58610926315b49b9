#include "names/relations.hpp"

#include <algorithm>

namespace vidimus::names {
namespace {

using Words = std::vector<std::string>;

/// One way to lay the words over the characters.
struct Laying {
    std::vector<std::string> over; ///< for each character the word over it; empty: none
    std::vector<std::size_t> extras; ///< words that lie over nothing
    std::size_t surnameWord = SIZE_MAX;

    std::size_t covered() const
    {
        return static_cast<std::size_t>(
            std::count_if(over.begin(), over.end(), [](const std::string& word) { return !word.empty(); }));
    }
    bool betterThan(const Laying& other) const
    {
        return covered() != other.covered() ? covered() > other.covered() : extras.size() < other.extras.size();
    }
};

/// Finds the best laying: the surname's word anywhere, the given name's words in order, a word over one character or
/// several.
class Layer {
public:
    Layer(const Readings& readings, std::u32string_view han, const Words& words, std::size_t surnameLength)
        : m_words(words)
        , m_surnameLength(surnameLength)
        , m_surname(readings.surname(han.substr(0, surnameLength)))
    {
        for (const char32_t c : han)
            m_spellings.push_back(readings.spellings(c));
        m_best.over.resize(han.size());
        Laying start;
        start.over.resize(han.size());
        lay(0, false, surnameLength, start);
    }
    const Laying& best() const { return m_best; }
    const std::vector<Spellings>& spellings() const { return m_spellings; }
    const Spellings& surname() const { return m_surname; }

private:
    void lay(std::size_t word, bool surnameDone, std::size_t next, const Laying& so)
    {
        if (word == m_words.size()) {
            if (!m_any || so.betterThan(m_best))
                m_best = so;
            m_any = true;
            return;
        }
        if (!surnameDone)
            laySurname(word, next, so);
        for (std::size_t from = next; from < m_spellings.size(); ++from)
            layGiven(word, surnameDone, from, from, m_words[word], so);
        Laying extra = so;
        extra.extras.push_back(word);
        lay(word + 1, surnameDone, next, extra);
    }
    void laySurname(std::size_t word, std::size_t next, const Laying& so)
    {
        std::string together;
        for (std::size_t used = 1; used <= m_surnameLength && word + used <= m_words.size(); ++used) {
            together += m_words[word + used - 1];
            if (!m_surname.count(together))
                continue;
            Laying with = so;
            with.surnameWord = word;
            for (std::size_t i = 0; i < m_surnameLength; ++i)
                with.over[i] = together;
            lay(word + used, true, next, with);
        }
    }
    /// The rest of a word over the characters from \p at on.
    void layGiven(
        std::size_t word, bool surnameDone, std::size_t first, std::size_t at, std::string_view rest, const Laying& so)
    {
        if (rest.empty()) {
            Laying with = so;
            for (std::size_t i = first; i < at; ++i)
                with.over[i] = m_words[word];
            lay(word + 1, surnameDone, at, with);
            return;
        }
        if (at == m_spellings.size())
            return;
        for (const std::string& spelling : m_spellings[at])
            if (rest.starts_with(spelling))
                layGiven(word, surnameDone, first, at + 1, rest.substr(spelling.size()), so);
    }

    const Words& m_words;
    std::size_t m_surnameLength;
    Spellings m_surname;
    std::vector<Spellings> m_spellings;
    Laying m_best;
    bool m_any = false;
};

std::string explain(std::u32string_view han, const Words& words, const Laying& laying)
{
    std::string text;
    for (std::size_t i = 0; i < han.size(); ++i)
        text += (i ? " " : "") + utf8(han.substr(i, 1)) + (laying.over[i].empty() ? "≠?" : "=" + laying.over[i]);
    for (const std::size_t extra : laying.extras)
        text += " +" + words[extra];
    return text;
}

/// All characters are covered: what do the words mean that are left?
Relation judgeExtras(const Readings& readings, const Words& words, const Laying& laying)
{
    if (laying.extras.empty())
        return Relation::Romanisation;
    // Married form: the husband's surname just before the surname, LEE CHAN Mei Lai.
    const bool married = laying.extras.size() == 1 && laying.extras[0] == 0 && laying.surnameWord == 1;
    const bool allForeign = std::all_of(
        laying.extras.begin(), laying.extras.end(), [&](std::size_t extra) { return foreign(readings, words[extra]); });
    return married || allForeign ? Relation::Subset : Relation::Undecided;
}

/// Some characters are not covered. Clearly different only if known syllables stand where other syllables belong.
Relation judgeGaps(const Readings& readings, const Words& words, const Layer& layer)
{
    const Laying& laying = layer.best();
    std::size_t gaps = 0, syllables = 0;
    const bool surnameCovered = laying.surnameWord != SIZE_MAX;
    for (std::size_t i = 0; i < laying.over.size(); ++i) {
        if (!laying.over[i].empty())
            continue;
        ++gaps;
        if (layer.spellings()[i].empty())
            return Relation::Undecided; // no reading is known: a gap in our table, not in the name
    }
    for (const std::size_t extra : laying.extras) {
        if (foreign(readings, words[extra]))
            continue;
        const auto pieces = readings.syllables(words[extra]);
        syllables += pieces.size();
        for (std::size_t i = 0; i < laying.over.size(); ++i)
            for (const std::string& piece : pieces)
                if (laying.over[i].empty()
                    && std::any_of(layer.spellings()[i].begin(), layer.spellings()[i].end(),
                        [&](const std::string& spelling) { return near(spelling, piece); }))
                    return Relation::Undecided;
    }
    // A surname spelt in a dialect of Min or Hakka: the given name will be too, and its readings are not known.
    if (surnameCovered && laying.over[0].size() > 0 && !layer.spellings()[0].count(laying.over[0])
        && laying.over.size() > 1
        && std::all_of(laying.over.begin() + 1, laying.over.end(), [](const std::string& w) { return w.empty(); }))
        return Relation::Undecided;
    return syllables >= gaps ? Relation::Conflict : Relation::Undecided;
}

NameRelation judge(const Readings& readings, std::u32string_view han, const Words& words, std::size_t surnameLength,
    std::size_t& covered)
{
    const Layer layer(readings, han, words, surnameLength);
    const Laying& best = layer.best();
    covered = best.covered();
    const Relation relation
        = covered == han.size() ? judgeExtras(readings, words, best) : judgeGaps(readings, words, layer);
    return {relation, explain(han, words, best)};
}

/// Longer than any name: text that strayed in; the search must stay small.
bool comparable(std::u32string_view han, const Words& words)
{
    return han.size() >= 2 && han.size() <= 6 && words.size() >= 2 && words.size() <= 8;
}

} // namespace

NameRelation compareAcross(const Readings& readings, std::u32string_view han, const Words& words)
{
    if (!comparable(han, words))
        return {Relation::Undecided, ""};
    std::size_t covered = 0, coveredAsCompound = 0;
    const NameRelation simple = judge(readings, han, words, 1, covered);
    if (han.size() < 3 || !readings.compoundSurname(han.substr(0, 2)))
        return simple;
    const NameRelation compound = judge(readings, han, words, 2, coveredAsCompound);
    return coveredAsCompound >= covered ? compound : simple;
}

std::optional<std::size_t> surnameFirst(const Readings& readings, std::u32string_view han, const Words& words)
{
    if (!comparable(han, words))
        return std::nullopt;
    const std::size_t length = han.size() > 2 && readings.compoundSurname(han.substr(0, 2)) ? 2 : 1;
    const Laying laying = Layer(readings, han, words, length).best();
    // A surname's character that was misread leaves its word over, before those of the given name.
    if (length == 1 && laying.covered() + 1 == han.size() && laying.over.front().empty()
        && laying.extras == std::vector<std::size_t>{0} && !foreign(readings, words.front()))
        return 1;
    if (laying.surnameWord != 0 || laying.covered() < han.size())
        return std::nullopt;
    std::string together;
    for (std::size_t count = 0; count + 1 < words.size();) {
        together += words[count++];
        if (together == laying.over.front())
            return count;
    }
    return std::nullopt;
}

} // namespace vidimus::names
