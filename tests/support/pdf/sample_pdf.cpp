#include "support/pdf/sample_pdf.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cstdio>

namespace vidimus::test {

std::string cairoPdf(double widthPt, double heightPt, const std::function<void(cairo_t*)>& draw)
{
    std::string bytes;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(
        [](void* out, const unsigned char* data, unsigned length) {
            static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
            return CAIRO_STATUS_SUCCESS;
        },
        &bytes, widthPt, heightPt);
    cairo_t* cr = cairo_create(surface);
    draw(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return bytes;
}

void drawText(cairo_t* cr, double xMm, double yMm, double sizePt, const std::string& font, const std::string& text)
{
    PangoLayout* layout = pango_cairo_create_layout(cr);
    PangoFontDescription* description = pango_font_description_from_string(font.c_str());
    pango_font_description_set_absolute_size(description, sizePt * PANGO_SCALE);
    pango_layout_set_font_description(layout, description);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    cairo_move_to(cr, xMm * 72 / 25.4, yMm * 72 / 25.4);
    pango_cairo_show_layout(cr, layout);
    pango_font_description_free(description);
    g_object_unref(layout);
}

void RawPdf::setStream(int number, const std::string& entries, const std::string& data)
{
    set(number, "<< " + entries + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data + "\nendstream");
}

void RawPdf::write(const std::string& trailerEntries)
{
    const bool first = m_bytes.empty();
    if (first)
        m_bytes = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    std::string table = "xref\n";
    if (first)
        table += "0 1\n0000000000 65535 f \n";
    for (const auto& [number, body] : m_pending) {
        char entry[64];
        std::snprintf(entry, sizeof entry, "%d 1\n%010zu 00000 n \n", number, m_bytes.size());
        table += entry;
        m_bytes += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
        m_size = std::max(m_size, number + 1);
    }
    m_pending.clear();
    const std::size_t at = m_bytes.size();
    m_bytes += table + "trailer\n<< " + trailerEntries + " /Size " + std::to_string(m_size);
    if (!first)
        m_bytes += " /Prev " + std::to_string(m_lastXref);
    m_bytes += " >>\nstartxref\n" + std::to_string(at) + "\n%%EOF\n";
    m_lastXref = at;
}

RawPdf onePage(const std::string& content, const std::string& resources, const std::string& pageEntries,
    const std::string& catalogEntries)
{
    RawPdf pdf;
    pdf.set(1, "<< /Type /Catalog /Pages 2 0 R " + catalogEntries + " >>");
    pdf.set(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.set(3,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R /Resources << " + resources
            + " >> " + pageEntries + " >>");
    pdf.setStream(4, "", content);
    return pdf;
}

} // namespace vidimus::test
