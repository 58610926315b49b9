#pragma once
#include "core/result.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <vector>

/// The subset of CBOR (RFC 8949) that crosses the wire: whole numbers, floats, texts, lists and maps with text keys, of
/// definite length and without tags.
namespace vidimus::wire {

inline constexpr std::uint64_t deepest = 12; ///< nesting; the decoder recurses, so a message must not choose its depth
inline constexpr std::uint64_t mostItems = 4'000'000; ///< values in a message; each takes 16 bytes or more decoded

/// Is it one item of the subset, within both bounds, and nothing after it? Allocates nothing.
bool isSoundCbor(std::span<const std::uint8_t> bytes);

std::vector<std::uint8_t> encode(const nlohmann::json& body);
/// Error Malformed.
Result<nlohmann::json> decodeBody(std::span<const std::uint8_t> bytes);

} // namespace vidimus::wire
