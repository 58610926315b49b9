#include "line_reader.hpp"

#include "clean.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vidimus::scan {

namespace {
// Pixels from the top of the highest to the foot of the lowest letter. Measured: 28 to 40 read best.
constexpr double usualHeight = 36, otherHeight = 52;

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

cv::Rect2d regionOf(const cv::Rect2d& pixels, double dpi)
{
    const double mm = 25.4 / dpi;
    return {pixels.x * mm, pixels.y * mm, pixels.width * mm, pixels.height * mm};
}
} // namespace

cv::Mat cropFor(
    const PreparedPicture& page, const FoundLine& line, const std::string& variant, double& scale, cv::Point& origin)
{
    const cv::Mat& plane = page.plane(planeFor(variant, line.red));
    const int pad = std::max(3, line.box.height / 4);
    const cv::Rect padded = line.box + cv::Size(2 * pad, 2 * pad) - cv::Point(pad, pad);
    const cv::Rect within = padded & cv::Rect({}, plane.size());
    origin = within.tl();
    scale = (variant == "scaled" ? otherHeight : usualHeight) / std::max(line.box.height, 1);
    scale = std::min(scale, 20'000.0 / std::max(within.width, 1));
    cv::Mat crop = plane(within), result;
    if (variant == "binarised")
        crop = sauvola(crop, std::max(15, line.box.height | 1));
    const cv::Size size(std::max(8, static_cast<int>(std::lround(crop.cols * scale))),
        std::max(8, static_cast<int>(std::lround(crop.rows * scale))));
    cv::resize(crop, result, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

sdk::Line readLine(const PreparedPicture& page, const FoundLine& line, const ReadingWay& way)
{
    sdk::Line result;
    result.region = toAbi(regionOf(line.box, page.dpi()));
    result.quad = toAbi(page.onAcquired(line.box));
    result.engine = way.engine.empty() ? "vidimus.tesseract" : way.engine;
    result.languages = way.languages;
    double scale = 1;
    cv::Point origin;
    const cv::Mat crop = cropFor(page, line, way.variant, scale, origin);
    const vidimus_image_t image{crop.data, static_cast<std::uint32_t>(crop.cols), static_cast<std::uint32_t>(crop.rows),
        crop.step[0], VIDIMUS_GREY8, page.dpi() * scale};
    const auto recognition = sdk::Host::instance().recognise(way.engine, image, {way.languages, way.alphabet, true});
    double weighed = 0, length = 0;
    for (const sdk::RecognisedLine& read : recognition.lines) {
        result.text += (result.text.empty() ? "" : " ") + read.text;
        weighed += read.confidence * static_cast<double>(read.text.size());
        length += static_cast<double>(read.text.size());
        for (const sdk::RecognisedWord& word : read.words) {
            const cv::Rect2d pixels(
                origin.x + word.x / scale, origin.y + word.y / scale, word.width / scale, word.height / scale);
            result.words.push_back({word.text, toAbi(regionOf(pixels, page.dpi())), word.confidence});
        }
    }
    result.confidence = length > 0 ? weighed / length : 0;
    return result;
}

} // namespace vidimus::scan
