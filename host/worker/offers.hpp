#pragma once
#include "worker/pack_table.hpp"

#include <nlohmann/json_fwd.hpp>

namespace vidimus::worker {

/// What the loaded packs offer, for the supervisor's table.
nlohmann::json offersOf(const PackTable& table);

} // namespace vidimus::worker
