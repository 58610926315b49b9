#include "core/spelling.hpp"
#include "detail/accounts.hpp"
#include "detail/rules.hpp"
#include "detail/sql_case_store.hpp"
#include "detail/summaries.hpp"
#include "digest/digest.hpp"
#include "json/case_json.hpp"

#include <nlohmann/json.hpp>
#include <soci/soci.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <thread>

/// Cases as wholes: listing, loading, keeping what was checked, erasing.
namespace vidimus::store::detail {

using Json = nlohmann::json;

namespace {

std::span<const std::uint8_t> bytesOf(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

Error missing(const std::string& id, const std::string& what)
{
    return {ErrorKind::Malformed, "Case " + id + ": " + what + " cannot be found in the store.", "store"};
}

Result<std::vector<Reading>> readingsOf(const Replayed& state, Blobs& blobs)
{
    std::vector<Reading> readings;
    for (const std::string& name : state.readingBlobs) {
        const auto bytes = blobs.get(state.whole.id, name);
        if (!bytes)
            return missing(state.whole.id, "a reading");
        const auto parsed = json::parsed({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, "reading");
        auto reading = parsed ? json::readingFrom(*parsed) : Result<Reading>(parsed.error());
        if (!reading)
            return reading.error();
        readings.push_back(std::move(*reading));
    }
    return readings;
}

} // namespace

Result<Replayed> SqlCaseStore::replayed(const std::string& id)
{
    auto state = replay(id, eventsOf(m_backend->sql(), id));
    if (state && state->erased)
        return Error{ErrorKind::NotFound, "Case " + id + " was erased on " + state->erasedAt.iso() + ".", "store"};
    return state;
}

Result<std::vector<CaseSummary>> SqlCaseStore::cases()
{
    return transact<std::vector<CaseSummary>>(Transaction::For::Reading,
        [&]() -> Result<std::vector<CaseSummary>> { return allSummaries(m_backend->sql()); });
}

Result<Case> SqlCaseStore::load(const std::string& id)
{
    return transact<Case>(Transaction::For::Reading, [&]() -> Result<Case> {
        auto state = replayed(id);
        if (!state)
            return state.error();
        Blobs blobs(m_backend->sql());
        auto readings = readingsOf(*state, blobs);
        if (!readings)
            return readings.error();
        state->whole.readings = std::move(*readings);
        for (std::size_t i = 0; i < state->whole.crops.size() && i < state->cropBlobs.size(); ++i) {
            auto png = blobs.get(id, state->cropBlobs[i]);
            if (!png)
                return missing(id, "a picture");
            state->whole.crops[i].png = std::move(*png);
        }
        return std::move(state->whole);
    });
}

Result<std::vector<std::uint8_t>> SqlCaseStore::fileBytes(const std::string& caseId, FileIndex file)
{
    using Bytes = std::vector<std::uint8_t>;
    return transact<Bytes>(Transaction::For::Reading, [&]() -> Result<Bytes> {
        const auto state = replayed(caseId);
        if (!state)
            return state.error();
        if (file.value >= state->fileBlobs.size())
            return Error{ErrorKind::NotFound, "Case " + caseId + " has no such file.", "store"};
        const std::string& name = state->fileBlobs[file.value];
        if (name.empty() && state->whole.files[file.value].size != 0)
            return Error{
                ErrorKind::NotFound, "The bytes of this file could not be read when it was taken in.", "store"};
        auto bytes = name.empty() ? Bytes() : Blobs(m_backend->sql()).get(caseId, name);
        if (!bytes)
            return missing(caseId, "a file");
        return std::move(*bytes);
    });
}

std::string SqlCaseStore::nextCaseId(UtcTime now)
{
    // Counted over entries, not summaries, so that the number of an erased case is never given again.
    long long before = 0;
    m_backend->sql() << "SELECT count(*) FROM event WHERE kind = 'case-created'", soci::into(before);
    std::array<char, 40> id{};
    std::snprintf(id.data(), id.size(), "%s-%05lld", now.iso().substr(0, 4).c_str(), before + 1);
    return id.data();
}

Result<std::string> SqlCaseStore::keepFile(
    const std::string& id, const Replayed& before, const File& file, const std::vector<std::uint8_t>* bytes)
{
    Blobs blobs(m_backend->sql());
    if (bytes && !bytes->empty()) {
        if (digest::sha256({reinterpret_cast<const char*>(bytes->data()), bytes->size()}) != file.sha256)
            return Error{
                ErrorKind::Malformed, file.source + ": its bytes do not have the digest that was recorded.", "store"};
        return blobs.put(id, *bytes);
    }
    const std::string kept = blobs.nameOf(id, file.sha256);
    for (const std::string& name : before.fileBlobs)
        if (name == kept)
            return kept;
    return std::string();
}

Result<Json> SqlCaseStore::keepChecked(const std::string& id, const Replayed& before, const Case& checked,
    const std::vector<std::vector<std::uint8_t>>& fileBytes)
{
    Blobs blobs(m_backend->sql());
    Replayed kept;
    kept.whole = checked;
    for (std::size_t i = 0; i < checked.files.size(); ++i) {
        auto name = keepFile(id, before, checked.files[i], i < fileBytes.size() ? &fileBytes[i] : nullptr);
        if (!name)
            return name.error();
        kept.fileBlobs.push_back(std::move(*name));
    }
    for (const Reading& reading : checked.readings)
        kept.readingBlobs.push_back(blobs.put(id, bytesOf(json::compact(json::toJson(reading)))));
    for (const Crop& crop : checked.crops)
        kept.cropBlobs.push_back(blobs.put(id, crop.png));
    return checkedPayload(kept);
}

Result<std::string> SqlCaseStore::saveChecked(const Session& by, const std::string& id, const Case& checked,
    const std::vector<std::vector<std::uint8_t>>& fileBytes, Seen seen)
{
    return transact<std::string>(Transaction::For::Writing, [&]() -> Result<std::string> {
        soci::session& sql = m_backend->sql();
        const UtcTime now = UtcTime::now();
        const auto actor = actorOf(sql, tokenOf(by), now);
        if (!actor)
            return actor.error();
        auto before = id.empty() ? Result<Replayed>(Replayed{}) : replayed(id);
        if (!before)
            return before.error();
        if (auto allowed = id.empty() ? mayCreate(*actor) : mayExamine(*actor, *before); !allowed)
            return allowed.error();
        if (auto same = id.empty() ? Result<void>() : checkedAsItIs(seen, *before); !same)
            return same.error();
        const std::string caseId = id.empty() ? nextCaseId(now) : id;
        if (id.empty())
            append(sql, now, actor->name, kinds::caseCreated, caseId, json::toJson(checked.terms));
        auto payload = keepChecked(caseId, *before, checked, fileBytes);
        if (!payload)
            return payload.error();
        append(sql, now, actor->name, kinds::caseChecked, caseId, *payload);
        const auto after = replayed(caseId);
        if (!after)
            return after.error();
        putSummary(sql, *after);
        return caseId;
    });
}

Result<void> SqlCaseStore::erase(const Session& by, const std::string& id, const std::string& reason)
{
    auto erased = transact<void>(Transaction::For::Writing, [&]() -> Result<void> {
        soci::session& sql = m_backend->sql();
        const UtcTime now = UtcTime::now();
        const auto actor = actorOf(sql, tokenOf(by), now);
        if (!actor)
            return actor.error();
        const auto state = replayed(id);
        if (!state)
            return state.error();
        if (auto allowed = mayErase(*actor, *state, reason); !allowed)
            return allowed;
        eraseSummary(sql, id);
        Blobs(sql).erase(id);
        sql << "DELETE FROM event_payload WHERE event_number IN (SELECT number FROM event WHERE case_id = :case_id)",
            soci::use(id);
        append(sql, now, actor->name, kinds::caseErased, id, {{"reason", reason}});
        return {};
    });
    return erased ? forgetLog(id) : erased;
}

Result<void> SqlCaseStore::forgetLog(const std::string& id)
{
    // While one try waits for readers, nobody writes, here or in another program: so tries are short, and as long a
    // pause after each lets the others through.
    constexpr std::chrono::milliseconds oneTry(100), pause(100);
    constexpr std::chrono::seconds patience(20);
    const auto end = std::chrono::steady_clock::now() + patience;
    for (bool again = true; again; again = std::chrono::steady_clock::now() < end) {
        try {
            const std::lock_guard lock(m_mutex);
            if (m_backend->forgetLog(oneTry))
                return {};
        } catch (const std::exception&) {
            return m_backend->errorNow();
        }
        std::this_thread::sleep_for(pause);
    }
    return Error{ErrorKind::System,
        "Case " + id
            + " is erased, but another program is reading the store just now and keeps traces of it in the "
              "write-ahead log. They go when every program has closed the store, or with the next erasure.",
        "store"};
}

} // namespace vidimus::store::detail
