#include "detail/describe_evidence.hpp"
#include "json/case_json.hpp"

namespace vidimus::json {

nlohmann::json toJson(const Evidence& evidence)
{
    return detail::write(evidence);
}

Result<Evidence> evidenceFrom(const nlohmann::json& json)
{
    return detail::read<Evidence>(json);
}

} // namespace vidimus::json
