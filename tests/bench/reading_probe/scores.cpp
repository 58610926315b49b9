#include "scores.hpp"

#include <algorithm>
#include <vector>

namespace vidimus::probe {

namespace {
std::vector<std::string> charactersOf(std::string_view text)
{
    std::vector<std::string> result;
    for (const char byte : text)
        if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80 && !result.empty())
            result.back() += byte;
        else
            result.emplace_back(1, byte);
    return result;
}
} // namespace

std::string withoutSpaces(std::string_view text)
{
    std::string result;
    for (const char byte : text)
        if (byte != ' ' && byte != '\n' && byte != '\t')
            result += byte;
    return result;
}

Distance distanceWithin(std::string_view needle, std::string_view haystack)
{
    const auto wanted = charactersOf(withoutSpaces(needle)), text = charactersOf(withoutSpaces(haystack));
    std::vector<int> before(text.size() + 1, 0), now(text.size() + 1); // it may begin anywhere
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        now[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 0; j < text.size(); ++j)
            now[j + 1] = std::min({before[j + 1] + 1, now[j] + 1, before[j] + (wanted[i] != text[j])});
        before.swap(now);
    }
    return {*std::min_element(before.begin(), before.end()), static_cast<int>(wanted.size())}; // and end anywhere
}

} // namespace vidimus::probe
