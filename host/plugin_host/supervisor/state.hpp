#pragma once
#include "plugin_host/supervisor/child_process.hpp"
#include "plugin_host/supervisor/supervisor.hpp"
#include "plugin_host/supervisor/zygote_process.hpp"

#include <mutex>

namespace vidimus::supervisor {

/// What the supervisor and its sessions share.
struct Supervisor::State {
    explicit State(SupervisorOptions given)
        : options(std::move(given))
    {
    }
    /// A fresh child; starts the zygote anew if it died.
    Result<std::unique_ptr<ChildProcess>> startChild();
    /// Versions and digests of the packs that a child says it used.
    Dependencies named(const std::map<std::string, std::string>& used) const;

    const SupervisorOptions options;
    mutable std::mutex mutex;
    std::shared_ptr<ZygoteProcess> zygote;
    std::vector<std::string> barriers; ///< those that held in every child so far
    bool anyChild = false;
};

} // namespace vidimus::supervisor
