#include "core/spelling.hpp"
#include "detail/outline.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

/// vidimus.report/1, member by member in the order of the contract.
namespace vidimus::report {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double steps)
{
    return std::isfinite(value) ? std::round(value * steps) / steps : 0;
}

/// Hundredths of a millimetre are finer than a pixel at 1200 dpi.
double millimetres(Millimetres length)
{
    return rounded(length.value, 100);
}

double share(double confidence)
{
    return rounded(confidence, 1000);
}

Json jsonOf(const Region& region)
{
    return {millimetres(region.x), millimetres(region.y), millimetres(region.width), millimetres(region.height)};
}

Json jsonOf(const Quad& quad)
{
    Json numbers = Json::array();
    for (const Point& corner : quad) {
        numbers.push_back(millimetres(corner.x));
        numbers.push_back(millimetres(corner.y));
    }
    return numbers;
}

std::string valueOf(const std::map<std::string, std::string>& values, const char* name)
{
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
}

/// The judgement of one signature: what the check on it found, else what its own integrity says.
std::pair<std::string, std::string> indicationOf(const Case& checked, std::size_t file, const Fact& signature)
{
    const std::string field = valueOf(signature.values, "field");
    for (const Finding& finding : checked.findings) {
        const bool cites = std::any_of(finding.citations.begin(), finding.citations.end(),
            [&](const Citation& citation) { return citation.file.value == file; });
        if (finding.check == "pdf-signature-holds" && cites && valueOf(finding.values, "field") == field
            && !valueOf(finding.values, "indication").empty())
            return {valueOf(finding.values, "indication"), valueOf(finding.values, "sub-indication")};
    }
    const bool broken = valueOf(signature.values, "integrity") == "false";
    return {broken ? "TOTAL-FAILED" : "INDETERMINATE", valueOf(signature.values, "subIndication")};
}

Json signatureOf(const Case& checked, std::size_t file, const Fact& fact)
{
    const auto text = [&](const char* name) { return valueOf(fact.values, name); };
    const auto [indication, subIndication] = indicationOf(checked, file, fact);
    Json json;
    json["kind"] = text("kind").empty() ? "signature" : text("kind");
    json["field"] = text("field");
    json["indication"] = indication;
    json["subIndication"] = subIndication;
    json["integrity"] = text("integrity") == "true" ? Json(true) : text("integrity") == "false" ? Json(false) : Json();
    json["coverage"] = text("coverage").empty() ? "none" : text("coverage");
    json["modification"] = text("modification").empty() ? "other" : text("modification");
    json["signer"] = text("signer");
    json["signedAt"] = text("signedAt");
    json["digest"] = text("digest");
    const std::string docMdp = text("docMdp");
    json["docMdp"] = docMdp == "1" || docMdp == "2" || docMdp == "3" ? Json(docMdp[0] - '0') : Json();
    return json;
}

Json jsonOf(const Case& checked, std::size_t index)
{
    const File& file = checked.files[index];
    Json json{{"source", file.source}, {"sha256", file.sha256}, {"mediaType", file.mediaType}};
    json["pages"] = Json::array();
    for (const Page& page : file.pages)
        json["pages"].push_back({{"widthMm", millimetres(page.width)}, {"heightMm", millimetres(page.height)},
            {"dpi", rounded(page.dpi.value, 10)}, {"rotation", rounded(page.rotation.value, 100)}});
    json["signatures"] = Json::array();
    for (const FileFact& stated : checked.evidence.facts)
        if (stated.file.value == index && stated.fact.kind == "pdf.signature")
            json["signatures"].push_back(signatureOf(checked, index, stated.fact));
    return json;
}

Json jsonOf(const Field& field)
{
    Json json{{"id", field.id}, {"text", field.text}, {"value", field.value}, {"confidence", share(field.confidence)},
        {"lang", field.lang}, {"file", field.file.value}, {"page", field.page.value},
        {"regionMm", jsonOf(field.region)}, {"origin", nameOf(field.origin)}};
    json["alternatives"] = Json::array();
    for (const Alternative& alternative : field.alternatives)
        json["alternatives"].push_back(
            {{"text", alternative.text}, {"value", alternative.value}, {"confidence", share(alternative.confidence)}});
    json["certainty"] = nameOf(field.certainty);
    if (!field.calibrationGroup.empty()) {
        json["rawConfidence"] = rounded(field.rawConfidence, 10000);
        json["calibrationGroup"] = field.calibrationGroup;
    }
    if (!field.located.empty())
        json["located"] = field.located;
    return json;
}

/// A correction is an entry of its own, after what was read: beside it, never over it.
Json fieldsOf(const Case& checked, std::size_t index)
{
    Json fields = Json::array();
    const auto& all = checked.evidence.documents[index].fields;
    for (const Field& field : all)
        fields.push_back(jsonOf(field));
    for (const Field& field : all) {
        const bool first = &field == checked.evidence.documents[index].field(field.id, field.lang);
        const Correction* correction = first ? detail::correctionOf(checked, index, field) : nullptr;
        if (!correction)
            continue;
        Field corrected = field;
        corrected.text = corrected.value = correction->value;
        corrected.confidence = 1;
        corrected.certainty = Certainty::Accepted;
        corrected.origin = Origin::Correction;
        corrected.alternatives.clear();
        corrected.calibrationGroup.clear();
        fields.push_back(jsonOf(corrected));
        fields.back()["by"] = correction->by;
    }
    return fields;
}

Json documentOf(const Case& checked, std::size_t index)
{
    const Document& document = checked.evidence.documents[index];
    Json json;
    const auto first = document.parts.empty() ? std::size_t(-1) : document.parts[0].file.value;
    json["source"] = first < checked.files.size() ? checked.files[first].source : std::string();
    json["parts"] = Json::array();
    for (const DocumentPart& part : document.parts) {
        Json one{{"file", part.file.value}, {"page", part.page.value}};
        if (part.quad)
            one["quadMm"] = jsonOf(*part.quad);
        json["parts"].push_back(std::move(one));
    }
    json["profile"] = nullptr;
    json["jurisdiction"] = nullptr;
    if (const auto& found = document.classification) {
        json["profile"] = {{"id", found->profile}, {"score", share(found->score)}};
        if (!found->jurisdiction.empty())
            json["jurisdiction"] = found->jurisdiction;
    }
    json["fields"] = fieldsOf(checked, index);
    json["marks"] = Json::array();
    for (const auto& [file, page, mark] : document.marks)
        json["marks"].push_back({{"kind", mark.kind}, {"text", mark.text}, {"file", file.value}, {"page", page.value},
            {"regionMm", jsonOf(boundsOf(mark.quad))}});
    return json;
}

Json jsonOf(const Case& checked, const Citation& citation)
{
    Json json;
    json["document"] = citation.document ? Json(citation.document->value) : Json();
    json["file"] = citation.file.value;
    json["page"] = citation.page.value;
    Region region = citation.region;
    const auto* file = citation.file.value < checked.files.size() ? &checked.files[citation.file.value] : nullptr;
    if (region.empty() && file && citation.page.value < file->pages.size())
        region = {{0}, {0}, file->pages[citation.page.value].width, file->pages[citation.page.value].height};
    if (!region.empty())
        json["regionMm"] = jsonOf(region);
    json["field"] = citation.field;
    json["text"] = citation.text;
    return json;
}

Json jsonOf(const Case& checked, const Finding& finding, const Words& words)
{
    const std::string question = words.question(finding), answer = words.answer(finding);
    Json json{{"id", finding.id}, {"check", finding.check}, {"plugin", finding.plugin},
        {"outcome", nameOf(finding.outcome)}, {"level", nameOf(finding.level)}, {"severity", nameOf(finding.severity)},
        {"reason", finding.reason}};
    json["message"] = question + (question.empty() || answer.empty() ? "" : " ") + answer;
    json["citations"] = Json::array();
    for (const Citation& citation : finding.citations)
        json["citations"].push_back(jsonOf(checked, citation));
    json["values"] = Json::object();
    for (const auto& [name, value] : finding.values)
        json["values"][name] = value;
    json["source"] = finding.source;
    json["question"] = question;
    json["answer"] = answer;
    return json;
}

/// What people did; only of a case that is kept in a store.
Json reviewOf(const Case& checked)
{
    Json json{{"id", checked.id}, {"subject", checked.terms.subject}, {"state", nameOf(checked.state)},
        {"officer", checked.officer}};
    json["dispositions"] = Json::array();
    for (const Disposition& disposition : checked.dispositions) {
        json["dispositions"].push_back({{"finding", disposition.finding}, {"kind", nameOf(disposition.kind)},
            {"words", disposition.words}, {"by", disposition.by}, {"at", disposition.at.iso()}});
        if (disposition.withdrawn)
            json["dispositions"].back()["withdrawn"] = true;
    }
    json["conclusion"] = nullptr;
    if (const auto& conclusion = checked.conclusion)
        json["conclusion"] = {{"kind", nameOf(conclusion->kind)}, {"words", conclusion->words}, {"by", conclusion->by},
            {"at", conclusion->at.iso()}};
    return json;
}

} // namespace

std::string toJson(const Case& checked, const Words& words)
{
    Json json{{"schema", "vidimus.report/1"}, {"version", checked.version}, {"asOf", checked.terms.asOf.iso()}};
    json["plugins"] = Json::array();
    for (const PluginUse& plugin : checked.plugins)
        json["plugins"].push_back({{"id", plugin.id}, {"version", plugin.version}, {"sha256", plugin.sha256}});
    json["proposal"] = nameOf(proposalOf(checked.findings));
    json["confinement"] = checked.confinement;
    json["toolConfinement"] = checked.toolConfinement;
    json["textEngines"] = textEnginesOf(checked);
    json["engineVersions"] = Json::object();
    for (const auto& [id, version] : checked.engines)
        json["engineVersions"][id] = version;
    json["calibration"] = {{"state", nameOf(checked.calibration.state)}, {"table", checked.calibration.table}};
    for (const char* list : {"files", "documents", "findings"})
        json[list] = Json::array();
    for (std::size_t i = 0; i < checked.files.size(); ++i)
        json["files"].push_back(jsonOf(checked, i));
    for (std::size_t i = 0; i < checked.evidence.documents.size(); ++i)
        json["documents"].push_back(documentOf(checked, i));
    std::vector<Finding> findings = checked.findings;
    sortFindings(findings);
    for (const Finding& finding : findings)
        json["findings"].push_back(jsonOf(checked, finding, words));
    if (!checked.id.empty())
        json["case"] = reviewOf(checked);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace vidimus::report
