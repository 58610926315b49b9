#pragma once
#include <vidimus/plugin.hpp>

#include <functional>
#include <string>

/// What a check digit must catch: every number made from a good one by a slip of the pen.
namespace vidimus::support {

/// Replaces each digit by every other digit. \return the changed numbers that still hold.
inline std::vector<std::string> changesThatHold(sdk::Validator validator, const std::string& good)
{
    std::vector<std::string> missed;
    for (std::size_t i = 0; i < good.size(); ++i)
        for (char digit = '0'; digit <= '9' && good[i] >= '0' && good[i] <= '9'; ++digit) {
            std::string changed = good;
            changed[i] = digit;
            if (changed != good && validator(changed).verdict == VIDIMUS_HOLDS)
                missed.push_back(changed);
        }
    return missed;
}

/// Swaps each two digits that stand beside one another. \return the swapped numbers that still hold.
inline std::vector<std::string> swapsThatHold(sdk::Validator validator, const std::string& good)
{
    std::vector<std::string> missed;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 0; i + 1 < good.size(); ++i) {
        std::string swapped = good;
        std::swap(swapped[i], swapped[i + 1]);
        if (digit(good[i]) && digit(good[i + 1]) && swapped != good && validator(swapped).verdict == VIDIMUS_HOLDS)
            missed.push_back(swapped);
    }
    return missed;
}

} // namespace vidimus::support
