#include "pdf_signature.hpp"
#include "judgement.hpp"

namespace vidimus::pdf_signature {

using sdk::CaseEvidence;
using sdk::Fact;
using sdk::Outcome;

namespace {

/// The document that has a part in that file; -1: none.
std::int64_t documentOf(const CaseEvidence& evidence, std::uint64_t file)
{
    for (const sdk::Evidence& document : evidence.documents())
        for (const auto& part : document.parts())
            if (part.file == file)
                return static_cast<std::int64_t>(document.index());
    return -1;
}

Outcome about(Outcome outcome, const CaseEvidence& evidence, const Fact& fact)
{
    const auto page = static_cast<std::uint32_t>(fact.page < 0 ? 0 : fact.page);
    outcome.citePlace(documentOf(evidence, fact.file), fact.file, page);
    for (const char* name : {"field", "kind", "signer", "signedAt", "digest", "notAfter"})
        if (const auto value = fact[name]; !value.empty())
            outcome.with(name, std::string(value));
    return outcome;
}

Outcome outcomeOf(vidimus_outcome_t outcome, const std::string& reason)
{
    if (outcome == VIDIMUS_FAILED)
        return Outcome::failed(reason);
    return outcome == VIDIMUS_PASSED ? Outcome::passed() : Outcome::indeterminate(reason);
}

/// One not-applicable outcome a PDF without signatures, or one where there is no PDF at all.
void addWithoutSignatures(std::vector<Outcome>& outcomes, const CaseEvidence& evidence)
{
    for (std::uint64_t file = 0; file < evidence.fileCount(); ++file)
        if (!evidence.facts(file, "pdf.document").empty() && evidence.facts(file, "pdf.signature").empty())
            outcomes.push_back(Outcome::notApplicable("unsigned")
                                   .citingPlace(documentOf(evidence, file), static_cast<std::uint32_t>(file), 0));
    if (outcomes.empty())
        outcomes.push_back(Outcome::notApplicable("no-pdf"));
}

/// Times at which trusted document time stamps after signature i saw it.
std::vector<std::int64_t> timesProvenAfter(const std::vector<Fact>& signatures, std::size_t i, const TrustRoots& roots)
{
    std::vector<std::int64_t> times;
    for (std::size_t later = i + 1; later < signatures.size(); ++later) {
        const Fact& stamp = signatures[later];
        const std::int64_t time = secondsOf(stamp["signedAt"]);
        const bool covers = stamp["coverage"] == "entire-file" || stamp["coverage"] == "entire-revision";
        if (stamp["kind"] == "document-timestamp" && stamp["integrity"] == "true" && covers && time >= 0
            && roots.pathAt(stamp["certificates"], time) == TrustRoots::Path::Trusted)
            times.push_back(time);
    }
    return times;
}

/// What the signer allowed to come later (docMdp; none: further signatures), against what came.
bool isAllowed(const Fact& signature)
{
    const std::string_view change = signature["modification"], permission = signature["docMdp"];
    if (change == "none" || change == "lta-updates")
        return true;
    if (change == "form-filling" && signature["valuesFilled"] == "false")
        return permission != "1";
    if (change == "form-filling")
        return permission == "2" || permission == "3";
    return change == "annotations" && permission == "3";
}

Outcome unchanged(const Fact& signature)
{
    const std::string_view coverage = signature["coverage"];
    if (signature["integrity"] == "false")
        return Outcome::indeterminate("signature-broken");
    if (coverage != "entire-file" && coverage != "entire-revision")
        return Outcome::failed("signature-does-not-cover-document").with("coverage", std::string(coverage));
    return Outcome::passIf(isAllowed(signature), "changed-after-signing")
        .with("modification", std::string(signature["modification"]))
        .with("where", std::string(signature["modified"]));
}

} // namespace

std::vector<Outcome> signaturesHold(const CaseEvidence& evidence)
{
    const TrustRoots roots(evidence.rules("trust.root"));
    const std::int64_t now = (sdk::Host::instance().asOfDay() + 1) * 86'400 - 1;
    std::vector<Outcome> outcomes;
    for (std::uint64_t file = 0; file < evidence.fileCount(); ++file) {
        const auto signatures = evidence.facts(file, "pdf.signature");
        for (std::size_t i = 0; i < signatures.size(); ++i) {
            const Judgement judgement = judge(signatures[i], {roots, now, timesProvenAfter(signatures, i, roots)});
            Outcome outcome = about(outcomeOf(judgement.outcome, judgement.reason), evidence, signatures[i])
                                  .with("indication", judgement.indication.main)
                                  .with("sub-indication", judgement.indication.sub);
            if (judgement.reason == "no-trust-roots")
                outcome.atMost("inform");
            outcomes.push_back(std::move(outcome));
        }
    }
    addWithoutSignatures(outcomes, evidence);
    return outcomes;
}

std::vector<Outcome> unchangedSinceSigning(const CaseEvidence& evidence)
{
    std::vector<Outcome> outcomes;
    for (std::uint64_t file = 0; file < evidence.fileCount(); ++file)
        for (const Fact& signature : evidence.facts(file, "pdf.signature"))
            outcomes.push_back(about(unchanged(signature), evidence, signature));
    addWithoutSignatures(outcomes, evidence);
    return outcomes;
}

} // namespace vidimus::pdf_signature
