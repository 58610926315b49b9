#pragma once
#include "plugin_host/wire/unique_fd.hpp"

namespace vidimus::worker {

/// Loads the packs that the supervisor names, announcing each before it is touched, then forks one child a request
/// until the supervisor is gone. Single-threaded, so that a fork copies a whole process. Never returns.
[[noreturn]] void runZygote(wire::UniqueFd control);

} // namespace vidimus::worker
