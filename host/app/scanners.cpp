#include "app/scanners.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <sstream>

extern char** environ;

namespace vidimus::app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t maximumOutput = 1u << 20; ///< a list of devices, or one line of trouble

struct Finished {
    int status = 0;
    std::string output;
};

Error scannerError(ErrorKind kind, std::string message)
{
    return {kind, std::move(message), "scanner"};
}

/// Gathers the program's output until it ends, is cancelled, or takes too long.
Result<std::string> gather(int fd, pid_t child, std::chrono::seconds limit, const pipeline::Cancellation& cancellation)
{
    const auto deadline = Clock::now() + limit;
    std::string output;
    std::array<char, 4096> buffer{};
    while (output.size() < maximumOutput) {
        pollfd ready{fd, POLLIN, 0};
        if (cancellation.cancelled() || Clock::now() > deadline) {
            kill(child, SIGKILL);
            return cancellation.cancelled()
                ? scannerError(ErrorKind::Cancelled, "cancelled")
                : scannerError(ErrorKind::TimedOut,
                    "the scanner did not answer within " + std::to_string(limit.count()) + " seconds");
        }
        if (poll(&ready, 1, 100) <= 0)
            continue;
        const auto count = read(fd, buffer.data(), buffer.size());
        if (count <= 0)
            break;
        output.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return output;
}

Result<Finished> runScanner(const std::filesystem::path& programFolder, std::vector<std::string> arguments,
    std::chrono::seconds limit, const pipeline::Cancellation& cancellation)
{
    const std::string program = (programFolder / "vidimus-scan").string();
    arguments.insert(arguments.begin(), program);
    std::vector<char*> argv;
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);

    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return scannerError(ErrorKind::System, std::string("no pipe to the scanner program: ") + std::strerror(errno));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t child = 0;
    const int error = posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (error != 0) {
        close(ends[0]);
        return scannerError(ErrorKind::NotFound, program + " cannot be started: " + std::strerror(error));
    }
    auto output = gather(ends[0], child, limit, cancellation);
    close(ends[0]);
    Finished finished;
    waitpid(child, &finished.status, 0);
    if (!output)
        return output.error();
    finished.output = std::move(*output);
    if (WIFSIGNALED(finished.status))
        return scannerError(ErrorKind::Crashed, "the scanner's driver crashed");
    return finished;
}

/// On failure the program prints one line that says why.
Result<void> succeeded(const Finished& finished)
{
    if (WEXITSTATUS(finished.status) == 0)
        return {};
    std::string line = finished.output.substr(0, finished.output.find('\n'));
    return scannerError(ErrorKind::System, line.empty() ? "the scanner failed and did not say why" : line);
}

} // namespace

Result<std::vector<std::string>> listScanners(const std::filesystem::path& programFolder)
{
    const auto finished = runScanner(programFolder, {"list"}, std::chrono::seconds(60), {});
    if (!finished)
        return finished.error();
    if (const auto fine = succeeded(*finished); !fine)
        return fine.error();
    std::vector<std::string> devices;
    std::istringstream lines(finished->output);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty())
            devices.push_back(line);
    std::sort(devices.begin(), devices.end());
    return devices;
}

Result<void> scanPage(const std::filesystem::path& programFolder, const std::string& device, int dpi, bool colour,
    const std::filesystem::path& out, const pipeline::Cancellation& cancellation)
{
    const auto finished
        = runScanner(programFolder, {"page", device, std::to_string(dpi), colour ? "colour" : "grey", out.string()},
            std::chrono::seconds(300), cancellation);
    if (!finished)
        return finished.error();
    return succeeded(*finished);
}

} // namespace vidimus::app
