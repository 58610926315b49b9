#pragma once
#include "core/dependencies.hpp"
#include "plugin_host/supervisor/broker.hpp"
#include "plugin_host/supervisor/child_process.hpp"
#include "plugin_host/supervisor/supervisor.hpp"

namespace vidimus::supervisor {

/// Answers the names service and journals that it was used. Throws DecodeError.
/// \return nothing: another service is meant.
std::optional<Result<Served>> serveNames(
    const SupervisorOptions& options, const std::string& service, const nlohmann::json& question, Dependencies& used);

/// Answers render and repair for one file. Throws DecodeError.
/// \return nothing: another service is meant.
std::optional<Result<Served>> serveTools(
    Broker& broker, const std::string& service, const nlohmann::json& question, const Watch& watch);

} // namespace vidimus::supervisor
