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

/// Codes and zones are dark on light: luminance is all they need.
void handOver(const cv::Mat& grey, double dpi, std::uint32_t key, const char* what, const sdk::PassRequest& request,
    sdk::PassSink& sink)
{
    const vidimus_image_t image{grey.data, static_cast<std::uint32_t>(grey.cols), static_cast<std::uint32_t>(grey.rows),
        grey.step[0], VIDIMUS_GREY8, dpi};
    sdk::PassRequest asked = request;
    asked.page = key;
    asked.what = what;
    sdk::Host::instance().readImage("vidimus.codes", image, key, asked, sink);
}
} // namespace

void PageReader::readCodes(const sdk::PassRequest& request, sdk::PassSink& sink)
{
    constexpr double finest = 400; // codes' modules are looked for at no higher resolution
    std::set<std::pair<std::string, std::string>> seen;
    MappingSink mapping(sink, seen);
    sdk::PassSink inner = mapping.sink();
    const auto any = [&](auto holds) { return std::any_of(parts().begin(), parts().end(), holds); };
    // A page that lay straight was drawn as it came.
    const bool asItCame = any([](const PartReader& part) { return part.picture().asAcquired(); });
    // What cutting out spoils (a code that the rim takes off, papers found where there are none) may stand on the page
    // as it came. Where nothing was cut, each is looked for once: zones where lines lie straight, codes, which may lie
    // in any way, where no pixel was drawn anew.
    const bool both = any([](const PartReader& part) { return part.picture().ofPaper(); }) || m_picture->dpi > finest;
    std::uint32_t number = 0;
    for (const PartReader& part : parts()) {
        const vidimus_prepared_page_t description = part.picture().description();
        sink.preparedPage(description);
        std::copy(description.to_acquired.m, description.to_acquired.m + 9, mapping.map.val);
        // Readers may keep what they find under the page's number: each drawing of the page gets one of its own.
        handOver(part.picture().plane(Plane::Luminance), part.picture().dpi(), m_page + (++number << 24),
            asItCame || both ? "codes" : "zones", request, inner);
    }
    if (asItCame)
        return;
    mapping.map = cv::Matx33d::eye();
    cv::Mat grey;
    cv::cvtColor(m_picture->colour, grey, cv::COLOR_BGR2GRAY);
    handOver(grey, m_picture->dpi, m_page, both ? "codes" : "barcodes", request, inner);
}

} // namespace vidimus::scan
