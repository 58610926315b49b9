#pragma once
#include "core/result.hpp"
#include "pipeline/progress.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

/// Programs of ours that lie beside this one and are run to their end.
namespace vidimus::app {

struct Finished {
    int status = 0; ///< exit status
    std::string output; ///< cut off after a megabyte
};

enum class Gather { Output, OutputAndErrors };

/// Runs a program and waits for it. Errors: NotFound (cannot be started), TimedOut, Crashed, Cancelled, System.
Result<Finished> runToItsEnd(const std::filesystem::path& program, std::vector<std::string> arguments, Gather gather,
    std::chrono::seconds limit, const pipeline::Cancellation& cancellation);

} // namespace vidimus::app
