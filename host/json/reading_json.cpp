#include "detail/describe_reading.hpp"
#include "json/case_json.hpp"

namespace vidimus::json {

nlohmann::json toJson(const File& file)
{
    return detail::write(file);
}

Result<File> fileFrom(const nlohmann::json& json)
{
    return detail::read<File>(json);
}

// A pass carries its request, from which its key follows: a list is enough.
nlohmann::json toJson(const Reading& reading)
{
    nlohmann::json passes = nlohmann::json::array();
    for (const auto& [key, pass] : reading.passes)
        passes.push_back(detail::write(pass));
    return {{"passes", std::move(passes)}};
}

Result<Reading> readingFrom(const nlohmann::json& json)
{
    if (!json.is_object() || !json.contains("passes"))
        return Error{ErrorKind::Malformed, "the document lacks \"passes\"", "json"};
    auto passes = detail::read<std::vector<Pass>>(json["passes"]);
    if (!passes)
        return Error{ErrorKind::Malformed, "/passes" + passes.error().message, "json"};
    Reading reading;
    for (Pass& pass : *passes)
        reading.add(std::move(pass));
    return reading;
}

} // namespace vidimus::json
