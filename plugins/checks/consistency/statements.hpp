#pragma once
#include "values.hpp"

namespace vidimus::consistency {

/// One value that a document shows or the applicant claims.
struct Statement {
    Field field; ///< absent for a claim
    std::string value;
    bool claimed() const { return !field.present(); }
    bool sameSource(const Statement& other) const
    {
        return claimed() == other.claimed() && (claimed() || field.document() == other.field.document());
    }
};

/// What all documents and the claims say of this field: the entries that checks use, legible ones only.
/// A document whose profile sets `<check>.ignore` = "true" names another person and is left out.
inline std::vector<Statement> statementsOf(const CaseEvidence& evidence, std::string_view id, const std::string& check)
{
    std::vector<Statement> all;
    for (const Evidence& document : evidence.documents()) {
        if (document.rule(check + ".ignore") == "true")
            continue;
        for (const Field& field : usedFields(document))
            if (field.id() == id && field.readable())
                all.push_back({field, std::string(field.value())});
    }
    for (const auto& claim : evidence.claims())
        if (claim.field == id && !claim.value.empty())
            all.push_back({{}, std::string(claim.value)});
    return all;
}

/// Cites what a document shows; a claim stands in the values.
inline Outcome&& citingStatements(Outcome&& outcome, const Statement& a, const Statement& b)
{
    outcome.cite(a.field).cite(b.field);
    return std::move(outcome).with("first", a.value).with("second", b.value);
}

} // namespace vidimus::consistency
