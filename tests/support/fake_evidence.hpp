#pragma once
#include <vidimus/plugin.hpp>

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

/// Evidence and a host for tests of checks: what the loader would hand over, built by hand.
namespace vidimus::support {

struct FakeField {
    std::string id, value, text, lang;
    vidimus_certainty_t certainty = VIDIMUS_ACCEPTED;
    struct Said {
        std::string validator;
        vidimus_verdict_t verdict = VIDIMUS_HOLDS;
        std::string expected;
    };
    std::vector<Said> validations;
    vidimus_origin_t origin = VIDIMUS_ORIGIN_OCR;
};

struct FakeDocument {
    std::string profile = "xx.certificate", jurisdiction = "XX";
    std::vector<FakeField> fields;
    std::map<std::string, std::string> rules;
    std::uint32_t file = 0, page = 0;
};

struct FakeFact {
    std::string kind;
    std::map<std::string, std::string> values;
    int page = 0;
};

class FakeCase {
public:
    std::vector<FakeDocument> documents;
    std::vector<std::pair<std::string, std::string>> claims;
    std::map<std::string, std::string> rules;
    std::map<std::uint64_t, std::vector<FakeFact>> facts; ///< by file

    sdk::Evidence document(std::uint64_t index = 0)
    {
        prepare();
        return sdk::Evidence(&m_raw, index);
    }
    sdk::CaseEvidence whole()
    {
        prepare();
        return sdk::CaseEvidence(&m_raw);
    }

private:
    static FakeCase& self(void* context) { return *static_cast<FakeCase*>(context); }
    void prepare()
    {
        m_validations.clear();
        m_attributes.clear();
        m_raw.context = this;
        m_raw.document_count = [](void* c) -> std::uint64_t { return self(c).documents.size(); };
        m_raw.profile = [](void* c, std::uint64_t d) { return sdk::string(self(c).documents[d].profile); };
        m_raw.jurisdiction = [](void* c, std::uint64_t d) { return sdk::string(self(c).documents[d].jurisdiction); };
        m_raw.part_count = [](void*, std::uint64_t) -> std::uint64_t { return 1; };
        m_raw.part
            = [](void* c, std::uint64_t d, std::uint64_t, std::uint32_t* file, std::uint32_t* page, vidimus_region_t*) {
                  *file = self(c).documents[d].file;
                  *page = self(c).documents[d].page;
              };
        m_raw.field_count
            = [](void* c, std::uint64_t d) -> std::uint64_t { return self(c).documents[d].fields.size(); };
        m_raw.field = &FakeCase::fillField;
        m_raw.mark_count = [](void*, std::uint64_t) -> std::uint64_t { return 0; };
        m_raw.claim_count = [](void* c) -> std::uint64_t { return self(c).claims.size(); };
        m_raw.claim = [](void* c, std::uint64_t i, vidimus_attribute_t* out) {
            *out = {sdk::string(self(c).claims[i].first), sdk::string(self(c).claims[i].second)};
        };
        m_raw.file_count = [](void* c) -> std::uint64_t { return self(c).facts.size(); };
        m_raw.fact_count = [](void* c, std::uint64_t f) -> std::uint64_t { return self(c).facts[f].size(); };
        m_raw.fact = &FakeCase::fillFact;
        m_raw.rule = [](void* c, std::uint64_t d, vidimus_string_t key, vidimus_string_t* out) {
            const auto& rules = d == UINT64_MAX ? self(c).rules : self(c).documents[d].rules;
            const auto found = rules.find(std::string(sdk::view(key)));
            if (found == rules.end())
                return false;
            *out = sdk::string(found->second);
            return true;
        };
    }
    static void fillField(void* c, std::uint64_t d, std::uint64_t i, vidimus_field_t* out)
    {
        const FakeDocument& document = self(c).documents[d];
        const FakeField& field = document.fields[i];
        auto& said = self(c).m_validations.emplace_back();
        for (const auto& v : field.validations)
            said.push_back({sdk::string(v.validator), v.verdict, sdk::string(v.expected)});
        *out = {sdk::string(field.id), sdk::string(field.text.empty() ? field.value : field.text),
            sdk::string(field.value), sdk::string(field.lang), field.certainty == VIDIMUS_ACCEPTED ? 0.98 : 0.4,
            field.certainty, field.origin, document.file, document.page, {10, 10, 40, 6}, said.data(), said.size()};
    }
    static void fillFact(void* c, std::uint64_t f, std::uint64_t i, vidimus_fact_t* out)
    {
        const FakeFact& fact = self(c).facts[f][i];
        auto& values = self(c).m_attributes.emplace_back();
        for (const auto& [name, value] : fact.values)
            values.push_back({sdk::string(name), sdk::string(value)});
        *out = {sdk::string(fact.kind), values.data(), values.size(), fact.page};
    }
    vidimus_evidence_t m_raw{};
    std::deque<std::vector<vidimus_validation_t>> m_validations;
    std::deque<std::vector<vidimus_attribute_t>> m_attributes;
};

/// An outcome as the host would record it.
struct Recorded {
    vidimus_outcome_t outcome = VIDIMUS_INDETERMINATE;
    std::string reason, level;
    std::map<std::string, std::string> values;
    std::vector<std::string> citedFields;
};

inline Recorded recorded(const sdk::Outcome& outcome)
{
    Recorded result;
    const vidimus_check_sink_t sink{&result, [](void* context, const vidimus_check_result_t* raw) {
                                        Recorded& to = *static_cast<Recorded*>(context);
                                        to.outcome = raw->outcome;
                                        to.reason = sdk::view(raw->reason);
                                        to.level = sdk::view(raw->level);
                                        for (std::uint64_t i = 0; i < raw->value_count; ++i)
                                            to.values.emplace(
                                                sdk::view(raw->values[i].name), sdk::view(raw->values[i].value));
                                        for (std::uint64_t i = 0; i < raw->citation_count; ++i)
                                            to.citedFields.emplace_back(sdk::view(raw->citations[i].field));
                                    }};
    outcome.deliver(&sink);
    return result;
}

inline std::vector<Recorded> recorded(const std::vector<sdk::Outcome>& outcomes)
{
    std::vector<Recorded> all;
    for (const auto& outcome : outcomes)
        all.push_back(recorded(outcome));
    return all;
}

/// "passed", "failed:expired", "indeterminate:field-uncertain", "not-applicable:no-mrz": for plain comparisons.
inline std::string told(const Recorded& result)
{
    static constexpr const char* names[] = {"passed", "failed", "indeterminate", "not-applicable"};
    const std::string name = names[result.outcome];
    return result.reason.empty() ? name : name + ":" + result.reason;
}
inline std::string told(const sdk::Outcome& outcome)
{
    return told(recorded(outcome));
}
inline std::vector<std::string> told(const std::vector<sdk::Outcome>& outcomes)
{
    std::vector<std::string> all;
    for (const auto& outcome : outcomes)
        all.push_back(told(outcome));
    return all;
}

/// A host that offers the names service and an OCR engine where a test gives them.
class FakeHost {
public:
    std::function<std::pair<std::string, std::string>(std::string_view, std::string_view)> compare;
    std::function<std::string(std::string_view)> fold;
    std::function<sdk::Recognition(const vidimus_image_t&, const sdk::RecogniseRequest&)> recognise;
    std::int64_t asOfDay = 20'779; ///< 2026-11-22

    FakeHost()
    {
        current() = this;
        m_raw.get_extension = &FakeHost::extension;
        sdk::Host::instance().attach(&m_raw);
    }
    ~FakeHost()
    {
        sdk::Host::instance().attach(nullptr);
        current() = nullptr;
    }
    FakeHost(const FakeHost&) = delete;
    FakeHost& operator=(const FakeHost&) = delete;

private:
    static FakeHost*& current()
    {
        static FakeHost* host = nullptr;
        return host;
    }
    static const void* extension(const vidimus_host_t*, const char* id)
    {
        static const vidimus_names_t names{[](const vidimus_host_t*, vidimus_string_t a, vidimus_string_t b,
                                               vidimus_string_t* relation, vidimus_string_t* explanation) {
                                               current()->m_answer = current()->compare(sdk::view(a), sdk::view(b));
                                               *relation = sdk::string(current()->m_answer.first);
                                               *explanation = sdk::string(current()->m_answer.second);
                                               return VIDIMUS_OK;
                                           },
            [](const vidimus_host_t*, vidimus_string_t text, vidimus_string_t* folded) {
                current()->m_answer.first = current()->fold ? current()->fold(sdk::view(text)) : sdk::view(text);
                *folded = sdk::string(current()->m_answer.first);
                return VIDIMUS_OK;
            }};
        static const vidimus_ocr_t ocr{[](const vidimus_host_t*) -> std::uint64_t { return 0; },
            [](const vidimus_host_t*, std::uint64_t) -> const vidimus_engine_t* { return nullptr; },
            [](const vidimus_host_t*, vidimus_string_t, const vidimus_image_t*, const vidimus_recognise_sink_t*) {
                return VIDIMUS_UNSUPPORTED;
            },
            [](const vidimus_host_t*, vidimus_string_t, const vidimus_image_t* image,
                const vidimus_recognise_request_t* request, const vidimus_recognise_sink_t* sink) {
                sdk::detail::deliver(current()->recognise(*image,
                                         {std::string(sdk::view(request->languages)),
                                             std::string(sdk::view(request->alphabet)), request->single_line}),
                    sink);
                return VIDIMUS_OK;
            }};
        static const vidimus_clock_t clock{[](const vidimus_host_t*) { return current()->asOfDay; }};
        const std::string_view asked = id;
        if (asked == VIDIMUS_EXT_CLOCK)
            return &clock;
        if (asked == VIDIMUS_EXT_NAMES && current()->compare)
            return &names;
        if (asked == VIDIMUS_EXT_OCR && current()->recognise)
            return &ocr;
        return nullptr;
    }
    vidimus_host_t m_raw{};
    std::pair<std::string, std::string> m_answer;
};

} // namespace vidimus::support
