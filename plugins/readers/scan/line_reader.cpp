#include "line_reader.hpp"

#include "clean.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace vidimus::scan {

namespace {
// On 176 lines of scanned and photographed specimens (exact %, Tesseract 5.3): height 28 with half a line's
// margin 88.1, 36 with a quarter 88.6, with a half 89.8, with 0.7 85.8; 52 with a quarter 85.8. Doubtful lines once
// more in two other shapes and the most confident kept: 92.0.
constexpr CropShape usual{36, 0.5}, smaller{30, 0.5}, larger{44, 0.7};
constexpr CropShape forPages{36, 0.25}, wider{36, 0.5}, closer{36, 0.12};
constexpr double doubtful = 0.85;
constexpr double widestCrop = 20'000; // pixels

Plane planeFor(const std::string& variant, bool red)
{
    if (red && variant != "grey")
        return Plane::Ink;
    if (variant == "grey")
        return Plane::Grey;
    if (variant == "binarised")
        return Plane::Red;
    if (variant == "channel")
        return Plane::Ink;
    return Plane::Text;
}

bool readsPages(const ReadingWay& way)
{
    return !way.engine.empty() && way.engine == pageEngine();
}

cv::Rect2d regionOf(const cv::Rect2d& pixels, double dpi)
{
    const double mm = 25.4 / dpi;
    return {pixels.x * mm, pixels.y * mm, pixels.width * mm, pixels.height * mm};
}
} // namespace

std::string pageEngine()
{
    static constexpr const char* id = "vidimus.ppocr";
    return sdk::Host::instance().hasEngine(id) ? id : "";
}

cv::Mat cropFor(const PreparedPicture& page, const FoundLine& line, const std::string& variant, const CropShape& shape,
    double& scale, cv::Point& origin)
{
    const cv::Mat& plane = page.plane(planeFor(variant, line.red));
    const int pad = std::max(3, static_cast<int>(line.box.height * shape.padding));
    const cv::Rect padded = line.box + cv::Size(2 * pad, 2 * pad) - cv::Point(pad, pad);
    const cv::Rect within = padded & cv::Rect({}, plane.size());
    origin = within.tl();
    scale = std::min(shape.height / std::max(line.box.height, 1), widestCrop / std::max(within.width, 1));
    cv::Mat crop = withoutRules(plane, within, line.box.height), result;
    if (variant == "binarised")
        crop = sauvola(crop, std::max(15, line.box.height | 1));
    const cv::Size size(std::max(8, static_cast<int>(std::lround(crop.cols * scale))),
        std::max(8, static_cast<int>(std::lround(crop.rows * scale))));
    cv::resize(crop, result, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

namespace {
sdk::Line readOnce(const PreparedPicture& page, const FoundLine& line, const ReadingWay& way, const CropShape& shape)
{
    sdk::Line result;
    double scale = 1, weighed = 0, length = 0;
    cv::Point origin;
    const cv::Mat crop = cropFor(page, line, way.variant, shape, scale, origin);
    const vidimus_image_t image{crop.data, static_cast<std::uint32_t>(crop.cols), static_cast<std::uint32_t>(crop.rows),
        crop.step[0], VIDIMUS_GREY8, page.dpi() * scale};
    const auto recognition = sdk::Host::instance().recognise(way.engine, image, {way.languages, way.alphabet, true});
    for (const sdk::RecognisedLine& read : recognition.lines) {
        result.text += (result.text.empty() ? "" : " ") + read.text;
        weighed += read.confidence * static_cast<double>(read.text.size());
        length += static_cast<double>(read.text.size());
        for (const sdk::RecognisedWord& word : read.words) {
            cv::Rect2d pixels(
                origin.x + word.x / scale, origin.y + word.y / scale, word.width / scale, word.height / scale);
            if (word.height >= crop.rows - 1) // the engine does not tell how high its words are
                pixels
                    = {pixels.x, static_cast<double>(line.box.y), pixels.width, static_cast<double>(line.box.height)};
            result.words.push_back({word.text, toAbi(regionOf(pixels, page.dpi())), word.confidence});
        }
    }
    result.confidence = length > 0 ? weighed / length : 0;
    result.region = toAbi(regionOf(line.box, page.dpi()));
    result.quad = toAbi(page.onAcquired(line.box));
    // Who really read: one engine under two names would be its own witness.
    result.engine = way.engine.empty() ? sdk::Host::instance().defaultEngine() : way.engine;
    result.languages = result.engine == pageEngine() ? std::string() : way.languages;
    return result;
}
} // namespace

sdk::Line readLine(const PreparedPicture& page, const FoundLine& line, const ReadingWay& way)
{
    const bool scaled = way.variant == "scaled";
    if (readsPages(way))
        return readOnce(page, line, way, scaled ? wider : forPages);
    return readOnce(page, line, way, scaled ? larger : usual);
}

sdk::Line improved(sdk::Line read, const PreparedPicture& page, const FoundLine& line, const ReadingWay& way)
{
    static constexpr std::array others{smaller, larger}, othersForPages{closer, wider};
    if (way.variant.empty() && read.confidence < doubtful)
        for (const CropShape& shape : readsPages(way) ? othersForPages : others)
            if (sdk::Line again = readOnce(page, line, way, shape); again.confidence > read.confidence)
                read = std::move(again);
    return read;
}

} // namespace vidimus::scan
