#include "codes_reader.hpp"

#include "barcodes.hpp"
#include "filler_shapes.hpp"
#include "mrz_band.hpp"
#include "mrz_reading.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace vidimus::codes {
namespace {

/// How a zone's lines are handed to the engine.
struct ZoneWay {
    /// Line heights in pixels, margins included, at which a zone is read until two readings agree. Measured on three
    /// faces: 24 reads 36 of 42 lines exactly, 30 reads 32, 60 reads 28.
    std::array<int, 3> heights{24, 30, 20};
    bool even = true; ///< as if evenly lit
    bool binarised = false;
};

/// A second reading must come about by other means, or it proves nothing.
ZoneWay wayFor(const std::string& variant)
{
    if (variant == "scaled")
        return {{27, 34, 22}, true, false};
    if (variant == "binarised")
        return {{26, 32, 22}, true, true};
    if (variant == "grey")
        return {{25, 29, 21}, false, false};
    return {};
}

constexpr double straightEnough = 0.25; // degrees: over a passport's zone a fifth of a line

/// The line as if it were evenly lit.
cv::Mat evenly(const cv::Mat& line)
{
    cv::Mat ground, even;
    const int side = line.rows | 1;
    cv::morphologyEx(line, ground, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {side, side}));
    cv::blur(ground, ground, {side, side});
    cv::divide(line, cv::max(ground, 1), even, 255);
    return even;
}

RawLine recogniseLine(const cv::Mat& grey, const cv::Rect& box, const ZoneWay& way, int height)
{
    cv::Mat line = way.even ? evenly(grey(box)) : grey(box);
    if (way.binarised)
        cv::threshold(line, line, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    const double scale = static_cast<double>(height) / box.height;
    cv::resize(line, line, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    cv::copyMakeBorder(line, line, 12, 12, 12, 12, cv::BORDER_CONSTANT, cv::Scalar(255));
    const vidimus_image_t view{line.data, static_cast<std::uint32_t>(line.cols), static_cast<std::uint32_t>(line.rows),
        line.step[0], VIDIMUS_GREY8, 300};
    const auto seen = sdk::Host::instance().recognise({}, view, {"eng", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<", true});
    RawLine raw{"", 1};
    for (const auto& part : seen.lines) {
        raw.text += part.text;
        raw.confidence = std::min(raw.confidence, part.confidence);
    }
    return raw;
}

std::vector<RawLine> recogniseLines(
    const cv::Mat& grey, const std::vector<cv::Rect>& boxes, const ZoneWay& way, int height)
{
    std::vector<RawLine> lines;
    for (const cv::Rect& box : boxes)
        lines.push_back(recogniseLine(grey, box, way, height));
    return lines;
}

/// Zones have fillers and figures; lines of a letter have neither.
bool lookLikeZone(const std::vector<RawLine>& lines)
{
    return std::any_of(lines.begin(), lines.end(), [](const RawLine& line) {
        const auto figures
            = std::count_if(line.text.begin(), line.text.end(), [](char c) { return c >= '0' && c <= '9'; });
        return line.text.find('<') != std::string::npos || 3 * figures >= static_cast<std::ptrdiff_t>(line.text.size());
    });
}

std::optional<MrzReading> readingOf(
    const cv::Mat& grey, const std::vector<cv::Rect>& boxes, const std::vector<RawLine>& lines)
{
    auto reading = interpret(lines);
    if (!reading || reading->format == "CN-EXIT-ENTRY")
        return reading;
    const std::size_t names = reading->format == "TD1" ? 2 : 0; // Doc 9303 parts 4 to 6
    if (names < boxes.size())
        reading->lines[names] = withFillersByShape(grey(boxes[names]), reading->lines[names]);
    return reading;
}

/// Reads the zone until two readings agree: those are believed as read. Of readings that differ one counts whose check
/// digits all hold; else the first, with little confidence.
std::optional<MrzReading> readZone(const cv::Mat& grey, const std::vector<cv::Rect>& boxes, const ZoneWay& way)
{
    std::vector<MrzReading> readings;
    for (const int height : way.heights) {
        const auto lines = recogniseLines(grey, boxes, way, height);
        auto reading = readingOf(grey, boxes, lines);
        if (!reading && readings.empty() && !lookLikeZone(lines))
            return std::nullopt;
        if (!reading)
            continue;
        for (const MrzReading& earlier : readings)
            if (earlier.lines == reading->lines) {
                // Engines are never sure of runs of fillers: agreement says more than their own confidence.
                reading->confidence = reading->proven ? 0.98 : reading->doubtful ? 0.5 : 0.92;
                return reading;
            }
        readings.push_back(std::move(*reading));
    }
    if (readings.empty())
        return std::nullopt;
    const auto proven
        = std::find_if(readings.begin(), readings.end(), [](const MrzReading& reading) { return reading.proven; });
    MrzReading chosen = proven == readings.end() ? readings.front() : *proven;
    chosen.confidence = chosen.proven ? 0.85 : std::min(chosen.confidence, 0.4);
    return chosen;
}

std::array<cv::Point2d, 4> cornersOf(const std::vector<cv::Rect>& boxes)
{
    cv::Rect all = boxes.front();
    for (const cv::Rect& box : boxes)
        all |= box;
    const double left = all.x, top = all.y, right = all.x + all.width, bottom = all.y + all.height;
    return {cv::Point2d{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

/// A picture in which zones lie straight.
struct Straight {
    cv::Mat grey;
    cv::Matx23d back{1, 0, 0, 0, 1, 0}; ///< its pixels -> pixels of the picture handed in
};

Straight turnedBack(const cv::Mat& grey, double degrees)
{
    Straight straight;
    const cv::Point2f middle(static_cast<float>(grey.cols) / 2, static_cast<float>(grey.rows) / 2);
    straight.back = cv::Matx23d(cv::getRotationMatrix2D(middle, -degrees, 1).ptr<double>());
    cv::warpAffine(
        grey, straight.grey, straight.back, grey.size(), cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return straight;
}

void emit(const MrzReading& reading, const std::vector<cv::Rect>& boxes, const Straight& straight, cv::Point2d origin,
    double dpi, sdk::PassSink& sink)
{
    std::string joined;
    for (const std::string& line : reading.lines)
        joined += (joined.empty() ? "" : "\n") + line;
    auto corners = cornersOf(boxes);
    for (auto& corner : corners) {
        const cv::Vec2d at = straight.back * cv::Vec3d(corner.x, corner.y, 1);
        corner = origin + cv::Point2d(at[0], at[1]);
    }
    sink.mrz(reading.format, joined, quadOf(corners, dpi), reading.confidence);
}

/// A band of three lines may be a card's zone, or a passport's two with a line of print above them.
void readBand(
    const Straight& straight, const Band& band, const ZoneWay& way, cv::Point2d origin, double dpi, sdk::PassSink& sink)
{
    for (std::size_t skip = 0; skip + 2 <= band.lines.size(); ++skip) {
        const std::vector<cv::Rect> boxes(band.lines.begin() + static_cast<std::ptrdiff_t>(skip), band.lines.end());
        if (const auto reading = readZone(straight.grey, boxes, way)) {
            emit(*reading, boxes, straight, origin, dpi, sink);
            return;
        }
    }
}

void readZones(const cv::Mat& grey, const ZoneWay& way, cv::Point2d origin, double dpi, sdk::PassSink& sink)
{
    try {
        Straight straight{grey};
        LineMask lines = maskOfLines(grey, dpi);
        if (const double tilt = tiltOf(lines); std::abs(tilt) > straightEnough) {
            straight = turnedBack(grey, tilt);
            lines = maskOfLines(straight.grey, dpi);
        }
        for (const Band& band : bandsIn(lines)) {
            sdk::Host::instance().throwIfCancelled();
            readBand(straight, band, way, origin, dpi, sink);
        }
    } catch (const sdk::Failure& failure) {
        // Without an engine there are still barcodes; text passes will tell that the engine is missing.
        if (failure.status() != VIDIMUS_UNAVAILABLE)
            throw;
        sdk::Host::instance().log(1, failure.what());
    }
}

/// The pixels of the asked region; all of the picture where none was asked.
cv::Rect regionOf(const sdk::PassRequest& request, double dpi, const cv::Size& size)
{
    const cv::Rect all({0, 0}, size);
    if (request.wholePage())
        return all;
    const auto pixels = [&](double mm) { return static_cast<int>(sdk::pixelsOf(mm, dpi)); };
    return all
        & cv::Rect(pixels(request.region.x_mm), pixels(request.region.y_mm), pixels(request.region.width_mm),
            pixels(request.region.height_mm));
}

} // namespace

void CodesReader::run(const vidimus_image_t& image, std::uint32_t, const sdk::PassRequest& request, sdk::PassSink& sink)
{
    const bool all = request.what == "codes", zones = all || request.what == "zones",
               barcodes = all || request.what == "barcodes";
    if ((!zones && !barcodes) || image.width < 20 || image.height < 20)
        return;
    const double dpi = image.dpi > 0 ? image.dpi : 300;
    const cv::Mat whole = greyOf(image);
    const cv::Rect region = regionOf(request, dpi, whole.size());
    if (region.width < 20 || region.height < 20)
        return;
    const cv::Mat grey = whole(region);
    const cv::Point2d origin(region.x, region.y);
    if (barcodes && request.variant.empty()) // a code that was read needs no second reading: it corrects its own errors
        for (Barcode& code : findBarcodes(grey, dpi)) {
            for (auto& corner : code.corners)
                corner += origin;
            sink.code(code.symbology, code.text, quadOf(code.corners, dpi));
        }
    if (zones)
        readZones(grey, wayFor(request.variant), origin, dpi, sink);
}

} // namespace vidimus::codes
