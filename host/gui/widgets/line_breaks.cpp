#include "gui/widgets/line_breaks.hpp"

#include <algorithm>
#include <array>

namespace vidimus::gui {

namespace {

/// The character at a place, as the bytes of one UTF-8 sequence.
std::string_view characterAt(std::string_view text, std::size_t at)
{
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        ++end;
    return text.substr(at, end - at);
}

bool isOneOf(std::string_view character, std::initializer_list<std::string_view> all)
{
    return std::ranges::find(all, character) != all.end();
}

/// From U+2E80 on (lead byte E2 BA …): Han, kana, full-width forms.
bool isWide(std::string_view character)
{
    return character.size() >= 3 && character >= "\xE2\xBA\x80";
}

bool mayNotBegin(std::string_view character)
{
    return isOneOf(character,
        {"，", "。", "、", "；", "：", "？", "！", "）", "」", "』", "》", "”", "’", "…", ",", ".", ";", ":", ")",
            "%"});
}

bool mayNotEnd(std::string_view character)
{
    return isOneOf(character, {"（", "「", "『", "《", "“", "‘", "("});
}

bool mayBreakBetween(std::string_view before, std::string_view after)
{
    if (before == " ")
        return after != " ";
    return (isWide(before) || isWide(after)) && after != " " && !mayNotBegin(after) && !mayNotEnd(before);
}

} // namespace

std::string wrapped(std::string_view text, float width, const std::function<float(std::string_view)>& widthOf)
{
    std::string out;
    std::size_t begin = 0, chance = 0; // of the line; the last place where it may be broken
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = characterAt(text, at);
        const std::size_t next = at + character.size();
        if (character == "\n") {
            out += text.substr(begin, next - begin);
            begin = chance = next;
        } else if (at > begin && widthOf(text.substr(begin, next - begin)) > width && character != " ") {
            const std::size_t end = chance > begin ? chance : at; // a word longer than the line is cut
            std::string_view line = text.substr(begin, end - begin);
            while (line.ends_with(' '))
                line.remove_suffix(1);
            out += line;
            out += '\n';
            begin = end;
            chance = begin;
            at = begin;
            continue;
        }
        if (next < text.size() && mayBreakBetween(character, characterAt(text, next)))
            chance = next;
        at = next;
    }
    out += text.substr(begin);
    return out;
}

} // namespace vidimus::gui
