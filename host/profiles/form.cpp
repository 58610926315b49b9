#include "profiles/form.hpp"

#include <re2/re2.h>

namespace vidimus::profiles {

std::optional<Validation> formVerdict(const FieldSpec& spec, const std::string& value)
{
    if (spec.pattern.empty() || spec.kind == FieldKind::Text || spec.kind == FieldKind::Place)
        return std::nullopt;
    const bool fits = RE2::FullMatch(value, RE2(spec.pattern, RE2::Quiet));
    return Validation{"pattern", fits ? Validation::Verdict::Holds : Validation::Verdict::FormatWrong, {}};
}

} // namespace vidimus::profiles
