#include "support/workers.hpp"

#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace vidimus;
using namespace vidimus::tests;
using namespace vidimus::supervisor;

namespace {

/// The parent and the program of a process, as /proc tells them.
struct ProcessFacts {
    pid_t parent = 0;
    char state = '?';
};

ProcessFacts factsOf(pid_t pid)
{
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    std::getline(stat, line);
    ProcessFacts facts;
    if (const auto end = line.rfind(')'); end != std::string::npos)
        std::istringstream(line.substr(end + 1)) >> facts.state >> facts.parent;
    return facts;
}

/// All living descendants of a process.
std::vector<pid_t> descendantsOf(pid_t ancestor)
{
    std::vector<pid_t> found;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const pid_t pid = std::atoi(entry.path().filename().c_str());
        for (pid_t up = pid; up > 1 && pid != ancestor; up = factsOf(up).parent)
            if (up == ancestor) {
                found.push_back(pid);
                break;
            }
    }
    return found;
}

bool alive(pid_t pid)
{
    const char state = factsOf(pid).state;
    return state != '?' && state != 'Z' && state != 'X';
}

/// Reads a file whose reader hangs, in a process of its own; the pipe tells when it has begun.
[[noreturn]] void hangInAWorker(int begun)
{
    const auto supervisor = startedWith(optionsWith({"misbehaving"}));
    const auto session = supervisor->open(sealed("hang"), "x-test/misbehave", {}, someDay());
    static_cast<void>(!::write(begun, "x", 1));
    static_cast<void>((*session)->run({.what = "facts"}));
    ::_exit(0);
}

} // namespace

TEST(Orphans, DoNotSurviveASupervisorThatIsKilled)
{
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe(pipe.data()), 0);
    const pid_t host = ::fork();
    ASSERT_GE(host, 0);
    if (host == 0)
        hangInAWorker(pipe[1]);
    char byte = 0;
    ASSERT_EQ(::read(pipe[0], &byte, 1), 1);
    const auto workers = descendantsOf(host);
    ASSERT_GE(workers.size(), 2u) << "a zygote and its child were expected";

    ::kill(host, SIGKILL);
    ::waitpid(host, nullptr, 0);
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    const auto anyAlive = [&] { return std::any_of(workers.begin(), workers.end(), alive); };
    while (anyAlive() && std::chrono::steady_clock::now() < patience)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_FALSE(anyAlive());
}

TEST(Orphans, AreNotLeftByASessionThatEnds)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto before = descendantsOf(::getpid()).size();
    for (int i = 0; i < 20; ++i)
        EXPECT_TRUE(supervisor->open(sealed("x"), "text/plain", {}, someDay()).ok());
    EXPECT_EQ(descendantsOf(::getpid()).size(), before);
}

TEST(Orphans, OfAZygoteThatDiedAreReplaced)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    for (const pid_t worker : descendantsOf(::getpid()))
        ::kill(worker, SIGKILL);
    const auto session = supervisor->open(sealed("x"), "text/plain", {}, someDay());
    ASSERT_TRUE(session.ok()) << session.error().message;
    EXPECT_TRUE((*session)->run({.what = "text"}).ok());
}
