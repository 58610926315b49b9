#include "consistency.hpp"
#include "statements.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace vidimus::consistency {
namespace {

/// Is it one syllable of the given names that differs, beside two that agree ("陳=CHAN 大=TAI 明≠?")? Engines take one
/// Han character for another that looks like it, and are sure of it: that a person has to see, but it is no proof of
/// two names.
bool oneGivenSyllable(const std::string& explanation)
{
    const auto count = [&](std::string_view sign) {
        std::size_t found = 0;
        for (auto at = explanation.find(sign); at != std::string::npos; at = explanation.find(sign, at + 1))
            ++found;
        return found;
    };
    constexpr std::string_view differs = "≠", agrees = "=";
    return count(differs) == 1 && count(agrees) >= 2 && explanation.find(agrees) < explanation.find(differs);
}

/// Collects the relations of all pairs.
struct NamesAsked {
    std::vector<Outcome> outcomes;
    std::map<std::string, std::string> weaker; ///< relation -> explanation, for the note of a pass
    Outcome passed = Outcome::passed();
    std::set<std::pair<std::uint64_t, std::string_view>> cited;
    int pairs = 0;

    void cite(const Field& field)
    {
        if (field && cited.insert({field.document(), field.id()}).second)
            passed.cite(field);
    }

    void ask(const Statement& a, const Statement& b)
    {
        ++pairs;
        const auto answer = Host::instance().compareNames(a.value, b.value);
        if (answer.relation == "conflict") {
            auto outcome = citingStatements(Outcome::failed("name-conflict"), a, b).with("because", answer.explanation);
            const Statement& han = hasHan(a.value) ? a : b;
            if (hasHan(a.value) != hasHan(b.value) && han.field && oneGivenSyllable(answer.explanation))
                outcome.atMost("warn");
            outcomes.push_back(std::move(outcome));
            return;
        }
        if (answer.relation == "undecided") {
            outcomes.push_back(citingStatements(Outcome::indeterminate("names-not-comparable"), a, b)
                                   .with("because", answer.explanation));
            return;
        }
        if (answer.relation != "identical")
            weaker.emplace(answer.relation, answer.explanation);
        cite(a.field);
        cite(b.field);
    }
};

/// Like with like: every two names of one script.
void askWithin(const std::vector<Statement>& names, NamesAsked& asked)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = i + 1; j < names.size(); ++j)
            asked.ask(names[i], names[j]);
}

bool hasFrom(const std::vector<Statement>& names, const Statement& source)
{
    return std::any_of(names.begin(), names.end(), [&](const Statement& name) { return name.sameSource(source); });
}

/// A Han name with a Latin one, where the two sources share no script, or where one paper prints both.
void askAcross(const std::vector<Statement>& han, const std::vector<Statement>& latin, NamesAsked& asked)
{
    for (const Statement& h : han)
        for (const Statement& l : latin) {
            const bool bothPrintLatin = hasFrom(latin, h), bothPrintHan = hasFrom(han, l);
            if (h.sameSource(l) || (!bothPrintLatin && !bothPrintHan))
                asked.ask(h, l);
        }
}

std::vector<Outcome> conclude(NamesAsked& asked)
{
    if (asked.pairs == 0)
        return {Outcome::notApplicable("one-name-only")};
    if (!asked.outcomes.empty())
        return std::move(asked.outcomes);
    std::string relation = "identical", because;
    for (const char* name : {"variant", "romanisation", "subset"})
        if (const auto found = asked.weaker.find(name); found != asked.weaker.end()) {
            relation = name;
            because = found->second;
        }
    return {std::move(asked.passed).with("relation", relation).with("because", because)};
}

} // namespace

/// Do all documents and claims name the same person? Variants of script, romanisations and shorter forms agree, with a
/// note; only a clear conflict fails.
std::vector<Outcome> namesAgree(const CaseEvidence& evidence)
{
    const auto han = statementsOf(evidence, "holder.name.han", "names-agree");
    const auto latin = statementsOf(evidence, "holder.name.latin", "names-agree");
    NamesAsked asked;
    try {
        askWithin(han, asked);
        askWithin(latin, asked);
        askAcross(han, latin, asked);
    } catch (const Failure&) {
        return {Outcome::indeterminate("names-service-missing")};
    }
    return conclude(asked);
}

} // namespace vidimus::consistency
