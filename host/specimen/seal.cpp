#include "specimen/document_types.hpp"
#include "specimen/fonts.hpp"
#include "specimen/ornaments.hpp"

#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace vidimus::specimen {
namespace {

constexpr double radians(double degrees)
{
    return degrees / 180 * std::numbers::pi;
}

std::vector<std::string> characters(const std::string& text)
{
    std::vector<std::string> list;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80 && !list.empty())
            list.back() += c;
        else
            list.emplace_back(1, c);
    return list;
}

/// Adds one character as a filled shape, the middle of its box at the present origin.
void fillCharacter(cairo_t* context, const std::string& text, const Seal& seal, double sizePt, double stretch)
{
    PangoLayout* layout = pango_cairo_create_layout(context);
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, fontFamilies(seal.face, seal.lang).c_str());
    pango_font_description_set_absolute_size(font, sizePt * PANGO_SCALE);
    pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_context_set_language(
        pango_layout_get_context(layout), pango_language_from_string(fontLanguage(seal.lang).c_str()));
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    cairo_save(context);
    cairo_scale(context, 1 / stretch, 1);
    cairo_move_to(context, -0.5 * logical.width / PANGO_SCALE, -0.5 * logical.height / PANGO_SCALE);
    pango_cairo_layout_path(context, layout);
    cairo_restore(context);
    cairo_fill(context);
    g_object_unref(layout);
}

void drawStar(cairo_t* context, double radius)
{
    for (int i = 0; i < 10; ++i) {
        const double r = i % 2 == 0 ? radius : radius * 0.382;
        const double angle = radians(-90 + 36.0 * i);
        cairo_line_to(context, r * std::cos(angle), r * std::sin(angle));
    }
    cairo_close_path(context);
    cairo_fill(context);
}

void drawArc(cairo_t* context, const Seal& seal, double radius)
{
    const auto letters = characters(seal.arc);
    const bool latin = !seal.lang.starts_with("zh");
    const double size
        = std::min(radius * 0.30, radius * 3.9 / (static_cast<double>(letters.size()) * (latin ? 0.72 : 1.0)));
    const double step = std::min(32.0, 248.0 / std::max<double>(1, static_cast<double>(letters.size()) - 1));
    double angle = -step * (static_cast<double>(letters.size()) - 1) / 2;
    for (const std::string& letter : letters) {
        cairo_save(context);
        cairo_rotate(context, radians(angle));
        cairo_translate(context, 0, -radius * 0.77);
        fillCharacter(context, letter, seal, size, latin ? 1 : 1.25);
        cairo_restore(context);
        angle += step;
    }
}

} // namespace

void drawSeal(Canvas& canvas, const Seal& seal)
{
    canvas.mark(sealText, seal.arc);
    cairo_t* context = canvas.context();
    const double radius = points(seal.diameterMm / 2);
    cairo_save(context);
    cairo_translate(context, points(seal.centre.x), points(seal.centre.y));
    cairo_rotate(context, radians(seal.turn.value));
    cairo_set_source_rgba(context, seal.colour.red, seal.colour.green, seal.colour.blue, seal.colour.alpha);
    cairo_set_line_width(context, radius * 0.055);
    cairo_arc(context, 0, 0, radius * 0.97, 0, 2 * std::numbers::pi);
    cairo_stroke(context);
    drawArc(context, seal, radius);
    if (seal.star)
        drawStar(context, radius * 0.30);
    if (!seal.below.empty()) {
        cairo_translate(context, 0, radius * 0.55);
        const auto letters = characters(seal.below);
        const double size = std::min(radius * 0.24, radius * 1.25 / static_cast<double>(letters.size()));
        cairo_translate(context, -0.5 * size * (static_cast<double>(letters.size()) - 1), 0);
        for (const std::string& letter : letters) {
            fillCharacter(context, letter, seal, size, 1.05);
            cairo_translate(context, size, 0);
        }
    }
    cairo_restore(context);
}

} // namespace vidimus::specimen
