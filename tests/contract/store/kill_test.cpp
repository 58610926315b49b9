#include "contract/store/store_kinds.hpp"

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <sstream>

namespace vidimus::store::contract {
namespace {

STORE_TEST_SUITE(StoreKilled);

struct Writer {
    pid_t pid = -1;
    int output = -1;
};

Writer startWriter(const std::string& url)
{
    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const std::string program = std::string(VIDIMUS_BUILD_DIR) + "/tests/store_writer";
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::execl(program.c_str(), program.c_str(), url.c_str(), "olga", password, nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    return {pid, ends[0]};
}

/// Reads until the end of the pipe, or until the moment has come.
std::string readUntil(int handle, std::chrono::steady_clock::time_point moment)
{
    std::string text;
    char buffer[4096];
    for (;;) {
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(moment - std::chrono::steady_clock::now());
        pollfd waiting{handle, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0)
            return text;
        const ssize_t got = ::read(handle, buffer, sizeof buffer);
        if (got <= 0)
            return text;
        text.append(buffer, static_cast<std::size_t>(got));
    }
}

/// Lets the writer write for that long after it is ready, then kills it. \return the lines it told, all of them
std::vector<std::string> killedAfter(const std::string& url, std::chrono::microseconds time)
{
    using Clock = std::chrono::steady_clock;
    const Writer writer = startWriter(url);
    std::string text;
    const auto patience = Clock::now() + std::chrono::seconds(30);
    while (text.find("ready\n") == std::string::npos && Clock::now() < patience)
        text += readUntil(writer.output, Clock::now() + std::chrono::milliseconds(5));
    text += readUntil(writer.output, Clock::now() + std::chrono::duration_cast<std::chrono::milliseconds>(time));
    ::usleep(static_cast<useconds_t>(time.count() % 1000)); // so that the moment is not tied to a line just read
    ::kill(writer.pid, SIGKILL);
    int status = 0;
    ::waitpid(writer.pid, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself, status " << status;
    text += readUntil(writer.output, Clock::now() + std::chrono::seconds(5));
    ::close(writer.output);
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

TEST_P(StoreKilled, LosesNothingThatItAcknowledgedInAHundredKills)
{
    std::mt19937 random(20261122);
    std::uniform_int_distribution<int> microseconds(0, 40000);
    std::size_t acknowledged = 0;
    m_store.reset();
    for (int kill = 0; kill < 100; ++kill) {
        const auto lines = killedAfter(m_url, std::chrono::microseconds(microseconds(random)));
        m_store = reopened();
        ASSERT_TRUE(m_store);
        for (const std::string& line : lines) {
            std::istringstream words(line);
            std::string kind, id, value;
            words >> kind >> id >> value;
            if (kind == "ready")
                continue;
            ++acknowledged;
            const auto loaded = m_store->load(id);
            ASSERT_TRUE(loaded.ok()) << "kill " << kill << ": " << line << ": " << loaded.error().message;
            ASSERT_EQ(loaded->findings.size(), sample().findings.size());
            const auto& all = loaded->corrections;
            ASSERT_TRUE(kind == "case"
                || std::any_of(all.begin(), all.end(), [&](const Correction& c) { return c.value == value; }))
                << "kill " << kill << ": " << line;
        }
        const auto verdict = m_store->verifyChain();
        ASSERT_TRUE(verdict.ok()) << verdict.error().message;
        ASSERT_TRUE(verdict->holds) << "kill " << kill << ", entry " << verdict->firstBad << ": " << verdict->what;
        m_store.reset();
    }
    EXPECT_GT(acknowledged, 100u) << "the writer was killed before it wrote anything";
    RecordProperty("acknowledged", static_cast<int>(acknowledged));
}

} // namespace
} // namespace vidimus::store::contract
