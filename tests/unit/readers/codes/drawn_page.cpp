#include "drawn_page.hpp"

#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <opencv2/imgproc.hpp>
#include <pango/pangocairo.h>

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

cv::Mat scanned(const cv::Mat& page)
{
    cv::Mat soft, noise(page.size(), CV_16SC1), result;
    cv::GaussianBlur(page, soft, {0, 0}, 0.8);
    cv::RNG random(7);
    random.fill(noise, cv::RNG::NORMAL, 0, 8);
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
