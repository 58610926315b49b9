#include "pipeline/text/fuzzy.hpp"

#include "pipeline/text/fold.hpp"

#include <algorithm>
#include <utility>

namespace vidimus::pipeline {

namespace {
/// Han phrases below this are words, not titles.
constexpr std::size_t wordLength = 6;
/// Latin phrases from here on are titles, not labels.
constexpr std::size_t titleLength = 16;
} // namespace

int allowedDistance(std::size_t length)
{
    if (length < 4)
        return 0;
    if (length < 8)
        return 1;
    return static_cast<int>(length / 4);
}

std::vector<FuzzyMatch> findFuzzy(std::u32string_view pattern, std::u32string_view text, int atMost)
{
    struct Cell {
        int cost;
        std::size_t begin;
    };
    std::vector<FuzzyMatch> all;
    if (pattern.empty() || pattern.size() > text.size() + static_cast<std::size_t>(atMost))
        return all;
    std::vector<Cell> column(pattern.size() + 1), next(pattern.size() + 1);
    for (std::size_t i = 0; i <= pattern.size(); ++i)
        column[i] = {static_cast<int>(i), 0};
    for (std::size_t j = 1; j <= text.size(); ++j) {
        next[0] = {0, j};
        for (std::size_t i = 1; i <= pattern.size(); ++i) {
            const int substitution = column[i - 1].cost + (pattern[i - 1] == text[j - 1] ? 0 : 1);
            Cell best{substitution, column[i - 1].begin};
            if (column[i].cost + 1 < best.cost)
                best = {column[i].cost + 1, column[i].begin};
            if (next[i - 1].cost + 1 < best.cost)
                best = {next[i - 1].cost + 1, next[i - 1].begin};
            next[i] = best;
        }
        std::swap(column, next);
        const Cell& last = column[pattern.size()];
        if (last.cost <= atMost && last.begin < j)
            all.push_back({last.begin, j, last.cost});
    }
    // Of overlapping places the closest stays; of equally close ones the first.
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.distance < b.distance; });
    std::vector<FuzzyMatch> kept;
    for (const FuzzyMatch& match : all)
        if (std::none_of(kept.begin(), kept.end(),
                [&](const FuzzyMatch& other) { return match.begin < other.end && other.begin < match.end; }))
            kept.push_back(match);
    std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return kept;
}

Phrase::Phrase(std::string_view utf8)
    : m_folded(pipeline::folded(utf8))
{
    m_latin = std::none_of(m_folded.begin(), m_folded.end(), [](char32_t c) { return isHan(c); });
    m_abbreviated = utf8.ends_with('.');
    if (!m_latin)
        return;
    std::u32string word;
    for (const char32_t c : decoded(utf8)) {
        const char32_t f = foldedCharacter(c);
        if (f)
            word += f;
        if ((isSpace(c) || !f) && !word.empty())
            m_words.push_back(std::exchange(word, {}));
    }
    if (!word.empty())
        m_words.push_back(std::move(word));
}

bool Phrase::wordsStand(std::u32string_view foldedText, const FuzzyMatch& match) const
{
    if (m_words.size() < 2 || match.distance == 0)
        return true;
    const std::size_t begin = match.begin > 2 ? match.begin - 2 : 0;
    const std::u32string_view window = foldedText.substr(begin, std::min(match.end + 2, foldedText.size()) - begin);
    return std::all_of(m_words.begin(), m_words.end(), [&](const std::u32string& word) {
        // "No." makes the label "Certificate No."; the "of" of a long title may be misread.
        const bool filler = word.size() < 4 && m_folded.size() >= titleLength;
        return filler || !findFuzzy(word, window, allowedDistance(word.size())).empty();
    });
}

std::vector<FuzzyMatch> Phrase::findIn(std::u32string_view foldedText) const
{
    // A Han character says more than a letter: fewer of them may be misread.
    const std::size_t size = m_folded.size();
    const int atMost = m_latin ? allowedDistance(size) : size < 4 ? 0 : size < 12 ? 1 : 2;
    auto found = findFuzzy(m_folded, foldedText, atMost);
    std::erase_if(found, [&](const FuzzyMatch& match) { return !wordsStand(foldedText, match); });
    return found;
}

double Phrase::presenceIn(std::u32string_view foldedText) const
{
    double best = 0;
    for (const FuzzyMatch& match : findIn(foldedText))
        if (m_latin || m_folded.size() >= wordLength || match.distance == 0)
            best = std::max(best, 1 - static_cast<double>(match.distance) / static_cast<double>(m_folded.size()));
    return best;
}

} // namespace vidimus::pipeline
