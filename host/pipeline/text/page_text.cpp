#include "pipeline/text/page_text.hpp"

#include "pipeline/text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace vidimus::pipeline {
namespace {

/// Typographic width: a Han character takes twice the room of a digit or letter.
double widthOf(char32_t c)
{
    return c >= 0x2E80 ? 2 : 1;
}

/// Shares the region out among the text's characters by their typographic width.
void addCells(std::vector<Cell>& cells, std::u32string_view text, const Region& region, double confidence)
{
    double total = 0;
    for (const char32_t c : text)
        total += widthOf(c);
    Millimetres x = region.x;
    for (const char32_t c : text) {
        const Millimetres width = region.width * (widthOf(c) / total);
        cells.push_back({unifiedHan(c), {x, region.y, width, region.height}, confidence});
        x = x + width;
    }
}

/// A blank so wide that it parts the cells of a table's row.
bool partsCells(const Cell& cell)
{
    constexpr double cellGap = 1.5; // line heights
    return isSpace(cell.character) && cell.region.width.value > cellGap * cell.region.height.value;
}

/// Engines cut Chinese into "words" of a character or two; without a visible gap between them they are one word.
bool closeHan(char32_t before, double gapInHeights, const std::string& word)
{
    const std::u32string next = decoded(word);
    return gapInHeights < 0.5 && isHan(before) && !next.empty() && isHan(next.front());
}

std::vector<Cell> cellsOf(const Line& line)
{
    std::vector<Cell> cells;
    if (line.words.empty()) {
        addCells(cells, decoded(line.text), line.region, line.confidence);
        return cells;
    }
    // Room for a Han character at either end of the line that no word covers: the engine left something out.
    const auto leftOut = [&](Millimetres from, Millimetres to) {
        if (line.origin == Origin::Ocr && to - from > line.region.height * 0.7)
            cells.push_back({unreadInk, {from, line.region.y, to - from, line.region.height}, 0});
    };
    const auto leftmost = std::min_element(
        line.words.begin(), line.words.end(), [](const Word& a, const Word& b) { return a.region.x < b.region.x; });
    leftOut(line.region.x, leftmost->region.x);
    // The order is the engine's: its boxes of Han characters may overlap and even stand crosswise.
    Millimetres left = line.region.x;
    for (const Word& word : line.words) {
        const Millimetres x = std::max(word.region.x, left);
        const Region place{x, word.region.y, std::max(word.region.right() - x, Millimetres{0.1}), word.region.height};
        if (!cells.empty()) {
            const Region& last = cells.back().region;
            const Millimetres gap = place.x - last.right();
            if (!closeHan(cells.back().character, gap / last.height, word.text))
                cells.push_back({U' ', {last.right(), last.y, gap, last.height}, 1});
        }
        addCells(cells, decoded(word.text), place, word.confidence);
        left = place.right();
    }
    leftOut(left, line.region.right());
    return cells;
}

void append(std::vector<Cell>& row, std::vector<Cell> more)
{
    if (!row.empty() && !more.empty()) {
        const Region& last = row.back().region;
        const Millimetres gap = std::max(more.front().region.x - last.right(), Millimetres{0});
        row.push_back({U' ', {last.right(), last.y, gap, last.height}, 1});
    }
    std::move(more.begin(), more.end(), std::back_inserter(row));
}

/// Lines of one row: their middles lie within half a line of the topmost's, and they are of about one size.
bool inOneRow(const Line& first, const Line& other)
{
    const double smaller = std::min(first.region.height, other.region.height).value;
    const double larger = std::max(first.region.height, other.region.height).value;
    const double apart = std::abs((other.region.centreY() - first.region.centreY()).value);
    return larger <= 2.2 * smaller && apart <= 0.5 * smaller;
}

/// Rows top to bottom, each left to right. A row is built from its topmost line, since "above" is no order over
/// slanting rows.
std::vector<std::vector<const Line*>> rowsOf(std::vector<const Line*> lines)
{
    std::stable_sort(lines.begin(), lines.end(),
        [](const Line* a, const Line* b) { return a->region.centreY() < b->region.centreY(); });
    std::vector<std::vector<const Line*>> rows;
    std::vector<bool> taken(lines.size(), false);
    for (std::size_t first = 0; first < lines.size(); ++first) {
        if (taken[first])
            continue;
        std::vector<const Line*> row;
        for (std::size_t i = first; i < lines.size(); ++i)
            if (!taken[i] && inOneRow(*lines[first], *lines[i])) {
                row.push_back(lines[i]);
                taken[i] = true;
            }
        std::stable_sort(
            row.begin(), row.end(), [](const Line* a, const Line* b) { return a->region.x < b->region.x; });
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

PageText::PageText(const std::vector<Line>& lines, std::uint32_t part)
{
    std::vector<const Line*> own;
    for (const Line& line : lines)
        if (line.part == part && !line.text.empty())
            own.push_back(&line);
    for (const std::vector<const Line*>& row : rowsOf(std::move(own))) {
        TextLine text;
        text.source = row.front();
        for (const Line* line : row) {
            text.place = united(text.place, line->region);
            append(text.cells, cellsOf(*line));
        }
        for (std::size_t i = 0; i < text.cells.size(); ++i)
            if (const char32_t f = foldedCharacter(text.cells[i].character)) {
                text.folded += f;
                text.cellOf.push_back(i);
            }
        m_folded += text.folded;
        m_lines.push_back(std::move(text));
        addPieces(m_lines.size() - 1);
    }
    std::vector<Millimetres> heights;
    for (const Piece& piece : m_pieces)
        heights.push_back(piece.region.height);
    if (heights.empty())
        return;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    m_usualHeight = *middle;
}

std::string PageText::textOf(const Slice& slice) const
{
    std::u32string text;
    for (std::size_t i = slice.begin; i < slice.end; ++i)
        if (m_lines[slice.line].cells[i].character != unreadInk)
            text += m_lines[slice.line].cells[i].character;
    return tidied(encoded(text));
}

std::optional<Region> PageText::unreadBeside(const Slice& slice) const
{
    const auto& cells = m_lines[slice.line].cells;
    // What stands just before it and just after it counts; a blank may stand between.
    std::size_t begin = slice.begin;
    while (begin > 0 && !partsCells(cells[begin - 1])
        && (isSpace(cells[begin - 1].character) || cells[begin - 1].character == unreadInk))
        --begin;
    const std::size_t end = std::min(slice.end + 1, cells.size());
    std::optional<Region> unread;
    for (std::size_t i = begin; i < end; ++i)
        if (cells[i].character == unreadInk)
            unread = unread ? united(*unread, cells[i].region) : cells[i].region;
    return unread;
}

Region PageText::regionOf(const Slice& slice) const
{
    Region region;
    for (std::size_t i = slice.begin; i < slice.end; ++i)
        if (!isSpace(m_lines[slice.line].cells[i].character))
            region = united(region, m_lines[slice.line].cells[i].region);
    return region;
}

void PageText::addPieces(std::size_t line)
{
    const auto& cells = m_lines[line].cells;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        const Slice slice = trimmed({line, begin, end});
        if (!slice.empty())
            m_pieces.push_back({slice, regionOf(slice)});
    };
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (partsCells(cells[i])) {
            close(i);
            begin = i + 1;
        }
    close(cells.size());
}

Slice PageText::cellsIn(const Region& place, std::size_t line) const
{
    const auto& cells = m_lines[line].cells;
    Slice slice{line, cells.size(), 0};
    for (std::size_t k = 0; k < cells.size(); ++k) {
        const Region& cell = cells[k].region;
        if (cell.centreX() < place.x || cell.centreX() > place.right() || cell.centreY() < place.y
            || cell.centreY() > place.bottom())
            continue;
        slice.begin = std::min(slice.begin, k);
        slice.end = k + 1;
    }
    return slice.empty() ? Slice{line, 0, 0} : trimmed(slice);
}

Slice PageText::trimmed(Slice slice) const
{
    const auto& cells = m_lines[slice.line].cells;
    while (!slice.empty() && isSpace(cells[slice.begin].character))
        ++slice.begin;
    while (!slice.empty() && isSpace(cells[slice.end - 1].character))
        --slice.end;
    return slice;
}

std::size_t PageText::piecesIn(std::size_t line) const
{
    return static_cast<std::size_t>(firstOf(line + 1) - firstOf(line));
}

std::optional<Slice> PageText::nextOfParagraph(const Slice& slice) const
{
    constexpr double reach = 2, indent = 4; // heights: lines may be set wide, the first one begins further right
    const auto own = std::find_if(firstOf(slice.line), m_pieces.end(), [&](const Piece& piece) {
        return piece.where.line > slice.line || (piece.where.begin <= slice.begin && slice.begin < piece.where.end);
    });
    if (own == m_pieces.end() || own->where.line > slice.line)
        return std::nullopt;
    const double height = own->region.height.value;
    constexpr std::size_t mostRows = 8; // of other columns that begin in between
    for (auto piece = firstOf(slice.line + 1); piece != m_pieces.end() && piece->where.line <= slice.line + mostRows;
         ++piece) {
        const Region& region = piece->region;
        const double gap = (region.y - own->region.bottom()).value, shift = (own->region.x - region.x).value;
        if (gap > -0.4 * height && gap < reach * height && shift > -height && shift < indent * height)
            return piece->where;
    }
    return std::nullopt;
}

std::vector<Piece>::const_iterator PageText::firstOf(std::size_t line) const
{
    return std::lower_bound(m_pieces.begin(), m_pieces.end(), line,
        [](const Piece& piece, std::size_t number) { return piece.where.line < number; });
}

void appendLine(std::string& text, const std::string& line)
{
    const bool both = !text.empty() && !line.empty();
    const bool han = both && isHan(decoded(text).back()) && isHan(decoded(line).front());
    text += (both && !han ? " " : "") + line;
}

} // namespace vidimus::pipeline
