#include "gui/widgets/fonts.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

namespace vidimus::gui {

namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t length = 1; ///< bytes
};

/// The code point at a place; a byte that begins none is U+FFFD, one byte long.
CodePoint codePointAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(at);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
    if (length == 0 || at + length > text.size())
        return {0xFFFD, 1};
    std::uint32_t value = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80)
            return {0xFFFD, 1};
        value = (value << 6) | (byte(at + i) & 0x3F);
    }
    return {value, length};
}

void appendUtf8(std::string& out, std::uint32_t value)
{
    out += static_cast<char>(0xF0 | (value >> 18));
    out += static_cast<char>(0x80 | ((value >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
}

bool isUpperHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
}

/// The code point written as "U+XXXXX" (five digits, as displayable() writes it) at a place, or 0.
std::uint32_t escapedAt(std::string_view text, std::size_t at)
{
    if (text.substr(at, 2) != "U+" || at + 7 > text.size())
        return 0;
    std::uint32_t value = 0;
    for (std::size_t i = at + 2; i < at + 7; ++i) {
        if (!isUpperHex(text[i]))
            return 0;
        value = value * 16 + static_cast<std::uint32_t>(text[i] <= '9' ? text[i] - '0' : text[i] - 'A' + 10);
    }
    return value > 0xFFFF ? value : 0;
}

} // namespace

FontSet& fonts()
{
    static FontSet set;
    return set;
}

void GlyphNeeds::need(std::string_view utf8)
{
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint c = codePointAt(utf8, at);
        if (c.value >= 0x20 && c.value <= 0xFFFF)
            m_characters.insert(static_cast<ImWchar>(c.value));
        at += c.length;
    }
}

std::string displayable(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint c = codePointAt(utf8, at);
        if (c.value > 0xFFFF) {
            std::array<char, 16> text{};
            std::snprintf(text.data(), text.size(), "U+%05X", c.value);
            out += text.data();
        } else {
            out += utf8.substr(at, c.length);
        }
        at += c.length;
    }
    return out;
}

std::string fromDisplayable(std::string_view shown)
{
    std::string out;
    for (std::size_t at = 0; at < shown.size();) {
        if (const std::uint32_t value = escapedAt(shown, at)) {
            appendUtf8(out, value);
            at += 7;
        } else {
            out += shown[at++];
        }
    }
    return out;
}

} // namespace vidimus::gui
