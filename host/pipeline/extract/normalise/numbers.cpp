#include "pipeline/extract/normalise/numbers.hpp"

#include "pipeline/text/fold.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

namespace vidimus::pipeline {
namespace {

/// Letters and the figures that readers take them for, each way.
constexpr std::pair<char, char> lookAlikes[] = {{'O', '0'}, {'Q', '0'}, {'D', '0'}, {'I', '1'}, {'L', '1'}, {'|', '1'},
    {'Z', '2'}, {'S', '5'}, {'B', '8'}, {'G', '6'}};
/// More doubtful characters than this are no misreading but another text.
constexpr std::size_t mostDoubtful = 4;

char bracket(char c)
{
    if (c == '[' || c == '{' || c == '<')
        return '(';
    if (c == ']' || c == '}' || c == '>')
        return ')';
    return c;
}

/// Half-width, upper case; brackets of any kind round; what stands in no number becomes a blank.
std::string prepared(std::string_view text, bool keepBrackets, bool keepHan)
{
    std::u32string out;
    for (char32_t c : decoded(text)) {
        c = halfWidth(c);
        if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212)
            c = U'-';
        if (c < 0x80) {
            char ascii = bracket(static_cast<char>(c));
            if (ascii >= 'a' && ascii <= 'z')
                ascii = static_cast<char>(ascii - 'a' + 'A');
            const bool counts = (ascii >= 'A' && ascii <= 'Z') || (ascii >= '0' && ascii <= '9') || ascii == '-'
                || ascii == '/' || ascii == '|' || (keepBrackets && (ascii == '(' || ascii == ')'));
            out += counts ? static_cast<char32_t>(ascii) : U' ';
        } else {
            out += keepHan && isHan(c) ? c : U' ';
        }
    }
    return encoded(out);
}

std::vector<std::string> piecesOf(const std::string& text)
{
    std::vector<std::string> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at)
            tokens.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    // A number set wide is read in pieces; longer joins explain more of the print.
    std::vector<std::string> pieces;
    for (std::size_t count = std::min<std::size_t>(tokens.size(), 8); count > 0; --count)
        for (std::size_t first = 0; first + count <= tokens.size(); ++first) {
            std::string piece;
            for (std::size_t i = first; i < first + count; ++i)
                piece += tokens[i];
            pieces.push_back(std::move(piece));
        }
    return pieces;
}

std::string trimmed(std::string piece)
{
    while (!piece.empty() && std::string_view("-/|)").find(piece.front()) != std::string_view::npos)
        piece.erase(piece.begin());
    while (!piece.empty() && std::string_view("-/|(").find(piece.back()) != std::string_view::npos)
        piece.pop_back();
    // A sentence's own bracket closes behind the number's: "(… 5219494(0))".
    const auto many = [&](char c) { return std::count(piece.begin(), piece.end(), c); };
    while (!piece.empty() && piece.back() == ')' && many(')') > many('('))
        piece.pop_back();
    return piece;
}

std::size_t figures(std::string_view piece)
{
    return static_cast<std::size_t>(
        std::count_if(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

/// Every exchange of look-alikes, fewest first; the first that has the form, if no other with as few has it.
std::optional<std::string> withLookAlikes(const std::string& piece, const RE2& form)
{
    std::vector<std::pair<std::size_t, char>> exchanges;
    for (std::size_t i = 0; i < piece.size(); ++i)
        for (const auto& [letter, figure] : lookAlikes) {
            if (piece[i] == letter)
                exchanges.emplace_back(i, figure);
            else if (piece[i] == figure && letter != '|' && letter != 'Q' && letter != 'L')
                exchanges.emplace_back(i, letter);
        }
    if (exchanges.size() > 24)
        return std::nullopt;
    for (std::size_t count = 1; count <= mostDoubtful; ++count) {
        std::optional<std::string> only;
        bool several = false;
        const auto choose = [&](auto&& self, std::size_t from, std::size_t left, std::string tried) -> void {
            if (left == 0) {
                if (RE2::FullMatch(tried, form)) {
                    several = several || (only && *only != tried);
                    only = tried;
                }
                return;
            }
            for (std::size_t k = from; k < exchanges.size(); ++k) {
                std::string next = tried;
                next[exchanges[k].first] = exchanges[k].second;
                self(self, k + 1, left - 1, std::move(next));
            }
        };
        choose(choose, 0, count, piece);
        if (only)
            return several ? std::nullopt : only;
    }
    return std::nullopt;
}

/// An identity card's number whose brackets were lost or misread: the last character is the check digit.
std::optional<std::string> withBrackets(const std::string& piece)
{
    std::string body, check;
    static const RE2 form(R"(([A-Z]{0,2}\d{6,7})[(C1I|/-]?([0-9A])[)J1I|/-]?)");
    if (!RE2::FullMatch(piece, form, &body, &check))
        return std::nullopt;
    return body + "(" + check + ")";
}

/// Could this be a number of that form with some characters too many, too few or exchanged? Else it is something that
/// stands beside the label: a chapter of a law, a year, prose.
bool resembles(const std::string& value, const std::string& pattern)
{
    constexpr int longestForm = 64;
    std::string least, most;
    if (!RE2(pattern, RE2::Quiet).PossibleMatchRange(&least, &most, longestForm))
        return true;
    const auto wanted = figures(least), has = figures(value);
    const std::size_t others = value.size() - has, otherWanted = least.size() - std::min(least.size(), wanted);
    return 3 * has >= 2 * wanted && others <= otherWanted + 3;
}

/// How many words stand before the number: "te under section 20A of the Medical" is prose beside a label.
std::size_t leadingWords(std::string_view text, const std::string& number)
{
    std::string before;
    for (const char32_t c : decoded(text)) {
        const char32_t half = halfWidth(c);
        before += half < 0x80 ? static_cast<char>(half >= 'a' && half <= 'z' ? half - 'a' + 'A' : half) : '*';
    }
    before.resize(std::min(before.find(number.substr(0, 3)), before.size()));
    std::size_t words = 0;
    bool inWord = false;
    for (const char c : before) {
        const bool letter = c >= 'A' && c <= 'Z';
        words += letter && !inWord;
        inWord = letter;
    }
    return words;
}

} // namespace

std::optional<FoundNumber> numberIn(std::string_view text, const std::string& pattern, bool keepBrackets)
{
    const bool hanForm = std::any_of(pattern.begin(), pattern.end(), [](char c) { return c & 0x80; })
        || pattern.find("{Han}") != std::string::npos;
    std::vector<std::string> pieces;
    for (std::string& piece : piecesOf(prepared(text, keepBrackets, hanForm)))
        // A word is no number, whatever its form allows ("PASSEPORT").
        if (std::string whole = trimmed(std::move(piece)); figures(whole) > 0)
            pieces.push_back(std::move(whole));
    if (!pattern.empty()) {
        const RE2 form(pattern, RE2::Quiet);
        for (const std::string& piece : pieces)
            if (RE2::FullMatch(piece, form))
                return FoundNumber{piece, true, false};
        for (const std::string& piece : pieces)
            if (const auto bracketed = keepBrackets ? withBrackets(piece) : std::nullopt;
                bracketed && RE2::FullMatch(*bracketed, form))
                return FoundNumber{*bracketed, true, true};
        for (const std::string& piece : pieces)
            if (const auto exchanged = withLookAlikes(piece, form))
                return FoundNumber{*exchanged, true, true};
    }
    const auto most = std::max_element(pieces.begin(), pieces.end(),
        [](const std::string& a, const std::string& b) { return figures(a) < figures(b); });
    if (most == pieces.end())
        return std::nullopt;
    // Of the pieces with all those figures the shortest: no words around the number. Letters before it that fill the
    // print are its own ("SP 2019/0455").
    static const RE2 prefixed(R"(\s*[A-Z]{1,4}\s[\dA-Z/-]+\s*)");
    std::string best = *most;
    for (const std::string& piece : pieces)
        if (figures(piece) == figures(best) && piece.size() < best.size())
            best = piece;
    if (pattern.empty() && RE2::FullMatch(halfWidth(text), prefixed))
        best = *most;
    return FoundNumber{
        best, pattern.empty(), pattern.empty() ? leadingWords(text, best) > 1 : !resembles(best, pattern)};
}

std::optional<std::string> amountIn(std::string_view text)
{
    static const RE2 form(R"((\d{1,3}(?:[ ,]\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?))");
    std::string found;
    if (!RE2::PartialMatch(halfWidth(text), form, &found))
        return std::nullopt;
    std::erase_if(found, [](char c) { return c == ',' || c == ' '; });
    return found;
}

std::optional<std::string> commercialCodesIn(std::string_view text)
{
    static const RE2 form(R"(\b(\d{4}(?:[ ]+\d{4}){1,5})\b)");
    std::string found;
    if (!RE2::PartialMatch(tidied(halfWidth(text)), form, &found))
        return std::nullopt;
    return found;
}

} // namespace vidimus::pipeline
