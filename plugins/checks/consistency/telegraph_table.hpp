#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace vidimus::consistency {

/// A character's four-digit telegraph codes in the Taiwan and the mainland book; 0: none.
struct TelegraphRow {
    char32_t character;
    std::uint16_t taiwan, mainland;
};

/// Generated from Unihan_OtherMappings at build time, sorted by character.
extern const TelegraphRow telegraphTable[];
extern const std::size_t telegraphTableSize;

inline std::pair<std::uint16_t, std::uint16_t> telegraphCodesOf(char32_t character)
{
    const auto* end = telegraphTable + telegraphTableSize;
    const auto* row = std::lower_bound(
        telegraphTable, end, character, [](const TelegraphRow& r, char32_t c) { return r.character < c; });
    return row != end && row->character == character ? std::pair(row->taiwan, row->mainland)
                                                     : std::pair<std::uint16_t, std::uint16_t>(0, 0);
}

} // namespace vidimus::consistency
