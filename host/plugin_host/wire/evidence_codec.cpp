#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"

namespace vidimus::wire {
namespace {

using Json = nlohmann::json;

Json validationsToWire(const std::vector<Validation>& validations)
{
    Json list = Json::array();
    for (const Validation& validation : validations)
        list.push_back({validation.validator, static_cast<unsigned>(validation.verdict), validation.expected});
    return list;
}

std::vector<Validation> validationsFromWire(const Json& json, const Limits& limits)
{
    std::vector<Validation> validations;
    for (const Json& item : arrayOf(json, limits.items)) {
        const auto& part = arrayOfExactly(item, 3);
        validations.push_back({textOf(part[0], limits.text), enumOf(part[1], Validation::Verdict::NoVerdict),
            textOf(part[2], limits.text)});
    }
    return validations;
}

/// What checks see of a field; alternatives, pass and number of readings are the extractor's business.
Json fieldToWire(const Field& field)
{
    return {{"id", field.id}, {"text", field.text}, {"value", field.value}, {"confidence", field.confidence},
        {"certainty", static_cast<unsigned>(field.certainty)}, {"lang", field.lang}, {"file", field.file.value},
        {"page", field.page.value}, {"region", toWire(field.region)}, {"origin", static_cast<unsigned>(field.origin)},
        {"validations", validationsToWire(field.validations)}};
}

std::uint32_t indexOf(const Json& json)
{
    return static_cast<std::uint32_t>(countOf(json, UINT32_MAX));
}

Field fieldFromWire(const Json& json, const Limits& limits)
{
    const auto text = [&](const char* key) { return textOf(memberOf(json, key), limits.text); };
    Field field;
    field.id = text("id");
    field.text = text("text");
    field.value = text("value");
    field.confidence = numberOf(memberOf(json, "confidence"), 0, 1);
    field.certainty = enumOf(memberOf(json, "certainty"), Certainty::Unreadable);
    field.lang = text("lang");
    field.file = {indexOf(memberOf(json, "file"))};
    field.page = {indexOf(memberOf(json, "page"))};
    field.region = regionFromWire(memberOf(json, "region"));
    field.origin = enumOf(memberOf(json, "origin"), Origin::Correction);
    field.validations = validationsFromWire(memberOf(json, "validations"), limits);
    return field;
}

Json partsToWire(const std::vector<DocumentPart>& parts)
{
    Json list = Json::array();
    for (const DocumentPart& part : parts)
        list.push_back({part.file.value, part.page.value, part.part, part.quad ? toWire(*part.quad) : Json(nullptr)});
    return list;
}

std::vector<DocumentPart> partsFromWire(const Json& json, const Limits& limits)
{
    std::vector<DocumentPart> parts;
    for (const Json& item : arrayOf(json, limits.items)) {
        const auto& part = arrayOfExactly(item, 4);
        DocumentPart& added = parts.emplace_back();
        added.file = {indexOf(part[0])};
        added.page = {indexOf(part[1])};
        added.part = indexOf(part[2]);
        if (!part[3].is_null())
            added.quad = quadFromWire(part[3]);
    }
    return parts;
}

Json marksToWire(const std::vector<Document::PlacedMark>& marks)
{
    Json list = Json::array();
    for (const auto& placed : marks)
        list.push_back({placed.file.value, placed.page.value, toWire(placed.mark)});
    return list;
}

Json documentToWire(const Document& document)
{
    Json fields = Json::array();
    for (const Field& field : document.fields)
        fields.push_back(fieldToWire(field));
    const auto& kind = document.classification;
    return {{"parts", partsToWire(document.parts)}, {"profile", kind ? kind->profile : std::string()},
        {"jurisdiction", kind ? kind->jurisdiction : std::string()}, {"score", kind ? kind->score : 0.0},
        {"fields", std::move(fields)}, {"marks", marksToWire(document.marks)}};
}

Document documentFromWire(const Json& json, const Limits& limits)
{
    Document document;
    document.parts = partsFromWire(memberOf(json, "parts"), limits);
    const std::string& profile = textOf(memberOf(json, "profile"), limits.text);
    if (!profile.empty())
        document.classification = Classification{
            profile, numberOf(memberOf(json, "score")), textOf(memberOf(json, "jurisdiction"), limits.text)};
    for (const Json& field : arrayOf(memberOf(json, "fields"), limits.items))
        document.fields.push_back(fieldFromWire(field, limits));
    for (const Json& item : arrayOf(memberOf(json, "marks"), limits.items)) {
        const auto& part = arrayOfExactly(item, 3);
        document.marks.push_back({{indexOf(part[0])}, {indexOf(part[1])}, markFromWire(part[2], limits)});
    }
    return document;
}

} // namespace

Json toWire(const Evidence& evidence)
{
    Json documents = Json::array(), claims = Json::array(), facts = Json::array();
    for (const Document& document : evidence.documents)
        documents.push_back(documentToWire(document));
    for (const Claim& claim : evidence.claims)
        claims.push_back({claim.field, claim.value});
    for (const FileFact& fact : evidence.facts)
        facts.push_back({fact.file.value, toWire(fact.fact)});
    return {{"documents", std::move(documents)}, {"claims", std::move(claims)}, {"facts", std::move(facts)}};
}

Evidence evidenceFromWire(const Json& json, const Limits& limits)
{
    Evidence evidence;
    for (const Json& document : arrayOf(memberOf(json, "documents"), limits.items))
        evidence.documents.push_back(documentFromWire(document, limits));
    for (const Json& claim : arrayOf(memberOf(json, "claims"), limits.items)) {
        const auto& part = arrayOfExactly(claim, 2);
        evidence.claims.push_back({textOf(part[0], limits.text), textOf(part[1], limits.text)});
    }
    for (const Json& fact : arrayOf(memberOf(json, "facts"), limits.items)) {
        const auto& part = arrayOfExactly(fact, 2);
        evidence.facts.push_back({{indexOf(part[0])}, factFromWire(part[1], limits)});
    }
    return evidence;
}

Json toWire(const Rules& rules)
{
    Json documents = Json::array();
    for (const auto& document : rules.ofDocument)
        documents.push_back(toWire(document));
    return {{"case", toWire(rules.ofCase)}, {"documents", std::move(documents)}};
}

Rules rulesFromWire(const Json& json, const Limits& limits)
{
    Rules rules;
    rules.ofCase = valuesFromWire(memberOf(json, "case"), limits);
    for (const Json& document : arrayOf(memberOf(json, "documents"), limits.items))
        rules.ofDocument.push_back(valuesFromWire(document, limits));
    return rules;
}

} // namespace vidimus::wire
