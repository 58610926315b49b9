#pragma once
#include "plugin_host/supervisor/offers.hpp"
#include "plugin_host/supervisor/supervisor.hpp"
#include "plugin_host/wire/channel.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <sys/types.h>

namespace vidimus::supervisor {

/// A child that the zygote forked, and our end of its channel.
struct ForkedChild {
    pid_t pid = -1;
    wire::UniqueFd channel;
};

/// One running vidimus-worker with its packs loaded. Usable from several threads.
class ZygoteProcess {
public:
    /// Starts the worker; packs that kill it are left out, and it is started again without them.
    /// Errors: NotFound, System, Crashed.
    static Result<std::shared_ptr<ZygoteProcess>> start(const SupervisorOptions& options);
    ~ZygoteProcess();

    const Offers& offers() const { return m_offers; }
    const std::vector<LoadFailure>& failures() const { return m_failures; }

    /// Error Crashed: the zygote is dead; a new one is needed.
    Result<ForkedChild> fork();
    /// The wait status of a child that is dead or was killed; nothing when the zygote is gone with it.
    std::optional<int> reap(pid_t child);

private:
    ZygoteProcess(pid_t pid, wire::UniqueFd control);
    static Result<std::shared_ptr<ZygoteProcess>> spawn(const std::filesystem::path& worker);
    /// \return the pack at which loading ended, or nothing when all are loaded.
    Result<std::optional<LoadFailure>> load(const SupervisorOptions& options, const std::set<std::string>& excluded);
    Result<wire::Message> ask(const nlohmann::json& request, std::span<const int> files);

    pid_t m_pid;
    std::mutex m_mutex;
    wire::Channel m_control;
    Offers m_offers;
    std::vector<LoadFailure> m_failures;
};

/// Reads what a zygote says its packs offer. Throws DecodeError.
Offers offersFromWire(const nlohmann::json& json);

} // namespace vidimus::supervisor
