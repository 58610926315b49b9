#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace vidimus::pipeline {

/// Where a pattern stands in a text, up to some misread characters.
struct FuzzyMatch {
    std::size_t begin = 0, end = 0; ///< in the text
    int distance = 0; ///< insertions, deletions, substitutions
};

/// How many characters of a printed text of that length may be misread and the text still be told from others.
int allowedDistance(std::size_t length);

/// The places where the pattern stands in the text with at most that distance, best first where they overlap, then in
/// order. Both folded. \source Sellers (1980): the first row of the edit table is free.
std::vector<FuzzyMatch> findFuzzy(std::u32string_view pattern, std::u32string_view text, int atMost);

/// A text to look for, folded once, with its words: of a Latin phrase every word must be there by itself (short ones of
/// long titles apart), so that "Dental Council of …" is not taken for "Medical Council of …".
class Phrase {
public:
    explicit Phrase(std::string_view utf8);
    const std::u32string& folded() const { return m_folded; }
    bool latin() const { return m_latin; }
    /// Is it an abbreviation, spelled with a full stop at its end?
    bool abbreviated() const { return m_abbreviated; }

    std::vector<FuzzyMatch> findIn(std::u32string_view foldedText) const;
    /// 1 where it stands there letter by letter, less for misread characters, 0 where it is not there. One character
    /// makes another word of a short Han phrase (醫師資格, 教師資格): those must stand there letter by letter.
    double presenceIn(std::u32string_view foldedText) const;

private:
    bool wordsStand(std::u32string_view foldedText, const FuzzyMatch& match) const;
    std::u32string m_folded;
    std::vector<std::u32string> m_words;
    bool m_latin = false, m_abbreviated = false;
};

} // namespace vidimus::pipeline
