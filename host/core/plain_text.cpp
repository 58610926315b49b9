#include "core/plain_text.hpp"

namespace vidimus {
namespace {

/// Length of the forbidden character at the beginning of the text, or 0.
std::size_t forbidden(std::string_view text)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
    };
    if (byte(0) < 0x20 || byte(0) == 0x7F)
        return 1;
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) // U+0080 … U+009F
        return 2;
    if (byte(0) == 0xE2 && byte(1) == 0x80) {
        const bool mark = byte(2) == 0x8E || byte(2) == 0x8F; // U+200E, U+200F
        return mark || (byte(2) >= 0xA8 && byte(2) <= 0xAE) ? 3 : 0; // U+2028 … U+202E
    }
    if (byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9) // U+2066 … U+2069
        return 3;
    return 0;
}

std::string plain(std::string_view text, bool keepLines)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const bool lineFeed = keepLines && text.front() == '\n';
        const std::size_t length = lineFeed ? 0 : forbidden(text);
        out += length ? ' ' : text.front();
        text.remove_prefix(length ? length : 1);
    }
    return out;
}

} // namespace

std::string inOnePlainLine(std::string_view utf8)
{
    return plain(utf8, false);
}

std::string inPlainLines(std::string_view utf8)
{
    return plain(utf8, true);
}

} // namespace vidimus
