#include "core/exemplar.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace vidimus {
namespace {

constexpr double hundredths = 100, turns = 256.0 / 360;

void append(std::string& word, unsigned value, int digits)
{
    constexpr std::string_view figures = "0123456789abcdef";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        word += figures[(value >> shift) & 15U];
}

std::optional<unsigned> figuresIn(std::string_view word)
{
    unsigned value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, 16);
    if (error != std::errc{} || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

unsigned hundredthsOf(Millimetres length)
{
    return static_cast<unsigned>(std::clamp(std::lround(length.value * hundredths), 0L, 0xffffL));
}

} // namespace

std::string wordOf(const KeyPoint& point)
{
    std::string word;
    word.reserve(keyPointWord);
    append(word, hundredthsOf(point.at.x), 4);
    append(word, hundredthsOf(point.at.y), 4);
    append(word, static_cast<unsigned>(std::lround(point.angle.value * turns)) % 256, 2);
    append(word, point.level, 2);
    for (const std::uint8_t byte : point.descriptor)
        append(word, byte, 2);
    return word;
}

std::optional<KeyPoint> keyPointFrom(std::string_view word)
{
    if (word.size() != keyPointWord)
        return std::nullopt;
    const auto x = figuresIn(word.substr(0, 4)), y = figuresIn(word.substr(4, 4)), angle = figuresIn(word.substr(8, 2)),
               level = figuresIn(word.substr(10, 2));
    if (!x || !y || !angle || !level)
        return std::nullopt;
    KeyPoint point{{{*x / hundredths}, {*y / hundredths}}, {*angle / turns}, static_cast<std::uint8_t>(*level), {}};
    for (std::size_t i = 0; i < point.descriptor.size(); ++i) {
        const auto byte = figuresIn(word.substr(12 + 2 * i, 2));
        if (!byte)
            return std::nullopt;
        point.descriptor[i] = static_cast<std::uint8_t>(*byte);
    }
    return point;
}

} // namespace vidimus
