#include "detail/pdf_parts.hpp"

#include <algorithm>

namespace vidimus::report::detail {
namespace {

constexpr double indent = 12; // from the coloured bar to the text
constexpr double labelWidth = 62;

void detailLine(PdfPage& page, const std::string& name, const std::string& text)
{
    if (text.empty())
        return;
    const double x = PdfPage::left + indent, valueX = x + labelWidth, valueWidth = PdfPage::width - indent - labelWidth;
    const double a = page.textAt(name, {8.5, false, ink::soft}, x, page.y, labelWidth - 6);
    const double b = page.textAt(text, {8.5}, valueX, page.y, valueWidth);
    page.y += std::max(a, b) + 1;
}

/// Pictures side by side, each with its caption below; a new line where there is no room.
void crops(PdfPage& page, const FindingItem& item)
{
    if (item.crops.empty())
        return;
    constexpr double captionSize = 7.5, most = 225, high = 78, between = 12;
    page.y += 5;
    double x = PdfPage::left + indent, lineHeight = 0;
    for (const auto& [crop, what] : item.crops) {
        if (x > PdfPage::left + indent && x + most > PdfPage::left + PdfPage::width) {
            page.y += lineHeight + 6;
            x = PdfPage::left + indent;
            lineHeight = 0;
        }
        const auto [width, height] = page.picture(*crop, x, page.y, most, high);
        const double captionWidth = std::max(width, 150.0);
        const double caption
            = page.textAt(what, {captionSize, false, ink::soft, "Caption"}, x, page.y + height + 2, captionWidth);
        lineHeight = std::max(lineHeight, height + 2 + caption);
        x += captionWidth + between;
    }
    page.y += lineHeight;
}

void body(PdfPage& page, const FindingItem& item, const Outline& outline)
{
    const Tag section(page, "Sect");
    const double x = PdfPage::left + indent, width = PdfPage::width - indent;
    page.y += 4;
    page.y += page.textAt(item.question, {10.5, true, ink::text, "H3"}, x, page.y, width) + 1;
    page.symbol(item.look, x, page.y + 2.2, 8.5);
    page.y += page.textAt(item.word, {8.5, true, colourOf(item.look)}, x + 12, page.y, width - 12) + 2;
    page.y += page.textAt(item.answer, {9.5}, x, page.y, width) + 3;
    const auto name = [&](const char* key) { return label(outline.language, key); };
    bool first = true;
    for (const LabelledText& where : item.where) {
        detailLine(page, first ? name("cited") : "", where.label + (where.text.empty() ? "" : " – " + where.text));
        first = false;
    }
    detailLine(page, name("rule"), item.source);
    detailLine(page, name("decided"), item.disposition);
    if (outline.full) {
        detailLine(page, name("values"), item.values);
        detailLine(page, name("reason"), item.origin);
    }
    crops(page, item);
    page.y += 5;
}

void card(PdfPage& page, const FindingItem& item, const Outline& outline)
{
    const double height = page.measure([&] { body(page, item, outline); });
    page.ensure(height);
    // One higher than a page flows on without its bar being drawn over the foot.
    page.box(PdfPage::left, page.y, 3, std::min(height, PdfPage::bottom - page.y), colourOf(item.look));
    body(page, item, outline);
    page.y += 7;
}

void briefLine(PdfPage& page, const FindingItem& item)
{
    const double height = page.heightOf(inOneLine(item), {9}, PdfPage::width - 16);
    page.ensure(height + 2);
    page.symbol(item.look, PdfPage::left, page.y + 2.4, 8);
    page.textAt(inOneLine(item), {9, false, ink::text, "LI"}, PdfPage::left + 14, page.y, PdfPage::width - 16);
    page.y += height + 2;
}

void groupHeading(PdfPage& page, const FindingGroup& group, double keep)
{
    const Style style{11.5, true, colourOf(group.look), "H3"};
    page.y += 8;
    page.ensure(22 + keep);
    page.mark(group.title, 2);
    page.symbol(group.look, PdfPage::left, page.y + 2.2, 11.5);
    const std::string text = group.title + " (" + std::to_string(group.items.size()) + ")";
    page.y += page.textAt(text, style, PdfPage::left + 17, page.y, PdfPage::width - 17) + 4;
}

} // namespace

void findings(PdfPage& page, const Outline& outline)
{
    heading(page, label(outline.language, "findings"), 1);
    if (outline.groups.empty())
        page.paragraph(label(outline.language, "no-findings"), {});
    for (const FindingGroup& group : outline.groups) {
        const bool brief = !outline.full && group.look == Look::Passed;
        const double first = brief ? 30 : page.measure([&] { body(page, group.items.front(), outline); });
        groupHeading(page, group, std::min(first + (group.lead.empty() ? 0 : 20), PdfPage::pageHeight / 2));
        page.paragraph(group.lead, {9, false, ink::soft});
        for (const FindingItem& item : group.items)
            brief ? briefLine(page, item) : card(page, item, outline);
    }
}

} // namespace vidimus::report::detail
