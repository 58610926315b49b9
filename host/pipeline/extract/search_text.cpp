#include "pipeline/extract/search_text.hpp"

#include "pipeline/text/fold.hpp"

#include <cmath>
#include <optional>

namespace vidimus::pipeline {
namespace {

/// A blank between two Han characters up to this many line heights belongs to one text.
constexpr double widestHanBlank = 1.2;
/// In line heights: the next line of a paragraph follows this close, and begins this near to the same edge.
constexpr double lineGap = 1.6, edge = 2.5;

void append(SearchText& to, const PageText& page, const Slice& slice)
{
    const auto& cells = page.lines()[slice.line].cells;
    for (std::size_t k = slice.begin; k < slice.end; ++k) {
        // Between Han characters a blank is the reader's, unless it parts columns.
        const bool betweenHan = k > 0 && k + 1 < cells.size() && isSpace(cells[k].character)
            && isHan(cells[k - 1].character) && isHan(cells[k + 1].character);
        if (cells[k].character == unreadInk
            || (betweenHan && cells[k].region.width < cells[k].region.height * widestHanBlank))
            continue;
        const char32_t c = halfWidth(cells[k].character);
        to.text += encoded(std::u32string_view(&c, 1));
        to.origin.resize(to.text.size(), {slice.line, k});
    }
    to.text += '\n';
    to.origin.resize(to.text.size(), {slice.line, cells.size()});
}

/// In line heights: a full line of prose is this long at least.
constexpr double fullLine = 15;

struct Segment {
    Slice slice;
    Region region;
    bool used = false;
};

/// The line that goes on below, at the same edge.
std::optional<std::size_t> nextBelow(const std::vector<Segment>& all, const Segment& above)
{
    const double height = above.region.height.value;
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Region& region = all[i].region;
        const double gap = (region.y - above.region.bottom()).value, shift = (region.x - above.region.x).value;
        if (all[i].used || gap < -0.4 * height || gap > lineGap * height || std::abs(shift) > edge * height)
            continue;
        if (!next || region.y < all[*next].region.y)
            next = i;
    }
    return next;
}

} // namespace

std::vector<Slice> SearchText::slicesOf(const PageText& page, std::size_t from, std::size_t size) const
{
    std::vector<Slice> slices;
    for (std::size_t at = from; at < from + size; ++at) {
        const auto [line, cell] = origin[at];
        if (cell >= page.lines()[line].cells.size())
            continue;
        if (slices.empty() || slices.back().line != line)
            slices.push_back({line, cell, cell + 1});
        slices.back().end = cell + 1;
    }
    return slices;
}

std::optional<std::size_t> SearchText::leavesTable(const PageText& page, std::size_t from, std::size_t to) const
{
    for (std::size_t at = text.find('\n', from); byRows && at < to; at = text.find('\n', at + 1))
        if (page.piecesIn(origin[at].first) > 1)
            return at;
    return std::nullopt;
}

namespace {

SearchText textByRows(const PageText& page)
{
    SearchText all;
    all.byRows = true;
    for (std::size_t i = 0; i < page.lines().size(); ++i)
        append(all, page, {i, 0, page.lines()[i].cells.size()});
    return all;
}

using Paragraph = std::vector<Segment>;

std::vector<Paragraph> paragraphsOf(const PageText& page)
{
    std::vector<Segment> segments;
    for (const Piece& piece : page.pieces())
        segments.push_back({piece.where, piece.region});
    std::vector<Paragraph> paragraphs;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].used)
            continue;
        paragraphs.emplace_back();
        for (std::optional<std::size_t> at = i; at; at = nextBelow(segments, segments[*at])) {
            segments[*at].used = true;
            paragraphs.back().push_back(segments[*at]);
        }
    }
    return paragraphs;
}

/// No sentence goes on in another paragraph: this is no blank to an expression.
void endParagraph(SearchText& text, const PageText& page, const Segment& last)
{
    text.text += "\x1e\n";
    text.origin.resize(text.text.size(), {last.slice.line, page.lines()[last.slice.line].cells.size()});
}

/// Does a word of Han characters go on from this line into the next?
bool breaksWord(const PageText& page, const Segment& above, const Segment& below)
{
    const char32_t last = page.lines()[above.slice.line].cells[above.slice.end - 1].character;
    const char32_t first = page.lines()[below.slice.line].cells[below.slice.begin].character;
    return isHan(last) && isHan(first) && above.region.width > above.region.height * fullLine
        && above.region.right() > below.region.right() - above.region.height * edge;
}

SearchText textByColumns(const PageText& page, const std::vector<Paragraph>& paragraphs)
{
    SearchText all;
    for (const Paragraph& paragraph : paragraphs) {
        for (const Segment& segment : paragraph)
            append(all, page, segment.slice);
        endParagraph(all, page, paragraph.back());
    }
    return all;
}

SearchText textOfProse(const PageText& page, const std::vector<Paragraph>& paragraphs)
{
    SearchText all;
    for (const Paragraph& paragraph : paragraphs) {
        SearchText prose;
        bool broken = false;
        for (std::size_t i = 0; i < paragraph.size(); ++i) {
            append(prose, page, paragraph[i].slice);
            if (i + 1 == paragraph.size() || !breaksWord(page, paragraph[i], paragraph[i + 1]))
                continue;
            prose.text.pop_back();
            prose.origin.pop_back();
            broken = true;
        }
        if (!broken)
            continue;
        all.text += prose.text;
        all.origin.insert(all.origin.end(), prose.origin.begin(), prose.origin.end());
        endParagraph(all, page, paragraph.back());
    }
    return all;
}

} // namespace

std::array<SearchText, 3> searchTextsOf(const PageText& page)
{
    const std::vector<Paragraph> paragraphs = paragraphsOf(page);
    return {textByRows(page), textByColumns(page, paragraphs), textOfProse(page, paragraphs)};
}

} // namespace vidimus::pipeline
