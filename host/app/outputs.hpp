#pragma once
#include "core/result.hpp"

#include <filesystem>
#include <vector>

namespace vidimus::app {

/// May a report be written there? Asked before anything is read, so that nobody waits for a report that cannot be kept,
/// and no paper of an applicant is written over: not by its own name, nor by a hard or symbolic link to it.
/// \param inputs  files and folders that are read; a folder stands for the files in it
/// Errors: Refused (one of the inputs), NotFound (no such folder), System (may not be written).
Result<void> mayBeWritten(const std::filesystem::path& out, const std::vector<std::filesystem::path>& inputs);

} // namespace vidimus::app
