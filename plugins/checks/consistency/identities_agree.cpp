#include "coded_numbers.hpp"
#include "consistency.hpp"
#include "statements.hpp"

namespace vidimus::consistency {
namespace {

struct Identity {
    Statement statement;
    std::string kind, number; ///< number bare, in its modern form
    bool embedded = false; ///< part of a qualification code
};

/// The kind as the paper or the claim says; else by the number's form.
std::string kindOf(std::string_view said, const std::string& bareNumber)
{
    return said.empty() ? identityKindOf(bareNumber) : std::string(said);
}

void add(std::vector<Identity>& all, Statement statement, std::string_view saidKind)
{
    const std::string number = bare(statement.value);
    all.push_back({std::move(statement), kindOf(saidKind, number), modernForm(number)});
}

/// Codes of qualification certificates carry an identity number of their own.
void addEmbedded(std::vector<Identity>& all, const Evidence& document)
{
    for (int i = 0;; ++i) {
        const std::string row = "number-parts-agree.parts." + std::to_string(i) + ".";
        const auto kind = document.rule(row + "kind");
        if (!kind)
            return;
        const Field field = document.field(document.rule(row + "field").value_or("document.number"));
        if (*kind != "physician-qualification" || !field.readable())
            continue;
        if (const auto code = qualificationCode(bare(field.value())))
            all.push_back({{field, std::string(field.value())}, code->kind, bare(field.value()), true});
    }
}

std::vector<Identity> identitiesOf(const CaseEvidence& evidence)
{
    std::vector<Identity> all;
    for (const Evidence& document : evidence.documents()) {
        if (document.rule("identities-agree.ignore") == "true")
            continue;
        const Field number = document.field("holder.id-number"), kind = document.field("holder.id-kind");
        if (number.readable())
            add(all, {number, std::string(number.value())}, kind.value());
        addEmbedded(all, document);
    }
    std::string_view claimedKind;
    for (const auto& claim : evidence.claims())
        if (claim.field == "holder.id-kind")
            claimedKind = claim.value;
    for (const auto& claim : evidence.claims())
        if (claim.field == "holder.id-number")
            add(all, {{}, std::string(claim.value)}, claimedKind);
    return all;
}

/// One of the two leaves out its check digit, and the rest is the same.
bool sameButForCheckDigit(const Identity& a, const Identity& b)
{
    const auto maybe = [](const Identity& one) { return one.kind.empty() || one.kind == "hkid"; };
    const std::string_view first = hkidStem(a.number), second = hkidStem(b.number);
    return maybe(a) && maybe(b) && (a.kind == "hkid" || b.kind == "hkid") && !first.empty() && first == second
        && (first == a.number || second == b.number);
}

Agreement agreementOf(const Identity& a, const Identity& b)
{
    if (!a.embedded && !b.embedded && sameButForCheckDigit(a, b))
        return Agreement::Yes;
    if (a.kind.empty() || a.kind != b.kind || (a.embedded && b.embedded && a.number == b.number))
        return a.embedded && b.embedded && a.number == b.number ? Agreement::Yes : Agreement::CannotTell;
    if (!a.embedded && !b.embedded)
        return a.number == b.number ? Agreement::Yes : Agreement::No;
    const Identity& code = a.embedded ? a : b;
    const Identity& plain = a.embedded ? b : a;
    if (plain.embedded)
        return qualificationCode(a.number)->identity == qualificationCode(b.number)->identity ? Agreement::Yes
                                                                                              : Agreement::No;
    return embeddedAgrees(*qualificationCode(code.number), plain.number, plain.kind);
}

void judgeNumbers(const CaseEvidence& evidence, std::vector<Outcome>& wrong, Outcome& right, int& asked)
{
    const auto all = identitiesOf(evidence);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            const bool sameField = !all[i].statement.claimed() && all[i].statement.sameSource(all[j].statement);
            const Agreement agreement = sameField ? Agreement::CannotTell : agreementOf(all[i], all[j]);
            if (agreement == Agreement::CannotTell)
                continue;
            ++asked;
            if (agreement == Agreement::Yes) {
                right.cite(all[i].statement.field).cite(all[j].statement.field);
                continue;
            }
            Outcome outcome = citingStatements(Outcome::failed("identity-differs"), all[i].statement, all[j].statement);
            // Passports and permits get new numbers when renewed.
            const bool renewable = all[i].kind == "passport" || all[i].kind == "travel-permit";
            wrong.push_back(renewable ? std::move(outcome).atMost("warn") : std::move(outcome));
        }
}

using Agree = Agreement (*)(const std::string&, const std::string&);

void judgeFact(const CaseEvidence& evidence, std::string_view id, const char* reason, Agree agree,
    std::vector<Outcome>& wrong, Outcome& right, int& asked)
{
    const auto all = statementsOf(evidence, id, "identities-agree");
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (all[i].sameSource(all[j]))
                continue;
            ++asked;
            switch (agree(all[i].value, all[j].value)) {
            case Agreement::Yes:
                right.cite(all[i].field).cite(all[j].field);
                break;
            case Agreement::No:
                wrong.push_back(citingStatements(Outcome::failed(reason), all[i], all[j]));
                break;
            case Agreement::CannotTell:
                wrong.push_back(citingStatements(Outcome::indeterminate("field-unreadable"), all[i], all[j]));
                break;
            }
        }
}

/// A date that cannot be read as one contradicts nothing, and confirms nothing.
Agreement datesAgree(const std::string& a, const std::string& b)
{
    const auto first = PrintedDate::parse(a), second = PrintedDate::parse(b);
    if (!first || !second)
        return a == b ? Agreement::Yes : Agreement::CannotTell;
    return first->compatibleWith(*second) ? Agreement::Yes : Agreement::No;
}

/// A claim may say "male" or 男; only M and F contradict each other.
Agreement sexesAgree(const std::string& a, const std::string& b)
{
    if (a == b)
        return Agreement::Yes;
    const auto known = [](const std::string& sex) { return sex == "M" || sex == "F"; };
    return known(a) && known(b) ? Agreement::No : Agreement::CannotTell;
}

} // namespace

/// Do birth date, sex and identity number agree across documents and claims? Numbers are compared like with like.
std::vector<Outcome> identitiesAgree(const CaseEvidence& evidence)
{
    std::vector<Outcome> wrong;
    Outcome right = Outcome::passed();
    int asked = 0;
    judgeFact(evidence, "holder.birth-date", "birth-date-differs", datesAgree, wrong, right, asked);
    judgeFact(evidence, "holder.sex", "sex-differs", sexesAgree, wrong, right, asked);
    judgeNumbers(evidence, wrong, right, asked);
    if (!wrong.empty())
        return wrong;
    if (asked == 0)
        return {Outcome::notApplicable("nothing-to-compare")};
    return {std::move(right)};
}

} // namespace vidimus::consistency
