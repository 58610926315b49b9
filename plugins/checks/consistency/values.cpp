#include "values.hpp"

#include <charconv>
#include <cstdlib>
#include <set>

namespace vidimus::consistency {

PrintedDate decidingDate(const Evidence& evidence)
{
    if (const auto asOf = CaseEvidence(evidence.raw()).rule("as-of"))
        if (const auto date = PrintedDate::parse(*asOf))
            return *date;
    return PrintedDate::ofDayNumber(Host::instance().asOfDay());
}

double number(const Evidence& evidence, std::string_view key, double fallback)
{
    const auto text = evidence.rule(key);
    if (!text)
        return fallback;
    char* end = nullptr;
    const double value = std::strtod(text->c_str(), &end);
    return end != text->c_str() && *end == '\0' ? value : fallback;
}

std::u32string codePoints(std::string_view text)
{
    std::u32string points;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        char32_t point = length == 1 ? lead : length ? lead & (0xFFu >> (length + 1)) : 0xFFFD;
        std::size_t taken = 1;
        while (
            taken < length && i + taken < text.size() && (static_cast<unsigned char>(text[i + taken]) & 0xC0) == 0x80)
            point = (point << 6) | (static_cast<unsigned char>(text[i + taken++]) & 0x3F);
        points += taken < length ? U'\xFFFD' : point;
        i += taken;
    }
    return points;
}

namespace {
/// Full-width forms stand 0xFEE0 above ASCII.
char32_t halfWidth(char32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}
} // namespace

std::string bare(std::string_view value)
{
    std::string kept;
    for (char32_t c : codePoints(value)) {
        c = halfWidth(c);
        if (c >= 'a' && c <= 'z')
            c -= 'a' - 'A';
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            kept += static_cast<char>(c);
    }
    return kept;
}

bool hasHan(std::string_view text)
{
    for (const char32_t c : codePoints(text))
        if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF))
            return true;
    return false;
}

std::string comparable(std::string_view text)
{
    std::string folded(text);
    if (hasHan(text)) {
        try {
            folded = Host::instance().foldHan(text);
        } catch (const Failure&) {
            // Without the names service the scripts cannot be told to be one; equal texts still are.
        }
    }
    std::string plain;
    for (const char c : folded) {
        if (c == ' ' || c == '\t' || c == '\n')
            continue;
        plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return plain;
}

std::vector<Field> usedFields(const Evidence& evidence)
{
    std::vector<Field> used;
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const Field& field : evidence.fields())
        if (seen.insert({field.id(), field.lang()}).second)
            used.push_back(field);
    return used;
}

} // namespace vidimus::consistency
