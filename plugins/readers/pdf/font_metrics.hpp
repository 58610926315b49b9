#pragma once
#include "objects.hpp"
#include "to_unicode.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace vidimus::pdf {

/// One shown character.
struct Char {
    std::uint32_t code = 0;
    int bytes = 1;
    double advance = 0; ///< in ems, along the writing direction
    std::string text; ///< UTF-8; U+FFFD where the font does not say what it means
    bool mapped = false;
};

/// What is needed of a font to say which characters a string shows and how far they reach. Built from the font's
/// dictionary alone: the font program itself, where most parsers break, is never opened.
struct Font {
    std::string name;
    bool composite = false, vertical = false;
    bool utf16 = false; ///< the codes are UTF-16BE themselves (UniGB-UCS2-H and its kin)
    CMap encoding; ///< composite: code lengths and code -> CID
    CMap toUnicode;
    bool hasToUnicode = false;
    std::array<std::string, 256> simple; ///< simple fonts: code -> UTF-8
    std::unordered_map<std::uint32_t, double> widths; ///< ems by code (simple) or CID (composite)
    double defaultWidth = 1;
    double ascent = 0.8, descent = -0.2; ///< ems above and below the base line
    bool embedded = false;

    /// The characters that this string shows, in order.
    std::vector<Char> decode(std::string_view bytes) const;
};

/// Reads a font dictionary (ISO 32000-1, 9.6 to 9.10). Anything missing or damaged takes its default.
Font loadFont(Objects& objects, const Value& dictionary);

/// Width in ems of a WinAnsi character in a standard font whose PDF brings no widths (9.6.2.2).
/// \source Adobe's metrics of Helvetica, Times and Courier; bold and slanted ones are taken as their family's.
double standardWidth(std::string_view fontName, unsigned code);

} // namespace vidimus::pdf
