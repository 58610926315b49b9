#pragma once
#include <span>
#include <string_view>

namespace vidimus::specimen {

/// For whom a given-name character is usual.
enum class Usage { Both, Male, Female };

/// One surname, or one character of a given name.
struct NameCharacter {
    std::string_view traditional, simplified;
    std::string_view hongKong; ///< spelling usual in Hong Kong, capitalised
    std::string_view pinyin; ///< Hanyu Pinyin without tones, capitalised
    std::string_view commercialCode; ///< four digits a character, space-separated
    Usage usage = Usage::Both;
};

std::span<const NameCharacter> surnames();
std::span<const NameCharacter> givenCharacters();

} // namespace vidimus::specimen
