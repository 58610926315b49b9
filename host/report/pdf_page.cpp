#include "detail/pdf_page.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

namespace vidimus::report::detail {
namespace {

struct PngSource {
    const std::vector<unsigned char>& bytes;
    std::size_t at = 0;
};

cairo_status_t readPng(void* closure, unsigned char* data, unsigned length)
{
    auto& source = *static_cast<PngSource*>(closure);
    if (length > source.bytes.size() - source.at)
        return CAIRO_STATUS_READ_ERROR;
    std::copy_n(source.bytes.begin() + static_cast<std::ptrdiff_t>(source.at), length, data);
    source.at += length;
    return CAIRO_STATUS_SUCCESS;
}

/// Noto Sans CJK throughout: one design for Latin and Han, so that mixed lines stand even. The region of the glyphs
/// follows the language.
const char* familyOf(const std::string& language)
{
    if (language.starts_with("zh-Hans") || language == "zh-CN")
        return "Noto Sans CJK SC, Liberation Sans, sans-serif";
    return "Noto Sans CJK HK, Noto Sans CJK TC, Liberation Sans, sans-serif";
}

std::shared_ptr<cairo_font_options_t> paperOptions()
{
    std::shared_ptr<cairo_font_options_t> options(cairo_font_options_create(), cairo_font_options_destroy);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    return options;
}

void setColour(cairo_t* cairo, const Colour& colour)
{
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

} // namespace

Colour colourOf(Look look)
{
    static constexpr Colour colours[] = {{0.702, 0.149, 0.118}, {0.541, 0.353, 0}, {0.357, 0.247, 0.627},
        {0.255, 0.314, 0.373}, {0.133, 0.4, 0.227}, {0.353, 0.4, 0.451}};
    return colours[static_cast<std::size_t>(look)];
}

PdfPage::PdfPage(cairo_t* cairo, PageFrame frame)
    : m_cairo(cairo)
    , m_frame(std::move(frame))
{
}

PdfPage::~PdfPage() = default;

std::shared_ptr<PangoLayout> PdfPage::layoutOf(const std::string& text, const Style& style, double width)
{
    std::shared_ptr<PangoLayout> layout(pango_cairo_create_layout(m_cairo), g_object_unref);
    const std::string& language = style.lang.empty() ? m_frame.language : style.lang;
    PangoContext* context = pango_layout_get_context(layout.get());
    pango_context_set_language(context, pango_language_from_string(language.c_str()));
    // On paper there is no pixel grid to round to.
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_cairo_context_set_font_options(context, paperOptions().get());
    std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
        pango_font_description_from_string(familyOf(language)), pango_font_description_free);
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), style.right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    // The faces stand on generous lines of 1.45 em; 1.4 of the size is even across scripts.
    pango_layout_set_line_spacing(layout.get(), 0.96F);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    // A digest that is broken over two lines must not gain a hyphen.
    std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> attributes(
        pango_attr_list_new(), pango_attr_list_unref);
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout.get(), attributes.get());
    return layout;
}

double PdfPage::heightOf(const std::string& text, const Style& style, double width)
{
    int height = 0;
    pango_layout_get_size(layoutOf(text, style, width).get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

double PdfPage::widthOf(const std::string& text, const Style& style)
{
    int width = 0;
    pango_layout_get_size(layoutOf(text, style, pageWidth).get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

double PdfPage::textAt(const std::string& text, const Style& style, double x, double top, double width)
{
    const auto layout = layoutOf(text, style, width);
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    if (!m_dry && !text.empty()) {
        const Tag tag(*this, style.tag);
        setColour(m_cairo, style.colour);
        cairo_move_to(m_cairo, x, top);
        pango_cairo_show_layout(m_cairo, layout.get());
    }
    return static_cast<double>(height) / PANGO_SCALE;
}

void PdfPage::paragraph(const std::string& text, const Style& style, double after)
{
    if (text.empty())
        return;
    ensure(std::min(heightOf(text, style, width), 60.0));
    y += textAt(text, style, left, y, width) + after;
}

void PdfPage::ensure(double height)
{
    if (!m_dry && y + height > bottom && y > top)
        newPage();
}

void PdfPage::newPage()
{
    finish();
    cairo_show_page(m_cairo);
    ++m_page;
    y = top;
}

void PdfPage::finish()
{
    const Style small{7.5, false, ink::soft, nullptr};
    Style right = small;
    right.right = true;
    textAt(m_frame.left, small, left, 34, width * 0.62);
    textAt(m_frame.right, right, left + width * 0.62, 34, width * 0.38);
    rule(left, 50, width, ink::accent, 0.8);
    rule(left, pageHeight - 44, width, ink::line);
    textAt(m_frame.foot, small, left, pageHeight - 39, width * 0.8);
    textAt(m_frame.numbering(m_page), right, left + width * 0.7, pageHeight - 39, width * 0.3);
}

void PdfPage::rule(double x, double top, double length, const Colour& colour, double thickness)
{
    box(x, top, length, thickness, colour);
}

void PdfPage::box(double x, double top, double boxWidth, double height, const Colour& colour)
{
    if (m_dry)
        return;
    setColour(m_cairo, colour);
    cairo_rectangle(m_cairo, x, top, boxWidth, height);
    cairo_fill(m_cairo);
}

std::pair<double, double> PdfPage::picture(const Crop& crop, double x, double top, double maxWidth, double maxHeight)
{
    PngSource source{crop.png};
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> image(
        cairo_image_surface_create_from_png_stream(readPng, &source), cairo_surface_destroy);
    const double pixelsAcross = cairo_image_surface_get_width(image.get());
    const double pixelsDown = cairo_image_surface_get_height(image.get());
    if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS || pixelsAcross <= 0 || pixelsDown <= 0)
        return {0, 0};
    const double scale = std::min({maxWidth / pixelsAcross, maxHeight / pixelsDown, 1.6});
    const std::pair size(pixelsAcross * scale, pixelsDown * scale);
    if (m_dry)
        return size;
    const Tag tag(*this, "Figure");
    cairo_save(m_cairo);
    cairo_translate(m_cairo, x, top);
    cairo_scale(m_cairo, scale, scale);
    cairo_set_source_surface(m_cairo, image.get(), 0, 0);
    cairo_paint(m_cairo);
    cairo_restore(m_cairo);
    setColour(m_cairo, ink::line);
    cairo_set_line_width(m_cairo, 0.6);
    cairo_rectangle(m_cairo, x, top, size.first, size.second);
    cairo_stroke(m_cairo);
    return size;
}

double PdfPage::measure(const std::function<void()>& draw)
{
    const double before = y;
    const bool dry = m_dry;
    m_dry = true;
    draw();
    const double height = y - before;
    y = before;
    m_dry = dry;
    return height;
}

void PdfPage::mark(const std::string& title, int level)
{
    if (m_dry)
        return;
    const std::string name = "place-" + std::to_string(++m_marks);
    cairo_tag_begin(m_cairo, CAIRO_TAG_DEST, ("name='" + name + "'").c_str());
    cairo_tag_end(m_cairo, CAIRO_TAG_DEST);
    cairo_surface_t* surface = cairo_get_target(m_cairo);
    const int parent = level == 0 ? CAIRO_PDF_OUTLINE_ROOT : m_parents[level - 1];
    m_parents[level] = cairo_pdf_surface_add_outline(
        surface, parent, title.c_str(), ("dest='" + name + "'").c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

Tag::Tag(PdfPage& page, const char* name)
    : m_page(page)
    , m_name(page.dry() ? nullptr : name)
{
    if (m_name)
        cairo_tag_begin(m_page.cairo(), m_name, nullptr);
}

Tag::~Tag()
{
    if (m_name)
        cairo_tag_end(m_page.cairo(), m_name);
}

} // namespace vidimus::report::detail
