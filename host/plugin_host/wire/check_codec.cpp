#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"

namespace vidimus::wire {
namespace {

using Json = nlohmann::json;

Json citationToWire(const Citation& citation)
{
    return {citation.document ? Json(citation.document->value) : Json(nullptr), citation.file.value,
        citation.page.value, toWire(citation.region), citation.field, citation.text};
}

Citation citationFromWire(const Json& json, const Limits& limits)
{
    const auto& part = arrayOfExactly(json, 6);
    Citation citation;
    if (!part[0].is_null())
        citation.document = DocumentIndex{static_cast<std::uint32_t>(countOf(part[0], limits.items))};
    citation.file = {static_cast<std::uint32_t>(countOf(part[1], UINT32_MAX))};
    citation.page = {static_cast<std::uint32_t>(countOf(part[2], UINT32_MAX))};
    citation.region = regionFromWire(part[3]);
    citation.field = textOf(part[4], limits.text);
    citation.text = textOf(part[5], limits.text);
    return citation;
}

} // namespace

Json toWire(const CheckResult& result)
{
    Json citations = Json::array();
    for (const Citation& citation : result.citations)
        citations.push_back(citationToWire(citation));
    return {{"outcome", static_cast<unsigned>(result.outcome)}, {"reason", result.reason},
        {"atMost", result.atMost ? Json(static_cast<unsigned>(*result.atMost)) : Json(nullptr)},
        {"citations", std::move(citations)}, {"values", toWire(result.values)}, {"source", result.source}};
}

CheckResult checkResultFromWire(const Json& json, const Limits& limits)
{
    CheckResult result;
    result.outcome = enumOf(memberOf(json, "outcome"), Outcome::NotApplicable);
    result.reason = textOf(memberOf(json, "reason"), limits.text);
    if (const Json& level = memberOf(json, "atMost"); !level.is_null())
        result.atMost = enumOf(level, Level::Ignore);
    for (const Json& citation : arrayOf(memberOf(json, "citations"), limits.items))
        result.citations.push_back(citationFromWire(citation, limits));
    result.values = valuesFromWire(memberOf(json, "values"), limits);
    result.source = textOf(memberOf(json, "source"), limits.text);
    return result;
}

Json toWire(const ValidatorAnswer& answer)
{
    return {{"verdict", static_cast<unsigned>(answer.verdict)}, {"expected", answer.expected}};
}

ValidatorAnswer validatorAnswerFromWire(const Json& json, const Limits& limits)
{
    return {enumOf(memberOf(json, "verdict"), Validation::Verdict::CheckDigitWrong),
        textOf(memberOf(json, "expected"), limits.text)};
}

Json toWire(const FoundField& field)
{
    return {{"id", field.id}, {"text", field.text}, {"value", field.value}, {"lang", field.lang},
        {"confidence", field.confidence}, {"line", field.line}, {"region", toWire(field.region)}};
}

FoundField foundFieldFromWire(const Json& json, const Limits& limits)
{
    const auto text = [&](const char* key) { return textOf(memberOf(json, key), limits.text); };
    return {text("id"), text("text"), text("value"), text("lang"), numberOf(memberOf(json, "confidence"), 0, 1),
        static_cast<std::uint32_t>(countOf(memberOf(json, "line"), limits.lines)),
        regionFromWire(memberOf(json, "region"))};
}

} // namespace vidimus::wire
