#pragma once
#include "core/evidence.hpp"
#include "core/exemplar.hpp"
#include "core/file.hpp"
#include "plugin_host/wire/check_result.hpp"
#include "plugin_host/wire/limits.hpp"

#include <nlohmann/json_fwd.hpp>

/// The core's value types as they cross the wire. Every reader throws DecodeError on what is out of bounds; wrap it in
/// decode(). Writers expect sound values.
namespace vidimus::wire {

nlohmann::json toWire(const Region& region);
Region regionFromWire(const nlohmann::json& json);
nlohmann::json toWire(const Quad& quad);
Quad quadFromWire(const nlohmann::json& json);

nlohmann::json toWire(const Page& page);
Page pageFromWire(const nlohmann::json& json);
nlohmann::json toWire(const PassRequest& request);
PassRequest passRequestFromWire(const nlohmann::json& json, const Limits& limits);
/// What is given with a pass; without its digest, which stands in the request.
nlohmann::json toWire(const DesignPrint& print);
DesignPrint designPrintFromWire(const nlohmann::json& json);
/// Without its request, which the asker knows.
nlohmann::json toWire(const Pass& pass);
Pass passFromWire(const nlohmann::json& json, const Limits& limits);

nlohmann::json toWire(const std::map<std::string, std::string>& values);
std::map<std::string, std::string> valuesFromWire(const nlohmann::json& json, const Limits& limits);
nlohmann::json toWire(const Fact& fact);
Fact factFromWire(const nlohmann::json& json, const Limits& limits);
nlohmann::json toWire(const Mark& mark);
Mark markFromWire(const nlohmann::json& json, const Limits& limits);
nlohmann::json toWire(const Line& line);
Line lineFromWire(const nlohmann::json& json, const Limits& limits);
nlohmann::json toWire(const Code& code);
Code codeFromWire(const nlohmann::json& json, const Limits& limits);
nlohmann::json toWire(const Mrz& zone);
Mrz mrzFromWire(const nlohmann::json& json, const Limits& limits);

nlohmann::json toWire(const Evidence& evidence);
Evidence evidenceFromWire(const nlohmann::json& json, const Limits& limits);
nlohmann::json toWire(const Rules& rules);
Rules rulesFromWire(const nlohmann::json& json, const Limits& limits);
nlohmann::json toWire(const CheckResult& result);
CheckResult checkResultFromWire(const nlohmann::json& json, const Limits& limits);
nlohmann::json toWire(const ValidatorAnswer& answer);
ValidatorAnswer validatorAnswerFromWire(const nlohmann::json& json, const Limits& limits);
nlohmann::json toWire(const FoundField& field);
FoundField foundFieldFromWire(const nlohmann::json& json, const Limits& limits);

nlohmann::json toWire(const Error& error);
Error errorFromWire(const nlohmann::json& json, const Limits& limits);

} // namespace vidimus::wire
