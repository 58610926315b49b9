#include "plugin_host/supervisor/child_process.hpp"

#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/exit_status.hpp"
#include "plugin_host/wire/strict.hpp"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sys/wait.h>

namespace vidimus::supervisor {
namespace {

using Json = nlohmann::json;
using wire::memberOf;
using wire::textOf;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds step{50}; // how often a waiting call looks up
constexpr std::chrono::seconds grace{1}; // for a plugin that is asked to stop

/// Resident memory of a process in bytes, or 0.
std::uint64_t residentMemory(pid_t pid)
{
    std::ifstream statm("/proc/" + std::to_string(pid) + "/statm");
    std::uint64_t pages = 0, resident = 0;
    statm >> pages >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

Error outOfMemory()
{
    return {ErrorKind::OutOfMemory, "the plugin needed more memory than a worker may have", "supervisor"};
}

Error timedOut()
{
    return {ErrorKind::TimedOut, "the plugin did not answer in time", "supervisor"};
}

/// What a wait status says of a child that nobody here killed.
Error errorOf(std::optional<int> status)
{
    if (status && WIFEXITED(*status) && WEXITSTATUS(*status) == wire::exitOutOfMemory)
        return outOfMemory();
    if (status && WIFSIGNALED(*status)) {
        if (WTERMSIG(*status) == SIGXCPU)
            return timedOut();
        if (WTERMSIG(*status) == SIGKILL) // the kernel's own answer to memory that ran out
            return outOfMemory();
        return {
            ErrorKind::Crashed, "the plugin crashed (signal " + std::to_string(WTERMSIG(*status)) + ")", "supervisor"};
    }
    return {ErrorKind::Crashed, "the plugin ended its worker", "supervisor"};
}

} // namespace

/// One call under way.
struct ChildProcess::Running {
    Clock::time_point deadline; ///< moves while the child is served
    Clock::time_point last; ///< does not move
    std::optional<Clock::time_point> cancelledAt;
};

ChildProcess::ChildProcess(
    std::shared_ptr<ZygoteProcess> zygote, ForkedChild forked, const wire::Limits& limits, Log log)
    : m_zygote(std::move(zygote))
    , m_pid(forked.pid)
    , m_limits(limits)
    , m_log(std::move(log))
    , m_channel(std::move(forked.channel), limits.message, 0)
{
}

ChildProcess::~ChildProcess()
{
    if (!m_dead)
        end(std::nullopt);
}

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(
    std::shared_ptr<ZygoteProcess> zygote, const wire::Limits& limits, Log log)
{
    auto forked = zygote->fork();
    if (!forked)
        return forked.error();
    std::unique_ptr<ChildProcess> child(
        new ChildProcess(std::move(zygote), std::move(*forked), limits, std::move(log)));
    const auto greeted = child->greet();
    if (!greeted)
        return greeted.error();
    return child;
}

Result<void> ChildProcess::greet()
{
    auto hello = m_channel.receive(wire::in(m_limits.open));
    if (!hello)
        return end(hello.error().kind == ErrorKind::Crashed ? std::nullopt : std::optional(hello.error()));
    const auto read = wire::decode([&] {
        if (textOf(memberOf(hello->body, "type"), 64) == "error")
            throw wire::DecodeError(wire::errorFromWire(memberOf(hello->body, "error"), m_limits).message);
        for (const Json& barrier : wire::arrayOf(memberOf(hello->body, "barriers"), 64))
            m_barriers.push_back(textOf(barrier, 64));
        return true;
    });
    if (!read)
        return end(Error{ErrorKind::System, read.error().message, "supervisor"});
    return {};
}

Error ChildProcess::end(std::optional<Error> why)
{
    m_dead = true;
    ::kill(m_pid, SIGKILL); // a zombie until it is reaped, so the id is still its
    const auto status = m_zygote->reap(m_pid);
    return why ? *why : errorOf(status);
}

Result<Json> ChildProcess::call(const Call& call, const Watch& watch, const Serve& serve)
{
    if (m_dead)
        return Error{ErrorKind::Crashed, "the worker is gone", "supervisor"};
    m_buffer.reset();
    const auto begun = Clock::now();
    Running running{begun + call.wall, begun + call.wall + call.served, std::nullopt};
    const auto sent = m_channel.send(call.request, call.files, running.deadline);
    if (!sent)
        return end(sent.error().kind == ErrorKind::TimedOut ? std::optional(timedOut()) : std::nullopt);
    for (;;) {
        const auto message = m_channel.receive(std::min(running.deadline, Clock::now() + step));
        if (message) {
            if (auto answer = handle(running, *message, watch, serve))
                return std::move(*answer);
        } else if (message.error().kind == ErrorKind::Malformed) {
            return end(message.error());
        } else if (message.error().kind != ErrorKind::TimedOut) {
            return end(std::nullopt);
        }
        if (const auto over = tick(running, watch))
            return end(over);
    }
}

std::optional<Error> ChildProcess::tick(Running& running, const Watch& watch)
{
    const auto now = Clock::now();
    if (residentMemory(m_pid) > m_limits.memory)
        return outOfMemory();
    if (running.cancelledAt && now > *running.cancelledAt + grace)
        return Error{ErrorKind::Cancelled, "cancelled", "supervisor"};
    if (!running.cancelledAt && watch.cancelled && watch.cancelled()) {
        running.cancelledAt = now;
        if (!m_channel.send({{"type", "cancel"}}, {}, now + grace))
            return Error{ErrorKind::Cancelled, "cancelled", "supervisor"};
    }
    if (now > running.deadline)
        return timedOut();
    return std::nullopt;
}

std::optional<Result<Json>> ChildProcess::handle(
    Running& running, const wire::Message& message, const Watch& watch, const Serve& serve)
{
    std::optional<Result<Json>> answer;
    const auto handled = wire::decode([&] {
        const Json& body = message.body;
        const std::string& type = textOf(memberOf(body, "type"), 64);
        if (type == "answer")
            answer = body;
        else if (type == "error")
            answer = Result<Json>(wire::errorFromWire(memberOf(body, "error"), m_limits));
        else if (type == "progress" && watch.progress)
            watch.progress(wire::numberOf(memberOf(body, "fraction"), 0, 1));
        else if (type == "log" && m_log)
            m_log(textOf(memberOf(body, "pack"), 256), static_cast<int>(wire::countOf(memberOf(body, "level"), 3)),
                textOf(memberOf(body, "message"), 16384));
        else if (type == "serve")
            return serveOne(running, body, watch, serve);
        else if (type != "progress" && type != "log")
            throw wire::DecodeError("a child says what no child says");
        return Result<void>();
    });
    if (!handled)
        return Result<Json>(end(handled.error()));
    if (!*handled)
        return Result<Json>(
            end((*handled).error().kind == ErrorKind::TimedOut ? std::optional(timedOut()) : std::nullopt));
    if (running.cancelledAt && answer)
        return Result<Json>(Error{ErrorKind::Cancelled, "cancelled", "supervisor"});
    return answer;
}

Result<void> ChildProcess::serveOne(Running& running, const Json& question, const Watch& watch, const Serve& serve)
{
    const auto begun = Clock::now();
    const Watch untilLast{
        [&] { return Clock::now() > running.last || (watch.cancelled && watch.cancelled()); }, watch.progress};
    const std::string& service = textOf(memberOf(question, "service"), 64);
    auto served = service == "buffer" ? makeBuffer(question) : serve(service, question, untilLast);
    // Our own time is not the child's, yet a child that asks and asks ends, too.
    running.deadline = std::min(running.deadline + (Clock::now() - begun), running.last);
    Json body = served ? std::move(served->body) : Json{{"error", wire::toWire(served.error())}};
    body["type"] = "served";
    return m_channel.send(
        body, served ? std::span<const int>(served->files) : std::span<const int>(), running.deadline);
}

Result<Served> ChildProcess::makeBuffer(const Json& question)
{
    const std::uint64_t size = wire::countOf(memberOf(question, "size"), m_limits.pixels * 3);
    auto memory = wire::memoryFile(size);
    if (!memory)
        return memory.error();
    m_buffer = std::move(*memory);
    return Served{Json::object(), {m_buffer.get()}};
}

Result<wire::SealedBytes> ChildProcess::takeBuffer()
{
    return wire::SealedBytes::seal(std::exchange(m_buffer, {}));
}

} // namespace vidimus::supervisor
