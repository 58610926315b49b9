#include "plugin_host/wire/strict.hpp"

#include "plugin_host/wire/utf8.hpp"

#include <cmath>

namespace vidimus::wire {

const nlohmann::json& memberOf(const nlohmann::json& object, const char* key)
{
    if (!object.is_object())
        throw DecodeError("an object was expected");
    const auto found = object.find(key);
    if (found == object.end())
        throw DecodeError(std::string("member ") + key + " is missing");
    return *found;
}

const std::string& textOf(const nlohmann::json& json, std::uint64_t atMost)
{
    const auto* text = json.get_ptr<const std::string*>();
    if (!text)
        throw DecodeError("a text was expected");
    if (text->size() > atMost)
        throw DecodeError("a text is too long");
    if (!isUtf8(*text))
        throw DecodeError("a text is not UTF-8");
    return *text;
}

double numberOf(const nlohmann::json& json, double least, double most)
{
    if (!json.is_number())
        throw DecodeError("a number was expected");
    const auto value = json.get<double>();
    if (!std::isfinite(value) || value < least || value > most)
        throw DecodeError("a number is out of range");
    return value;
}

std::uint64_t countOf(const nlohmann::json& json, std::uint64_t most)
{
    // Signed whole numbers are told as such by nlohmann when the encoder's type was signed.
    const bool whole = json.is_number_unsigned() || (json.is_number_integer() && json.get<std::int64_t>() >= 0);
    if (!whole || json.get<std::uint64_t>() > most)
        throw DecodeError("a count is out of range");
    return json.get<std::uint64_t>();
}

std::int64_t integerOf(const nlohmann::json& json, std::int64_t least, std::int64_t most)
{
    if (!json.is_number_integer())
        throw DecodeError("a whole number was expected");
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
        throw DecodeError("a whole number is out of range");
    const auto value = json.get<std::int64_t>();
    if (value < least || value > most)
        throw DecodeError("a whole number is out of range");
    return value;
}

bool flagOf(const nlohmann::json& json)
{
    if (!json.is_boolean())
        throw DecodeError("true or false was expected");
    return json.get<bool>();
}

const nlohmann::json::array_t& arrayOf(const nlohmann::json& json, std::uint64_t atMost)
{
    const auto* array = json.get_ptr<const nlohmann::json::array_t*>();
    if (!array)
        throw DecodeError("a list was expected");
    if (array->size() > atMost)
        throw DecodeError("a list is too long");
    return *array;
}

const nlohmann::json::array_t& arrayOfExactly(const nlohmann::json& json, std::uint64_t count)
{
    const auto& array = arrayOf(json, count);
    if (array.size() != count)
        throw DecodeError("a list is too short");
    return array;
}

const nlohmann::json::object_t& objectOf(const nlohmann::json& json, std::uint64_t atMost)
{
    const auto* object = json.get_ptr<const nlohmann::json::object_t*>();
    if (!object)
        throw DecodeError("an object was expected");
    if (object->size() > atMost)
        throw DecodeError("an object has too many members");
    return *object;
}

} // namespace vidimus::wire
