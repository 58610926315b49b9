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

/// A character and another way to write it that has a code (為 is in neither book, 爲 and 为 are).
struct TelegraphVariantRow {
    char32_t character, variant;
};

/// Generated from Unihan_OtherMappings and Unihan_Variants at build time, sorted by character.
extern const TelegraphRow telegraphTable[];
extern const std::size_t telegraphTableSize;
extern const TelegraphVariantRow telegraphVariants[];
extern const std::size_t telegraphVariantsSize;

inline std::pair<std::uint16_t, std::uint16_t> telegraphCodesOf(char32_t character)
{
    const auto* end = telegraphTable + telegraphTableSize;
    const auto* row = std::lower_bound(
        telegraphTable, end, character, [](const TelegraphRow& r, char32_t c) { return r.character < c; });
    return row != end && row->character == character ? std::pair(row->taiwan, row->mainland)
                                                     : std::pair<std::uint16_t, std::uint16_t>(0, 0);
}

/// Is this the code of another way to write the character?
inline bool isTelegraphCodeOfVariant(std::uint16_t code, char32_t character)
{
    const auto* end = telegraphVariants + telegraphVariantsSize;
    const auto* row = std::lower_bound(
        telegraphVariants, end, character, [](const TelegraphVariantRow& r, char32_t c) { return r.character < c; });
    for (; row != end && row->character == character; ++row) {
        const auto [taiwan, mainland] = telegraphCodesOf(row->variant);
        if (code != 0 && (code == taiwan || code == mainland))
            return true;
    }
    return false;
}

} // namespace vidimus::consistency
