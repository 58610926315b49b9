#pragma once
#include "core/dependencies.hpp"
#include "plugin_host/supervisor/child_process.hpp"
#include "plugin_host/supervisor/supervisor.hpp"

namespace vidimus::supervisor {

/// Answers the names service and journals that it was used. Throws DecodeError.
/// \return nothing: another service is meant.
std::optional<Result<Served>> serveNames(
    const SupervisorOptions& options, const std::string& service, const nlohmann::json& question, Dependencies& used);

} // namespace vidimus::supervisor
