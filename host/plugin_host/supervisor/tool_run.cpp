#include "plugin_host/supervisor/tool_run.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace vidimus::supervisor {
namespace {

using Clock = std::chrono::steady_clock;
using wire::UniqueFd;

constexpr int documentFd = 3, passwordFd = 4;
constexpr std::size_t complaintSize = 2048;

Error failed(ErrorKind kind, const std::string& what)
{
    return {kind, what, "supervisor"};
}

Error late(const ToolRun& run)
{
    return failed(ErrorKind::TimedOut, run.command.front() + " did not finish in time");
}

/// A running tool; killed and waited for at the end whatever happens.
class Process {
public:
    explicit Process(pid_t pid)
        : m_pid(pid)
    {
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process()
    {
        if (m_pid > 0) {
            ::kill(-m_pid, SIGKILL);
            wait();
        }
    }
    /// Its status, if it ends by then: a tool may close its output and stay.
    std::optional<int> endedBy(Clock::time_point deadline)
    {
        for (;;) {
            int status = 0;
            const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
            if (ended == m_pid) {
                m_pid = -1;
                return status;
            }
            if ((ended < 0 && errno != EINTR) || Clock::now() > deadline)
                return std::nullopt;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

private:
    void wait() const
    {
        while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    }

    pid_t m_pid;
};

void append(std::vector<std::string>& to, std::initializer_list<const char*> words)
{
    to.insert(to.end(), words.begin(), words.end());
}

/// The view of the system that a tool gets: programs, libraries and fonts, and nothing else.
void appendBubblewrap(std::vector<std::string>& command)
{
    append(command,
        {"bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/usr", "/usr", "--symlink",
            "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--symlink", "usr/bin", "/bin", "--ro-bind-try",
            "/etc/fonts", "/etc/fonts", "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--ro-bind-try",
            "/etc/alternatives", "/etc/alternatives", "--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig",
            "--dev", "/dev", "--tmpfs", "/tmp"});
}

std::vector<std::string> wholeCommand(const ToolRun& run)
{
    const auto seconds = std::to_string(run.wall.count() / 1000 + 1);
    // bubblewrap writes the document once, into its own temporary file system.
    const auto largest = std::max(run.output, run.document ? run.document->size() : 0) + 4096;
    std::vector<std::string> command{"prlimit", "--as=" + std::to_string(run.memory), "--cpu=" + seconds, "--core=0",
        "--nofile=64", "--fsize=" + std::to_string(largest)};
    if (bubblewrapWorks()) {
        appendBubblewrap(command);
        if (run.document)
            append(command, {"--ro-bind-data", "3", "/document"});
        if (run.password)
            append(command, {"--ro-bind-data", "4", "/password"});
        command.emplace_back("--");
    }
    command.insert(command.end(), run.command.begin(), run.command.end());
    return command;
}

struct Descriptors {
    UniqueFd document, password, errors, output;
};

Result<pid_t> spawn(const std::vector<std::string>& command, const Descriptors& fds)
{
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, fds.output.get(), 1);
    ::posix_spawn_file_actions_adddup2(&actions, fds.errors.get(), 2);
    if (fds.document)
        ::posix_spawn_file_actions_adddup2(&actions, fds.document.get(), documentFd);
    if (fds.password)
        ::posix_spawn_file_actions_adddup2(&actions, fds.password.get(), passwordFd);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, passwordFd + 1);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);

    std::vector<std::string> words = command;
    std::vector<char*> raw;
    raw.reserve(words.size() + 1);
    for (std::string& word : words)
        raw.push_back(word.data());
    raw.push_back(nullptr);
    std::array<std::string, 3> variables{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/tmp"};
    std::array<char*, 4> environment{variables[0].data(), variables[1].data(), variables[2].data(), nullptr};
    pid_t pid = -1;
    const int error = ::posix_spawnp(&pid, raw[0], &actions, &attributes, raw.data(), environment.data());
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        return failed(ErrorKind::NotFound, words[0] + " cannot be started: " + std::strerror(error));
    return pid;
}

/// A descriptor well above those that the tool's are moved to, so that moving one never overwrites another.
Result<UniqueFd> highReopened(const wire::SealedBytes& bytes)
{
    const auto reopened = bytes.reopened();
    if (!reopened)
        return reopened.error();
    UniqueFd high(::fcntl(reopened->get(), F_DUPFD_CLOEXEC, 16));
    if (!high)
        return failed(ErrorKind::System, "no descriptor is left");
    return high;
}

Result<UniqueFd> highMemory()
{
    const UniqueFd memory(::memfd_create("vidimus", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    UniqueFd high(memory ? ::fcntl(memory.get(), F_DUPFD_CLOEXEC, 16) : -1);
    if (!high)
        return failed(ErrorKind::System, "no memory file for a tool");
    return high;
}

/// Copies what the tool writes until it closes its end. The limit, the time and the watch are kept.
Result<void> collect(int from, int to, const ToolRun& run, Clock::time_point deadline, const Watch& watch)
{
    std::vector<std::uint8_t> buffer(1 << 20);
    std::uint64_t size = 0;
    for (;;) {
        pollfd polled{from, POLLIN, 0};
        const int ready = ::poll(&polled, 1, 50);
        if (watch.cancelled && watch.cancelled())
            return failed(ErrorKind::Cancelled, "cancelled");
        if (Clock::now() > deadline)
            return late(run);
        if (ready <= 0)
            continue;
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0 ? Result<void>() : failed(ErrorKind::System, "a tool's output cannot be read");
        if (size + static_cast<std::uint64_t>(got) > run.output)
            return failed(ErrorKind::TooLarge, run.command.front() + " wrote more than the limit");
        const auto written = wire::writeAt(to, {buffer.data(), static_cast<std::size_t>(got)}, size);
        if (!written)
            return written.error();
        size += static_cast<std::uint64_t>(got);
    }
}

std::string beginningOf(int fd)
{
    std::string text(complaintSize, '\0');
    const ssize_t got = ::pread(fd, text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return text;
}

Result<ToolAnswer> runCommand(const std::vector<std::string>& command, const ToolRun& run, const Watch& watch)
{
    Descriptors fds;
    for (const auto& [bytes, fd] : {std::pair(run.document, &fds.document), std::pair(run.password, &fds.password)}) {
        if (!bytes)
            continue;
        auto opened = highReopened(*bytes);
        if (!opened)
            return opened.error();
        *fd = std::move(*opened);
    }
    auto errors = highMemory(), output = highMemory();
    std::array<int, 2> pipe{};
    if (!errors || !output || ::pipe2(pipe.data(), O_CLOEXEC) != 0)
        return failed(ErrorKind::System, "a tool cannot be started: no descriptor is left");
    const UniqueFd reading(pipe[0]);
    UniqueFd writing(pipe[1]);
    ::fcntl(reading.get(), F_SETPIPE_SZ, 1 << 20); // fewer turns; less is fine too
    fds.errors = std::move(*errors);
    fds.output = UniqueFd(::fcntl(writing.get(), F_DUPFD_CLOEXEC, 16));
    const auto deadline = Clock::now() + run.wall;
    const auto pid = spawn(command, fds);
    if (!pid)
        return pid.error();
    Process process(*pid);
    fds.output.reset();
    writing.reset();
    const auto collected = collect(reading.get(), output->get(), run, deadline, watch);
    if (!collected)
        return collected.error();
    const auto status = process.endedBy(deadline);
    if (!status)
        return late(run);
    if (!WIFEXITED(*status))
        return failed(ErrorKind::Crashed, run.command.front() + " crashed on this file");
    std::string complaint = beginningOf(fds.errors.get());
    auto bytes = wire::SealedBytes::seal(std::move(*output));
    if (!bytes)
        return bytes.error();
    return ToolAnswer{std::move(*bytes), WEXITSTATUS(*status), std::move(complaint)};
}

} // namespace

bool bubblewrapWorks()
{
    static const bool works = [] {
        std::vector<std::string> command;
        appendBubblewrap(command);
        append(command, {"--", "true"});
        const ToolRun trial{.command = {"bwrap"}, .output = 4096, .wall = std::chrono::seconds(5)};
        const auto answer = runCommand(command, trial, {});
        return answer.ok() && answer->status == 0;
    }();
    return works;
}

std::vector<std::string> toolBarriers()
{
    std::vector<std::string> barriers{"rlimits"};
    if (bubblewrapWorks())
        barriers.emplace_back("bubblewrap");
    return barriers;
}

std::string documentPath()
{
    return bubblewrapWorks() ? "/document" : "/proc/self/fd/3";
}

std::string passwordPath()
{
    return bubblewrapWorks() ? "/password" : "/proc/self/fd/4";
}

Result<ToolAnswer> runTool(const ToolRun& run, const Watch& watch)
{
    return runCommand(wholeCommand(run), run, watch);
}

} // namespace vidimus::supervisor
