#pragma once
#include "core/result.hpp"
#include "plugin_host/wire/limits.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vidimus::worker {

/// Gives up, for good, everything that reading a document does not need: memory, time and files beyond the limits, new
/// privileges, the file system, the network, other processes.
/// \return the barriers that hold: "rlimits", "no-new-privs", "landlock-<abi>", "seccomp". A kernel without Landlock is
///         told by its absence; what the others cannot give is Error System, and the child must not go on.
Result<std::vector<std::string>> confine(const wire::Limits& limits);

/// Denies every access to the file system and, where the kernel knows how, TCP and signals to others.
/// \return the ABI that the kernel's Landlock has; nothing where it has none.
std::optional<int> denyFileSystem();

/// Lets through only the system calls that reading needs. Everything else fails with EPERM (EACCES for opening files,
/// ENOSYS for what libraries probe before they fall back).
Result<void> restrictSystemCalls();

} // namespace vidimus::worker
