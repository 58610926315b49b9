#pragma once
#include "names/romanise.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace opencc {
class SimpleConverter;
}

namespace vidimus::names {

/// What characters sound like and which of them are one: OpenCC, Unihan, and our own surnames. Immutable once made.
class Readings {
public:
    Readings(); ///< throws opencc::Exception where the dictionaries are missing
    ~Readings();

    /// The character in its simplified form, Hong Kong and Taiwan variants first made standard.
    std::u32string fold(char32_t c) const;
    /// May the two be one character written by different standards?
    bool alike(char32_t a, char32_t b) const;
    /// Every spelling of the character, its variants included; empty: no reading is known.
    Spellings spellings(char32_t c) const;
    /// The spellings of a surname of one or two characters.
    Spellings surname(std::u32string_view characters) const;
    bool compoundSurname(std::u32string_view characters) const;

    /// Is this a spelling of any character?
    bool syllable(const std::string& word) const { return m_index.count(word) > 0; }
    /// May both be spellings of one character?
    bool sameCharacter(const std::string& a, const std::string& b) const;
    /// The word as Chinese syllables: itself, or cut into pinyin, which is written together. With \p anySpelling also
    /// cut into any known spellings, which nearly every European name can be. Empty: it cannot be cut.
    std::vector<std::string> syllables(const std::string& word, bool anySpelling = false) const;

    std::string version() const;

private:
    std::u32string alikes(char32_t c) const;
    bool cut(std::string_view word, bool pinyinOnly, std::vector<std::string>& into) const;

    std::unique_ptr<opencc::SimpleConverter> m_fromHongKong, m_fromTaiwan, m_toSimplified;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_index; ///< spelling -> numbers of pairs of readings
    std::unordered_map<std::string, bool> m_pinyin;
};

} // namespace vidimus::names
