#pragma once
#include <optional>
#include <string>

namespace vidimus::store::detail {

/// Argon2id with a salt of its own, in the encoded form that names its parameters. Takes about a tenth of a second.
std::string hashOf(const std::string& password);
bool matches(const std::string& hash, const std::string& password);

/// Why the password must not be used for that name; nothing if it may.
std::optional<std::string> weaknessOf(const std::string& password, const std::string& name);

} // namespace vidimus::store::detail
