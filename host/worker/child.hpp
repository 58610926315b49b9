#pragma once
#include "plugin_host/wire/limits.hpp"
#include "plugin_host/wire/unique_fd.hpp"
#include "worker/host_services.hpp"
#include "worker/pack_table.hpp"

namespace vidimus::worker {

/// Confines this process, says which barriers hold, then answers the supervisor until it hangs up. Never returns.
[[noreturn]] void runChild(
    wire::UniqueFd session, const wire::Limits& limits, const PackTable& packs, HostServices& services);

} // namespace vidimus::worker
