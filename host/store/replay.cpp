#include "detail/replay.hpp"

#include "core/spelling.hpp"
#include "json/case_json.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace vidimus::store::detail {
namespace {

using Json = nlohmann::json;

template <class T, class From>
Result<void> readList(const Json& payload, const char* name, From from, std::vector<T>& out)
{
    out.clear();
    for (const Json& item : payload.value(name, Json::array())) {
        auto value = from(item);
        if (!value)
            return value.error();
        out.push_back(std::move(*value));
    }
    return {};
}

std::vector<std::string> names(const Json& payload, const char* list)
{
    std::vector<std::string> all;
    for (const Json& item : payload.value(list, Json::array()))
        all.push_back(item.is_string() ? item.get<std::string>() : std::string());
    return all;
}

std::string textIn(const Json& payload, const char* name)
{
    const auto found = payload.find(name);
    return found != payload.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Everything but the subject, which is the officer's own name for the case and asks nothing of the papers.
Json askedBy(CaseTerms terms)
{
    terms.subject.clear();
    return json::toJson(terms);
}

Result<void> applyTerms(Replayed& state, const Json& payload)
{
    auto terms = json::termsFrom(payload);
    if (!terms)
        return terms.error();
    if (askedBy(*terms) != askedBy(state.whole.terms))
        state.whole.findingsStale = true;
    state.whole.terms = std::move(*terms);
    return {};
}

void readEngines(const Json& payload, Case& whole)
{
    whole.engines.clear();
    const Json engines = payload.value("engines", Json::object()); // outlives its items
    for (const auto& [id, version] : engines.items())
        whole.engines.emplace(id, version.is_string() ? version.get<std::string>() : std::string());
    const Json calibration = payload.value("calibration", Json::object());
    whole.calibration = {named<CalibrationState>(textIn(calibration, "state")).value_or(CalibrationState::NothingToDo),
        textIn(calibration, "table")};
}

Result<void> applyChecked(Replayed& state, const Json& payload)
{
    auto evidence = json::evidenceFrom(payload.value("evidence", Json()));
    if (!evidence)
        return evidence.error();
    Case& whole = state.whole;
    whole.evidence = std::move(*evidence);
    if (auto files = readList(payload, "files", json::fileFrom, whole.files); !files)
        return files;
    if (auto findings = readList(payload, "findings", json::findingFrom, whole.findings); !findings)
        return findings;
    if (auto crops = readList(payload, "crops", json::cropFrom, whole.crops); !crops)
        return crops;
    if (auto plugins = readList(payload, "plugins", json::pluginUseFrom, whole.plugins); !plugins)
        return plugins;
    whole.findingsStale = false;
    whole.confinement = names(payload, "confinement");
    whole.toolConfinement = names(payload, "toolConfinement");
    readEngines(payload, whole);
    whole.version = textIn(payload, "version");
    state.fileBlobs = names(payload, "fileBlobs");
    state.readingBlobs = names(payload, "readingBlobs");
    state.cropBlobs = names(payload, "cropBlobs");
    return {};
}

template <class T> Result<void> take(Result<T> value, std::vector<T>& into)
{
    if (!value)
        return value.error();
    into.push_back(std::move(*value));
    return {};
}

Result<void> applyConclusion(Replayed& state, const Json& payload)
{
    auto conclusion = json::conclusionFrom(payload);
    if (!conclusion)
        return conclusion.error();
    state.whole.conclusion = std::move(*conclusion);
    state.whole.state = CaseState::Concluded;
    return {};
}

Result<void> applyPayload(Replayed& state, const Event& event, const Json& payload)
{
    Case& whole = state.whole;
    if (event.kind == kinds::caseCreated) {
        whole.officer = event.actor;
        whole.createdAt = event.at;
        return applyTerms(state, payload);
    }
    if (event.kind == kinds::termsSet)
        return applyTerms(state, payload);
    if (event.kind == kinds::caseChecked)
        return applyChecked(state, payload);
    if (event.kind == kinds::findingDisposed)
        return take(json::dispositionFrom(payload), whole.dispositions);
    if (event.kind == kinds::fieldCorrected) {
        whole.findingsStale = true;
        return take(json::correctionFrom(payload), whole.corrections);
    }
    if (event.kind == kinds::caseConcluded)
        return applyConclusion(state, payload);
    if (event.kind == kinds::caseSubmitted) {
        whole.state = CaseState::Submitted;
        whole.returnReason.clear();
    } else if (event.kind == kinds::caseReturned) {
        whole.state = CaseState::Returned;
        whole.returnReason = textIn(payload, "reason");
    } else if (event.kind == kinds::caseTakenOver) {
        whole.officer = event.actor;
    }
    return {};
}

bool isOfficersWork(const std::string& kind)
{
    return kind == kinds::caseCreated || kind == kinds::caseChecked || kind == kinds::termsSet
        || kind == kinds::fieldCorrected || kind == kinds::caseTakenOver || kind == kinds::caseSubmitted;
}

/// \param superseded  a later check stands in its place, so what this one says need not be read
Result<void> apply(Replayed& state, const Event& event, bool superseded)
{
    state.lastEvent = event.number;
    if (isOfficersWork(event.kind))
        state.workedAsOfficer.insert(event.actor);
    if (event.kind == kinds::caseErased) {
        state.erased = true;
        state.erasedAt = event.at;
        return {};
    }
    if (event.kind != kinds::reportIssued) { // a report changes nothing
        state.whole.changedAt = event.at;
        state.whole.lastEntry = event.number;
    }
    if (!event.body || superseded)
        return {};
    auto payload = json::parsed(*event.body, "entry " + std::to_string(event.number));
    if (!payload)
        return payload.error();
    if (!payload->is_object())
        return Error{ErrorKind::Malformed, "it is not an object.", "store"};
    return applyPayload(state, event, *payload);
}

} // namespace

Json checkedPayload(const Replayed& checked)
{
    const Case& whole = checked.whole;
    Json payload;
    payload["evidence"] = json::toJson(whole.evidence);
    for (const char* list : {"files", "findings", "crops", "plugins"})
        payload[list] = Json::array();
    for (const File& file : whole.files)
        payload["files"].push_back(json::toJson(file));
    for (const Finding& finding : whole.findings)
        payload["findings"].push_back(json::toJson(finding));
    for (const Crop& crop : whole.crops)
        payload["crops"].push_back(json::toJson(crop));
    for (const PluginUse& plugin : whole.plugins)
        payload["plugins"].push_back(json::toJson(plugin));
    payload["confinement"] = whole.confinement;
    payload["toolConfinement"] = whole.toolConfinement;
    payload["engines"] = whole.engines;
    payload["calibration"] = {{"state", nameOf(whole.calibration.state)}, {"table", whole.calibration.table}};
    payload["version"] = whole.version;
    payload["fileBlobs"] = checked.fileBlobs;
    payload["readingBlobs"] = checked.readingBlobs;
    payload["cropBlobs"] = checked.cropBlobs;
    return payload;
}

std::vector<std::string> blobsIn(const Json& payload)
{
    std::vector<std::string> all;
    for (const char* list : {"fileBlobs", "readingBlobs", "cropBlobs"})
        for (std::string& name : names(payload, list))
            if (!name.empty())
                all.push_back(std::move(name));
    return all;
}

Result<Replayed> replay(const std::string& caseId, const std::vector<Event>& events)
{
    if (events.empty())
        return Error{ErrorKind::NotFound, "There is no case " + caseId + " in this store.", "store"};
    Replayed state;
    state.whole.id = caseId;
    const auto lastCheck = std::find_if(
        events.rbegin(), events.rend(), [](const Event& event) { return event.kind == kinds::caseChecked; });
    const std::uint64_t lastChecked = lastCheck == events.rend() ? 0 : lastCheck->number;
    for (const Event& event : events) {
        const auto applied = apply(state, event, event.kind == kinds::caseChecked && event.number < lastChecked);
        if (!applied)
            return Error{ErrorKind::Malformed,
                "Entry " + std::to_string(event.number) + " of case " + caseId
                    + " cannot be read: " + applied.error().message,
                "store"};
    }
    return state;
}

CaseSummary summaryOf(const Case& whole)
{
    const auto count = [&](Severity severity) {
        return static_cast<std::size_t>(std::count_if(whole.findings.begin(), whole.findings.end(),
            [&](const Finding& finding) { return finding.severity == severity; }));
    };
    CaseSummary summary{whole.id, whole.terms.subject, whole.state, whole.officer, whole.createdAt, whole.changedAt,
        whole.terms.asOf, whole.files.size(), whole.evidence.documents.size(), count(Severity::Adverse),
        count(Severity::Caution), std::nullopt};
    if (whole.conclusion)
        summary.conclusion = whole.conclusion->kind;
    return summary;
}

std::string lineAbout(const Event& event)
{
    if (!event.body)
        return {};
    const auto payload = json::parsed(*event.body, "entry");
    if (!payload || !payload->is_object())
        return {};
    const auto text = [&](const char* name) { return textIn(*payload, name); };
    if (event.kind == kinds::caseChecked)
        return std::to_string(payload->value("files", Json::array()).size()) + " files, "
            + std::to_string(payload->value("findings", Json::array()).size()) + " findings";
    if (event.kind == kinds::findingDisposed || event.kind == kinds::caseConcluded)
        return text("kind") + (text("words").empty() ? "" : ": " + text("words"));
    if (event.kind == kinds::fieldCorrected)
        return text("field") + " = " + text("value");
    if (event.kind == kinds::caseTakenOver)
        return text("from") + " → " + event.actor + ": " + text("reason");
    if (event.kind == kinds::reportIssued)
        return text("kind") + " " + text("sha256").substr(0, 16);
    for (const char* name : {"subject", "reason", "name"})
        if (!text(name).empty())
            return text(name);
    return {};
}

} // namespace vidimus::store::detail
