#include "core/field_order.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace vidimus {

std::span<const std::string_view> sharedFieldIds()
{
    static constexpr auto order = std::to_array<std::string_view>({"holder.name.han", "holder.name.latin", "holder.sex",
        "holder.birth-date", "holder.nationality", "holder.id-number", "holder.id-kind", "holder.address",
        "holder.ethnicity", "holder.ccc", "document.number", "registration.number", "registration.part",
        "registration.date", "registration.status", "registration.conditions", "appointment.date", "referral.reason",
        "qualification.name", "qualification.class", "qualification.number", "institution.name", "study.from",
        "study.until", "study.major", "award.date", "practice.category", "practice.scope", "practice.place",
        "title.rank", "title.specialty", "issue.date", "valid.from", "valid.until", "issuer.name", "product.name",
        "product.registration-number", "product.holder", "product.manufacturer", "product.ingredients", "product.form",
        "product.agent", "product.class", "policy.number", "policy.insured", "policy.from", "policy.until",
        "invoice.date", "invoice.total", "invoice.currency", "invoice.items", "mrz.lines"});
    return order;
}

std::size_t fieldRank(std::string_view id)
{
    const auto order = sharedFieldIds();
    return static_cast<std::size_t>(std::ranges::find(order, id) - order.begin());
}

std::vector<std::size_t> inReadingOrder(const std::vector<Field>& fields)
{
    std::vector<std::size_t> order(fields.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return fieldRank(fields[at].id); });
    return order;
}

} // namespace vidimus
