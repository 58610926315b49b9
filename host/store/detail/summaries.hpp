#pragma once
#include "replay.hpp"

namespace soci {
class session;
}

/// The derived table of summaries.
namespace vidimus::store::detail {

void putSummary(soci::session& sql, const Replayed& state);
void eraseSummary(soci::session& sql, const std::string& caseId);
std::vector<CaseSummary> allSummaries(soci::session& sql); ///< newest change first

} // namespace vidimus::store::detail
