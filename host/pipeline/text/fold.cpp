#include "pipeline/text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <unordered_map>

namespace vidimus::pipeline {
namespace {

/// Variants in use on papers that ICU's table leaves as they are.
constexpr std::u32string_view variants = U"衞卫峯峰縂总敎教鉅巨";

/// Simplified forms by ICU's Traditional-Simplified table (CLDR), character by character. Names are compared elsewhere,
/// with all of Unihan.
std::unordered_map<char32_t, char32_t> builtTable()
{
    std::unordered_map<char32_t, char32_t> built;
    for (std::size_t i = 0; i + 1 < variants.size(); i += 2)
        built.emplace(variants[i], variants[i + 1]);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> simplify(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    assert(U_SUCCESS(status)); // the table is part of the library
    // Each on a line of its own: within words the table would choose by context.
    icu::UnicodeString all;
    for (UChar32 c = 0x3400; c <= 0x9FFF; ++c)
        all.append(c).append(u'\n');
    simplify->transliterate(all);
    UChar32 from = 0x3400;
    for (int32_t at = 0; at < all.length(); at = all.indexOf(u'\n', at) + 1, ++from)
        if (const UChar32 to = all.char32At(at); to != from && to != u'\n')
            built.emplace(static_cast<char32_t>(from), static_cast<char32_t>(to));
    return built;
}

const std::unordered_map<char32_t, char32_t>& simplified()
{
    static const std::unordered_map<char32_t, char32_t> table = builtTable();
    return table;
}

/// Latin-1 and Latin Extended-A letters without their accents, for Portuguese and the like.
char32_t withoutAccent(char32_t c)
{
    static constexpr std::u32string_view accented = U"ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÝýÿ";
    static constexpr std::u32string_view plain = U"AAAAAAaaaaaaCcEEEEeeeeIIIIiiiiNnOOOOOOooooooUUUUuuuuYyy";
    const auto at = accented.find(c);
    return at == std::u32string_view::npos ? c : plain[at];
}

} // namespace

std::u32string decoded(std::string_view utf8)
{
    std::u32string out;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
        char32_t c = length == 1 ? lead : lead & (0xFF >> (length + 1));
        bool whole = length != 0 && i + length <= utf8.size();
        for (std::size_t k = 1; whole && k < length; ++k) {
            const auto next = static_cast<unsigned char>(utf8[i + k]);
            whole = next >> 6 == 2;
            c = (c << 6) | (next & 0x3F);
        }
        out += whole ? c : U'\uFFFD';
        i += whole ? length : 1;
    }
    return out;
}

std::string encoded(std::u32string_view text)
{
    std::string out;
    for (const char32_t c : text) {
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else if (c < 0x800) {
            out += static_cast<char>(0xC0 | (c >> 6));
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            out += static_cast<char>(0xE0 | (c >> 12));
            out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else {
            out += static_cast<char>(0xF0 | (c >> 18));
            out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
            out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    return out;
}

char32_t unifiedHan(char32_t c)
{
    if (!((c >= 0x2E80 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFAFF)))
        return c;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
    assert(U_SUCCESS(status)); // part of the library
    const icu::UnicodeString plain = form->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
    return U_SUCCESS(status) && plain.countChar32() == 1 ? static_cast<char32_t>(plain.char32At(0)) : c;
}

bool isHan(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF)
        || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007;
}

bool isLatinLetter(char32_t c)
{
    c = withoutAccent(c);
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isDigit(char32_t c)
{
    return c >= '0' && c <= '9';
}

bool isSpace(char32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

char32_t halfWidth(char32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFF01 + 0x21;
    return c == 0x3000 ? U' ' : c;
}

std::string halfWidth(std::string_view utf8)
{
    std::u32string text = decoded(utf8);
    std::transform(text.begin(), text.end(), text.begin(), [](char32_t c) { return halfWidth(c); });
    return encoded(text);
}

char32_t foldedCharacter(char32_t c)
{
    c = withoutAccent(halfWidth(c));
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 'A';
    if ((c >= 'A' && c <= 'Z') || isDigit(c))
        return c;
    if (!isHan(c))
        return 0;
    const auto found = simplified().find(c);
    return found == simplified().end() ? c : found->second;
}

std::u32string folded(std::string_view utf8)
{
    std::u32string out;
    for (const char32_t c : decoded(utf8))
        if (const char32_t f = foldedCharacter(c))
            out += f;
    return out;
}

std::string tidied(std::string_view utf8)
{
    std::u32string out;
    bool blank = false;
    for (const char32_t c : decoded(utf8)) {
        if (isSpace(c)) {
            blank = true;
            continue;
        }
        if (blank && !out.empty() && !(isHan(out.back()) && isHan(c)))
            out += U' ';
        blank = false;
        out += c;
    }
    return encoded(out);
}

} // namespace vidimus::pipeline
