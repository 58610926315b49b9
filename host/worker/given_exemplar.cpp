#include "worker/given_exemplar.hpp"

#include <algorithm>

namespace vidimus::worker {

GivenExemplar::GivenExemplar(CallContext& context, const std::optional<DesignPrint>& print)
    : m_context(context)
{
    if (!print)
        return;
    for (const KeyPoint& point : print->points) {
        vidimus_key_point_t& raw = m_points.emplace_back();
        raw.x_mm = point.at.x.value;
        raw.y_mm = point.at.y.value;
        raw.angle_deg = point.angle.value;
        raw.level = point.level;
        std::copy(point.descriptor.begin(), point.descriptor.end(), raw.descriptor);
    }
    for (const Region& region : print->wording)
        m_wording.push_back({region.x.value, region.y.value, region.width.value, region.height.value});
    m_raw = {
        print->width.value, print->height.value, m_points.data(), m_points.size(), m_wording.data(), m_wording.size()};
    m_context.exemplar = &m_raw;
}

} // namespace vidimus::worker
