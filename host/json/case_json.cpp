#include "json/case_json.hpp"

#include "detail/describe_case.hpp"

namespace vidimus::json {

nlohmann::json toJson(const Finding& finding)
{
    return detail::write(finding);
}

nlohmann::json toJson(const CaseTerms& terms)
{
    return detail::write(terms);
}

nlohmann::json toJson(const Disposition& disposition)
{
    return detail::write(disposition);
}

nlohmann::json toJson(const Correction& correction)
{
    return detail::write(correction);
}

nlohmann::json toJson(const Conclusion& conclusion)
{
    return detail::write(conclusion);
}

nlohmann::json toJson(const PluginUse& plugin)
{
    return detail::write(plugin);
}

nlohmann::json toJson(const Crop& crop)
{
    return detail::write(crop);
}

nlohmann::json toJson(const Case& whole)
{
    nlohmann::json json = detail::write(whole);
    json["schema"] = "vidimus.case/1";
    json["readings"] = nlohmann::json::array();
    for (const Reading& reading : whole.readings)
        json["readings"].push_back(toJson(reading));
    return json;
}

Result<Finding> findingFrom(const nlohmann::json& json)
{
    return detail::read<Finding>(json);
}

Result<CaseTerms> termsFrom(const nlohmann::json& json)
{
    return detail::read<CaseTerms>(json);
}

Result<Disposition> dispositionFrom(const nlohmann::json& json)
{
    return detail::read<Disposition>(json);
}

Result<Correction> correctionFrom(const nlohmann::json& json)
{
    return detail::read<Correction>(json);
}

Result<Conclusion> conclusionFrom(const nlohmann::json& json)
{
    return detail::read<Conclusion>(json);
}

Result<PluginUse> pluginUseFrom(const nlohmann::json& json)
{
    return detail::read<PluginUse>(json);
}

Result<Crop> cropFrom(const nlohmann::json& json)
{
    return detail::read<Crop>(json);
}

Result<std::vector<Claim>> claimsFrom(const nlohmann::json& json)
{
    if (!json.is_object())
        return Error{ErrorKind::Malformed, "claims must be an object of field id and value", "json"};
    std::vector<Claim> claims;
    for (auto member = json.begin(); member != json.end(); ++member) {
        const bool single = member->is_string();
        const auto values = single ? Result<std::vector<std::string>>(std::vector{member->get<std::string>()})
                                   : detail::read<std::vector<std::string>>(*member);
        if (!values)
            return Error{ErrorKind::Malformed, "/" + member.key() + " must be a text or a list of texts", "json"};
        for (const std::string& value : *values)
            claims.push_back({member.key(), value});
    }
    return claims;
}

} // namespace vidimus::json
