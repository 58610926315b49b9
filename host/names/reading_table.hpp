#pragma once
#include <cstddef>
#include <cstdint>

/// Tables generated from Unihan when the house is built; see unihan/unihan_tables.cpp.
namespace vidimus::names {

/// Pinyin readings (mainland dictionaries, without tones, ü as v) and jyutping readings, as numbers of readingSets.
struct ReadingRow {
    char32_t character;
    std::uint16_t pinyin, jyutping;
};
/// Two characters that Unihan calls simplified, traditional or Z variants of each other; both directions are there.
struct VariantRow {
    char32_t character, variant;
};

extern const ReadingRow readingTable[]; ///< sorted by character
extern const std::size_t readingTableSize;
extern const char* const readingSets[]; ///< syllables separated by spaces
extern const VariantRow variantTable[]; ///< sorted by character
extern const std::size_t variantTableSize;

} // namespace vidimus::names
