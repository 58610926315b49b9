#pragma once
#include "profiles/profile.hpp"
#include "profiles/toml_reader.hpp"

namespace vidimus::profiles {

/// Adds a value under its key to the flat map that checks see: a list's items under `key.0`, `key.1`, …; a table's
/// entries under `key.name`; a scalar under `key` itself.
void flatten(const toml::node& node, const std::string& key, std::map<std::string, std::string>& into);

/// What checks may ask of the fields that a profile declares: `field.<id>.required`, `.pattern`, `.validator`.
/// Of two entries of one id (two languages) the required one speaks, and the first pattern and validator.
void addFieldRules(Profile& profile);

} // namespace vidimus::profiles
