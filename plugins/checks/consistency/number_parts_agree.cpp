#include "coded_numbers.hpp"
#include "consistency.hpp"
#include "values.hpp"

#include <algorithm>
#include <cstdlib>

namespace vidimus::consistency {
namespace {

/// A row of the profile: number-parts-agree.parts.N.{field, kind, against, …}.
struct Part {
    const Evidence& evidence;
    std::string row; ///< key of the row with its dot
    Field number;
    std::string bareNumber;

    std::string parameter(const char* name, std::string fallback = {}) const
    {
        return evidence.rule(row + name).value_or(std::move(fallback));
    }
    /// The field to compare with: the row's `against`, or what the kind is usually compared with.
    Field against(const char* usual) const { return evidence.field(row.empty() ? usual : parameter("against", usual)); }
    std::string slice(std::size_t length) const
    {
        const auto from
            = static_cast<std::size_t>(std::max(0.0, vidimus::consistency::number(evidence, row + "from", 0)));
        return from + length <= bareNumber.size() ? bareNumber.substr(from, length) : std::string();
    }
};

using Outcomes = std::vector<Outcome>;

void judgeResident(const Part& part, std::string_view bareNumber, Outcomes& outcomes)
{
    const auto coded = residentNumber(bareNumber);
    if (!coded)
        return;
    const Field born = part.evidence.field("holder.birth-date"), sex = part.evidence.field("holder.sex");
    if (const auto printed = dateOf(born); printed && coded->birth)
        outcomes.push_back(Outcome::passIf(coded->birth->compatibleWith(*printed), "birth-date-differs")
                               .citing(part.number, born)
                               .with("coded", coded->birth->iso())
                               .with("printed", printed->iso()));
    if (sex.readable())
        outcomes.push_back(Outcome::passIf(sex.value() == coded->sex, "sex-differs")
                               .citing(part.number, sex)
                               .with("coded", coded->sex)
                               .with("printed", std::string(sex.value())));
}

void judgeYear(const Part& part, const std::string& coded, Outcomes& outcomes)
{
    const Field dated = part.against("issue.date");
    const auto date = dateOf(dated);
    if (!date || coded.empty())
        return;
    const int tolerance = static_cast<int>(number(part.evidence, part.row + "tolerance", 0));
    outcomes.push_back(Outcome::passIf(std::abs(std::atoi(coded.c_str()) - date->year) <= tolerance, "year-differs")
                           .citing(part.number, dated)
                           .with("coded", coded)
                           .with("printed", std::to_string(date->year)));
}

/// An issuer that names no province cannot disagree with one.
void judgeRegion(const Part& part, const std::string& coded, Outcomes& outcomes)
{
    const Field issuer = part.against("issuer.name");
    if (!issuer.readable() || coded.empty())
        return;
    const auto named = provincesNamed(issuer.value());
    if (named.empty())
        return;
    outcomes.push_back(Outcome::passIf(std::find(named.begin(), named.end(), coded) != named.end(), "region-differs")
                           .citing(part.number, issuer)
                           .with("coded", coded)
                           .with("printed", named.front()));
}

/// Digits that stand for an issuer, school or office: codes.<digits> = "one spelling|another".
void judgeIssuer(const Part& part, Outcomes& outcomes)
{
    const auto length = static_cast<std::size_t>(std::max(0.0, number(part.evidence, part.row + "length", 0)));
    const std::string coded = part.slice(length);
    const auto spellings = part.evidence.rule(part.row + "codes." + coded);
    const Field issuer = part.against("issuer.name");
    if (coded.empty() || !spellings || !issuer.readable())
        return;
    const std::string printed = comparable(issuer.value());
    bool agrees = false;
    for (std::size_t at = 0; at <= spellings->size();) {
        const auto end = std::min(spellings->find('|', at), spellings->size());
        const std::string spelling = comparable(std::string_view(*spellings).substr(at, end - at));
        agrees = agrees || (!spelling.empty() && printed.find(spelling) != std::string::npos);
        at = end + 1;
    }
    outcomes.push_back(Outcome::passIf(agrees, "issuer-differs")
                           .citing(part.number, issuer)
                           .with("coded", coded)
                           .with("expected", *spellings));
}

void judgeQualification(const Part& part, Outcomes& outcomes)
{
    const auto code = qualificationCode(part.bareNumber);
    if (!code)
        return;
    if (code->kind == "cn-resident-id")
        judgeResident(part, code->identity, outcomes);
    const Field identity = part.evidence.field("holder.id-number");
    const std::string number = bare(identity.value());
    if (identity.readable()) {
        const Agreement agreement = embeddedAgrees(*code, number, identityKindOf(number));
        if (agreement == Agreement::CannotTell)
            outcomes.push_back(Outcome::notApplicable("identity-of-other-kind").citing(part.number, identity));
        else
            outcomes.push_back(Outcome::passIf(agreement == Agreement::Yes, "identity-differs")
                                   .citing(part.number, identity)
                                   .with("coded", code->identity));
    }
    judgeRegion(part, code->province, outcomes);
}

void judgeCommercialCodes(const Part& part, Outcomes& outcomes)
{
    const Field name = part.against("holder.name.han");
    if (!name.readable() || !part.number.readable())
        return;
    switch (commercialCodesAgree(part.number.value(), name.value())) {
    case Agreement::Yes:
        outcomes.push_back(Outcome::passed().citing(part.number, name));
        break;
    case Agreement::No:
        outcomes.push_back(Outcome::failed("name-differs").citing(part.number, name));
        break;
    case Agreement::CannotTell:
        outcomes.push_back(Outcome::indeterminate("codes-not-comparable").citing(part.number, name));
        break;
    }
}

void judge(const Part& part, const std::string& kind, Outcomes& outcomes)
{
    if (kind == "cn-resident-id")
        judgeResident(part, part.bareNumber, outcomes);
    else if (kind == "physician-qualification")
        judgeQualification(part, outcomes);
    else if (kind == "hkid-ccc")
        judgeCommercialCodes(part, outcomes);
    else if (kind == "year")
        judgeYear(part, part.slice(4), outcomes);
    else if (kind == "region")
        judgeRegion(part, part.slice(2), outcomes);
    else if (kind == "issuer")
        judgeIssuer(part, outcomes);
    else
        outcomes.push_back(Outcome::notApplicable("kind-unknown").with("kind", kind));
}

} // namespace

/// Do the parts coded in a number agree with the fields? Rows of the profile say which; a resident identity number and
/// commercial codes are compared wherever they stand.
std::vector<Outcome> numberPartsAgree(const Evidence& evidence)
{
    Outcomes outcomes;
    bool residentAsked = false, codesAsked = false;
    for (int i = 0;; ++i) {
        const std::string row = "number-parts-agree.parts." + std::to_string(i) + ".";
        const auto kind = evidence.rule(row + "kind");
        if (!kind)
            break;
        const std::string usual = *kind == "cn-resident-id" ? "holder.id-number"
            : *kind == "hkid-ccc"                           ? "holder.ccc"
                                                            : "document.number";
        const Field number = evidence.field(evidence.rule(row + "field").value_or(usual));
        residentAsked = residentAsked || (*kind == "cn-resident-id" && number.id() == "holder.id-number");
        codesAsked = codesAsked || *kind == "hkid-ccc";
        if (number.readable())
            judge({evidence, row, number, bare(number.value())}, *kind, outcomes);
        else if (number)
            outcomes.push_back(Outcome::indeterminate("field-unreadable").citing(number));
    }
    const Field identity = evidence.field("holder.id-number"), codes = evidence.field("holder.ccc");
    if (!residentAsked && identity.readable())
        judgeResident({evidence, {}, identity, {}}, bare(identity.value()), outcomes);
    if (!codesAsked && codes.readable())
        judgeCommercialCodes({evidence, {}, codes, {}}, outcomes);
    if (outcomes.empty())
        outcomes.push_back(Outcome::notApplicable("nothing-coded"));
    return outcomes;
}

} // namespace vidimus::consistency
