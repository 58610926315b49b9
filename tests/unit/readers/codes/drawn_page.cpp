#include "drawn_page.hpp"

#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <opencv2/imgproc.hpp>
#include <pango/pangocairo.h>

#include <cmath>

namespace vidimus::codes {
namespace {

int px(double mm, double dpi)
{
    return static_cast<int>(mm / 25.4 * dpi + 0.5);
}

} // namespace

cv::Mat blankPage(double widthMm, double heightMm, double dpi)
{
    return cv::Mat(px(heightMm, dpi), px(widthMm, dpi), CV_8UC1, cv::Scalar(255));
}

void drawCode(cv::Mat& page, const std::string& format, const std::string& text, double xMm, double yMm, double widthMm,
    double heightMm, double dpi)
{
    const auto matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormatFromString(format))
                            .setEncoding(ZXing::CharacterSet::UTF8)
                            .setMargin(4)
                            .encode(text, px(widthMm, dpi), px(heightMm, dpi));
    for (int y = 0; y < matrix.height(); ++y)
        for (int x = 0; x < matrix.width(); ++x)
            if (const cv::Point at(px(xMm, dpi) + x, px(yMm, dpi) + y); at.x < page.cols && at.y < page.rows)
                page.at<std::uint8_t>(at) = matrix.get(x, y) ? 20 : 255;
}

void drawSymbol(cv::Mat& page, const std::string& format, const std::string& text, cv::Point2d centreMm,
    double moduleMm, double degrees, double dpi, int black, int white)
{
    const auto modules = ZXing::MultiFormatWriter(ZXing::BarcodeFormatFromString(format))
                             .setEncoding(ZXing::CharacterSet::UTF8)
                             .setMargin(0)
                             .encode(text, 0, 0);
    // Printed with a quiet zone of four modules; bars of a linear code 12 mm high.
    constexpr int quiet = 4;
    const bool linear = modules.height() == 1;
    cv::Mat symbol(modules.height() + 2 * quiet, modules.width() + 2 * quiet, CV_8UC1, cv::Scalar(white));
    for (int y = 0; y < modules.height(); ++y)
        for (int x = 0; x < modules.width(); ++x)
            if (modules.get(x, y))
                symbol.at<std::uint8_t>(y + quiet, x + quiet) = static_cast<std::uint8_t>(black);
    if (linear)
        cv::resize(symbol.row(quiet), symbol, {symbol.cols, static_cast<int>(12 / moduleMm)}, 0, 0, cv::INTER_NEAREST);
    constexpr int sharper = 4; // drawn larger, then averaged, as a scanner's cells do
    const double pixels = moduleMm / 25.4 * dpi * sharper, radians = degrees * CV_PI / 180;
    const double c = std::cos(radians) * pixels, s = std::sin(radians) * pixels;
    const cv::Point2d middle(symbol.cols / 2.0, symbol.rows / 2.0);
    const int side = static_cast<int>(std::hypot(symbol.cols, symbol.rows) * pixels) / sharper + 2;
    const double half = side * sharper / 2.0;
    const cv::Matx23d map(
        c, -s, half - c * middle.x + s * middle.y - 0.5, s, c, half - s * middle.x - c * middle.y - 0.5);
    // Nearest module: edges are as sharp as a laser printer's.
    cv::Mat large, patch, area, mask(symbol.size(), CV_8UC1, cv::Scalar(255));
    cv::warpAffine(symbol, large, map, {side * sharper, side * sharper}, cv::INTER_NEAREST, cv::BORDER_CONSTANT,
        cv::Scalar(white));
    cv::warpAffine(mask, area, map, large.size(), cv::INTER_NEAREST);
    cv::resize(large, patch, {side, side}, 0, 0, cv::INTER_AREA);
    cv::resize(area, mask, {side, side}, 0, 0, cv::INTER_AREA);
    const cv::Rect box(px(centreMm.x, dpi) - side / 2, px(centreMm.y, dpi) - side / 2, side, side);
    const cv::Rect within = box & cv::Rect({}, page.size()), inner = within - box.tl();
    patch(inner).copyTo(page(within), mask(inner) > 128);
}

void drawParagraphs(cv::Mat& page, double dpi, int ink)
{
    for (double y = 15; y < 285; y += 6.5)
        cv::putText(page, "This is to certify that the holder whose name appears below is entered in the register",
            {px(18, dpi), px(y, dpi)}, cv::FONT_HERSHEY_COMPLEX, dpi / 300 * 1.0, ink, dpi > 250 ? 2 : 1, cv::LINE_AA);
}

void drawZone(
    cv::Mat& page, const std::vector<std::string>& lines, const char* font, double xMm, double yMm, double dpi)
{
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, page.cols, page.rows);
    cairo_t* cairo = cairo_create(surface);
    PangoLayout* layout = pango_cairo_create_layout(cairo);
    PangoFontDescription* description = pango_font_description_from_string(font);
    // 1/10 inch is one advance: monospaced faces are 0.6 of their size wide, OCR-B 0.72.
    pango_font_description_set_absolute_size(description, dpi / 10 / 0.6 * PANGO_SCALE);
    pango_layout_set_font_description(layout, description);
    for (std::size_t line = 0; line < lines.size(); ++line)
        for (std::size_t i = 0; i < lines[line].size(); ++i) {
            pango_layout_set_text(layout, &lines[line][i], 1);
            cairo_move_to(cairo, px(xMm, dpi) + static_cast<double>(i) * dpi / 10,
                px(yMm + 4.23 * static_cast<double>(line), dpi));
            pango_cairo_show_layout(cairo, layout);
        }
    cairo_surface_flush(surface);
    const cv::Mat ink(page.rows, page.cols, CV_8UC1, cairo_image_surface_get_data(surface),
        static_cast<std::size_t>(cairo_image_surface_get_stride(surface)));
    page -= ink * 0.9;
    pango_font_description_free(description);
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

cv::Mat turned(const cv::Mat& page, double degrees)
{
    cv::Mat result;
    const auto turn = cv::getRotationMatrix2D({page.cols / 2.0f, page.rows / 2.0f}, -degrees, 1);
    cv::warpAffine(page, result, turn, page.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(255));
    return result;
}

cv::Mat scanned(const cv::Mat& page, double blur, double grain, std::uint64_t seed)
{
    cv::Mat soft = page, noise(page.size(), CV_16SC1), result;
    if (blur > 0)
        cv::GaussianBlur(page, soft, {0, 0}, blur);
    cv::RNG random(seed);
    random.fill(noise, cv::RNG::NORMAL, 0, grain);
    soft.convertTo(soft, CV_16SC1);
    cv::Mat(soft + noise).convertTo(result, CV_8UC1);
    return result;
}

ReadPage readCodes(const cv::Mat& page, double dpi, const sdk::PassRequest& request)
{
    ReadPage read;
    const vidimus_pass_sink_t raw{&read, [](void*, const vidimus_prepared_page_t*) {},
        [](void*, const vidimus_line_t*) {},
        [](void* context, const vidimus_code_t* code) {
            static_cast<ReadPage*>(context)->codes.push_back(
                {std::string(sdk::view(code->symbology)), std::string(sdk::view(code->text)), code->quad});
        },
        [](void* context, const vidimus_mrz_t* zone) {
            static_cast<ReadPage*>(context)->zones.push_back({std::string(sdk::view(zone->format)),
                std::string(sdk::view(zone->lines)), zone->quad, zone->confidence});
        },
        [](void*, const vidimus_mark_t*) {}, [](void*, const vidimus_fact_t*) {}};
    sdk::PassSink sink(&raw);
    const vidimus_image_t view{page.data, static_cast<std::uint32_t>(page.cols), static_cast<std::uint32_t>(page.rows),
        page.step[0], VIDIMUS_GREY8, dpi};
    CodesReader().run(view, 0, request, sink);
    return read;
}

ReadPage readCodes(const cv::Mat& page, double dpi)
{
    sdk::PassRequest request;
    request.what = "codes";
    return readCodes(page, dpi, request);
}

} // namespace vidimus::codes
