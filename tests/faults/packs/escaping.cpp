#include <vidimus/plugin.hpp>

#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

/// A reader that tries to get out. The document says which file it shall try to read and which folder to write to; each
/// attempt is told as a fact: "worked", or the number of the error with which the kernel refused.
using namespace vidimus::sdk;

namespace {

/// What a system call's result says.
std::string told(long result)
{
    return result >= 0 ? "worked" : std::to_string(errno);
}

std::string tryToRead(const std::string& path)
{
    return told(::open(path.c_str(), O_RDONLY));
}

std::string tryToWrite(const std::string& folder)
{
    return told(::open((folder + "/escaped").c_str(), O_WRONLY | O_CREAT, 0600));
}

std::string tryFork(const std::function<long()>& make)
{
    const long child = make();
    if (child == 0)
        ::_exit(0);
    return told(child);
}

/// As many processes as the kernel gives. Where it gives any, they are ended again: the test that fails then must not
/// take the machine with it.
std::string forkBomb()
{
    std::vector<pid_t> born;
    for (int i = 0; i < 200; ++i) {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(0);
        if (child > 0)
            born.push_back(child);
    }
    const std::string result = born.empty() ? std::to_string(errno) : "worked";
    for (const pid_t child : born)
        ::waitpid(child, nullptr, 0);
    return result;
}

std::string tryThread()
{
    try {
        std::thread([] {}).join();
        return "worked";
    } catch (const std::system_error& error) {
        return std::to_string(error.code().value());
    }
}

std::string tryToConnect()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return told(fd);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(80);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return told(::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address)) + " with a socket";
}

std::string tryToReadParent()
{
    std::uint64_t word = 0;
    iovec here{&word, sizeof word}, there{&word, sizeof word};
    return told(::process_vm_readv(::getppid(), &here, 1, &there, 1, 0));
}

/// Lets go again at once: a parent that stays stopped could report nothing.
std::string tryToTraceParent()
{
    const std::string result = told(::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr));
    if (result == "worked") {
        ::waitpid(::getppid(), nullptr, __WALL);
        ::ptrace(PTRACE_DETACH, ::getppid(), nullptr, nullptr);
    }
    return result;
}

std::string tryToRun()
{
    char name[] = "/bin/true";
    char* const arguments[] = {name, nullptr};
    return told(::execve(name, arguments, nullptr));
}

std::string tryToMakeCode()
{
    void* page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED ? "worked" : std::to_string(errno);
}

std::string tryToRaiseLimits()
{
    const rlimit wanted{RLIM_INFINITY, RLIM_INFINITY};
    return told(::setrlimit(RLIMIT_AS, &wanted));
}

/// Is any descriptor open besides the three standard ones, the channel and the document?
std::string countDescriptors()
{
    int open = 0;
    for (int fd = 0; fd < 1024; ++fd)
        open += ::fcntl(fd, F_GETFD) >= 0 ? 1 : 0;
    return std::to_string(open);
}

class EscapingSession : public Session {
public:
    EscapingSession(std::string file, std::string folder)
        : m_file(std::move(file))
        , m_folder(std::move(folder))
    {
    }
    std::uint32_t pageCount() override { return 1; }
    vidimus_page_info_t pageInfo(std::uint32_t) override { return {10, 10, 100, true, 0}; }
    vidimus_image_t pageImage(std::uint32_t, double) override { return {}; }
    void run(const PassRequest&, PassSink& sink) override
    {
        for (const auto& [name, attempt] : attempts())
            sink.fact(name, {{"result", attempt()}});
    }

private:
    std::vector<std::pair<std::string, std::function<std::string()>>> attempts() const
    {
        return {
            {"read-a-case-file", [this] { return tryToRead(m_file); }},
            {"read-the-home-folder", [] { return tryToRead("/root"); }},
            {"read-the-system", [] { return tryToRead("/etc/passwd"); }},
            {"read-the-parents-memory-file", [] { return tryToRead("/proc/" + std::to_string(::getppid()) + "/mem"); }},
            {"write-a-file", [this] { return tryToWrite(m_folder); }},
            {"remove-a-file", [this] { return told(::unlink(m_file.c_str())); }},
            {"rename-a-file", [this] { return told(::rename(m_file.c_str(), (m_file + "2").c_str())); }},
            {"make-a-folder", [this] { return told(::mkdir((m_folder + "/made").c_str(), 0700)); }},
            {"open-a-socket", [] { return tryToConnect(); }},
            {"open-a-unix-socket", [] { return told(::socket(AF_UNIX, SOCK_STREAM, 0)); }},
            {"fork", [] { return tryFork([] { return static_cast<long>(::fork()); }); }},
            {"clone", [] { return tryFork([] { return ::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0); }); }},
            {"clone3", [] { return tryFork([] { return ::syscall(SYS_clone3, nullptr, 0); }); }},
            {"fork-bomb", [] { return forkBomb(); }},
            {"start-a-thread", [] { return tryThread(); }},
            {"run-a-program", [] { return tryToRun(); }},
            {"trace-the-parent", [] { return tryToTraceParent(); }},
            {"read-the-parents-memory", [] { return tryToReadParent(); }},
            {"kill-the-parent", [] { return told(::kill(::getppid(), 0)); }},
            {"make-memory-that-no-limit-counts", [] { return told(::memfd_create("x", 0)); }},
            {"make-code", [] { return tryToMakeCode(); }},
            {"raise-a-limit", [] { return tryToRaiseLimits(); }},
            {"leave-the-namespace", [] { return told(::unshare(CLONE_NEWUSER)); }},
            {"use-io-uring", [] { return told(::syscall(SYS_io_uring_setup, 1, nullptr)); }},
            {"load-a-bpf-program", [] { return told(::syscall(SYS_bpf, 0, nullptr, 0)); }},
            {"become-traceable", [] { return told(::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)); }},
            {"count-descriptors", [] { return countDescriptors(); }},
            // The last: a process that is traced stops at its next signal.
            {"be-traced", [] { return told(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); }},
        };
    }
    std::string m_file, m_folder;
};

class EscapingReader : public Reader {
public:
    std::string id() const override { return "test.escaping"; }
    std::vector<std::string> mediaTypes() const override { return {"x-test/escape"}; }
    std::vector<std::string> passes() const override { return {"facts"}; }
    std::unique_ptr<Session> open(
        std::span<const std::uint8_t> bytes, std::string_view, const std::vector<std::string>&) override
    {
        const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        const auto end = text.find('\n');
        return std::make_unique<EscapingSession>(text.substr(0, end), text.substr(end + 1));
    }
};

} // namespace

VIDIMUS_PLUGIN(registry)
{
    registry.addReader(std::make_unique<EscapingReader>());
}
