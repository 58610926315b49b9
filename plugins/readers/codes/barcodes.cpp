#include "barcodes.hpp"

#define ZX_USE_UTF8 1 // texts as UTF-8 strings, as later releases have them
#include <ZXing/ReadBarcode.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vidimus::codes {
namespace {

using ZXing::BarcodeFormat;

/// Codes narrower than this are not printed on papers; wider regions are text or pictures.
constexpr double smallestMm = 4, largestMm = 90;
constexpr std::size_t mostCandidates = 16;

// Interleaved 2 of 5, Codabar and UPC are left out: ruled lines and guilloche pass for them too easily.
const auto linearFormats = BarcodeFormat::Code128 | BarcodeFormat::Code39 | BarcodeFormat::EAN13;
const auto matrixFormats = BarcodeFormat::QRCode | BarcodeFormat::MicroQRCode | BarcodeFormat::DataMatrix
    | BarcodeFormat::PDF417 | BarcodeFormat::Aztec;

void decode(const Piece& piece, const ZXing::DecodeHints& hints, std::vector<Barcode>& found)
{
    const ZXing::ImageView view(piece.grey.data, piece.grey.cols, piece.grey.rows, ZXing::ImageFormat::Lum,
        static_cast<int>(piece.grey.step[0]));
    for (const auto& result : ZXing::ReadBarcodes(view, hints)) {
        if (!result.isValid() || result.text().empty())
            continue;
        Barcode code{ZXing::ToString(result.format()), result.text(), {}};
        const auto& position = result.position();
        const ZXing::PointI corners[]
            = {position.topLeft(), position.topRight(), position.bottomRight(), position.bottomLeft()};
        for (std::size_t i = 0; i < 4; ++i)
            code.corners[i]
                = {piece.origin.x + corners[i].x / piece.scale, piece.origin.y + corners[i].y / piece.scale};
        found.push_back(std::move(code));
    }
}

/// All matrix codes of a piece and one linear code. ZXing 1.4 aborts when it meets the same linear code twice in one
/// search (Result::operator==), so each search may find but one; regions are searched one by one.
std::vector<Barcode> decode(const Piece& piece)
{
    ZXing::DecodeHints hints;
    hints.setTryHarder(true).setTryRotate(true).setMinLineCount(3);
    std::vector<Barcode> found;
    try {
        decode(piece, hints.setFormats(matrixFormats), found);
        decode(piece, hints.setFormats(linearFormats).setMaxNumberOfSymbols(1), found);
    } catch (const std::exception&) {
        // A symbol that breaks its own format is no symbol.
    }
    return found;
}

cv::Point2d centreOf(const Barcode& code)
{
    cv::Point2d sum;
    for (const auto& corner : code.corners)
        sum += corner;
    return sum * 0.25;
}

/// Regions dense with edges in both directions, as 2D codes are, or in one, as bars are.
std::vector<cv::Rect> candidates(const cv::Mat& grey, double dpi)
{
    // 100 dpi keeps modules of 0.25 mm as texture, and is quick.
    const double scale = std::min(1.0, 100 / dpi), perMm = dpi * scale / 25.4;
    cv::Mat small, x, y, dense;
    cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
    cv::Sobel(small, x, CV_16S, 1, 0);
    cv::Sobel(small, y, CV_16S, 0, 1);
    cv::convertScaleAbs(x, x);
    cv::convertScaleAbs(y, y);
    cv::Mat edges = cv::max(x, y);
    const auto odd = [&](double mm) { return std::max(3, static_cast<int>(mm * perMm) | 1); };
    cv::blur(edges, dense, {odd(2), odd(2)});
    cv::threshold(dense, dense, 90, 255, cv::THRESH_BINARY);
    cv::morphologyEx(dense, dense, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {odd(1.5), odd(1.5)}));

    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(dense, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::vector<cv::Rect> boxes;
    for (const auto& outline : outlines) {
        const cv::Rect box = cv::boundingRect(outline);
        const double width = box.width / perMm, height = box.height / perMm;
        if (std::min(width, height) < smallestMm || std::max(width, height) > largestMm)
            continue;
        const int margin = static_cast<int>(3 * perMm);
        const cv::Rect wide(static_cast<int>((box.x - margin) / scale), static_cast<int>((box.y - margin) / scale),
            static_cast<int>((box.width + 2 * margin) / scale), static_cast<int>((box.height + 2 * margin) / scale));
        boxes.push_back(wide & cv::Rect(0, 0, grey.cols, grey.rows));
    }
    // Text makes long flat boxes; codes are compact: the fullest first.
    std::sort(boxes.begin(), boxes.end(), [](const cv::Rect& a, const cv::Rect& b) {
        return std::tuple(-std::min(a.width, a.height), a.y, a.x) < std::tuple(-std::min(b.width, b.height), b.y, b.x);
    });
    if (boxes.size() > mostCandidates)
        boxes.resize(mostCandidates);
    return boxes;
}

Piece pieceOf(const cv::Mat& grey, const cv::Rect& box, double dpi)
{
    Piece piece{{}, {static_cast<double>(box.x), static_cast<double>(box.y)}, std::clamp(600 / dpi, 1.0, 3.0)};
    cv::resize(grey(box), piece.grey, {}, piece.scale, piece.scale, cv::INTER_CUBIC);
    return piece;
}

bool holdsCentre(const cv::Rect& box, const std::vector<Barcode>& codes)
{
    return std::any_of(
        codes.begin(), codes.end(), [&](const Barcode& code) { return box.contains(cv::Point(centreOf(code))); });
}

void addNew(std::vector<Barcode>& codes, std::vector<Barcode> more, double dpi)
{
    for (Barcode& code : more) {
        const bool known = std::any_of(codes.begin(), codes.end(), [&](const Barcode& other) {
            return other.text == code.text && cv::norm(centreOf(other) - centreOf(code)) < 5 * dpi / 25.4;
        });
        if (!known)
            codes.push_back(std::move(code));
    }
}

} // namespace

std::vector<Barcode> findBarcodes(const cv::Mat& grey, double dpi)
{
    std::vector<Barcode> codes;
    addNew(codes, decode({grey, {}, 1}), dpi);
    for (const cv::Rect& box : candidates(grey, dpi)) {
        sdk::Host::instance().throwIfCancelled();
        if (!holdsCentre(box, codes))
            addNew(codes, decode(pieceOf(grey, box, dpi)), dpi);
    }
    std::sort(codes.begin(), codes.end(), [](const Barcode& a, const Barcode& b) {
        return std::tuple(centreOf(a).y, centreOf(a).x, a.text) < std::tuple(centreOf(b).y, centreOf(b).x, b.text);
    });
    return codes;
}

} // namespace vidimus::codes
