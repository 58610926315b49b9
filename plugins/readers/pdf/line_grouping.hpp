#pragma once
#include "content_interpreter.hpp"

#include <vidimus/plugin.hpp>

#include <vector>

namespace vidimus::pdf {

/// A glyph's cell on the displayed page, millimetres from its top left, y downwards.
struct PlacedGlyph {
    std::string text;
    double x = 0, y = 0; ///< origin on the base line
    double ux = 1, uy = 0; ///< writing direction
    double advance = 0, ascent = 0, descent = 0; ///< millimetres; descent is positive, below the base line
    bool mapped = false;
    bool mirrored = false; ///< its upper side is not where its direction says
};

/// Lays glyphs onto the displayed page; those wholly off the page are left out and counted.
std::vector<PlacedGlyph> placed(const std::vector<Glyph>& glyphs, const PageGeometry& page, std::size_t& offPage);

/// Groups glyphs into words and lines by where they stand, not by the order in which they were drawn: one base line,
/// same direction, no gap over one and a half ems (two and a half between Han characters set wide). A word ends at a
/// space or a gap of more than a fifth of an em; characters drawn twice in one place (poor man's bold) count once.
/// A word whose glyphs stand on one another on one base line, or are mapped to no character, has a confidence below 1.
/// Lines come from top to bottom, then left to right.
std::vector<sdk::Line> linesOf(const std::vector<PlacedGlyph>& glyphs);

} // namespace vidimus::pdf
