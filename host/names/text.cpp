#include "names/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace vidimus::names {
namespace {

constexpr std::array<std::string_view, 14> latinTitles{
    "DR", "MR", "MS", "MRS", "MISS", "MDM", "MADAM", "PROF", "PROFESSOR", "DOCTOR", "SIR", "DRA", "SR", "SRA"};
constexpr std::array<std::u32string_view, 12> hanTitles{
    U"先生", U"女士", U"小姐", U"太太", U"医生", U"醫生", U"医师", U"醫師", U"教授", U"博士", U"护士", U"護士"};

std::u32string toPoints(const icu::UnicodeString& text)
{
    std::u32string points(static_cast<std::size_t>(text.countChar32()), U'\0');
    UErrorCode status = U_ZERO_ERROR;
    text.toUTF32(reinterpret_cast<UChar32*>(points.data()), static_cast<std::int32_t>(points.size()), status);
    return points;
}

icu::UnicodeString normalised(const icu::Normalizer2* form, const icu::UnicodeString& text)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result = form ? form->normalize(text, status) : text;
    return U_SUCCESS(status) ? result : text;
}

/// Letters that NFD does not take apart.
std::string_view asLatin(char32_t c)
{
    switch (c) {
    case U'ß':
        return "SS";
    case U'Æ':
    case U'æ':
        return "AE";
    case U'Ø':
    case U'ø':
        return "O";
    case U'Đ':
    case U'đ':
        return "D";
    case U'Ł':
    case U'ł':
        return "L";
    default:
        return {};
    }
}

/// Appends what a character means for a word; false: it ends the word.
bool addLetter(char32_t c, std::string& word)
{
    if (const auto latin = asLatin(c); !latin.empty()) {
        word += latin;
        return true;
    }
    if (u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK || c == U'\'' || c == U'\u2019' || c == U'.')
        return c != U'.'; // "T.M." are two initials; an apostrophe stands inside a syllable
    const auto upper = static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
    if (upper >= U'A' && upper <= U'Z') {
        word += static_cast<char>(upper);
        return true;
    }
    return false;
}

} // namespace

std::u32string codePoints(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    return toPoints(normalised(
        nfkc, icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))));
}

std::string utf8(std::u32string_view points)
{
    std::string text;
    icu::UnicodeString::fromUTF32(
        reinterpret_cast<const UChar32*>(points.data()), static_cast<std::int32_t>(points.size()))
        .toUTF8String(text);
    return text;
}

bool isHan(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF)
        || c == 0x3007;
}

NameParts takeApart(std::string_view name)
{
    NameParts parts;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    const icu::UnicodeString text = normalised(nfd, icu::UnicodeString::fromUTF8(utf8(codePoints(name))));
    std::string word;
    const auto endWord = [&] {
        if (!word.empty() && std::find(latinTitles.begin(), latinTitles.end(), word) == latinTitles.end())
            parts.words.push_back(word);
        word.clear();
    };
    for (const char32_t c : toPoints(text)) {
        if (isHan(c))
            parts.han += c;
        if (isHan(c) || !addLetter(c, word))
            endWord();
    }
    endWord();
    for (const auto title : hanTitles)
        if (parts.han.size() > title.size() + 1 && parts.han.ends_with(title))
            parts.han.resize(parts.han.size() - title.size());
    return parts;
}

std::string joined(const std::vector<std::string>& words)
{
    return std::accumulate(words.begin(), words.end(), std::string());
}

} // namespace vidimus::names
