#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vidimus::pdf {

/// A character map (ISO 32000-1, 9.7.5 and 9.10.3): how bytes become codes, and what the codes mean.
struct CMap {
    /// Codes of so many bytes between these two, each byte within its own bounds (9.7.6.2).
    struct CodeSpace {
        int bytes = 0;
        std::uint32_t low = 0, high = 0;
    };
    std::vector<CodeSpace> codeSpaces;
    std::unordered_map<std::uint32_t, std::string> text; ///< code -> UTF-8, from bfchar and bfrange
    std::unordered_map<std::uint32_t, std::uint32_t> cid; ///< code -> CID, from cidchar and cidrange
    bool vertical = false;

    /// How many bytes the code at the start of bytes has: 1..4, the shortest code space that holds them;
    /// where none does, the length of the shortest; 2 where the map names no code space at all.
    int codeLength(std::string_view bytes) const;
};

/// Reads a character map from bytes that may be anything. Bounded: at most 70,000 mappings of each kind and 64
/// UTF-16 units a target are kept; what is over, is left out. Never throws on content.
CMap parseCMap(std::string_view text);

/// UTF-16BE (as PDF strings hold it, without a mark) as UTF-8; a lone surrogate becomes U+FFFD, a lone last byte is
/// dropped.
std::string utf8FromUtf16(std::string_view bytes);
/// One code point as UTF-8; U+FFFD for what is none.
std::string utf8(std::uint32_t codePoint);

} // namespace vidimus::pdf
