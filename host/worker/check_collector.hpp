#pragma once
#include "core/result.hpp"
#include "plugin_host/wire/check_result.hpp"
#include "plugin_host/wire/limits.hpp"

#include <vidimus/abi/plugin.h>

#include <vector>

namespace vidimus::worker {

/// Copies what a check delivers, within bounds.
class CheckCollector {
public:
    explicit CheckCollector(const wire::Limits& limits)
        : m_limits(limits)
    {
    }
    const vidimus_check_sink_t* sink() const { return &m_sink; }
    /// Errors: TooLarge, Malformed.
    Result<std::vector<wire::CheckResult>> finish(const std::string& check);

private:
    static void onResult(void* context, const vidimus_check_result_t* result);
    wire::CheckResult copy(const vidimus_check_result_t& result);
    Citation copy(const vidimus_citation_t& citation);
    std::string text(vidimus_string_t text);

    const wire::Limits& m_limits;
    std::vector<wire::CheckResult> m_results;
    std::uint64_t m_items = 0, m_bytes = 0;
    bool m_tooMuch = false, m_malformed = false;
    vidimus_check_sink_t m_sink{this, &onResult};
};

/// Copies what a field reader delivers, within bounds.
class FieldCollector {
public:
    FieldCollector(const wire::Limits& limits, std::size_t lines)
        : m_limits(limits)
        , m_lines(lines)
    {
    }
    const vidimus_field_sink_t* sink() const { return &m_sink; }
    /// Errors: TooLarge, Malformed.
    Result<std::vector<wire::FoundField>> finish(const std::string& reader);

private:
    static void onField(void* context, const vidimus_field_found_t* field);

    const wire::Limits& m_limits;
    std::size_t m_lines;
    std::vector<wire::FoundField> m_fields;
    std::uint64_t m_bytes = 0;
    bool m_tooMuch = false, m_malformed = false;
    vidimus_field_sink_t m_sink{this, &onField};
};

} // namespace vidimus::worker
