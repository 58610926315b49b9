#include "specimen/rendering.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <memory>

namespace vidimus::specimen {
namespace {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Context = std::unique_ptr<cairo_t, DestroyContext>;

Error cannotDraw(cairo_status_t status)
{
    return {ErrorKind::System, std::string("The page could not be drawn: ") + cairo_status_to_string(status) + ".",
        "specimen"};
}

cairo_status_t appendTo(void* closure, const unsigned char* data, unsigned length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void fillWhite(cairo_t* context)
{
    cairo_set_source_rgb(context, 1, 1, 1);
    cairo_paint(context);
}

/// Cairo 1.16 leaves out the `D:` that a PDF date begins with (ISO 32000-1, 7.9.4). Lengths stay: offsets must not
/// move.
std::string withMarkedDates(std::string bytes)
{
    for (const std::string_view key : {"/CreationDate (", "/ModDate ("}) {
        const std::size_t begin = bytes.rfind(key) + key.size(), end = bytes.find(')', begin);
        if (bytes.compare(begin, 2, "D:") == 0)
            continue;
        std::string date = "D:" + bytes.substr(begin, 14) + "Z)";
        date.resize(end + 1 - begin, ' ');
        bytes.replace(begin, date.size(), date);
    }
    return bytes;
}

Surface pdfSurface(std::string& bytes, PageSize size, const PdfMetadata& metadata)
{
    Surface surface(cairo_pdf_surface_create_for_stream(appendTo, &bytes, points(size.width), points(size.height)));
    // With an offset in place of Z the date is longer, which leaves room for what withMarkedDates() puts in.
    std::string created = metadata.created.iso();
    created.replace(created.size() - 1, 1, "+00:00");
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, metadata.title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_AUTHOR, metadata.author.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, metadata.creator.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_MOD_DATE, created.c_str());
    return surface;
}

} // namespace

std::vector<PlacedField> printedBy(const Painter& paint, const std::vector<std::string>& langs)
{
    const Surface surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
    const Context context(cairo_create(surface.get()));
    Canvas canvas(context.get(), langs);
    paint(canvas);
    std::vector<PlacedField> printed = canvas.fields();
    printed.insert(printed.end(), canvas.marks().begin(), canvas.marks().end());
    return printed;
}

Result<Picture> renderPicture(const Painter& paint, PageSize size, Dpi dpi, const std::vector<std::string>& langs)
{
    const int width = static_cast<int>(std::lround(dpi.pixels(size.width))),
              height = static_cast<int>(std::lround(dpi.pixels(size.height)));
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    Picture picture{.pixels = {}, .dpi = dpi, .fields = {}};
    const Context context(cairo_create(surface.get()));
    fillWhite(context.get());
    cairo_scale(context.get(), dpi.value / 72, dpi.value / 72);
    Canvas canvas(context.get(), langs);
    paint(canvas);
    picture.fields = canvas.fields();
    cairo_surface_flush(surface.get());
    if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS)
        return cannotDraw(status);
    // RGB24 is blue, green, red, unused in memory on little-endian machines.
    const cv::Mat view(height, width, CV_8UC4, cairo_image_surface_get_data(surface.get()),
        static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())));
    cv::cvtColor(view, picture.pixels, cv::COLOR_BGRA2BGR);
    return picture;
}

Result<PdfFile> renderPdf(
    const Painter& paint, PageSize size, const std::vector<std::string>& langs, const PdfMetadata& metadata)
{
    PdfFile file;
    Surface surface = pdfSurface(file.bytes, size, metadata);
    Context context(cairo_create(surface.get()));
    Canvas canvas(context.get(), langs);
    paint(canvas);
    file.fields = canvas.fields();
    cairo_show_page(context.get());
    context.reset();
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return cannotDraw(status);
    file.bytes = withMarkedDates(std::move(file.bytes));
    return file;
}

Result<std::string> pictureAsPdf(const cv::Mat& pixels, Dpi dpi, const PdfMetadata& metadata)
{
    auto jpeg = encodeJpeg(pixels, dpi, 85);
    if (!jpeg)
        return jpeg.error();
    std::string bytes;
    const Surface surface = pdfSurface(bytes, {dpi.length(pixels.cols), dpi.length(pixels.rows)}, metadata);
    const Surface image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels.cols, pixels.rows));
    // Cairo embeds the JPEG as it is; the surface only says how large it is.
    cairo_surface_set_mime_data(image.get(), CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(jpeg->data()),
        jpeg->size(), nullptr, nullptr);
    Context context(cairo_create(surface.get()));
    cairo_scale(context.get(), 72 / dpi.value, 72 / dpi.value);
    cairo_set_source_surface(context.get(), image.get(), 0, 0);
    cairo_paint(context.get());
    cairo_show_page(context.get());
    context.reset();
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return cannotDraw(status);
    return withMarkedDates(std::move(bytes));
}

} // namespace vidimus::specimen
