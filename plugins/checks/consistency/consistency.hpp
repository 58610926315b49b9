#pragma once
#include <vidimus/date.hpp>
#include <vidimus/plugin.hpp>

/// The questions that belong to no country. What each parameter means: plugins/README.md, "Checks and their
/// parameters".
namespace vidimus::consistency {

using namespace vidimus::sdk;

std::vector<Outcome> pageReadable(const Evidence& evidence);
std::vector<Outcome> requiredFieldsPresent(const Evidence& evidence);
std::vector<Outcome> numberWellFormed(const Evidence& evidence);
std::vector<Outcome> checkDigitHolds(const Evidence& evidence);
std::vector<Outcome> numberPartsAgree(const Evidence& evidence);
std::vector<Outcome> mrzAgrees(const Evidence& evidence);
std::vector<Outcome> datesInOrder(const Evidence& evidence);
Outcome inForce(const Evidence& evidence);
Outcome validityShapeHolds(const Evidence& evidence);
std::vector<Outcome> issuerExisted(const Evidence& evidence);

std::vector<Outcome> namesAgree(const CaseEvidence& evidence);
std::vector<Outcome> identitiesAgree(const CaseEvidence& evidence);
std::vector<Outcome> claimsAgree(const CaseEvidence& evidence);

} // namespace vidimus::consistency
