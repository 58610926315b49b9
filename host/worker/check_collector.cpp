#include "worker/check_collector.hpp"

#include "plugin_host/wire/strict.hpp"
#include "worker/text.hpp"

#include <algorithm>
#include <cmath>

namespace vidimus::worker {
namespace {

bool isRegion(const vidimus_region_t& region)
{
    const auto sound = [](double value) { return std::isfinite(value) && std::abs(value) <= wire::widest; };
    return sound(region.x_mm) && sound(region.y_mm) && sound(region.width_mm) && sound(region.height_mm);
}

Region regionOf(const vidimus_region_t& region)
{
    return {{region.x_mm}, {region.y_mm}, {region.width_mm}, {region.height_mm}};
}

} // namespace

std::string CheckCollector::text(vidimus_string_t text)
{
    m_bytes += text.size;
    if (text.size > m_limits.text || m_bytes > m_limits.message / 2) {
        m_tooMuch = true;
        return {};
    }
    return clean(text);
}

Citation CheckCollector::copy(const vidimus_citation_t& raw)
{
    Citation citation;
    m_malformed |= !isRegion(raw.region) || raw.document < -1 || raw.document > UINT32_MAX;
    if (raw.document >= 0)
        citation.document = DocumentIndex{static_cast<std::uint32_t>(raw.document)};
    citation.file = {raw.file};
    citation.page = {raw.page};
    citation.region = regionOf(raw.region);
    citation.field = text(raw.field);
    citation.text = text(raw.text);
    return citation;
}

wire::CheckResult CheckCollector::copy(const vidimus_check_result_t& raw)
{
    wire::CheckResult result;
    m_malformed |= raw.outcome > VIDIMUS_NOT_APPLICABLE;
    result.outcome = static_cast<Outcome>(raw.outcome);
    result.reason = text(raw.reason);
    if (view(raw.level) == "warn")
        result.atMost = Level::Warn;
    else if (view(raw.level) == "inform")
        result.atMost = Level::Inform;
    else
        m_malformed |= raw.level.size > 0;
    for (std::uint64_t i = 0; i < raw.citation_count; ++i)
        result.citations.push_back(copy(raw.citations[i]));
    for (std::uint64_t i = 0; i < raw.value_count; ++i)
        result.values.insert_or_assign(text(raw.values[i].name), text(raw.values[i].value));
    result.source = text(raw.source);
    return result;
}

void CheckCollector::onResult(void* context, const vidimus_check_result_t* result)
{
    auto& self = *static_cast<CheckCollector*>(context);
    const std::uint64_t most = self.m_limits.items;
    const bool sane = result->citation_count <= most && result->value_count <= most;
    if (sane)
        self.m_items += 1 + result->citation_count + result->value_count;
    self.m_tooMuch |= !sane || self.m_items > most;
    if (!self.m_tooMuch && !self.m_malformed)
        self.m_results.push_back(self.copy(*result));
}

Result<std::vector<wire::CheckResult>> CheckCollector::finish(const std::string& check)
{
    if (m_tooMuch)
        return Error{ErrorKind::TooLarge, "the check said more than the limits allow", check};
    if (m_malformed)
        return Error{ErrorKind::Malformed, "the check gave an outcome, level or place that is none", check};
    return std::move(m_results);
}

void FieldCollector::onField(void* context, const vidimus_field_found_t* raw)
{
    auto& self = *static_cast<FieldCollector*>(context);
    self.m_bytes += raw->id.size + raw->text.size + raw->value.size + raw->lang.size;
    self.m_tooMuch |= self.m_fields.size() >= self.m_limits.items || self.m_bytes > self.m_limits.message / 2;
    self.m_malformed |= !isRegion(raw->region) || !std::isfinite(raw->confidence) || raw->line >= self.m_lines;
    if (self.m_tooMuch || self.m_malformed)
        return;
    self.m_fields.push_back({clean(raw->id), clean(raw->text), clean(raw->value), clean(raw->lang),
        std::clamp(raw->confidence, 0.0, 1.0), static_cast<std::uint32_t>(raw->line), regionOf(raw->region)});
}

Result<std::vector<wire::FoundField>> FieldCollector::finish(const std::string& reader)
{
    if (m_tooMuch)
        return Error{ErrorKind::TooLarge, "the field reader said more than the limits allow", reader};
    if (m_malformed)
        return Error{ErrorKind::Malformed, "the field reader gave a place, line or confidence that is none", reader};
    return std::move(m_fields);
}

} // namespace vidimus::worker
