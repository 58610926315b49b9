#include "specimen/canvas.hpp"

#include "specimen/facts.hpp"
#include "specimen/fonts.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <numbers>

namespace vidimus::specimen {
namespace {

struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using LayoutPointer = std::unique_ptr<PangoLayout, Unref>;

double millimetres(double points)
{
    return points / 72 * millimetresPerInch;
}

Region regionOf(const PangoRectangle& ink, double x, double y)
{
    const auto length = [](int units) { return Millimetres{millimetres(static_cast<double>(units) / PANGO_SCALE)}; };
    return {Millimetres{x} + length(ink.x), Millimetres{y} + length(ink.y), length(ink.width), length(ink.height)};
}

void setSource(cairo_t* context, Colour colour)
{
    cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.alpha);
}

/// How far below its top the first baseline is to stand, as a part of the size: alike for all fonts, so that texts of
/// different scripts side by side share their baseline.
constexpr double baselineShare = 0.88;

/// Shows the layout, its first baseline at the common height. \return the y that the layout's own extents count from,
/// in mm.
double show(cairo_t* context, PangoLayout* layout, double xMm, double yMm, const Style& style)
{
    const double shift
        = baselineShare * style.points - static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE;
    cairo_move_to(context, points(xMm), points(yMm) + shift);
    setSource(context, style.colour);
    pango_cairo_show_layout(context, layout);
    cairo_new_path(context);
    return yMm + millimetres(shift);
}

PangoFontDescription* describe(const Style& style)
{
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, fontFamilies(style.face, style.lang).c_str());
    pango_font_description_set_absolute_size(font, style.points * PANGO_SCALE);
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return font;
}

void roundedPath(cairo_t* context, Region region, double radiusMm)
{
    const double x = points(region.x), y = points(region.y), w = points(region.width), h = points(region.height),
                 r = points(radiusMm);
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(context);
    cairo_arc(context, x + w - r, y + r, r, -quarter, 0);
    cairo_arc(context, x + w - r, y + h - r, r, 0, quarter);
    cairo_arc(context, x + r, y + h - r, r, quarter, 2 * quarter);
    cairo_arc(context, x + r, y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(context);
}

} // namespace

Canvas::Canvas(cairo_t* context, std::vector<std::string> langs)
    : m_context(context)
    , m_langs(std::move(langs))
{
}

bool Canvas::mayDraw(std::string_view lang) const
{
    return m_langs.empty() || lang.empty()
        || std::any_of(m_langs.begin(), m_langs.end(),
            [&](const std::string& wanted) { return lang.starts_with(wanted) || wanted.starts_with(lang); });
}

PangoLayout* Canvas::layoutOf(std::string_view text, const Style& style)
{
    PangoLayout* layout = pango_cairo_create_layout(m_context);
    PangoContext* context = pango_layout_get_context(layout);
    // Without hinting and rounding a line is as wide on a picture of any resolution as in a PDF.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(fontLanguage(style.lang).c_str()));
    pango_layout_context_changed(layout);
    PangoFontDescription* font = describe(style);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    pango_layout_set_line_spacing(layout, static_cast<float>(style.lineSpacing));
    if (style.widthMm > 0) {
        pango_layout_set_width(layout, static_cast<int>(points(style.widthMm) * PANGO_SCALE));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(layout,
            style.align == Align::Centre      ? PANGO_ALIGN_CENTER
                : style.align == Align::Right ? PANGO_ALIGN_RIGHT
                                              : PANGO_ALIGN_LEFT);
    }
    if (style.spacingPt != 0) {
        PangoAttrList* attributes = pango_attr_list_new();
        pango_attr_list_insert(
            attributes, pango_attr_letter_spacing_new(static_cast<int>(style.spacingPt * PANGO_SCALE)));
        pango_layout_set_attributes(layout, attributes);
        pango_attr_list_unref(attributes);
    }
    return layout;
}

Region Canvas::text(Point where, std::string_view text, const Style& style)
{
    if (text.empty() || !mayDraw(style.lang))
        return {};
    const LayoutPointer layout(layoutOf(text, style));
    PangoRectangle ink, logical;
    pango_layout_get_extents(layout.get(), &ink, &logical);
    const double width
        = style.widthMm > 0 ? style.widthMm : millimetres(static_cast<double>(logical.width) / PANGO_SCALE);
    const double shift = style.align == Align::Centre ? width / 2 : style.align == Align::Right ? width : 0;
    const double x = where.x.value - shift;
    const double y = show(m_context, layout.get(), x, where.y.value, style);
    return regionOf(ink, x, y);
}

Region Canvas::field(
    Point where, std::string_view id, std::string_view shown, std::string_view value, const Style& style)
{
    const Region ink = text(where, shown, style);
    if (!ink.empty())
        note({std::string(id), std::string(style.lang), std::string(shown), std::string(value), ink});
    return ink;
}

Millimetres Canvas::widthOf(std::string_view text, const Style& style)
{
    const LayoutPointer layout(layoutOf(text, style));
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return {millimetres(static_cast<double>(logical.width) / PANGO_SCALE)};
}

Region Canvas::sentence(
    Point where, std::string_view text, const std::vector<Inset>& fields, const Style& style, const Style& fieldStyle)
{
    if (!mayDraw(style.lang))
        return {};
    static constexpr std::string_view open = "«", close = "»";
    std::string plain;
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    for (std::size_t i = 0, next = 0; i < text.size();) {
        if (text.substr(i).starts_with(open)) {
            assert(next < fields.size());
            const std::size_t begin = plain.size();
            plain += fields[next++].text;
            spans.emplace_back(begin, plain.size());
            i = text.find(close, i) + close.size();
        } else {
            plain += text[i++];
        }
    }
    const LayoutPointer layout(layoutOf(plain, style));
    PangoAttrList* attributes = pango_attr_list_new();
    for (const auto& [begin, end] : spans) {
        PangoFontDescription* font = describe(fieldStyle);
        PangoAttribute* attribute = pango_attr_font_desc_new(font);
        pango_font_description_free(font);
        attribute->start_index = static_cast<guint>(begin);
        attribute->end_index = static_cast<guint>(end);
        pango_attr_list_insert(attributes, attribute);
    }
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    const double shift = style.align == Align::Centre ? style.widthMm / 2
        : style.align == Align::Right                 ? style.widthMm
                                                      : 0;
    const double x = where.x.value - shift;
    const double y = show(m_context, layout.get(), x, where.y.value, style);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        Region region;
        for (std::size_t index = spans[i].first; index < spans[i].second; ++index) {
            PangoRectangle position;
            pango_layout_index_to_pos(layout.get(), static_cast<int>(index), &position);
            region = united(region, regionOf(position, x, y));
        }
        if (!region.empty())
            note({fields[i].id, fields[i].lang, fields[i].text, fields[i].value, region});
    }
    PangoRectangle ink;
    pango_layout_get_extents(layout.get(), &ink, nullptr);
    return regionOf(ink, x, y);
}

void Canvas::note(PlacedField field)
{
    field.lang = hasLanguage(field.id) ? field.lang : "";
    field.region.x = field.region.x + m_origin.x;
    field.region.y = field.region.y + m_origin.y;
    m_fields.push_back(std::move(field));
}

void Canvas::line(Point from, Point to, double widthMm, Colour colour)
{
    setSource(m_context, colour);
    cairo_set_line_width(m_context, points(widthMm));
    cairo_move_to(m_context, points(from.x), points(from.y));
    cairo_line_to(m_context, points(to.x), points(to.y));
    cairo_stroke(m_context);
}

void Canvas::frame(Region region, double widthMm, Colour colour, double radiusMm)
{
    setSource(m_context, colour);
    cairo_set_line_width(m_context, points(widthMm));
    roundedPath(m_context, region, radiusMm);
    cairo_stroke(m_context);
}

void Canvas::fill(Region region, Colour colour, double radiusMm)
{
    setSource(m_context, colour);
    roundedPath(m_context, region, radiusMm);
    cairo_fill(m_context);
}

void Canvas::setOrigin(Point origin)
{
    cairo_translate(m_context, points(origin.x - m_origin.x), points(origin.y - m_origin.y));
    m_origin = origin;
}

} // namespace vidimus::specimen
