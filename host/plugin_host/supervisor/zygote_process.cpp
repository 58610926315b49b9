#include "plugin_host/supervisor/zygote_process.hpp"

#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

namespace vidimus::supervisor {
namespace {

using Json = nlohmann::json;
using wire::memberOf;
using wire::textOf;

constexpr std::uint64_t longest = 4096; // an id, version or media type
constexpr int control = 3;
/// The zygote answers a fork or reap at once; when the machine is overloaded, a little later.
constexpr std::chrono::milliseconds patience{30'000};

/// What the worker sees of our environment: no more than its engines need.
std::vector<std::string> environment()
{
    // libgomp after a fork deadlocks when it has more than one thread; a child may start none anyway.
    std::vector<std::string> variables{
        "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1", "OPENCV_FOR_THREADS_NUM=1"};
    for (const char* name : {"TESSDATA_PREFIX", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "GCOV_PREFIX"})
        if (const char* value = std::getenv(name))
            variables.push_back(std::string(name) + "=" + value);
    return variables;
}

std::vector<std::string> textsOf(const Json& json)
{
    std::vector<std::string> texts;
    for (const Json& text : wire::arrayOf(json, longest))
        texts.push_back(textOf(text, longest));
    return texts;
}

Error deadAtLoad(const std::string& pack, const Error& error)
{
    const bool late = error.kind == ErrorKind::TimedOut;
    return {late ? ErrorKind::TimedOut : ErrorKind::Crashed,
        "the pack " + pack + (late ? " did not finish loading" : " crashed while it was loaded") + "; it is left out",
        pack};
}

} // namespace

Offers offersFromWire(const Json& json)
{
    const auto rows = [&](const char* key, std::size_t columns, auto&& add) {
        for (const Json& row : wire::arrayOf(memberOf(json, key), 65536))
            add(wire::arrayOfExactly(row, columns));
    };
    const auto offer = [](const Json::array_t& row) {
        return OfferInfo{textOf(row[0], longest), textOf(row[1], longest)};
    };
    Offers offers;
    rows("readers", 4, [&](const auto& row) {
        offers.readers.push_back({textOf(row[0], longest), textOf(row[1], longest), textsOf(row[2]), textsOf(row[3])});
    });
    rows("engines", 4, [&](const auto& row) {
        offers.engines.push_back(
            {textOf(row[0], longest), textOf(row[1], longest), textOf(row[2], longest), textsOf(row[3])});
    });
    rows("checks", 3, [&](const auto& row) {
        offers.checks.push_back({textOf(row[0], longest), textOf(row[1], longest), wire::flagOf(row[2])});
    });
    rows("validators", 2, [&](const auto& row) { offers.validators.push_back(offer(row)); });
    rows("fieldReaders", 2, [&](const auto& row) { offers.fieldReaders.push_back(offer(row)); });
    return offers;
}

ZygoteProcess::ZygoteProcess(pid_t pid, wire::UniqueFd control)
    : m_pid(pid)
    , m_control(std::move(control), 16 << 20, 0)
{
}

ZygoteProcess::~ZygoteProcess()
{
    // Its children die with it (PR_SET_PDEATHSIG).
    ::kill(m_pid, SIGKILL);
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
}

Result<std::shared_ptr<ZygoteProcess>> ZygoteProcess::spawn(const std::filesystem::path& worker)
{
    if (::access(worker.c_str(), X_OK) != 0)
        return Error{ErrorKind::NotFound, "the worker program " + worker.string() + " is missing", "supervisor"};
    auto pair = wire::socketPair();
    if (!pair)
        return pair.error();
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, pair->second.get(), control);
    // Libraries print what they stumble over, and that may be a document's text: nobody keeps it.
    ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    if (!std::getenv("VIDIMUS_WORKER_STDERR"))
        ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, control + 1);
    std::vector<std::string> variables = environment();
    std::vector<char*> raw;
    for (std::string& variable : variables)
        raw.push_back(variable.data());
    raw.push_back(nullptr);
    std::string name = worker.string();
    std::array<char*, 2> arguments{name.data(), nullptr};
    pid_t pid = -1;
    const int failed = ::posix_spawn(&pid, worker.c_str(), &actions, nullptr, arguments.data(), raw.data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return Error{
            ErrorKind::System, "the worker cannot be started: " + std::string(std::strerror(failed)), "supervisor"};
    return std::shared_ptr<ZygoteProcess>(new ZygoteProcess(pid, std::move(pair->first)));
}

Result<std::shared_ptr<ZygoteProcess>> ZygoteProcess::start(const SupervisorOptions& options)
{
    std::set<std::string> excluded;
    std::vector<LoadFailure> killers;
    for (;;) {
        auto zygote = spawn(options.worker);
        if (!zygote)
            return zygote.error();
        const auto end = (*zygote)->load(options, excluded);
        if (!end)
            return end.error();
        if (!*end) {
            auto& failures = (*zygote)->m_failures;
            failures.insert(failures.end(), killers.begin(), killers.end());
            std::sort(failures.begin(), failures.end(), [](const auto& a, const auto& b) { return a.pack < b.pack; });
            return std::move(*zygote);
        }
        excluded.insert((*end)->pack);
        killers.push_back(**end);
    }
}

Result<std::optional<LoadFailure>> ZygoteProcess::load(
    const SupervisorOptions& options, const std::set<std::string>& excluded)
{
    Json modules = Json::array();
    for (const PackModule& module : options.modules)
        if (!excluded.contains(module.id))
            modules.push_back(Json::array({module.id, module.path.string()}));
    const auto sent
        = m_control.send({{"type", "load"}, {"modules", std::move(modules)}, {"limits", wire::toWire(options.limits)}});
    std::string loading;
    while (sent) {
        const auto message = m_control.receive(wire::in(options.limits.load));
        if (!message) {
            if (loading.empty())
                break;
            return std::optional(LoadFailure{loading, deadAtLoad(loading, message.error())});
        }
        const auto ready = wire::decode([&] {
            const std::string& type = textOf(memberOf(message->body, "type"), longest);
            if (type == "loading")
                loading = textOf(memberOf(message->body, "pack"), longest);
            else if (type == "failed")
                m_failures.push_back({textOf(memberOf(message->body, "pack"), longest),
                    wire::errorFromWire(memberOf(message->body, "error"), options.limits)});
            else if (type == "ready")
                m_offers = offersFromWire(memberOf(message->body, "offers"));
            return type == "ready";
        });
        if (!ready)
            return ready.error();
        if (*ready)
            return std::optional<LoadFailure>();
    }
    return Error{ErrorKind::Crashed, "the worker program ended before it loaded anything", "supervisor"};
}

Result<wire::Message> ZygoteProcess::ask(const Json& request, std::span<const int> files)
{
    const std::lock_guard lock(m_mutex);
    const auto sent = m_control.send(request, files, wire::in(patience));
    if (!sent)
        return sent.error();
    return m_control.receive(wire::in(patience));
}

Result<ForkedChild> ZygoteProcess::fork()
{
    auto pair = wire::socketPair();
    if (!pair)
        return pair.error();
    const std::array<int, 1> files{pair->second.get()};
    const auto answer = ask({{"type", "fork"}}, files);
    if (!answer)
        return answer.error();
    const auto pid = wire::decode([&] { return wire::integerOf(memberOf(answer->body, "pid"), -1, INT32_MAX); });
    if (!pid)
        return pid.error();
    if (*pid <= 0)
        return Error{ErrorKind::System, "the worker cannot start a child: too many processes, or too little memory",
            "supervisor"};
    return ForkedChild{static_cast<pid_t>(*pid), std::move(pair->first)};
}

std::optional<int> ZygoteProcess::reap(pid_t child)
{
    const auto answer = ask({{"type", "reap"}, {"pid", child}}, {});
    if (!answer)
        return std::nullopt;
    const auto status
        = wire::decode([&] { return wire::integerOf(memberOf(answer->body, "status"), INT32_MIN, INT32_MAX); });
    return status ? std::optional(static_cast<int>(*status)) : std::nullopt;
}

} // namespace vidimus::supervisor
