#include "specimen/ornaments.hpp"

#include "specimen/document_types.hpp"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <cairo.h>

#include <cmath>
#include <numbers>

namespace vidimus::specimen {
namespace {

void ellipse(cairo_t* context, double x, double y, double rx, double ry, Colour colour)
{
    cairo_save(context);
    cairo_translate(context, points(x), points(y));
    cairo_scale(context, points(rx), points(ry));
    cairo_arc(context, 0, 0, 1, 0, 2 * std::numbers::pi);
    cairo_restore(context);
    cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.alpha);
    cairo_fill(context);
}

} // namespace

void drawPhoto(Canvas& canvas, Region region, Colour backdrop, bool longHair, Random random)
{
    cairo_t* context = canvas.context();
    cairo_save(context);
    cairo_rectangle(context, points(region.x), points(region.y), points(region.width), points(region.height));
    cairo_clip(context);
    canvas.fill(region, backdrop);
    const double w = region.width.value, h = region.height.value, cx = region.centreX().value, top = region.y.value;
    const double tone = random.real(0.78, 0.92), hairTone = random.real(0.05, 0.18), face = random.real(0.17, 0.20);
    const Colour skin{tone, tone * 0.82, tone * 0.70}, hair{hairTone, hairTone * 0.9, hairTone * 0.85},
        shadow{tone * 0.85, tone * 0.68, tone * 0.57};
    const Colour coat = random.chance(0.5) ? Colour{0.92, 0.93, 0.95} : Colour{0.17, 0.20, 0.30};
    ellipse(context, cx, top + h * 1.08, w * 0.46, h * 0.32, coat);
    if (longHair)
        ellipse(context, cx, top + h * 0.50, w * 0.30, h * 0.30, hair);
    canvas.fill({{cx - w * 0.08}, {top + h * 0.58}, {w * 0.16}, {h * 0.2}}, shadow);
    ellipse(context, cx, top + h * 0.36, w * (face + 0.06), h * 0.21, hair);
    ellipse(context, cx, top + h * 0.45, w * (face + 0.02), h * 0.20, skin);
    ellipse(context, cx, top + h * 0.285, w * (face + 0.03), h * 0.10, hair);
    const double eye = w * random.real(0.075, 0.095);
    for (const double side : {-1.0, 1.0}) {
        ellipse(context, cx + side * eye, top + h * 0.43, w * 0.026, h * 0.012, {0.12, 0.09, 0.08});
        ellipse(context, cx + side * eye, top + h * 0.40, w * 0.042, h * 0.006, hair);
    }
    ellipse(context, cx, top + h * 0.49, w * 0.020, h * 0.018, shadow);
    ellipse(context, cx, top + h * random.real(0.545, 0.56), w * 0.055, h * 0.010, {0.70, 0.38, 0.36});
    cairo_restore(context);
}

void drawSignature(Canvas& canvas, Region region, Random random)
{
    cairo_t* context = canvas.context();
    cairo_set_source_rgba(context, 0.07, 0.09, 0.32, 0.92);
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
    const double w = points(region.width), h = points(region.height);
    double x = points(region.x), y = points(region.y) + h * random.real(0.4, 0.7);
    const int strokes = random.between(5, 8);
    for (int i = 0; i < strokes; ++i) {
        const double nextX = points(region.x) + w * (i + 1) / strokes,
                     nextY = points(region.y) + h * random.real(0.3, 0.8);
        cairo_set_line_width(context, points(random.real(0.25, 0.5)));
        cairo_move_to(context, x, y);
        cairo_curve_to(context, x + w * random.real(0.02, 0.2), points(region.y) + h * random.real(-0.1, 0.3),
            nextX - w * random.real(0.05, 0.25), points(region.y) + h * random.real(0.7, 1.1), nextX, nextY);
        cairo_stroke(context);
        x = nextX - w * random.real(0, 0.05);
        y = nextY;
    }
}

void drawQrCode(Canvas& canvas, Point where, double sizeMm, const std::string& text)
{
    canvas.mark(codeText, text);
    // Bytes above 0x7F are given one to a wide character: the writer's own conversion follows the process locale.
    auto writer
        = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode).setEncoding(ZXing::CharacterSet::UTF8).setMargin(0);
    const ZXing::BitMatrix modules = writer.encode(text, 0, 0);
    cairo_t* context = canvas.context();
    cairo_set_source_rgb(context, 0, 0, 0);
    const double step = points(sizeMm) / modules.width();
    for (int y = 0; y < modules.height(); ++y)
        for (int x = 0; x < modules.width(); ++x)
            if (modules.get(x, y))
                cairo_rectangle(context, points(where.x) + x * step, points(where.y) + y * step, step, step);
    cairo_fill(context);
}

void drawDevice(Canvas& canvas, Point centre, double radiusMm, Colour colour, int petals)
{
    cairo_t* context = canvas.context();
    cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.alpha);
    const double r = points(radiusMm);
    cairo_save(context);
    cairo_translate(context, points(centre.x), points(centre.y));
    cairo_set_line_width(context, r * 0.07);
    cairo_arc(context, 0, 0, r * 0.96, 0, 2 * std::numbers::pi);
    cairo_stroke(context);
    for (int i = 0; i < petals; ++i) {
        cairo_rotate(context, 2 * std::numbers::pi / petals);
        cairo_move_to(context, 0, -r * 0.12);
        cairo_curve_to(context, r * 0.35, -r * 0.35, r * 0.30, -r * 0.75, 0, -r * 0.82);
        cairo_curve_to(context, -r * 0.12, -r * 0.6, -r * 0.10, -r * 0.35, 0, -r * 0.12);
        cairo_fill(context);
    }
    cairo_restore(context);
}

} // namespace vidimus::specimen
