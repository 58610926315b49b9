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

const vidimus_validation_t* firstOf(std::span<const vidimus_validation_t> said, vidimus_verdict_t verdict)
{
    const auto found
        = std::find_if(said.begin(), said.end(), [&](const vidimus_validation_t& v) { return v.verdict == verdict; });
    return found == said.end() ? nullptr : &*found;
}

/// A validator that could not be asked, or failed, says neither that a number holds nor that it does not.
Outcome unanswered(const Field& field, const vidimus_validation_t& validation)
{
    return Outcome::indeterminate("validator-failed")
        .citing(field)
        .with("field", std::string(field.id()))
        .with("rule", std::string(view(validation.validator)));
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
        const auto* wrong = firstOf(said, VIDIMUS_FORMAT_WRONG);
        const auto* silent = firstOf(said, VIDIMUS_NO_VERDICT);
        if (!wrong && silent) {
            outcomes.push_back(unanswered(field, *silent));
            continue;
        }
        Outcome outcome = Outcome::passIf(!wrong, "format-wrong").citing(field);
        const std::string rule(wrong ? view(wrong->validator) : std::string_view());
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
            if (v.verdict == VIDIMUS_NO_VERDICT)
                outcomes.push_back(unanswered(field, v));
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
