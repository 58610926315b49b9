#include "worker/raw_lines.hpp"

#include "worker/text.hpp"

namespace vidimus::worker {

vidimus_region_t rawOf(const Region& region)
{
    return {region.x.value, region.y.value, region.width.value, region.height.value};
}

vidimus_quad_t rawOf(const Quad& quad)
{
    vidimus_quad_t raw{};
    for (std::size_t i = 0; i < quad.size(); ++i) {
        raw.xy_mm[2 * i] = quad[i].x.value;
        raw.xy_mm[2 * i + 1] = quad[i].y.value;
    }
    return raw;
}

RawLines::RawLines(const std::vector<Line>& lines, const std::vector<Code>& codes, const std::vector<Mrz>& zones)
{
    m_words.reserve(lines.size());
    m_joined.reserve(zones.size());
    for (const Line& line : lines) {
        auto& words = m_words.emplace_back();
        for (const Word& word : line.words)
            words.push_back({string(word.text), rawOf(word.region), word.confidence});
        m_lines.push_back({string(line.text), rawOf(line.region), rawOf(line.quad), line.confidence,
            static_cast<vidimus_origin_t>(line.origin), string(line.engine), string(line.languages), line.part,
            words.data(), words.size()});
    }
    for (const Code& code : codes)
        m_codes.push_back({string(code.symbology), string(code.text), rawOf(code.quad)});
    for (const Mrz& zone : zones) {
        auto& joined = m_joined.emplace_back();
        for (const std::string& line : zone.lines)
            joined += (joined.empty() ? "" : "\n") + line;
        m_zones.push_back({string(zone.format), string(joined), rawOf(zone.quad), zone.confidence});
    }
}

} // namespace vidimus::worker
