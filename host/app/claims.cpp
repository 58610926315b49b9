#include "app/claims.hpp"

#include "core/field_order.hpp"
#include "core/nearest.hpp"
#include "pipeline/extract/normalise/normalise.hpp"

#include <algorithm>
#include <set>

namespace vidimus::app {
namespace {

using profiles::FieldKind;

/// The shared ids and those that the loaded profiles add.
std::vector<std::string> knownIds(const House& house)
{
    std::set<std::string> ids;
    for (const std::string_view id : sharedFieldIds())
        ids.emplace(id);
    for (const auto& profile : house.profiles.all())
        for (const auto& field : profile.fields)
            ids.insert(field.id);
    return {ids.begin(), ids.end()};
}

/// A pack's code may find fields that no profile lists, under its jurisdiction: `hk.…`.
bool isOfAJurisdiction(const std::string& id)
{
    return id.find('.') == 2;
}

/// Date or sex, where a profile has the field as one.
std::optional<FieldKind> strictKindOf(const std::string& id, const House& house)
{
    for (const auto& profile : house.profiles.all())
        for (const auto& field : profile.fields)
            if (field.id == id && (field.kind == FieldKind::Date || field.kind == FieldKind::Sex))
                return field.kind;
    return std::nullopt;
}

Result<void> normalise(Claim& claim, const House& house)
{
    const auto kind = strictKindOf(claim.field, house);
    if (!kind || claim.value.empty() || (*kind == FieldKind::Date && Date::parse(claim.value)))
        return {};
    profiles::FieldSpec spec;
    spec.id = claim.field;
    spec.kind = *kind;
    if (const auto normal = pipeline::normalised(spec, claim.value)) {
        claim.value = normal->value;
        return {};
    }
    return Error{ErrorKind::Malformed,
        "the claim " + claim.field + ": \"" + claim.value + "\" is "
            + (*kind == FieldKind::Date ? "not a date; write it as 1981-07-14" : "not a sex; write F or M"),
        "app"};
}

} // namespace

Result<std::vector<Claim>> checkedClaims(std::vector<Claim> claims, const House& house)
{
    const auto known = knownIds(house);
    for (Claim& claim : claims) {
        if (!std::ranges::binary_search(known, claim.field) && !isOfAJurisdiction(claim.field)) {
            const auto nearest = nearestOf(claim.field, known);
            return Error{ErrorKind::Malformed,
                "the claim " + claim.field + ": there is no such field"
                    + (nearest.empty() ? "; README.md says where the ids are listed"
                                       : "; did you mean " + nearest + "?"),
                "app"};
        }
        if (const auto normal = normalise(claim, house); !normal)
            return normal.error();
    }
    return claims;
}

} // namespace vidimus::app
