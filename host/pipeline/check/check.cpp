#include "pipeline/check/check.hpp"

#include "core/spelling.hpp"

#include <algorithm>

namespace vidimus::pipeline {
namespace {

const profiles::Profile* profileOf(const Evidence& evidence, DocumentIndex index, const profiles::ProfileSet& profiles)
{
    if (index.value >= evidence.documents.size() || !evidence.documents[index.value].classification)
        return nullptr;
    return profiles.find(evidence.documents[index.value].classification->profile);
}

/// The gravest level that the profiles of the cited documents set; else the declared one.
Level levelOf(const CheckResult& result, const packs::CheckDeclaration& declaration, const Evidence& evidence,
    const profiles::ProfileSet& profiles)
{
    std::optional<Level> set;
    const auto consider = [&](DocumentIndex document) {
        if (const auto* profile = profileOf(evidence, document, profiles))
            if (const auto level = profile->levels.find(result.check); level != profile->levels.end())
                set = set ? std::min(*set, level->second) : level->second;
    };
    if (result.document)
        consider(*result.document);
    else
        for (const Citation& citation : result.citations)
            if (citation.document)
                consider(*citation.document);
    const Level level = set.value_or(declaration.level);
    return result.atMost ? std::max(level, *result.atMost) : level;
}

bool restsOnUncertainReading(const CheckResult& result, const Evidence& evidence)
{
    return std::any_of(result.citations.begin(), result.citations.end(), [&](const Citation& citation) {
        if (!citation.document || citation.field.empty() || citation.document->value >= evidence.documents.size())
            return false;
        const auto& fields = evidence.documents[citation.document->value].fields;
        return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
            return field.id == citation.field && field.file == citation.file && field.page == citation.page
                && field.region == citation.region && field.text == citation.text
                && field.certainty != Certainty::Accepted;
        });
    });
}

std::string parametersOf(const std::string& check, const std::map<std::string, std::string>& rules)
{
    std::string text;
    for (const auto& [key, value] : rules)
        if (key.starts_with(check + "."))
            text += (text.empty() ? "" : "\n") + key + "=" + value;
    return text;
}

Finding findingOf(CheckResult result, const packs::CheckDeclaration& declaration, const Evidence& evidence,
    const CheckRules& rules, const profiles::ProfileSet& profiles)
{
    if (result.outcome == Outcome::Failed && restsOnUncertainReading(result, evidence)) {
        result.values.emplace("would-be", result.reason);
        result.outcome = Outcome::Indeterminate;
        result.reason = "field-uncertain";
    }
    Finding finding;
    finding.check = result.check;
    finding.plugin = result.plugin;
    finding.pluginVersion = result.pluginVersion;
    finding.outcome = result.outcome;
    finding.level = levelOf(result, declaration, evidence, profiles);
    finding.severity = severityOf(finding.outcome, finding.level);
    finding.reason = std::move(result.reason);
    finding.citations = std::move(result.citations);
    // A document check that cites nothing still speaks of its document.
    if (finding.citations.empty() && result.document && !evidence.documents[result.document->value].parts.empty()) {
        const DocumentPart& part = evidence.documents[result.document->value].parts.front();
        finding.citations.push_back({result.document, part.file, part.page, {}, {}, {}});
    }
    finding.values = std::move(result.values);
    finding.source = result.source.empty() ? declaration.source : result.source;
    if (result.document)
        finding.parameters = parametersOf(finding.check, rules.documents[result.document->value]);
    finding.id = findingId(finding);
    return finding;
}

CheckRules rulesFor(const Evidence& evidence, const CheckPolicy& policy, const profiles::ProfileSet& profiles)
{
    CheckRules rules;
    for (std::uint32_t i = 0; i < evidence.documents.size(); ++i) {
        const auto* profile = profileOf(evidence, {i}, profiles);
        rules.documents.push_back(profile ? profile->rules : std::map<std::string, std::string>());
    }
    rules.ofCase["as-of"] = policy.asOf.iso();
    if (!policy.pathway.empty())
        rules.ofCase["pathway"] = policy.pathway;
    for (std::size_t i = 0; i < policy.trustRoots.size(); ++i)
        rules.ofCase["trust.root." + std::to_string(i)] = policy.trustRoots[i];
    return rules;
}

std::vector<CheckOrder> ordersFor(
    const Evidence& evidence, const packs::PackList& packs, const profiles::ProfileSet& profiles)
{
    std::vector<CheckOrder> orders;
    for (const packs::Pack& pack : packs.packs)
        for (const packs::CheckDeclaration& declaration : pack.declarations) {
            if (std::find(pack.checks.begin(), pack.checks.end(), declaration.id) == pack.checks.end())
                continue; // declared for its words only: the host records it
            if (declaration.ofCase) {
                orders.push_back({declaration.id, std::nullopt});
                continue;
            }
            for (std::uint32_t i = 0; i < evidence.documents.size(); ++i) {
                const auto* profile = profileOf(evidence, {i}, profiles);
                if (!profile) {
                    if (declaration.ofAnyDocument && declaration.level != Level::Ignore)
                        orders.push_back({declaration.id, DocumentIndex{i}});
                    continue;
                }
                if (!pack.jurisdiction.empty() && pack.jurisdiction != profile->jurisdiction)
                    continue;
                const auto level = profile->levels.find(declaration.id);
                if (level == profile->levels.end() ? declaration.level != Level::Ignore
                                                   : level->second != Level::Ignore)
                    orders.push_back({declaration.id, DocumentIndex{i}});
            }
        }
    return orders;
}

/// What the pack declares of a check; for what the host records itself (a check that did not finish), a warning.
packs::CheckDeclaration declarationOf(const std::string& check, const packs::PackList& packs)
{
    const auto* declaration = packs.check(check).second;
    return declaration ? *declaration : packs::CheckDeclaration{check, true, Level::Warn, {}};
}

std::string_view reasonOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Crashed:
        return "reader-crashed";
    case ErrorKind::TimedOut:
        return "timed-out";
    case ErrorKind::OutOfMemory:
        return "out-of-memory";
    default:
        return "malformed";
    }
}

Finding hostFinding(std::string check)
{
    Finding finding;
    finding.check = std::move(check);
    finding.plugin = "vidimus.host";
    finding.pluginVersion = VIDIMUS_VERSION;
    finding.level = Level::Warn;
    return finding;
}

} // namespace

std::vector<Finding> check(const Evidence& evidence, const CheckPolicy& policy, PluginServices& services,
    const packs::PackList& packs, const profiles::ProfileSet& profiles)
{
    const CheckRules rules = rulesFor(evidence, policy, profiles);
    std::vector<Finding> findings = documentRecognised(evidence);
    for (const CheckResult& result : services.check(evidence, rules, ordersFor(evidence, packs, profiles)))
        findings.push_back(findingOf(result, declarationOf(result.check, packs), evidence, rules, profiles));
    return findings;
}

std::vector<Finding> documentRecognised(const Evidence& evidence)
{
    std::vector<Finding> findings;
    for (std::uint32_t i = 0; i < evidence.documents.size(); ++i) {
        const Document& document = evidence.documents[i];
        Finding finding = hostFinding("document-recognised");
        finding.outcome = document.classification ? Outcome::Passed : Outcome::Failed;
        if (!document.classification)
            finding.reason = "no-profile-fits";
        else
            finding.values["profile"] = document.classification->profile;
        for (const DocumentPart& part : document.parts)
            finding.citations.push_back(
                {DocumentIndex{i}, part.file, part.page, part.quad ? boundsOf(*part.quad) : Region{}, {}, {}});
        finding.severity = severityOf(finding.outcome, finding.level);
        finding.id = findingId(finding);
        findings.push_back(std::move(finding));
    }
    return findings;
}

void leaveUnreadUnjudged(std::vector<Finding>& findings, const std::vector<File>& files)
{
    const auto unread = [&](const Citation& citation) {
        return citation.file.value < files.size() && files[citation.file.value].pages.empty();
    };
    for (Finding& finding : findings) {
        if (finding.check != "document-recognised" || finding.outcome != Outcome::Failed
            || !std::ranges::all_of(finding.citations, unread))
            continue;
        finding.outcome = Outcome::NotApplicable;
        finding.reason = "not-read";
        finding.severity = severityOf(finding.outcome, finding.level);
        finding.id = findingId(finding);
    }
}

Finding didNotFinish(
    FileIndex file, std::optional<DocumentIndex> document, const Error& error, const std::string& source)
{
    Finding finding = hostFinding("check-did-not-finish");
    finding.outcome = Outcome::Indeterminate;
    finding.reason = reasonOf(error.kind);
    // Not every room knows the file's name: a message without it gets it here.
    finding.values["what"] = error.message.starts_with(source) ? error.message : source + ": " + error.message;
    finding.values["cause"] = nameOf(error.kind);
    finding.values["file"] = source;
    finding.citations.push_back({document, file, PageIndex{}, {}, {}, {}});
    finding.severity = severityOf(finding.outcome, finding.level);
    finding.id = findingId(finding);
    return finding;
}

} // namespace vidimus::pipeline
