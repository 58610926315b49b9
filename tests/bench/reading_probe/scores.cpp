#include "scores.hpp"

#include <algorithm>
#include <numeric>
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

namespace {
/// \param anywhere the text may begin and end within the reading, and what stands around it costs nothing
Distance distance(std::string_view needle, std::string_view haystack, bool anywhere)
{
    const auto wanted = charactersOf(withoutSpaces(needle)), text = charactersOf(withoutSpaces(haystack));
    std::vector<int> before(text.size() + 1, 0), now(text.size() + 1);
    if (!anywhere)
        std::iota(before.begin(), before.end(), 0);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        now[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 0; j < text.size(); ++j)
            now[j + 1] = std::min({before[j + 1] + 1, now[j] + 1, before[j] + (wanted[i] != text[j])});
        before.swap(now);
    }
    const int errors = anywhere ? *std::min_element(before.begin(), before.end()) : before.back();
    return {errors, static_cast<int>(wanted.size())};
}
} // namespace

Distance distanceWithin(std::string_view needle, std::string_view haystack)
{
    return distance(needle, haystack, true);
}

Distance distanceBetween(std::string_view truth, std::string_view reading)
{
    return distance(truth, reading, false);
}

} // namespace vidimus::probe
