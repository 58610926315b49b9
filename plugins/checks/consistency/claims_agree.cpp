#include "coded_numbers.hpp"
#include "consistency.hpp"
#include "statements.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace vidimus::consistency {
namespace {

/// Asked by names-agree and identities-agree.
bool askedElsewhere(std::string_view id)
{
    static const std::set<std::string_view> ids{"holder.name.han", "holder.name.latin", "holder.birth-date",
        "holder.sex", "holder.id-number", "holder.id-kind"};
    return ids.count(id) > 0;
}

bool endsWithAny(std::string_view id, std::initializer_list<std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return id.ends_with(e); });
}

/// Compared by what the values mean: dates by precision, numbers without punctuation, amounts as numbers, texts without
/// case, spacing and script variants. A Han text and a Latin text say nothing of each other.
Agreement compare(std::string_view id, const std::string& claimed, std::string_view shown)
{
    const auto yes = [](bool agrees) { return agrees ? Agreement::Yes : Agreement::No; };
    const auto a = PrintedDate::parse(claimed), b = PrintedDate::parse(shown);
    if (a && b && endsWithAny(id, {".date", ".from", ".until"}))
        return yes(a->compatibleWith(*b));
    if (endsWithAny(id, {".number"}))
        return yes(bare(claimed) == bare(shown));
    if (id == "invoice.total") {
        char *endA = nullptr, *endB = nullptr;
        const std::string text(shown);
        const double x = std::strtod(claimed.c_str(), &endA), y = std::strtod(text.c_str(), &endB);
        if (*endA == '\0' && *endB == '\0')
            return yes(std::abs(x - y) < 0.005);
    }
    if (hasHan(claimed) != hasHan(shown))
        return comparable(claimed) == comparable(shown) ? Agreement::Yes : Agreement::CannotTell;
    return yes(comparable(claimed) == comparable(shown));
}

/// A claim agrees when any document that shows the field agrees; it differs when all that can be compared differ.
Outcome judge(const CaseEvidence& evidence, std::string_view id, const std::string& claimed)
{
    std::vector<Field> shown, differing;
    bool illegible = false;
    for (const Evidence& document : evidence.documents())
        for (const Field& field : document.fields()) {
            if (field.id() != id)
                continue;
            shown.push_back(field);
            illegible = illegible || !field.readable();
            const Agreement agreement = field.readable() ? compare(id, claimed, field.value()) : Agreement::CannotTell;
            if (agreement == Agreement::Yes)
                return Outcome::passed().citing(field);
            if (agreement == Agreement::No)
                differing.push_back(field);
        }
    // Nothing was compared, and who decides has to know it; but no paper is the worse for it.
    if (shown.empty())
        return Outcome::indeterminate("not-shown").atMost("inform");
    if (illegible || differing.empty()) {
        Outcome outcome = Outcome::indeterminate(illegible ? "field-unreadable" : "scripts-differ");
        for (const Field& field : shown)
            outcome.cite(field);
        return outcome;
    }
    Outcome outcome = Outcome::failed("claim-differs");
    for (const Field& field : differing)
        outcome.cite(field);
    return std::move(outcome).with("shown", std::string(differing.front().value()));
}

bool isShown(const CaseEvidence& evidence, std::string_view id)
{
    const auto documents = evidence.documents();
    return std::any_of(documents.begin(), documents.end(), [&](const Evidence& document) {
        const auto fields = document.fields();
        return std::any_of(fields.begin(), fields.end(), [&](const Field& field) { return field.id() == id; });
    });
}

} // namespace

/// Does each other claim agree with the document that shows it, and is each claim shown by any?
std::vector<Outcome> claimsAgree(const CaseEvidence& evidence)
{
    std::vector<Outcome> outcomes;
    for (const auto& claim : evidence.claims())
        if (!claim.value.empty() && (!askedElsewhere(claim.field) || !isShown(evidence, claim.field)))
            outcomes.push_back(judge(evidence, claim.field, std::string(claim.value))
                                   .with("field", std::string(claim.field))
                                   .with("claimed", std::string(claim.value)));
    if (outcomes.empty())
        outcomes.push_back(Outcome::notApplicable("no-claims"));
    return outcomes;
}

} // namespace vidimus::consistency
