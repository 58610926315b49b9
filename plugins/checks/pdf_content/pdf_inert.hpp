#pragma once
#include <vidimus/plugin.hpp>

#include <vector>

namespace vidimus::pdf_content {

/// Is each PDF free of scripts, actions and embedded files? One outcome for each reason found, or one that it passed.
/// Links that wait for a click are ordinary; what is fetched or opened without one is not.
/// \source ISO 32000-1, 12.6 and 7.11.4; ISO 19005-1, 6.6 (what an archive file may not do)
std::vector<sdk::Outcome> inert(const sdk::CaseEvidence& evidence);

} // namespace vidimus::pdf_content
