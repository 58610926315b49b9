#pragma once
#include "plugin_host/supervisor/watch.hpp"
#include "plugin_host/supervisor/zygote_process.hpp"
#include "plugin_host/wire/limits.hpp"
#include "plugin_host/wire/sealed_bytes.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vidimus::supervisor {

/// What is answered to a child that asks in the midst of a call.
struct Served {
    nlohmann::json body;
    std::vector<int> files{}; ///< borrowed until the answer is sent
};

/// Answers a child's question; gives up when the watch says so. Throws DecodeError on a question that breaks the
/// format.
using Serve
    = std::function<Result<Served>(const std::string& service, const nlohmann::json& question, const Watch& watch)>;
using Log = std::function<void(const std::string& pack, int level, const std::string& message)>;

/// One confined child. For one thread at a time; killed and reaped at the end.
class ChildProcess {
public:
    /// Forks, waits until the child is confined. Errors: Crashed, System, TimedOut.
    static Result<std::unique_ptr<ChildProcess>> start(
        std::shared_ptr<ZygoteProcess> zygote, const wire::Limits& limits, Log log);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    const std::vector<std::string>& barriers() const { return m_barriers; }
    bool dead() const { return m_dead; }

    struct Call {
        nlohmann::json request;
        std::vector<int> files;
        std::chrono::milliseconds wall{}; ///< of the child's own
        std::chrono::milliseconds served{}; ///< that serving it may take beside
    };
    /// Puts a request and serves the child until it answers; never longer than wall and served together. Errors: what
    /// the child says; Crashed, TimedOut, OutOfMemory, Malformed, Cancelled: then the child may be dead.
    Result<nlohmann::json> call(const Call& call, const Watch& watch, const Serve& serve);
    /// The memory file that the child filled in its last call, sealed. Error Malformed.
    Result<wire::SealedBytes> takeBuffer();

private:
    struct Running;

    ChildProcess(std::shared_ptr<ZygoteProcess> zygote, ForkedChild forked, const wire::Limits& limits, Log log);
    Result<void> greet();
    /// Nothing: the call goes on.
    std::optional<Error> tick(Running& running, const Watch& watch);
    std::optional<Result<nlohmann::json>> handle(
        Running& running, const wire::Message& message, const Watch& watch, const Serve& serve);
    Result<void> serveOne(Running& running, const nlohmann::json& question, const Watch& watch, const Serve& serve);
    Result<Served> makeBuffer(const nlohmann::json& question);
    /// Kills and reaps; why is what we know, or nothing when the child ended by itself.
    Error end(std::optional<Error> why);

    std::shared_ptr<ZygoteProcess> m_zygote;
    pid_t m_pid;
    const wire::Limits m_limits;
    Log m_log;
    wire::Channel m_channel;
    wire::UniqueFd m_buffer;
    std::vector<std::string> m_barriers;
    bool m_dead = false;
};

} // namespace vidimus::supervisor
