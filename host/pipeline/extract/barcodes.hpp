#pragma once
#include "core/evidence.hpp"
#include "core/reading.hpp"
#include "profiles/profile.hpp"

#include <vector>

namespace vidimus::pipeline {

/// What a barcode says under names that the profile knows (its field ids and labels), origin Barcode, without place:
/// JSON members, URL parameters, `label: value` and `label=value` in any usual separation; and a bare number that has
/// the form of a field. A code is read whole or not at all, so its values are accepted.
std::vector<Field> fieldsOfCode(const Code& code, const profiles::Profile& profile);

} // namespace vidimus::pipeline
