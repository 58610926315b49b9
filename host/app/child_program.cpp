#include "app/child_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

extern char** environ;

namespace vidimus::app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t maximumOutput = 1u << 20; ///< a list of devices, or a few lines of trouble

Error errorOf(ErrorKind kind, const std::filesystem::path& program, const std::string& what)
{
    return {kind, program.string() + " " + what, "app"};
}

/// Gathers the program's output until it ends, is cancelled, or takes too long.
Result<std::string> gathered(int fd, pid_t child, const std::filesystem::path& program, std::chrono::seconds limit,
    const pipeline::Cancellation& cancellation)
{
    const auto deadline = Clock::now() + limit;
    std::string output;
    std::array<char, 4096> buffer{};
    while (output.size() < maximumOutput) {
        pollfd ready{fd, POLLIN, 0};
        if (cancellation.cancelled() || Clock::now() > deadline) {
            kill(child, SIGKILL);
            return cancellation.cancelled() ? Error{ErrorKind::Cancelled, "cancelled", "app"}
                                            : errorOf(ErrorKind::TimedOut, program,
                                                "did not end within " + std::to_string(limit.count()) + " seconds");
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

Result<pid_t> started(const std::string& program, std::vector<std::string>& arguments, int output, Gather gather)
{
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    if (gather == Gather::OutputAndErrors)
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    pid_t child = 0;
    const int error = posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        return errorOf(ErrorKind::NotFound, program, std::string("cannot be started: ") + std::strerror(error));
    return child;
}

} // namespace

Result<Finished> runToItsEnd(const std::filesystem::path& program, std::vector<std::string> arguments, Gather gather,
    std::chrono::seconds limit, const pipeline::Cancellation& cancellation)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return errorOf(ErrorKind::System, program, std::string("gets no pipe: ") + std::strerror(errno));
    const auto child = started(program.string(), arguments, ends[1], gather);
    close(ends[1]);
    if (!child) {
        close(ends[0]);
        return child.error();
    }
    auto output = gathered(ends[0], *child, program, limit, cancellation);
    close(ends[0]);
    int status = 0;
    waitpid(*child, &status, 0);
    if (!output)
        return output.error();
    if (WIFSIGNALED(status))
        return errorOf(ErrorKind::Crashed, program, "crashed");
    return Finished{WEXITSTATUS(status), std::move(*output)};
}

} // namespace vidimus::app
