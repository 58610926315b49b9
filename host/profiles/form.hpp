#pragma once
#include "core/evidence.hpp"
#include "profiles/profile.hpp"

#include <optional>
#include <string>

namespace vidimus::profiles {

/// What is said of a value, under the name "pattern", where its field asks for a form. Nothing of words and places:
/// their pattern says how a plausible reading looks, and no issuer's rule was broken by another.
std::optional<Validation> formVerdict(const FieldSpec& spec, const std::string& value);

} // namespace vidimus::profiles
