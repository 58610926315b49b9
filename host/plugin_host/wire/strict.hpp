#pragma once
#include "core/result.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

/// Strict reading of decoded messages. Whoever sent them may be hostile: everything has a bound, and what breaks one is
/// told by DecodeError, which decode() turns into an Error.
namespace vidimus::wire {

struct DecodeError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A length on paper or a coefficient beyond this is no honest one.
inline constexpr double widest = 1e7;

const nlohmann::json& memberOf(const nlohmann::json& object, const char* key);
/// Well-formed UTF-8 of at most that many bytes.
const std::string& textOf(const nlohmann::json& json, std::uint64_t atMost);
/// A finite number within the bounds.
double numberOf(const nlohmann::json& json, double least = -widest, double most = widest);
std::uint64_t countOf(const nlohmann::json& json, std::uint64_t most);
std::int64_t integerOf(const nlohmann::json& json, std::int64_t least, std::int64_t most);
bool flagOf(const nlohmann::json& json);
const nlohmann::json::array_t& arrayOf(const nlohmann::json& json, std::uint64_t atMost);
const nlohmann::json::array_t& arrayOfExactly(const nlohmann::json& json, std::uint64_t count);
const nlohmann::json::object_t& objectOf(const nlohmann::json& json, std::uint64_t atMost);

/// An enumerator with no gap from 0 to most.
template <class Enum> Enum enumOf(const nlohmann::json& json, Enum most)
{
    return static_cast<Enum>(countOf(json, static_cast<std::uint64_t>(most)));
}

/// Runs a decoder; what it throws becomes Error Malformed.
template <class Decoder> auto decode(Decoder&& decoder) -> Result<decltype(decoder())>
{
    try {
        return decoder();
    } catch (const std::exception& error) {
        return Error{ErrorKind::Malformed, std::string("a message breaks the wire format: ") + error.what(), "wire"};
    }
}

} // namespace vidimus::wire
