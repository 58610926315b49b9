#pragma once
#include "core/reading.hpp"

#include <optional>
#include <string>
#include <vector>

/// The lines of one prepared page character by character, each with its place: what labels and values are looked for
/// in.
namespace vidimus::pipeline {

/// Stands for print that the engine passed over (U+FFFC); textOf() leaves it out.
inline constexpr char32_t unreadInk = 0xFFFC;

/// One character and where it stands. Inside a word places are shared out evenly.
struct Cell {
    char32_t character = 0;
    Region region; ///< on the prepared page
    double confidence = 0; ///< of its word, 0..1
};

/// One printed row: the lines that stand side by side, left to right. Readers part a row at wide blanks, and labels are
/// set wide (姓　　名).
struct TextLine {
    const Line* source = nullptr; ///< the leftmost
    Region place; ///< of all
    std::vector<Cell> cells; ///< with one blank cell between words
    std::u32string folded; ///< the characters that count, see foldedCharacter()
    std::vector<std::size_t> cellOf; ///< folded index -> cell index

    Region region() const { return place; }
};

/// A run of characters within a line.
struct Slice {
    std::size_t line = 0, begin = 0, end = 0; ///< cells
    bool empty() const { return begin >= end; }
    bool operator==(const Slice&) const = default;
};

/// What stands between two blanks so wide that they part the cells of a table.
struct Piece {
    Slice where;
    Region region;
};

class PageText {
public:
    /// The rows of this part, top to bottom. The lines must outlive the PageText.
    PageText(const std::vector<Line>& lines, std::uint32_t part);

    const std::vector<TextLine>& lines() const { return m_lines; }
    bool empty() const { return m_lines.empty(); }
    /// All folded characters, line after line.
    const std::u32string& folded() const { return m_folded; }

    std::string textOf(const Slice& slice) const;
    /// Where print was passed over within the slice or right beside it; nothing where none was.
    std::optional<Region> unreadBeside(const Slice& slice) const;
    Region regionOf(const Slice& slice) const;
    /// The run of cells of a row whose middles lie within the place, without blanks at its ends.
    Slice cellsIn(const Region& place, std::size_t line) const;
    /// The slice without blanks at its ends.
    Slice trimmed(Slice slice) const;
    /// The pieces of all rows, in their order.
    const std::vector<Piece>& pieces() const { return m_pieces; }
    /// How many pieces a row has.
    std::size_t piecesIn(std::size_t line) const;
    /// Where the text of this slice goes on below, if it is of a paragraph that does.
    std::optional<Slice> nextOfParagraph(const Slice& slice) const;
    /// The median height of a piece; 0 where there is none.
    Millimetres usualHeight() const { return m_usualHeight; }

private:
    void addPieces(std::size_t line);
    std::vector<Piece>::const_iterator firstOf(std::size_t line) const;
    std::vector<TextLine> m_lines;
    std::vector<Piece> m_pieces;
    Millimetres m_usualHeight{0};
    std::u32string m_folded;
};

/// Adds what the next printed line says: figures and letters with a blank between lines, Han without.
void appendLine(std::string& text, const std::string& line);

} // namespace vidimus::pipeline
