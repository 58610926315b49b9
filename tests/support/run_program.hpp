#pragma once
#include <string>
#include <vector>

namespace vidimus::tests {

/// What a program left behind.
struct Ran {
    int status = -1; ///< exit status; 128 + signal where one ended it
    std::string output; ///< standard output
    std::string errors; ///< standard error
    double seconds = 0; ///< wall clock
    double cpuSeconds = 0; ///< of it and those it waited for
    double peakMiB = 0; ///< largest resident memory of one process among it and those it waited for
};

/// Runs argv[0] (found on PATH) without standard input and waits for it. environment: NAME=VALUE, added to ours.
Ran runProgram(const std::vector<std::string>& argv, const std::vector<std::string>& environment = {});

} // namespace vidimus::tests
