#pragma once
#include "core/case.hpp"
#include "core/dependencies.hpp"
#include "core/result.hpp"

#include <nlohmann/json_fwd.hpp>

/// Value types <-> JSON, lossless: what the store keeps and `case show --json` prints. (The report's JSON is the
/// report's.) Reading checks every type and range; a wrong document is Error Malformed naming the JSON pointer.
namespace vidimus::json {

nlohmann::json toJson(const File& file);
nlohmann::json toJson(const Reading& reading);
nlohmann::json toJson(const Evidence& evidence);
nlohmann::json toJson(const Finding& finding);
nlohmann::json toJson(const CaseTerms& terms);
nlohmann::json toJson(const Disposition& disposition);
nlohmann::json toJson(const Correction& correction);
nlohmann::json toJson(const Conclusion& conclusion);
nlohmann::json toJson(const PluginUse& plugin);

Result<File> fileFrom(const nlohmann::json& json);
Result<Reading> readingFrom(const nlohmann::json& json);
Result<Evidence> evidenceFrom(const nlohmann::json& json);
Result<Finding> findingFrom(const nlohmann::json& json);
Result<CaseTerms> termsFrom(const nlohmann::json& json);
Result<Disposition> dispositionFrom(const nlohmann::json& json);
Result<Correction> correctionFrom(const nlohmann::json& json);
Result<Conclusion> conclusionFrom(const nlohmann::json& json);
Result<PluginUse> pluginUseFrom(const nlohmann::json& json);

/// The applicant's claims: an object of field id -> value (or list of values).
Result<std::vector<Claim>> claimsFrom(const nlohmann::json& json);

} // namespace vidimus::json
