#include "json/case_json.hpp"

#include <nlohmann/json.hpp>

namespace vidimus::json {

Result<nlohmann::json> parsed(std::string_view text, std::string_view what)
{
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::exception& error) {
        // The library's message names line and column, after a prefix in brackets that only a programmer wants.
        std::string message = error.what();
        if (const auto end = message.find("] "); message.starts_with('[') && end != std::string::npos)
            message.erase(0, end + 2);
        return Error{ErrorKind::Malformed, std::string(what) + ": " + message, "json"};
    }
}

std::string compact(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace vidimus::json
