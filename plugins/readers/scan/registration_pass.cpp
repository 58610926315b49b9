#include "key_points.hpp"
#include "page_reader.hpp"
#include "registration.hpp"

#include <cstdio>

namespace vidimus::scan {

namespace {
const vidimus_exemplar_t& givenExemplar()
{
    const vidimus_exemplar_t* exemplar = sdk::Host::instance().exemplar();
    if (!exemplar)
        throw sdk::Failure(VIDIMUS_UNSUPPORTED, "no exemplar was given with the pass");
    return *exemplar;
}

/// As core/exemplar.hpp of the host reads it, and plugins/README.md tells it.
std::string wordOf(const vidimus_key_point_t& point)
{
    const auto hundredths = [](double mm) { return static_cast<unsigned>(std::clamp(mm * 100 + 0.5, 0.0, 65535.0)); };
    const auto turn = static_cast<unsigned>(std::lround(point.angle_deg * 256 / 360)) % 256;
    char text[80];
    std::snprintf(text, sizeof(text), "%04x%04x%02x%02x", hundredths(point.x_mm), hundredths(point.y_mm), turn,
        std::min(point.level, 255U));
    std::string word = text;
    for (const std::uint8_t byte : point.descriptor) {
        std::snprintf(text, sizeof(text), "%02x", byte);
        word += text;
    }
    return word;
}

std::string numbersOf(const cv::Matx33d& map)
{
    std::string all;
    for (const double value : map.val) {
        char text[40];
        std::snprintf(text, sizeof(text), "%s%.9g", all.empty() ? "" : " ", value);
        all += text;
    }
    return all;
}
} // namespace

const PartReader& PageReader::partOf(const sdk::PassRequest& request)
{
    const auto part = static_cast<std::size_t>(std::max(request.part, 0));
    if (part >= parts().size())
        throw sdk::Failure(VIDIMUS_UNSUPPORTED, "the page has no such part");
    return parts()[part];
}

void PageReader::tellKeyPoints(const sdk::PassRequest& request, sdk::PassSink& sink)
{
    const vidimus_exemplar_t& asked = givenExemplar();
    const PreparedPicture& page = partOf(request).picture();
    std::string all;
    for (const auto& point : keyPointsOf(page, ofExemplar, {asked.wording, asked.wording_count}))
        all += (all.empty() ? "" : " ") + wordOf(point);
    sink.fact("page.key-points", {{"points", all}}, static_cast<int>(m_page));
}

void PageReader::tellRegistration(const sdk::PassRequest& request, sdk::PassSink& sink)
{
    const vidimus_exemplar_t& exemplar = givenExemplar();
    const PreparedPicture& page = partOf(request).picture();
    const auto found = registered(exemplar, keyPointsOf(page, ofPage));
    if (!found)
        return;
    sink.fact("page.registration",
        {{"part", std::to_string(std::max(request.part, 0))}, {"transform", numbersOf(found->toPage)},
            {"matches", std::to_string(found->matches)}, {"inliers", std::to_string(found->inliers)}},
        static_cast<int>(m_page));
}

} // namespace vidimus::scan
