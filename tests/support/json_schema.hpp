#pragma once
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace vidimus::support {

/// Holds a document against a JSON Schema (2020-12), as far as our schemas go: type, const, enum, required, properties,
/// additionalProperties, propertyNames, items, prefixItems, minItems, maxItems, minLength, pattern, minimum, maximum,
/// anyOf, oneOf, allOf, $ref within the schema ("#/$defs/…"). A keyword it does not know is itself a complaint, so that
/// no schema promises what nobody checks.
/// \return one sentence a violation, with the JSON pointer; empty: valid.
std::vector<std::string> schemaComplaints(const nlohmann::json& schema, const nlohmann::json& document);

/// The same with the schema read from a file.
std::vector<std::string> schemaComplaints(const std::filesystem::path& schemaFile, const nlohmann::json& document);

} // namespace vidimus::support
