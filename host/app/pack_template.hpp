#pragma once
#include "core/result.hpp"

#include <filesystem>
#include <string>

namespace vidimus::app {

/// Copies the template pack into a folder under an id of its own, `<jurisdiction>.<document>`: manifest, profile,
/// check, validator, messages and specimens then bear it, and the pack builds and holds as it is. Errors: Refused (not
/// such an id; the folder is there and not empty), NotFound (no template installed), System.
Result<void> newPack(
    const std::string& id, const std::filesystem::path& folder, const std::filesystem::path& templateFolder);

} // namespace vidimus::app
