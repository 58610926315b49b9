#pragma once
#include "evidence.hpp"

#include <map>
#include <string>
#include <vector>

namespace vidimus::sdk {

/// The answer to a check's question, with what it rests on.
class Outcome {
public:
    static Outcome passed() { return Outcome(VIDIMUS_PASSED, {}); }
    static Outcome failed(std::string reason) { return Outcome(VIDIMUS_FAILED, std::move(reason)); }
    static Outcome indeterminate(std::string reason) { return Outcome(VIDIMUS_INDETERMINATE, std::move(reason)); }
    static Outcome notApplicable(std::string reason = {}) { return Outcome(VIDIMUS_NOT_APPLICABLE, std::move(reason)); }
    static Outcome passIf(bool holds, std::string reason) { return holds ? passed() : failed(std::move(reason)); }

    /// Cites fields. A failure that rests on a field whose reading is not certain becomes indeterminate,
    /// field-uncertain.
    template <class... Fields> Outcome&& citing(const Fields&... fields) &&
    {
        (cite(fields), ...);
        return std::move(*this);
    }
    Outcome& cite(const Field& field)
    {
        if (!field.present())
            return *this;
        m_citations.push_back({static_cast<std::int64_t>(field.document()), field.raw().file, field.raw().page,
            field.raw().region, field.raw().id, field.raw().text});
        if (m_outcome == VIDIMUS_FAILED && !field.certain()) {
            m_outcome = VIDIMUS_INDETERMINATE;
            m_values.emplace("would-be", m_reason);
            m_reason = "field-uncertain";
        }
        return *this;
    }
    /// Cites a place without a field, e.g. a mark; region empty: the whole page.
    Outcome& citePlace(std::int64_t document, std::uint32_t file, std::uint32_t page, vidimus_region_t region = {})
    {
        m_citations.push_back({document, file, page, region, {}, {}});
        return *this;
    }
    Outcome&& citingPlace(
        std::int64_t document, std::uint32_t file, std::uint32_t page, vidimus_region_t region = {}) &&
    {
        citePlace(document, file, page, region);
        return std::move(*this);
    }
    /// A named value for the message, e.g. ("expected", "3").
    Outcome&& with(std::string name, std::string value) &&
    {
        m_values.insert_or_assign(std::move(name), std::move(value));
        return std::move(*this);
    }
    Outcome& with(std::string name, std::string value) &
    {
        m_values.insert_or_assign(std::move(name), std::move(value));
        return *this;
    }
    /// At most this grave whatever the profile says: "warn" or "inform".
    Outcome&& atMost(std::string level) &&
    {
        m_level = std::move(level);
        return std::move(*this);
    }
    Outcome& atMost(std::string level) &
    {
        m_level = std::move(level);
        return *this;
    }
    Outcome&& bySource(std::string source) &&
    {
        m_source = std::move(source);
        return std::move(*this);
    }

    vidimus_outcome_t outcome() const { return m_outcome; }
    const std::string& reason() const { return m_reason; }

    void deliver(const vidimus_check_sink_t* sink) const
    {
        std::vector<vidimus_attribute_t> values;
        for (const auto& [name, value] : m_values)
            values.push_back({string(name), string(value)});
        const vidimus_check_result_t raw{m_outcome, string(m_reason), string(m_level), m_citations.data(),
            m_citations.size(), values.data(), values.size(), string(m_source)};
        sink->result(sink->context, &raw);
    }

private:
    Outcome(vidimus_outcome_t outcome, std::string reason)
        : m_outcome(outcome)
        , m_reason(std::move(reason))
    {
    }
    vidimus_outcome_t m_outcome;
    std::string m_reason, m_level, m_source;
    std::vector<vidimus_citation_t> m_citations; // strings point into the evidence, which outlives the check
    std::map<std::string, std::string> m_values;
};

} // namespace vidimus::sdk
