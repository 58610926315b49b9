#include "support/run_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>

extern char** environ;

namespace vidimus::tests {
namespace {

void drain(std::array<int, 2> fds, std::array<std::string*, 2> into)
{
    std::array<pollfd, 2> polled{{{fds[0], POLLIN, 0}, {fds[1], POLLIN, 0}}};
    std::array<char, 65536> buffer{};
    for (int open = 2; open > 0;) {
        poll(polled.data(), polled.size(), -1);
        for (std::size_t i = 0; i < polled.size(); ++i) {
            if (polled[i].fd < 0 || polled[i].revents == 0)
                continue;
            const auto count = read(polled[i].fd, buffer.data(), buffer.size());
            if (count > 0) {
                into[i]->append(buffer.data(), static_cast<std::size_t>(count));
            } else {
                close(polled[i].fd);
                polled[i].fd = -1;
                --open;
            }
        }
    }
}

} // namespace

Ran runProgram(const std::vector<std::string>& argv, const std::vector<std::string>& environment)
{
    std::array<int, 2> out{}, err{};
    if (pipe2(out.data(), O_CLOEXEC) != 0 || pipe2(err.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipes");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);

    std::vector<std::string> arguments = argv, variables = environment;
    std::vector<char*> argumentPointers, variablePointers;
    for (std::string& argument : arguments)
        argumentPointers.push_back(argument.data());
    argumentPointers.push_back(nullptr);
    for (std::string& variable : variables)
        variablePointers.push_back(variable.data());
    for (char** inherited = environ; *inherited; ++inherited)
        variablePointers.push_back(*inherited);
    variablePointers.push_back(nullptr);

    Ran ran;
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    const int error = posix_spawnp(
        &child, argumentPointers[0], &actions, nullptr, argumentPointers.data(), variablePointers.data());
    posix_spawn_file_actions_destroy(&actions);
    close(out[1]);
    close(err[1]);
    if (error != 0) {
        close(out[0]);
        close(err[0]);
        throw std::runtime_error(argv[0] + " cannot be started");
    }
    drain({out[0], err[0]}, {&ran.output, &ran.errors});
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    ran.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    const auto secondsOf = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    ran.cpuSeconds = secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
    ran.peakMiB = static_cast<double>(usage.ru_maxrss) / 1024;
    return ran;
}

} // namespace vidimus::tests
