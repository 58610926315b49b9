#include "detail/pdf_parts.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>

namespace vidimus::report::detail {
namespace {

constexpr double gap = 9; // between columns
constexpr double cellPadding = 3.5;

double cellHeight(PdfPage& page, const Cell& cell, double width)
{
    double height = cell.text.empty() ? 0 : page.heightOf(cell.text, cell.style, width);
    if (!cell.under.empty())
        height += page.heightOf(cell.under, cell.underStyle, width);
    if (cell.crop)
        height = std::max(height, page.measure([&] { page.y += page.picture(*cell.crop, 0, 0, width, 30).second; }));
    return height;
}

void drawCell(PdfPage& page, const Cell& cell, const char* tag, double x, double top, double width)
{
    const Tag element(page, tag);
    double y = top;
    if (!cell.text.empty())
        y += page.textAt(cell.text, cell.style, x, y, width);
    if (!cell.under.empty())
        page.textAt(cell.under, cell.underStyle, x, y, width);
    if (cell.crop)
        page.picture(*cell.crop, x, top + 1, width, 30);
}

void tableHead(PdfPage& page, const std::vector<Column>& columns)
{
    const Tag row(page, "TR");
    double x = PdfPage::left, height = 0;
    for (const Column& column : columns) {
        Style style{8, true, ink::soft, "P", column.right};
        const Tag element(page, "TH");
        height = std::max(height, page.textAt(column.title, style, x, page.y, column.share * PdfPage::width - gap));
        x += column.share * PdfPage::width;
    }
    page.y += height + 3;
    page.rule(PdfPage::left, page.y, PdfPage::width, ink::accent, 0.9);
    page.y += 1;
}

} // namespace

void heading(PdfPage& page, const std::string& text, int level, double keep)
{
    static constexpr double sizes[] = {21, 13.5, 11};
    const Style style{sizes[level], true, level < 2 ? ink::accent : ink::text,
        level == 0       ? "H1"
            : level == 1 ? "H2"
                         : "H3"};
    page.y += level == 1 ? 16 : level == 2 ? 9 : 0;
    // A heading alone at the foot of a page tells nothing.
    page.ensure(page.heightOf(text, style, PdfPage::width) + keep);
    page.mark(text, level);
    page.y += page.textAt(text, style, PdfPage::left, page.y, PdfPage::width) + (level == 1 ? 2 : 3);
    if (level == 1) {
        page.rule(PdfPage::left, page.y, PdfPage::width, ink::accent, 1.1);
        page.y += 7;
    }
}

void table(PdfPage& page, const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows)
{
    page.ensure(60);
    int onPage = page.page();
    // A table that goes on on the next page is a table of its own there: Cairo closes no element across pages.
    auto element = std::make_unique<Tag>(page, "Table");
    tableHead(page, columns);
    for (const auto& row : rows) {
        double height = 0;
        for (std::size_t i = 0; i < row.size(); ++i)
            height = std::max(height, cellHeight(page, row[i], columns[i].share * PdfPage::width - gap));
        height += 2 * cellPadding;
        if (page.y + height > PdfPage::bottom) {
            element.reset();
            page.newPage();
            element = std::make_unique<Tag>(page, "Table");
        }
        if (page.page() != onPage)
            tableHead(page, columns);
        onPage = page.page();
        const Tag rowElement(page, "TR");
        double x = PdfPage::left;
        for (std::size_t i = 0; i < row.size(); ++i) {
            Cell cell = row[i];
            cell.style.right = cell.underStyle.right = columns[i].right;
            drawCell(
                page, cell, i == 0 ? "TH" : "TD", x, page.y + cellPadding, columns[i].share * PdfPage::width - gap);
            x += columns[i].share * PdfPage::width;
        }
        page.y += height;
        page.rule(PdfPage::left, page.y, PdfPage::width, ink::line, 0.5);
        page.y += 0.5;
    }
    page.y += 6;
}

void PdfPage::symbol(Look look, double x, double top, double size)
{
    if (m_dry)
        return;
    const Colour colour = colourOf(look);
    const double r = size / 2, cx = x + r, cy = top + r;
    cairo_set_source_rgb(m_cairo, colour.red, colour.green, colour.blue);
    cairo_new_path(m_cairo); // or a line would come along from where the last text began
    if (look == Look::Caution) {
        cairo_move_to(m_cairo, cx, top);
        cairo_line_to(m_cairo, x + size, top + size * 0.93);
        cairo_line_to(m_cairo, x, top + size * 0.93);
        cairo_close_path(m_cairo);
    } else {
        cairo_arc(m_cairo, cx, cy, r, 0, 2 * std::acos(-1.0));
    }
    cairo_fill(m_cairo);
    cairo_set_source_rgb(m_cairo, 1, 1, 1);
    cairo_set_line_width(m_cairo, size * 0.13);
    cairo_set_line_cap(m_cairo, CAIRO_LINE_CAP_ROUND);
    const auto stroke = [&](std::initializer_list<std::pair<double, double>> points) {
        bool first = true;
        for (const auto& [px, py] : points) {
            first ? cairo_move_to(m_cairo, x + px * size, top + py * size)
                  : cairo_line_to(m_cairo, x + px * size, top + py * size);
            first = false;
        }
        cairo_stroke(m_cairo);
    };
    switch (look) {
    case Look::Adverse:
        stroke({{0.32, 0.32}, {0.68, 0.68}});
        stroke({{0.68, 0.32}, {0.32, 0.68}});
        break;
    case Look::Caution:
        stroke({{0.5, 0.36}, {0.5, 0.6}});
        stroke({{0.5, 0.76}, {0.5, 0.765}});
        break;
    case Look::Unchecked: // a question mark: hook and dot
        cairo_arc(m_cairo, cx, top + size * 0.37, size * 0.14, std::acos(-1.0), 2.5 * std::acos(-1.0));
        cairo_line_to(m_cairo, cx, top + size * 0.6);
        cairo_stroke(m_cairo);
        stroke({{0.5, 0.76}, {0.5, 0.765}});
        break;
    case Look::Note:
        stroke({{0.5, 0.46}, {0.5, 0.72}});
        stroke({{0.5, 0.29}, {0.5, 0.295}});
        break;
    case Look::Passed:
        stroke({{0.3, 0.52}, {0.45, 0.67}, {0.71, 0.36}});
        break;
    case Look::NotAsked:
        stroke({{0.32, 0.5}, {0.68, 0.5}});
        break;
    }
}

} // namespace vidimus::report::detail
