#include "detail/sql_case_store.hpp"
#include "json/case_json.hpp"

#include <nlohmann/json.hpp>
#include <soci/soci.h>

#include <map>

/// Recomputing the chain.
namespace vidimus::store::detail {
namespace {

/// Case -> entry by which it was erased: only before it may payloads be missing.
std::map<std::string, std::uint64_t> erasures(soci::session& sql)
{
    std::map<std::string, std::uint64_t> all;
    soci::rowset<soci::row> rows = (sql.prepare << "SELECT case_id, number FROM event WHERE kind = 'case-erased'");
    for (const soci::row& row : rows)
        all[row.get<std::string>("case_id")] = static_cast<std::uint64_t>(row.get<long long>("number"));
    return all;
}

std::string complaintAboutChain(const Event& event, const std::string& previous, std::uint64_t number)
{
    if (event.number != number)
        return "Entry " + std::to_string(number) + " is missing.";
    if (event.previousDigest != previous)
        return "It does not follow from the entry before it.";
    if (event.digest != digestOf(event))
        return "It was changed after it was written.";
    return {};
}

std::string complaintAboutPayload(const Event& event, Blobs& blobs)
{
    if (event.payloadDigest != payloadDigestOf(*event.salt, *event.body))
        return "What it says was changed after it was written.";
    const auto payload = json::parsed(*event.body, "entry");
    if (!payload)
        return "What it says cannot be read.";
    for (const std::string& name : blobsIn(*payload)) {
        const auto bytes = blobs.get(event.caseId, name);
        if (!bytes)
            return "Bytes that it rests on are missing.";
        if (blobs.nameOf(event.caseId, *bytes) != name)
            return "Bytes that it rests on were changed.";
    }
    return {};
}

} // namespace

Result<void> SqlCaseStore::verifyEvents(ChainVerdict& verdict)
{
    constexpr int atOnce = 200;
    soci::session& sql = m_backend->sql();
    Blobs blobs(sql);
    const auto erased = erasures(sql);
    std::string previous(firstPrevious());
    for (auto events = eventsAfter(sql, 0, atOnce); !events.empty();
         events = eventsAfter(sql, events.back().number, atOnce)) {
        for (const Event& event : events) {
            std::string what = complaintAboutChain(event, previous, verdict.entries + 1);
            const auto erasure = erased.find(event.caseId);
            if (what.empty() && event.body)
                what = complaintAboutPayload(event, blobs);
            else if (what.empty() && (erasure == erased.end() || event.number >= erasure->second))
                what = "What it says is missing, though its case was not erased.";
            if (!what.empty()) {
                verdict = {false, verdict.entries, verdict.entries + 1, what};
                return {};
            }
            previous = event.digest;
            ++verdict.entries;
        }
    }
    return {};
}

Result<ChainVerdict> SqlCaseStore::verifyChain()
{
    return transact<ChainVerdict>(Transaction::For::Reading, [&]() -> Result<ChainVerdict> {
        ChainVerdict verdict;
        if (auto verified = verifyEvents(verdict); !verified)
            return verified.error();
        // Entries cut off at the end leave a chain that holds; the derived summaries remember how far it went.
        long long last = 0;
        m_backend->sql() << "SELECT coalesce(max(last_event), 0) FROM case_summary", soci::into(last);
        if (verdict.holds && static_cast<std::uint64_t>(last) > verdict.entries)
            verdict = {false, verdict.entries, verdict.entries + 1, "Entries at the end are missing."};
        return verdict;
    });
}

} // namespace vidimus::store::detail
