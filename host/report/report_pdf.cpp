#include "detail/pdf_catalog.hpp"
#include "detail/pdf_parts.hpp"
#include "detail/write.hpp"
#include "messages/ui_messages.hpp"

#include <cairo-pdf.h>

#include <algorithm>

namespace vidimus::report {
namespace {

using namespace detail;

void facts(PdfPage& page, const Outline& outline)
{
    constexpr double labelWidth = 92;
    const Tag element(page, "Table");
    // Two columns, read down: the left one first.
    const std::size_t half = (outline.facts.size() + 1) / 2;
    const double columnWidth = PdfPage::width / 2, top = page.y;
    double lowest = top;
    for (std::size_t column = 0; column < 2; ++column) {
        double y = top;
        const double x = PdfPage::left + static_cast<double>(column) * columnWidth;
        for (std::size_t i = column * half; i < std::min(outline.facts.size(), (column + 1) * half); ++i) {
            const Tag row(page, "TR");
            const double a
                = page.textAt(outline.facts[i].label, {8.5, false, ink::soft, "TH"}, x, y + 0.8, labelWidth - 8);
            const double b = page.textAt(
                outline.facts[i].text, {9.5, true, ink::text, "TD"}, x + labelWidth, y, columnWidth - labelWidth - 10);
            y += std::max(a, b) + 2;
        }
        lowest = std::max(lowest, y);
    }
    page.y = lowest + 6;
}

void proposalBox(PdfPage& page, const Outline& outline)
{
    const Look look = outline.proposal == Proposal::AdverseFindings ? Look::Adverse
        : outline.proposal == Proposal::Inconclusive                ? Look::Unchecked
                                                                    : Look::Passed;
    constexpr double height = 62, inset = 14;
    page.ensure(height);
    page.box(PdfPage::left, page.y, PdfPage::width, height, ink::tint);
    page.box(PdfPage::left, page.y, 4, height, colourOf(look));
    double y = page.y + 8;
    y += page.textAt(outline.proposalLabel, {8.5, false, ink::soft}, PdfPage::left + inset, y, 200);
    page.textAt(
        outline.proposalText, {14, true, colourOf(look)}, PdfPage::left + inset, y - 1, PdfPage::width - 2 * inset);
    double x = PdfPage::left + inset;
    for (const auto& count : outline.counts) {
        const Style style{8.5, count.number > 0, count.number > 0 ? colourOf(count.look) : ink::soft};
        const std::string text = std::to_string(count.number) + "  " + count.label;
        page.symbol(count.look, x, page.y + height - 17.5, 9);
        page.textAt(text, style, x + 13, page.y + height - 20, 200);
        x += 13 + page.widthOf(text, style) + 16;
    }
    page.y += height + 4;
}

void conclusion(PdfPage& page, const Outline& outline)
{
    heading(page, outline.conclusionTitle, 1);
    page.paragraph(outline.conclusion, {10.5, outline.concluded, outline.concluded ? ink::text : ink::soft}, 3);
    page.paragraph(outline.conclusionBy, {9.5}, 2);
    page.paragraph(outline.returned, {9.5}, 2);
    page.paragraph(outline.fourEyes, {9.5, false, ink::soft}, 2);
}

std::vector<Cell> fieldRow(const FieldRow& row, const Outline& outline)
{
    const Colour confidence = row.uncertain ? colourOf(Look::Unchecked) : ink::text;
    Cell name{row.name, outline.full ? row.id : "", {9, false, ink::soft}};
    Cell value{row.value.empty() ? row.text : row.value, row.correction, {10, true, ink::text, "P", false, row.lang}};
    if (outline.full && row.text != row.value)
        value.under
            = label(outline.language, "text") + ": " + row.text + (row.correction.empty() ? "" : "\n" + row.correction);
    Cell picture{"", "", {}};
    picture.crop = row.crop;
    Cell sure{(row.uncertain ? "? " : "") + row.confidence, "", {9, row.uncertain, confidence}};
    if (outline.full)
        sure.under = row.origin;
    return {name, value, picture, sure};
}

void documents(PdfPage& page, const Outline& outline)
{
    const auto name = [&](const char* key) { return label(outline.language, key); };
    heading(page, name("documents"), 1, 130);
    for (const DocumentItem& document : outline.documents) {
        heading(page, document.heading + ": " + document.title, 2);
        page.paragraph(
            document.places + (document.profile.empty() ? "" : ", " + document.profile), {8.5, false, ink::soft}, 5);
        if (document.fields.empty()) {
            page.paragraph(name("no-fields"), {9, false, ink::soft});
            continue;
        }
        std::vector<std::vector<Cell>> rows;
        for (const FieldRow& row : document.fields)
            rows.push_back(fieldRow(row, outline));
        table(page,
            {{name("field"), 0.27}, {name("value"), 0.36}, {name("cited"), 0.22}, {name("confidence"), 0.15, true}},
            rows);
    }
}

void claims(PdfPage& page, const Outline& outline)
{
    if (outline.claims.empty())
        return;
    heading(page, label(outline.language, "claims"), 1);
    std::vector<std::vector<Cell>> rows;
    for (const LabelledText& claim : outline.claims)
        rows.push_back({{claim.label, "", {9, false, ink::soft}}, {claim.text, "", {9.5, true}}});
    table(page, {{label(outline.language, "field"), 0.4}, {label(outline.language, "claim"), 0.6}}, rows);
}

void making(PdfPage& page, const Outline& outline)
{
    const auto name = [&](const char* key) { return label(outline.language, key); };
    heading(page, name("how-made"), 1);
    std::vector<std::vector<Cell>> files, plugins;
    for (const FileItem& file : outline.files) {
        std::string signatures;
        for (const std::string& signature : file.signatures)
            signatures += (signatures.empty() ? "" : "\n") + name("signature") + ": " + signature;
        files.push_back(
            {{file.source, signatures, {9, true}}, {file.type + ", " + file.pages, "", {8.5}}, {file.sha256, "", {7}}});
    }
    table(page, {{name("files"), 0.36}, {name("type") + ", " + name("pages"), 0.24}, {name("digest"), 0.4}}, files);
    for (const PluginUse& plugin : outline.plugins)
        plugins.push_back({{plugin.id, "", {9, true}}, {plugin.version, "", {8.5}}, {plugin.sha256, "", {7}}});
    table(page, {{name("plugin"), 0.36}, {name("plugin-version"), 0.24}, {name("digest"), 0.4}}, plugins);
    page.paragraph(name("version") + ": " + outline.version, {9}, 2);
    page.paragraph(name("confinement") + ": " + outline.confinement, {9}, 2);
    page.paragraph(name("tool-confinement") + ": " + outline.toolConfinement, {9}, outline.textEngines.empty() ? 8 : 2);
    if (!outline.textEngines.empty())
        page.paragraph(name("text-engines") + ": " + outline.textEngines, {9}, 8);
    page.paragraph(outline.disclaimer, {9, false, ink::soft});
}

/// \return the number of pages
int draw(cairo_t* cairo, const Outline& outline, int pages)
{
    const auto numbering = [&](int page) {
        return messages::UiMessages::instance().format(
            outline.language, "report.page-of", {{"page", std::to_string(page)}, {"pages", std::to_string(pages)}});
    };
    PdfPage page(cairo,
        {outline.language, outline.header + (outline.caseName.empty() ? "" : " – " + outline.caseName), outline.date,
            "Vidimus " + outline.version + " – " + outline.kind, numbering});
    page.paragraph(outline.kind, {9, false, ink::soft}, 0);
    heading(page, outline.title, 0);
    page.y += 6;
    facts(page, outline);
    proposalBox(page, outline);
    conclusion(page, outline);
    findings(page, outline);
    documents(page, outline);
    claims(page, outline);
    making(page, outline);
    page.finish();
    return page.page();
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// \param pages  as counted before, for "Page 1 of 7"
std::pair<Result<std::string>, int> rendered(const Outline& outline, int pages)
{
    std::string bytes;
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, PdfPage::pageWidth, PdfPage::pageHeight),
        cairo_surface_destroy);
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
        cairo_pdf_surface_set_metadata(surface.get(), what, text.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, outline.documentTitle);
    set(CAIRO_PDF_METADATA_AUTHOR, "Vidimus");
    set(CAIRO_PDF_METADATA_CREATOR, "Vidimus " + outline.version);
    // As the report is told, never the clock's: the same case and moment give the same bytes.
    set(CAIRO_PDF_METADATA_CREATE_DATE, outline.madeAt);
    set(CAIRO_PDF_METADATA_MOD_DATE, outline.madeAt);
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface.get()), cairo_destroy);
    const int drawn = draw(cairo.get(), outline, pages);
    cairo_show_page(cairo.get());
    cairo.reset();
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return {Error{ErrorKind::System, std::string("The report cannot be drawn: ") + cairo_status_to_string(status),
                    "report"},
            drawn};
    completeCatalog(bytes, outline.language);
    return {std::move(bytes), drawn};
}

} // namespace

Result<void> toPdf(const Case& checked, const Words& words, const Options& options, const std::filesystem::path& out)
{
    const Outline outline = outlineOf(checked, words, options);
    const int pages = rendered(outline, 0).second;
    const auto bytes = rendered(outline, pages).first;
    if (!bytes)
        return bytes.error();
    return writeWhole(out, *bytes);
}

} // namespace vidimus::report
