#pragma once
#include "core/date.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace soci {
class session;
}

/// The event chain: each entry holds the digest of the one before it and the salted digest of its payload.
namespace vidimus::store::detail {

struct Event {
    std::uint64_t number = 0;
    UtcTime at;
    std::string actor, kind, caseId;
    std::string payloadDigest, previousDigest, digest;
    std::optional<std::string> salt, body; ///< gone where the case was erased
};

/// The digest before the first entry.
std::string_view firstPrevious();
std::string payloadDigestOf(std::string_view salt, std::string_view body);
/// Over all other columns, each with its length before it, so that no two rows share a digest.
std::string digestOf(const Event& event);

/// Appends; call it while writing. \return the new entry
Event append(soci::session& sql, UtcTime at, const std::string& actor, const std::string& kind,
    const std::string& caseId, const nlohmann::json& payload);

/// The entries of one case in order, with their payloads.
std::vector<Event> eventsOf(soci::session& sql, const std::string& caseId);
/// Up to `count` entries after `number`, with their payloads.
std::vector<Event> eventsAfter(soci::session& sql, std::uint64_t number, int count);

} // namespace vidimus::store::detail
