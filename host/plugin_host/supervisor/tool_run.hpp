#pragma once
#include "core/result.hpp"
#include "plugin_host/supervisor/watch.hpp"
#include "plugin_host/wire/sealed_bytes.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace vidimus::supervisor {

/// One run of a foreign program on bytes that nobody trusts.
struct ToolRun {
    std::vector<std::string> command; ///< nothing personal: everybody may read a process's arguments
    const wire::SealedBytes* document = nullptr; ///< the tool finds it under documentPath()
    const wire::SealedBytes* password = nullptr; ///< one line; the tool finds it under passwordPath(); may be null
    std::uint64_t output = 0; ///< bytes that it may write to its standard output
    std::uint64_t memory = 1ull << 30; ///< bytes of address space
    std::chrono::milliseconds wall{};
};

/// What it wrote and how it ended.
struct ToolAnswer {
    wire::SealedBytes output;
    int status = 0; ///< exit status
    std::string
        complaint; ///< the beginning of its standard error; may quote the document, so it is never shown or kept
};

/// Is bubblewrap there, and do user namespaces work? Tried once a process.
bool bubblewrapWorks();
/// What holds every tool that this process runs: "rlimits" always, "bubblewrap" where it works. A tool is never run
/// without what is named here: where bubblewrap fails later on, the tool does not start.
std::vector<std::string> toolBarriers();
/// Where a tool finds its document and its password, inside whatever it is confined in.
std::string documentPath();
std::string passwordPath();

/// Runs the tool: without network, other files and other processes in sight where bubblewrap works; always under
/// resource limits, without our environment, and killed at the end of its time. Errors: NotFound (not installed),
/// TimedOut, TooLarge (too much output), Crashed, Cancelled, System.
Result<ToolAnswer> runTool(const ToolRun& run, const Watch& watch);

} // namespace vidimus::supervisor
