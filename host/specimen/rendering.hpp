#pragma once
#include "core/date.hpp"
#include "core/result.hpp"
#include "specimen/canvas.hpp"

#include <functional>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

namespace vidimus::specimen {

using Painter = std::function<void(Canvas&)>;

struct PageSize {
    Millimetres width, height;
};

/// What would be printed, with the marks behind the fields; nothing is kept of the drawing.
std::vector<PlacedField> printedBy(const Painter& paint, const std::vector<std::string>& langs);

/// A page as a picture, and where its fields stand on it.
struct Picture {
    cv::Mat pixels; ///< 8-bit, blue green red
    Dpi dpi;
    std::vector<PlacedField> fields;
};
Result<Picture> renderPicture(const Painter& paint, PageSize size, Dpi dpi, const std::vector<std::string>& langs);

struct PdfMetadata {
    std::string title, author, creator;
    UtcTime created;
};

/// A page as a PDF file with text that can be selected.
struct PdfFile {
    std::string bytes;
    std::vector<PlacedField> fields;
};
Result<PdfFile> renderPdf(
    const Painter& paint, PageSize size, const std::vector<std::string>& langs, const PdfMetadata& metadata);

/// A PDF file that holds nothing but a picture, as a scanner's software writes it.
Result<std::string> pictureAsPdf(const cv::Mat& pixels, Dpi dpi, const PdfMetadata& metadata);

/// The picture as a PNG file that states its resolution.
Result<std::string> encodePng(const cv::Mat& pixels, Dpi dpi);
/// The picture as a JPEG file that states its resolution. \param quality 1 to 100.
Result<std::string> encodeJpeg(const cv::Mat& pixels, Dpi dpi, int quality);

} // namespace vidimus::specimen
