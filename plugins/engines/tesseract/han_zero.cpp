#include "tesseract/han_zero.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace vidimus::tesseract_engine {

namespace {
constexpr std::array<std::string_view, 11> numerals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "〇"};
constexpr std::array<std::string_view, 6> roundShapes{"O", "o", "0", "○", "◯", "Ｏ"};

template <std::size_t N> bool isOneOf(const std::array<std::string_view, N>& set, std::string_view character)
{
    return std::find(set.begin(), set.end(), character) != set.end();
}

std::vector<std::string_view> charactersOf(std::string_view text)
{
    std::vector<std::string_view> result;
    for (std::size_t from = 0; from < text.size();) {
        std::size_t until = from + 1;
        while (until < text.size() && (static_cast<unsigned char>(text[until]) & 0xC0) == 0x80)
            ++until;
        result.push_back(text.substr(from, until - from));
        from = until;
    }
    return result;
}

bool isAsciiWord(std::string_view c)
{
    return c.size() == 1
        && ((c[0] >= '0' && c[0] <= '9') || (c[0] >= 'A' && c[0] <= 'Z') || (c[0] >= 'a' && c[0] <= 'z'));
}
} // namespace

std::string withHanZero(std::string_view text)
{
    const auto characters = charactersOf(text);
    std::string result;
    for (std::size_t from = 0; from < characters.size();) {
        std::size_t until = from;
        while (until < characters.size() && isOneOf(roundShapes, characters[until]))
            ++until;
        if (until == from) {
            result += characters[from++];
            continue;
        }
        const std::string_view before = from > 0 ? characters[from - 1] : std::string_view();
        const std::string_view after = until < characters.size() ? characters[until] : std::string_view();
        const bool zero
            = (isOneOf(numerals, before) || isOneOf(numerals, after)) && !isAsciiWord(before) && !isAsciiWord(after);
        for (; from < until; ++from)
            result += zero ? std::string_view("〇") : characters[from];
    }
    return result;
}

} // namespace vidimus::tesseract_engine
