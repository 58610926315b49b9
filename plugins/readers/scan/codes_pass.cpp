#include "page_reader.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <set>

namespace vidimus::scan {

namespace {
/// Passes codes and zones on, their places mapped from a prepared picture back to the page as acquired.
class MappingSink {
public:
    MappingSink(sdk::PassSink& sink, std::set<std::pair<std::string, std::string>>& seen)
        : m_sink(sink)
        , m_seen(seen)
    {
    }
    /// Millimetres on the picture handed in -> millimetres on the page as acquired.
    cv::Matx33d map = cv::Matx33d::eye();
    sdk::PassSink sink() { return sdk::PassSink(&m_raw); }

private:
    bool isNew(std::string_view kind, std::string_view text)
    {
        return m_seen.emplace(std::string(kind), std::string(text)).second;
    }
    vidimus_quad_t mappedBack(const vidimus_quad_t& quad) const { return toAbi(mapped(map, fromAbi(quad))); }
    static MappingSink& of(void* context) { return *static_cast<MappingSink*>(context); }

    sdk::PassSink& m_sink;
    std::set<std::pair<std::string, std::string>>& m_seen;
    vidimus_pass_sink_t m_raw{this, [](void*, const vidimus_prepared_page_t*) {}, [](void*, const vidimus_line_t*) {},
        [](void* context, const vidimus_code_t* code) {
            auto& self = of(context);
            if (self.isNew(sdk::view(code->symbology), sdk::view(code->text)))
                self.m_sink.code(sdk::view(code->symbology), sdk::view(code->text), self.mappedBack(code->quad));
        },
        [](void* context, const vidimus_mrz_t* zone) {
            auto& self = of(context);
            if (self.isNew(sdk::view(zone->format), sdk::view(zone->lines)))
                self.m_sink.mrz(
                    sdk::view(zone->format), sdk::view(zone->lines), self.mappedBack(zone->quad), zone->confidence);
        },
        [](void*, const vidimus_mark_t*) {}, [](void*, const vidimus_fact_t*) {}};
};

void handOver(
    const cv::Mat& colour, double dpi, std::uint32_t key, const sdk::PassRequest& request, sdk::PassSink& sink)
{
    cv::Mat rgb;
    cv::cvtColor(colour, rgb, cv::COLOR_BGR2RGB);
    const vidimus_image_t image{rgb.data, static_cast<std::uint32_t>(rgb.cols), static_cast<std::uint32_t>(rgb.rows),
        rgb.step[0], VIDIMUS_RGB8, dpi};
    sdk::PassRequest asked = request;
    asked.page = key;
    sdk::Host::instance().readImage("vidimus.codes", image, key, asked, sink);
}
} // namespace

void PageReader::readCodes(const sdk::PassRequest& request, sdk::PassSink& sink)
{
    std::set<std::pair<std::string, std::string>> seen;
    MappingSink mapping(sink, seen);
    sdk::PassSink inner = mapping.sink();
    std::uint32_t number = 0;
    for (const PartReader& part : parts()) {
        const vidimus_prepared_page_t description = part.picture().description();
        sink.preparedPage(description);
        std::copy(description.to_acquired.m, description.to_acquired.m + 9, mapping.map.val);
        // Readers may keep what they find under the page's number: each drawing of the page gets one of its own.
        handOver(part.picture().colour(), part.picture().dpi(), m_page + (++number << 24), request, inner);
    }
    // A page that lay straight was drawn as it came.
    if (std::any_of(
            parts().begin(), parts().end(), [&](const PartReader& part) { return part.picture().asAcquired(); }))
        return;
    // What preparation spoils (a code cut off with the rim, or lost in resampling) may stand on the page as it came.
    mapping.map = cv::Matx33d::eye();
    handOver(m_picture->colour, m_picture->dpi, m_page, request, inner);
}

} // namespace vidimus::scan
