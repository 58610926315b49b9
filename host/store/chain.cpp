#include "detail/chain.hpp"

#include "detail/random.hpp"
#include "digest/digest.hpp"
#include "json/case_json.hpp"

#include <soci/soci.h>

namespace vidimus::store::detail {
namespace {

using soci::into;
using soci::use;

Event eventFrom(const soci::row& row)
{
    Event event;
    event.number = static_cast<std::uint64_t>(row.get<long long>("number"));
    event.at = {row.get<long long>("at")};
    event.actor = row.get<std::string>("actor");
    event.kind = row.get<std::string>("kind");
    event.caseId = row.get<std::string>("case_id");
    event.payloadDigest = row.get<std::string>("payload_digest");
    event.previousDigest = row.get<std::string>("previous_digest");
    event.digest = row.get<std::string>("digest");
    if (row.get_indicator("salt") != soci::i_null && row.get_indicator("body") != soci::i_null) {
        event.salt = row.get<std::string>("salt");
        event.body = row.get<std::string>("body");
    }
    return event;
}

constexpr const char* selectEvents
    = "SELECT e.number AS number, e.at AS at, e.actor AS actor, e.kind AS kind, e.case_id AS case_id,"
      " e.payload_digest AS payload_digest, e.previous_digest AS previous_digest, e.digest AS digest,"
      " p.salt AS salt, p.body AS body FROM event e LEFT JOIN event_payload p ON p.event_number = e.number ";

} // namespace

std::string_view firstPrevious()
{
    return "0000000000000000000000000000000000000000000000000000000000000000";
}

std::string payloadDigestOf(std::string_view salt, std::string_view body)
{
    digest::Sha256 hash;
    hash.add(salt);
    hash.add(body);
    return hash.hex();
}

std::string digestOf(const Event& event)
{
    digest::Sha256 hash;
    for (const std::string& part : {std::to_string(event.number), std::to_string(event.at.seconds), event.actor,
             event.kind, event.caseId, event.payloadDigest, event.previousDigest}) {
        hash.add(std::to_string(part.size()) + ":");
        hash.add(part);
    }
    return hash.hex();
}

Event append(soci::session& sql, UtcTime at, const std::string& actor, const std::string& kind,
    const std::string& caseId, const nlohmann::json& payload)
{
    Event event;
    event.at = at;
    event.actor = actor;
    event.kind = kind;
    event.caseId = caseId;
    event.salt = randomHex(16);
    event.body = json::compact(payload);
    event.payloadDigest = payloadDigestOf(*event.salt, *event.body);
    long long last = 0;
    sql << "SELECT number, digest FROM event ORDER BY number DESC LIMIT 1", into(last), into(event.previousDigest);
    if (!sql.got_data()) {
        last = 0;
        event.previousDigest = firstPrevious();
    }
    event.number = static_cast<std::uint64_t>(last) + 1;
    event.digest = digestOf(event);

    const long long number = last + 1, seconds = at.seconds;
    sql << "INSERT INTO event (number, at, actor, kind, case_id, payload_digest, previous_digest, digest)"
           " VALUES (:number, :at, :actor, :kind, :case_id, :payload, :previous, :digest)",
        use(number), use(seconds), use(event.actor), use(event.kind), use(event.caseId), use(event.payloadDigest),
        use(event.previousDigest), use(event.digest);
    sql << "INSERT INTO event_payload (event_number, salt, body) VALUES (:number, :salt, :body)", use(number),
        use(*event.salt), use(*event.body);
    return event;
}

std::vector<Event> eventsOf(soci::session& sql, const std::string& caseId)
{
    soci::rowset<soci::row> rows
        = (sql.prepare << selectEvents << "WHERE e.case_id = :case_id ORDER BY e.number", use(caseId));
    std::vector<Event> all;
    for (const soci::row& row : rows)
        all.push_back(eventFrom(row));
    return all;
}

std::vector<Event> eventsAfter(soci::session& sql, std::uint64_t number, int count)
{
    const long long after = static_cast<long long>(number);
    soci::rowset<soci::row> rows
        = (sql.prepare << selectEvents << "WHERE e.number > :after ORDER BY e.number LIMIT :count", use(after),
            use(count));
    std::vector<Event> all;
    for (const soci::row& row : rows)
        all.push_back(eventFrom(row));
    return all;
}

} // namespace vidimus::store::detail
