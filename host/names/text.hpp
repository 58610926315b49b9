#pragma once
#include <string>
#include <string_view>
#include <vector>

/// Names as characters and tokens.
namespace vidimus::names {

/// NFKC; ill-formed bytes become U+FFFD.
std::u32string codePoints(std::string_view utf8);
std::string utf8(std::u32string_view points);

bool isHan(char32_t c);

/// A name taken apart: its Han characters and its Latin words.
struct NameParts {
    std::u32string han;
    std::vector<std::string> words; ///< upper case A-Z, without marks; titles dropped, split at spaces and hyphens
};
NameParts takeApart(std::string_view name);

/// All words written together.
std::string joined(const std::vector<std::string>& words);

} // namespace vidimus::names
