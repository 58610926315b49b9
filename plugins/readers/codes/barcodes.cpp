#include "barcodes.hpp"

#include "code_candidates.hpp"

#define ZX_USE_UTF8 1 // texts as UTF-8 strings, as later releases have them
#include <ZXing/ReadBarcode.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vidimus::codes {
namespace {

using ZXing::BarcodeFormat;

constexpr double marginMm = 2.5, slackMm = 0.8;
constexpr double mostMatrix = 12, mostBars = 36; // square centimetres times scale: what is larger has large modules
constexpr double coarseDpi = 100;
constexpr std::size_t smallPicture = 1'000'000; // pixels; is searched as a whole too

// Interleaved 2 of 5, Codabar and UPC are left out: ruled lines and guilloche pass for them too easily.
const auto linearFormats = BarcodeFormat::Code128 | BarcodeFormat::Code39 | BarcodeFormat::EAN13;
const auto matrixFormats
    = BarcodeFormat::QRCode | BarcodeFormat::MicroQRCode | BarcodeFormat::DataMatrix | BarcodeFormat::Aztec;

/// A part of the picture, turned so that a code in it lies straight.
struct Cut {
    cv::Mat grey;
    cv::Matx23d back; ///< its pixels -> pixels of the picture
};

cv::Point2d placeOf(const Cut& cut, const ZXing::PointI& p)
{
    const cv::Vec2d at = cut.back * cv::Vec3d(p.x, p.y, 1);
    return {at[0], at[1]};
}

void decode(const Cut& cut, const ZXing::DecodeHints& hints, std::vector<Barcode>& found)
{
    const ZXing::ImageView view(
        cut.grey.data, cut.grey.cols, cut.grey.rows, ZXing::ImageFormat::Lum, static_cast<int>(cut.grey.step[0]));
    for (const auto& result : ZXing::ReadBarcodes(view, hints)) {
        if (!result.isValid() || result.text().empty())
            continue;
        const auto& at = result.position();
        found.push_back({ZXing::ToString(result.format()), result.text(),
            {placeOf(cut, at.topLeft()), placeOf(cut, at.topRight()), placeOf(cut, at.bottomRight()),
                placeOf(cut, at.bottomLeft())}});
    }
}

/// All matrix codes of a cut or one linear code. ZXing 1.4 aborts when it meets the same linear code twice in one
/// search (Result::operator==), so each search may find but one.
std::vector<Barcode> decode(const Cut& cut, ZXing::BarcodeFormats formats, bool onlyOne)
{
    ZXing::DecodeHints hints;
    hints.setTryHarder(true).setTryRotate(true).setMinLineCount(3).setFormats(formats);
    if (onlyOne)
        hints.setMaxNumberOfSymbols(1);
    std::vector<Barcode> found;
    try {
        decode(cut, hints, found);
    } catch (const std::exception&) {
        // A symbol that breaks its own format is no symbol.
    }
    return found;
}

std::vector<Barcode> decode(const Cut& cut, bool bars)
{
    if (!bars)
        return decode(cut, matrixFormats, false);
    auto found = decode(cut, linearFormats, true);
    return found.empty() ? decode(cut, ZXing::BarcodeFormat::PDF417, false) : found;
}

cv::Point2d centreOf(const Barcode& code)
{
    cv::Point2d sum;
    for (const auto& corner : code.corners)
        sum += corner;
    return sum * 0.25;
}

/// The levels of the darkest and of the lightest twelfth.
std::pair<double, double> inkAndPaper(const cv::Mat& grey)
{
    std::array<int, 256> histogram{};
    for (int y = 0; y < grey.rows; ++y)
        for (int x = 0; x < grey.cols; ++x)
            ++histogram[grey.at<std::uint8_t>(y, x)];
    const int share = static_cast<int>(grey.total() / 12);
    int black = 0, white = 255;
    for (int seen = histogram[0]; black < 255 && seen < share;)
        seen += histogram[static_cast<std::size_t>(++black)];
    for (int seen = histogram[255]; white > 0 && seen < share;)
        seen += histogram[static_cast<std::size_t>(--white)];
    return {black, white};
}

/// Grain in black and in white goes, and what stands beside the code: ZXing takes both for modules.
void cleanUp(cv::Mat& grey, int rim)
{
    const cv::Rect inner(rim, rim, grey.cols - 2 * rim, grey.rows - 2 * rim);
    const auto [black, white] = inkAndPaper(grey(inner));
    const double from = black + 0.25 * (white - black), to = black + 0.75 * (white - black);
    grey.convertTo(grey, CV_8U, 255 / std::max(to - from, 1.0), -255 * from / std::max(to - from, 1.0));
    cv::Mat around(grey.size(), CV_8UC1, cv::Scalar(255));
    grey(inner).copyTo(around(inner));
    grey = around;
}

/// The candidate with a margin, upright, so many times as large.
Cut cutOf(const cv::Mat& grey, const Candidate& candidate, double dpi, double scale)
{
    const double margin = marginMm / 25.4 * dpi, radians = candidate.box.angle * CV_PI / 180;
    const cv::Size size(static_cast<int>((candidate.box.size.width + 2 * margin) * scale),
        static_cast<int>((candidate.box.size.height + 2 * margin) * scale));
    const double c = std::cos(radians) / scale, s = std::sin(radians) / scale;
    const cv::Point2d middle((size.width - 1) / 2.0, (size.height - 1) / 2.0);
    Cut cut{{},
        {c, -s, candidate.box.center.x - c * middle.x + s * middle.y, s, c,
            candidate.box.center.y - s * middle.x - c * middle.y}};
    cv::warpAffine(grey, cut.grey, cut.back, size, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    if (scale > 1.5) {
        cv::Mat wide;
        cv::GaussianBlur(cut.grey, cut.grey, {}, 0.5 * scale);
        cv::GaussianBlur(cut.grey, wide, {}, 1.2 * scale);
        cv::addWeighted(cut.grey, 3, wide, -2, 0, cut.grey); // modules of three pixels have run into each other
    }
    cleanUp(cut.grey, static_cast<int>((margin - slackMm / 25.4 * dpi) * scale));
    return cut;
}

/// A code that does not show itself at once may do so larger, or smaller: ZXing knows some codes by modules of 6 to 12
/// pixels only, others not by ones so large, and grain drowns when pixels are joined.
std::vector<Barcode> decode(const cv::Mat& grey, const Candidate& candidate, double dpi)
{
    const double native = std::max(1.0, 150 / dpi);
    const double squareCm = candidate.box.size.area() * std::pow(2.54 / dpi, 2);
    for (const double scale : {native, 2 * native, 3 * native}) {
        if (scale > native && squareCm * scale / native > (candidate.bars ? mostBars : mostMatrix))
            break;
        auto found = decode(cutOf(grey, candidate, dpi, scale), candidate.bars);
        if (!found.empty())
            return found;
    }
    Cut cut = cutOf(grey, candidate, dpi, native);
    cv::resize(cut.grey, cut.grey, {}, 0.5, 0.5, cv::INTER_AREA);
    cut.back = cut.back * cv::Matx33d(2, 0, 0.5, 0, 2, 0.5, 0, 0, 1);
    return decode(cut, candidate.bars);
}

/// Does the box hold a code, or a code the box?
bool known(const cv::RotatedRect& box, const std::vector<Barcode>& codes)
{
    cv::Point2f corners[4];
    box.points(corners);
    const std::vector<cv::Point2f> outline(corners, corners + 4);
    return std::any_of(codes.begin(), codes.end(),
        [&](const Barcode& code) { return cv::pointPolygonTest(outline, cv::Point2f(centreOf(code)), false) >= 0; });
}

/// QR codes of modules so large that white within them is as wide as between lines of text.
std::vector<Barcode> coarseCodes(const cv::Mat& grey, double dpi)
{
    const double scale = std::min(1.0, coarseDpi / dpi), back = 1 / scale, off = (back - 1) / 2;
    Cut cut{{}, {back, 0, off, 0, back, off}};
    cv::resize(grey, cut.grey, {}, scale, scale, cv::INTER_AREA);
    return decode(cut, ZXing::BarcodeFormat::QRCode, false);
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
    addNew(codes, coarseCodes(grey, dpi), dpi);
    for (const Candidate& candidate : findCandidates(grey, dpi)) {
        sdk::Host::instance().throwIfCancelled();
        if (!known(candidate.box, codes))
            addNew(codes, decode(grey, candidate, dpi), dpi);
    }
    if (codes.empty() && grey.total() < smallPicture) {
        const Cut whole{grey, {1, 0, 0, 0, 1, 0}};
        addNew(codes, decode(whole, matrixFormats, false), dpi);
        addNew(codes, decode(whole, true), dpi);
    }
    std::sort(codes.begin(), codes.end(), [](const Barcode& a, const Barcode& b) {
        return std::tuple(centreOf(a).y, centreOf(a).x, a.text) < std::tuple(centreOf(b).y, centreOf(b).x, b.text);
    });
    return codes;
}

} // namespace vidimus::codes
