#include "consistency.hpp"
#include "values.hpp"

#include <algorithm>

namespace vidimus::consistency {
namespace {

/// The field ids of the vocabulary; a profile's own ids follow in its list `fields`.
constexpr std::string_view knownFields[] = {"document.number", "holder.name.han", "holder.name.latin", "holder.sex",
    "holder.birth-date", "holder.nationality", "holder.id-number", "holder.id-kind", "holder.address",
    "holder.ethnicity", "holder.ccc", "registration.number", "registration.part", "registration.date",
    "registration.status", "registration.conditions", "appointment.date", "referral.reason", "qualification.name",
    "qualification.class", "qualification.number", "institution.name", "study.from", "study.until", "study.major",
    "award.date", "practice.category", "practice.scope", "practice.place", "title.rank", "title.specialty",
    "issue.date", "valid.from", "valid.until", "issuer.name", "product.name", "product.registration-number",
    "product.holder", "product.manufacturer", "product.ingredients", "product.form", "product.agent", "product.class",
    "policy.number", "policy.insured", "policy.from", "policy.until", "invoice.date", "invoice.total",
    "invoice.currency", "invoice.items", "mrz.lines"};

std::vector<std::string> requiredFields(const Evidence& evidence)
{
    std::vector<std::string> required;
    const auto add = [&](std::string_view id) {
        if (evidence.rule("field." + std::string(id) + ".required") == "true")
            required.emplace_back(id);
    };
    for (const std::string_view id : knownFields)
        add(id);
    for (const std::string& id : evidence.rules("fields"))
        if (std::find(std::begin(knownFields), std::end(knownFields), id) == std::end(knownFields))
            add(id);
    return required;
}

} // namespace

/// Is every field that this document must show there?
/// A field whose place was found but not legible, or that is missing on a page that can hardly be read, is not absent.
std::vector<Outcome> requiredFieldsPresent(const Evidence& evidence)
{
    const auto required = requiredFields(evidence);
    if (required.empty())
        return {Outcome::notApplicable("nothing-required")};

    std::vector<Outcome> outcomes;
    Outcome all = Outcome::passed();
    bool anyPicture = false;
    const auto flaws = pageFlaws(evidence, anyPicture);
    for (const std::string& id : required) {
        const Field field = evidence.field(id);
        if (field.readable())
            all.cite(field);
        else if (field.present())
            outcomes.push_back(Outcome::indeterminate("field-unreadable").citing(field).with("field", id));
        else if (!flaws.empty())
            outcomes.push_back(
                Outcome::indeterminate("page-hard-to-read")
                    .with("field", id)
                    .with("because", flaws.front().reason)
                    .citingPlace(static_cast<std::int64_t>(evidence.index()), flaws.front().file, flaws.front().page));
        else {
            outcomes.push_back(Outcome::failed("field-missing").with("field", id));
            for (const auto& part : evidence.parts())
                outcomes.back().citePlace(static_cast<std::int64_t>(evidence.index()), part.file, part.page);
        }
    }
    if (outcomes.empty())
        outcomes.push_back(std::move(all));
    return outcomes;
}

} // namespace vidimus::consistency
