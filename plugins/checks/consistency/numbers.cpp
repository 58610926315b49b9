#include "consistency.hpp"
#include "values.hpp"

#include <algorithm>
#include <span>

namespace vidimus::consistency {
namespace {

std::span<const vidimus_validation_t> validationsOf(const Field& field)
{
    return {field.raw().validations, field.raw().validation_count};
}

} // namespace

/// Has each number its issuer's form? Patterns and validators were asked when the field was extracted.
std::vector<Outcome> numberWellFormed(const Evidence& evidence)
{
    std::vector<Outcome> outcomes;
    for (const Field& field : usedFields(evidence)) {
        const auto said = validationsOf(field);
        if (said.empty())
            continue;
        if (!field.readable()) {
            outcomes.push_back(Outcome::indeterminate("field-unreadable").citing(field));
            continue;
        }
        const auto wrong = std::find_if(
            said.begin(), said.end(), [](const vidimus_validation_t& v) { return v.verdict == VIDIMUS_FORMAT_WRONG; });
        Outcome outcome = Outcome::passIf(wrong == said.end(), "format-wrong").citing(field);
        const std::string rule(wrong == said.end() ? std::string_view() : view(wrong->validator));
        outcomes.push_back(std::move(outcome).with("field", std::string(field.id())).with("rule", rule));
    }
    if (outcomes.empty())
        outcomes.push_back(Outcome::notApplicable("no-number"));
    return outcomes;
}

/// Does each check digit hold? A validator that checked a digit says which one held, so a number without check digits
/// never counts as passed.
std::vector<Outcome> checkDigitHolds(const Evidence& evidence)
{
    std::vector<Outcome> outcomes;
    for (const Field& field : usedFields(evidence)) {
        for (const vidimus_validation_t& v : validationsOf(field)) {
            const bool wrong = v.verdict == VIDIMUS_CHECK_DIGIT_WRONG;
            const bool held = v.verdict == VIDIMUS_HOLDS && v.expected.size > 0;
            if (!wrong && !held)
                continue;
            outcomes.push_back(Outcome::passIf(held, "check-digit-wrong")
                                   .citing(field)
                                   .with("expected", std::string(view(v.expected)))
                                   .with("rule", std::string(view(v.validator)))
                                   .with("field", std::string(field.id())));
        }
    }
    if (outcomes.empty())
        outcomes.push_back(Outcome::notApplicable("no-check-digit"));
    return outcomes;
}

} // namespace vidimus::consistency
