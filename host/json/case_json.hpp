#pragma once
#include "core/case.hpp"
#include "core/dependencies.hpp"
#include "core/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

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
/// A crop's place; its picture stays beside it.
nlohmann::json toJson(const Crop& crop);
/// The whole case as vidimus.case/1, without the crops' pictures.
nlohmann::json toJson(const Case& whole);

Result<File> fileFrom(const nlohmann::json& json);
Result<Reading> readingFrom(const nlohmann::json& json);
Result<Evidence> evidenceFrom(const nlohmann::json& json);
Result<Finding> findingFrom(const nlohmann::json& json);
Result<CaseTerms> termsFrom(const nlohmann::json& json);
Result<Disposition> dispositionFrom(const nlohmann::json& json);
Result<Correction> correctionFrom(const nlohmann::json& json);
Result<Conclusion> conclusionFrom(const nlohmann::json& json);
Result<PluginUse> pluginUseFrom(const nlohmann::json& json);
Result<Crop> cropFrom(const nlohmann::json& json);

/// The applicant's claims: an object of field id -> value (or list of values).
Result<std::vector<Claim>> claimsFrom(const nlohmann::json& json);

/// Text -> JSON. Errors: Malformed, naming the place in the text; \p what names the text in the message.
Result<nlohmann::json> parsed(std::string_view text, std::string_view what);
/// JSON -> one line of text; the same value always gives the same text. Bytes that are not UTF-8 become U+FFFD.
std::string compact(const nlohmann::json& json);

} // namespace vidimus::json
