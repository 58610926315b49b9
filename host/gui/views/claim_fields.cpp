#include "gui/views/claim_fields.hpp"

#include "gui/widgets/fonts.hpp"

#include <algorithm>
#include <array>

namespace vidimus::gui {

std::span<const std::string_view> claimableFields()
{
    static constexpr auto ids = std::to_array<std::string_view>({"holder.name.han", "holder.name.latin",
        "holder.birth-date", "holder.sex", "holder.id-number", "holder.id-kind", "holder.nationality", "holder.address",
        "holder.ethnicity", "document.number", "registration.number", "registration.part", "registration.date",
        "registration.status", "qualification.name", "qualification.class", "qualification.number", "institution.name",
        "study.from", "study.until", "study.major", "award.date", "practice.category", "practice.scope",
        "practice.place", "title.rank", "title.specialty", "issue.date", "valid.from", "valid.until", "issuer.name",
        "product.name", "product.registration-number", "product.holder", "product.manufacturer", "policy.number",
        "policy.insured", "policy.from", "policy.until", "invoice.date", "invoice.total", "invoice.currency"});
    return ids;
}

bool TermsForm::operator==(const TermsForm& other) const
{
    const auto same = [](const Claim& a, const Claim& b) { return a.field == b.field && a.value == b.value; };
    return subject == other.subject && asOf == other.asOf && pathway == other.pathway
        && std::ranges::equal(claims, other.claims, same);
}

TermsForm formOf(const CaseTerms& terms)
{
    TermsForm form{
        .subject = displayable(terms.subject), .asOf = terms.asOf.iso(), .pathway = terms.pathway, .claims = {}};
    for (const Claim& claim : terms.claims)
        form.claims.push_back({claim.field, displayable(claim.value)});
    return form;
}

void rememberPathway(std::vector<std::string>& known, const std::string& pathway)
{
    constexpr std::size_t most = 8;
    if (pathway.empty())
        return;
    std::erase(known, pathway);
    known.insert(known.begin(), pathway);
    known.resize(std::min(known.size(), most));
}

std::string termsTrouble(const TermsForm& form)
{
    const auto date = Date::parse(form.asOf);
    if (!date || !date->toTheDay())
        return "terms.why-date";
    return {};
}

CaseTerms termsOf(const TermsForm& form)
{
    CaseTerms terms{.subject = fromDisplayable(form.subject),
        .asOf = Date::parse(form.asOf).value_or(Date::today()),
        .pathway = form.pathway,
        .claims = {}};
    for (const Claim& claim : form.claims)
        if (!claim.value.empty())
            terms.claims.push_back({claim.field, fromDisplayable(claim.value)});
    return terms;
}

} // namespace vidimus::gui
