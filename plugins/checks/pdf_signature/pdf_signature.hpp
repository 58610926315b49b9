#pragma once
#include <vidimus/plugin.hpp>

#include <vector>

namespace vidimus::pdf_signature {

/// Does each signature of each PDF hold, by a signer whom one relies on, whose certificate was valid?
/// One outcome a signature, with indication and sub-indication of ETSI EN 319 102-1 in its values.
std::vector<sdk::Outcome> signaturesHold(const sdk::CaseEvidence& evidence);

/// Was anything but what the signer allowed added or changed after each signature?
/// \source ISO 32000-1, 12.8.2.2 (DocMDP); form filling by further signatures alone changes nothing that was signed.
std::vector<sdk::Outcome> unchangedSinceSigning(const sdk::CaseEvidence& evidence);

} // namespace vidimus::pdf_signature
