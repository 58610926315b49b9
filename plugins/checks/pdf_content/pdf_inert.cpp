#include "pdf_inert.hpp"

#include <map>

namespace vidimus::pdf_content {

using sdk::CaseEvidence;
using sdk::Fact;
using sdk::Outcome;

namespace {

/// The contract's reason for a kind of active content; empty: none to give.
std::string reasonFor(const Fact& found)
{
    const std::string_view what = found["what"];
    if (what == "javascript" || what == "embedded-file")
        return std::string(what);
    if (what == "launch-action" || what == "submit-form" || what == "import-data" || what == "rich-media")
        return "launch-action";
    if (what == "external-reference" && found["opened-without-click"] == "true")
        return "external-reference";
    return {};
}

std::int64_t documentOf(const CaseEvidence& evidence, std::uint32_t file, int page)
{
    std::int64_t ofFile = -1;
    for (const sdk::Evidence& document : evidence.documents())
        for (const auto& part : document.parts()) {
            if (part.file != file)
                continue;
            if (page >= 0 && part.page == static_cast<std::uint32_t>(page))
                return static_cast<std::int64_t>(document.index());
            if (ofFile < 0)
                ofFile = static_cast<std::int64_t>(document.index());
        }
    return ofFile;
}

Outcome failure(const CaseEvidence& evidence, const std::string& reason, const std::vector<Fact>& found)
{
    Outcome outcome = Outcome::failed(reason)
                          .with("count", std::to_string(found.size()))
                          .with("what", std::string(found.front()["what"]))
                          .with("where", std::string(found.front()["where"]))
                          .with("target", std::string(found.front()["target"]));
    // An attached file is unusual, and some issuers attach data to genuine papers.
    if (reason == "embedded-file")
        outcome.atMost("warn");
    for (const Fact& fact : found)
        outcome.citePlace(documentOf(evidence, fact.file, fact.page), fact.file,
            static_cast<std::uint32_t>(fact.page < 0 ? 0 : fact.page));
    return outcome;
}

} // namespace

std::vector<Outcome> inert(const CaseEvidence& evidence)
{
    std::vector<Outcome> outcomes;
    for (std::uint64_t file = 0; file < evidence.fileCount(); ++file) {
        if (evidence.facts(file, "pdf.document").empty())
            continue;
        std::map<std::string, std::vector<Fact>> byReason;
        for (Fact& fact : evidence.facts(file, "pdf.active-content"))
            if (const std::string reason = reasonFor(fact); !reason.empty())
                byReason[reason].push_back(std::move(fact));
        for (const auto& [reason, found] : byReason)
            outcomes.push_back(failure(evidence, reason, found));
        const auto index = static_cast<std::uint32_t>(file);
        if (byReason.empty())
            outcomes.push_back(Outcome::passed().citingPlace(documentOf(evidence, index, -1), index, 0));
    }
    if (outcomes.empty())
        outcomes.push_back(Outcome::notApplicable("no-pdf"));
    return outcomes;
}

} // namespace vidimus::pdf_content
