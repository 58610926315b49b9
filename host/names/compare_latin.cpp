#include "names/relations.hpp"

#include <algorithm>

namespace vidimus::names {
namespace {

using Words = std::vector<std::string>;

/// Takes out what both have; an initial meets a word that it begins.
struct Shared {
    Words words, restA, restB;
    bool initials = false;
};

void removePairs(Shared& shared, bool (*pairs)(const std::string&, const std::string&), bool asInitial)
{
    for (auto a = shared.restA.begin(); a != shared.restA.end();) {
        const auto b = std::find_if(
            shared.restB.begin(), shared.restB.end(), [&](const std::string& word) { return pairs(*a, word); });
        if (b == shared.restB.end()) {
            ++a;
            continue;
        }
        shared.words.push_back(a->size() > b->size() ? *a : *b);
        shared.initials = shared.initials || asInitial;
        shared.restB.erase(b);
        a = shared.restA.erase(a);
    }
}

Shared share(const Words& a, const Words& b)
{
    Shared shared{{}, a, b, false};
    removePairs(
        shared, [](const std::string& x, const std::string& y) { return x == y; }, false);
    removePairs(
        shared, [](const std::string& x, const std::string& y) { return (initial(x) || initial(y)) && x[0] == y[0]; },
        true);
    return shared;
}

/// Each word cut into syllables; words that cannot be cut stay whole.
Words cutAll(const Readings& readings, const Words& words)
{
    Words all;
    for (const std::string& word : words) {
        const Words pieces = readings.syllables(word, true);
        if (pieces.empty())
            all.push_back(word);
        else
            all.insert(all.end(), pieces.begin(), pieces.end());
    }
    return all;
}

/// May both be spellings of one Chinese name? The surname may stand first or last.
bool oneChineseName(const Readings& readings, Words a, const Words& b)
{
    if (a.size() != b.size() || a.size() < 2 || a.size() > 5)
        return false;
    const auto aligned = [&](const Words& x) {
        for (std::size_t i = 0; i < x.size(); ++i)
            if (x[i] != b[i] && !readings.sameCharacter(x[i], b[i]))
                return false;
        return true;
    };
    if (aligned(a))
        return true;
    std::rotate(a.begin(), a.begin() + 1, a.end());
    if (aligned(a))
        return true;
    std::rotate(a.begin(), a.end() - 2, a.end());
    return aligned(a);
}

bool allForeign(const Readings& readings, const Words& words)
{
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return foreign(readings, word); });
}

std::string explain(const Shared& shared)
{
    std::string text;
    for (const std::string& word : shared.restA)
        text += (text.empty() ? "" : " ") + word;
    text += shared.restA.empty() || shared.restB.empty() ? "" : " ≠";
    for (const std::string& word : shared.restB)
        text += (text.empty() ? "" : " ") + word;
    return shared.restA.empty() != shared.restB.empty() ? "+" + text : text;
}

/// Both sides have words that the other lacks.
Relation judgeRests(const Readings& readings, const Shared& shared)
{
    for (const std::string& x : shared.restA)
        for (const std::string& y : shared.restB)
            if (near(x, y) && std::max(x.size(), y.size()) >= 4)
                return Relation::Undecided;
    const bool foreignA = allForeign(readings, shared.restA), foreignB = allForeign(readings, shared.restB);
    // The surname is one, and one paper gives the English, the other the Chinese given name.
    if (!shared.words.empty() && foreignA != foreignB)
        return Relation::Undecided;
    // Surname and Chinese given name are one; only the English names differ.
    if (shared.words.size() >= 2 && foreignA && foreignB)
        return Relation::Undecided;
    return Relation::Conflict;
}

} // namespace

NameRelation compareLatin(const Readings& readings, const Words& a, const Words& b)
{
    if (joined(a) == joined(b))
        return {Relation::Identical, ""};
    const Shared shared = share(a, b);
    if (shared.restA.empty() && shared.restB.empty())
        return {shared.initials ? Relation::Subset : Relation::Variant, ""};
    if (joined(shared.restA) == joined(shared.restB))
        return {Relation::Variant, ""}; // TAIMAN CHAN and CHAN TAI MAN
    if (shared.restA.empty() || shared.restB.empty())
        return {shared.words.size() >= 2 ? Relation::Subset : Relation::Undecided, explain(shared)};
    if (oneChineseName(readings, cutAll(readings, a), cutAll(readings, b)))
        return {Relation::Romanisation, explain(shared)};
    return {judgeRests(readings, shared), explain(shared)};
}

} // namespace vidimus::names
