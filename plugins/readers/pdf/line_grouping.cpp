#include "line_grouping.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidimus::pdf {

namespace {

constexpr double wordGap = 0.2, lineGap = 1.5; // ems
constexpr double wideSetGap = 2.5, aloneGap = 0.5; // ems; between Han characters set wide, as in many labels
constexpr double baseLineTolerance = 0.3; // ems
constexpr double samePlace = 0.12; // ems
constexpr double onAnother = 0.5; // of the wider one's advance; kerning is far less

/// A glyph in its line's own axes: along the writing direction, and across it downwards.
struct Cell {
    const PlacedGlyph* glyph;
    double along, across;
    double em() const { return glyph->ascent + glyph->descent; }
    double end() const { return along + glyph->advance; }
};

/// A direction in degrees, the same for glyphs within one degree of each other.
int directionOf(const PlacedGlyph& glyph)
{
    const double degrees = std::atan2(glyph.uy, glyph.ux) * 180 / std::numbers::pi;
    return (static_cast<int>(std::lround(degrees)) + 360) % 360;
}

struct Extent {
    double along0 = 0, along1 = 0, across0 = 0, across1 = 0;
    bool empty = true;
    void add(const Cell& cell)
    {
        const double top = cell.across - cell.glyph->ascent, bottom = cell.across + cell.glyph->descent;
        const double right = std::max(cell.end(), cell.along + 0.01);
        along0 = empty ? cell.along : std::min(along0, cell.along);
        along1 = empty ? right : std::max(along1, right);
        across0 = empty ? top : std::min(across0, top);
        across1 = empty ? bottom : std::max(across1, bottom);
        empty = false;
    }
};

/// An extent's corners on the page, in reading order.
vidimus_quad_t quadOf(const Extent& e, double ux, double uy)
{
    const auto x = [&](double along, double across) { return along * ux - across * uy; };
    const auto y = [&](double along, double across) { return along * uy + across * ux; };
    return {{x(e.along0, e.across0), y(e.along0, e.across0), x(e.along1, e.across0), y(e.along1, e.across0),
        x(e.along1, e.across1), y(e.along1, e.across1), x(e.along0, e.across1), y(e.along0, e.across1)}};
}

vidimus_region_t regionOf(const vidimus_quad_t& quad)
{
    double x0 = quad.xy_mm[0], y0 = quad.xy_mm[1], x1 = x0, y1 = y0;
    for (int i = 2; i < 8; i += 2) {
        x0 = std::min(x0, quad.xy_mm[i]);
        x1 = std::max(x1, quad.xy_mm[i]);
        y0 = std::min(y0, quad.xy_mm[i + 1]);
        y1 = std::max(y1, quad.xy_mm[i + 1]);
    }
    return {x0, y0, x1 - x0, y1 - y0};
}

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(' ') == std::string::npos || text == "\xe3\x80\x80"; // ideographic space
}

bool isHan(const std::string& text)
{
    const auto lead = static_cast<unsigned char>(text.empty() ? 0 : text[0]);
    return (lead >= 0xe4 && lead <= 0xe9) || lead == 0xf0; // U+4000 to U+9FFF, and the planes above
}

/// Builds one line from cells in order along it.
class LineBuilder {
public:
    LineBuilder(double ux, double uy)
        : m_ux(ux)
        , m_uy(uy)
    {
    }
    /// \param overprinted it stands on the glyph before it: which of the two is seen, the text does not tell
    void add(const Cell& cell, bool overprinted)
    {
        if (isBlank(cell.glyph->text)) {
            closeWord();
            return;
        }
        if (!m_word.text.empty() && cell.along - m_end > wordGap * cell.em())
            closeWord();
        m_word.text += cell.glyph->text;
        m_wordExtent.add(cell);
        m_lineExtent.add(cell);
        m_end = cell.end();
        ++m_wordGlyphs;
        m_wordMapped += cell.glyph->mapped && !overprinted;
    }
    void finish(std::vector<sdk::Line>& lines)
    {
        closeWord();
        if (m_line.words.empty())
            return;
        m_line.confidence = static_cast<double>(m_mapped) / static_cast<double>(m_glyphs);
        m_line.quad = quadOf(m_lineExtent, m_ux, m_uy);
        m_line.region = regionOf(m_line.quad);
        m_line.origin = VIDIMUS_ORIGIN_PDF_TEXT;
        m_line.engine = "vidimus.pdf";
        lines.push_back(std::move(m_line));
    }

private:
    void closeWord()
    {
        if (m_word.text.empty())
            return;
        m_word.region = regionOf(quadOf(m_wordExtent, m_ux, m_uy));
        m_word.confidence = static_cast<double>(m_wordMapped) / static_cast<double>(m_wordGlyphs);
        m_line.text += (m_line.text.empty() ? "" : " ") + m_word.text;
        m_line.words.push_back(std::exchange(m_word, sdk::Word()));
        m_glyphs += m_wordGlyphs;
        m_mapped += m_wordMapped;
        m_wordGlyphs = m_wordMapped = 0;
        m_wordExtent = Extent();
    }
    double m_ux, m_uy, m_end = 0;
    sdk::Line m_line;
    sdk::Word m_word;
    Extent m_wordExtent, m_lineExtent;
    std::size_t m_glyphs = 0, m_mapped = 0, m_wordGlyphs = 0, m_wordMapped = 0;
};

/// Cells of one base line, in any order.
void splitIntoLines(std::vector<Cell>& cells, std::vector<sdk::Line>& lines)
{
    std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.along < b.along; });
    const auto& direction = *cells.front().glyph;
    LineBuilder builder(direction.ux, direction.uy);
    const Cell* last = nullptr;
    bool lastAlone = true; // no neighbour within half an em on its left
    for (const Cell& cell : cells) {
        const bool again = last && cell.glyph->text == last->glyph->text && !cell.glyph->text.empty()
            && cell.along - last->along < samePlace * cell.em();
        if (again)
            continue;
        if (isBlank(cell.glyph->text)) {
            builder.add(cell, false);
            continue;
        }
        const double gap = last ? (cell.along - last->end()) / std::max(cell.em(), last->em()) : 0;
        const bool wideSet = last && lastAlone && isHan(last->glyph->text) && isHan(cell.glyph->text);
        if (gap > (wideSet ? wideSetGap : lineGap)) {
            builder.finish(lines);
            builder = LineBuilder(direction.ux, direction.uy);
        }
        lastAlone = !last || gap > aloneGap;
        const double advance = cell.glyph->advance;
        builder.add(cell,
            last && advance > 0 && last->end() - cell.along > onAnother * std::max(advance, last->glyph->advance));
        last = &cell;
    }
    builder.finish(lines);
}

} // namespace

std::vector<PlacedGlyph> placed(const std::vector<Glyph>& glyphs, const PageGeometry& page, std::size_t& offPage)
{
    std::vector<PlacedGlyph> out;
    out.reserve(glyphs.size());
    const Matrix& m = page.toMillimetres;
    for (const Glyph& glyph : glyphs) {
        PlacedGlyph p;
        p.x = glyph.x * m.a + glyph.y * m.c + m.e;
        p.y = glyph.x * m.b + glyph.y * m.d + m.f;
        const double ux = glyph.ux * m.a + glyph.uy * m.c, uy = glyph.ux * m.b + glyph.uy * m.d;
        const double vx = glyph.vx * m.a + glyph.vy * m.c, vy = glyph.vx * m.b + glyph.vy * m.d;
        const double scale = std::hypot(ux, uy);
        p.ux = ux / scale;
        p.uy = uy / scale;
        // Reading downwards is the direction turned clockwise; a mirrored glyph has its ascent on that side.
        p.mirrored = vx * -uy + vy * ux > 0;
        p.advance = glyph.advance * scale;
        p.ascent = (p.mirrored ? -glyph.descent : glyph.ascent) * scale;
        p.descent = (p.mirrored ? glyph.ascent : -glyph.descent) * scale;
        p.text = glyph.text;
        p.mapped = glyph.mapped;
        const double reach = p.ascent + p.advance;
        if (p.x < -reach || p.y < -reach || p.x > page.widthMm + reach || p.y > page.heightMm + reach)
            ++offPage;
        else
            out.push_back(std::move(p));
    }
    return out;
}

std::vector<sdk::Line> linesOf(const std::vector<PlacedGlyph>& glyphs)
{
    std::vector<Cell> cells;
    cells.reserve(glyphs.size());
    for (const PlacedGlyph& g : glyphs)
        cells.push_back({&g, g.x * g.ux + g.y * g.uy, -g.x * g.uy + g.y * g.ux});
    std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
        const int da = directionOf(*a.glyph), db = directionOf(*b.glyph);
        return da != db ? da < db : a.across < b.across;
    });
    std::vector<sdk::Line> lines;
    std::vector<Cell> baseLine;
    for (const Cell& cell : cells) {
        const bool together = !baseLine.empty() && directionOf(*cell.glyph) == directionOf(*baseLine.front().glyph)
            && cell.across - baseLine.front().across <= baseLineTolerance * std::min(cell.em(), baseLine.front().em());
        if (!together && !baseLine.empty()) {
            splitIntoLines(baseLine, lines);
            baseLine.clear();
        }
        baseLine.push_back(cell);
    }
    if (!baseLine.empty())
        splitIntoLines(baseLine, lines);
    std::stable_sort(lines.begin(), lines.end(), [](const sdk::Line& a, const sdk::Line& b) {
        return a.region.y_mm != b.region.y_mm ? a.region.y_mm < b.region.y_mm : a.region.x_mm < b.region.x_mm;
    });
    return lines;
}

} // namespace vidimus::pdf
