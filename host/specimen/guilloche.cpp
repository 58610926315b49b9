#include "specimen/ornaments.hpp"

#include <cairo.h>

#include <cmath>
#include <numbers>

namespace vidimus::specimen {
namespace {

void prepare(cairo_t* context, Colour colour, double widthMm)
{
    cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.alpha);
    cairo_set_line_width(context, points(widthMm));
}

} // namespace

void drawGuilloche(Canvas& canvas, Region region, Colour colour, Random random)
{
    cairo_t* context = canvas.context();
    cairo_save(context);
    cairo_rectangle(context, points(region.x), points(region.y), points(region.width), points(region.height));
    cairo_clip(context);
    prepare(context, colour, 0.12);
    const double period = random.real(18, 34), slow = random.real(60, 110), phase = random.real(0, 6);
    const double swing = random.real(2.5, 4.5), pitch = random.real(2.4, 3.4);
    for (double y = region.y.value - 6; y < region.bottom().value + 6; y += pitch) {
        for (double x = region.x.value; x <= region.right().value + 1; x += 1.0) {
            const double wave = swing * std::sin(2 * std::numbers::pi * x / period + phase)
                * std::cos(2 * std::numbers::pi * x / slow + y / 17);
            cairo_line_to(context, points(x), points(y + wave));
        }
        cairo_stroke(context);
    }
    cairo_restore(context);
}

void drawRosette(Canvas& canvas, Point centre, double radiusMm, Colour colour, Random random)
{
    cairo_t* context = canvas.context();
    prepare(context, colour, 0.12);
    const int lobes = random.between(7, 13);
    const double depth = random.real(0.18, 0.34);
    for (int ring = 0; ring < 9; ++ring) {
        const double shift = ring * 0.35;
        for (int i = 0; i <= 360; ++i) {
            const double angle = i * std::numbers::pi / 180;
            const double r = radiusMm * (1 - ring * 0.07) * (1 - depth + depth * std::cos(lobes * angle + shift));
            cairo_line_to(
                context, points(centre.x.value + r * std::cos(angle)), points(centre.y.value + r * std::sin(angle)));
        }
        cairo_close_path(context);
        cairo_stroke(context);
    }
}

void drawBorder(Canvas& canvas, Region region, double widthMm, Colour colour)
{
    canvas.frame(region, 0.5, colour);
    const Region inner{region.x + Millimetres{widthMm}, region.y + Millimetres{widthMm},
        region.width - Millimetres{2 * widthMm}, region.height - Millimetres{2 * widthMm}};
    canvas.frame(inner, 0.25, colour);
    cairo_t* context = canvas.context();
    prepare(context, colour, 0.18);
    const auto edge = [&](Point from, double lengthMm, bool upright) {
        for (int strand = 0; strand < 3; ++strand) {
            for (double d = 0; d <= lengthMm; d += 0.5) {
                const double across = widthMm / 2 + widthMm * 0.36 * std::sin(d * 1.1 + strand * 2.1);
                cairo_line_to(context, points(from.x.value + (upright ? across : d)),
                    points(from.y.value + (upright ? d : across)));
            }
            cairo_stroke(context);
        }
    };
    edge({region.x, region.y}, region.width.value, false);
    edge({region.x, inner.bottom()}, region.width.value, false);
    edge({region.x, region.y}, region.height.value, true);
    edge({inner.right(), region.y}, region.height.value, true);
}

} // namespace vidimus::specimen
