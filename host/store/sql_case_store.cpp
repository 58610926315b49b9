#include "detail/sql_case_store.hpp"

#include "core/spelling.hpp"
#include "detail/accounts.hpp"
#include "detail/migrations.hpp"
#include "detail/rules.hpp"
#include "detail/summaries.hpp"
#include "json/case_json.hpp"

#include <nlohmann/json.hpp>
#include <soci/soci.h>

namespace vidimus::store {

Result<std::unique_ptr<CaseStore>> CaseStore::open(const std::string& url, Missing missing)
{
    return detail::SqlCaseStore::open(url, missing);
}

Session CaseStore::sessionOf(Account account, std::string token)
{
    Session session;
    session.m_account = std::move(account);
    session.m_token = std::move(token);
    return session;
}

namespace detail {

using Json = nlohmann::json;

Result<std::unique_ptr<CaseStore>> SqlCaseStore::open(const std::string& url, Missing missing)
{
    auto backend = Backend::open(url, missing == Missing::Create);
    if (!backend)
        return backend.error();
    try {
        if (auto migrated = migrate(**backend); !migrated)
            return Error{migrated.error().kind, url + ": " + migrated.error().message, "store"};
    } catch (const std::exception&) {
        return (*backend)->errorNow();
    }
    return std::unique_ptr<CaseStore>(new SqlCaseStore(std::move(*backend)));
}

Result<void> SqlCaseStore::change(const Session& by, const std::string& id, const char* kind, const Change& payloadOf)
{
    return transact<void>(Transaction::For::Writing, [&]() -> Result<void> {
        soci::session& sql = m_backend->sql();
        const UtcTime now = UtcTime::now();
        auto actor = actorOf(sql, tokenOf(by), now);
        if (!actor)
            return actor.error();
        auto state = replayed(id);
        if (!state)
            return state.error();
        auto payload = payloadOf(*actor, *state);
        if (!payload)
            return payload.error();
        append(sql, now, actor->name, kind, id, *payload);
        // Replaying again rather than patching: the summary is what the events say, by the same code as load().
        auto after = replayed(id);
        if (!after)
            return after.error();
        putSummary(sql, *after);
        return {};
    });
}

Result<void> SqlCaseStore::setTerms(const Session& by, const std::string& id, const CaseTerms& terms)
{
    return change(by, id, kinds::termsSet, [&](const Account& actor, Replayed& state) -> Result<Json> {
        if (auto allowed = mayExamine(actor, state); !allowed)
            return allowed.error();
        return json::toJson(terms);
    });
}

Result<void> SqlCaseStore::dispose(const Session& by, const std::string& id, const Disposition& disposition)
{
    return change(by, id, kinds::findingDisposed, [&](const Account& actor, Replayed& state) -> Result<Json> {
        if (auto allowed = mayDispose(actor, state, disposition); !allowed)
            return allowed.error();
        Disposition recorded = disposition;
        recorded.by = actor.name;
        recorded.at = UtcTime::now();
        return json::toJson(recorded);
    });
}

Result<void> SqlCaseStore::correct(const Session& by, const std::string& id, const Correction& correction)
{
    return change(by, id, kinds::fieldCorrected, [&](const Account& actor, Replayed& state) -> Result<Json> {
        if (auto allowed = mayExamine(actor, state); !allowed)
            return allowed.error();
        if (correction.document.value >= state.whole.evidence.documents.size() || correction.field.empty())
            return Error{ErrorKind::NotFound, "This case has no such document or field to correct.", "store"};
        Correction recorded = correction;
        recorded.by = actor.name;
        recorded.at = UtcTime::now();
        return json::toJson(recorded);
    });
}

Result<void> SqlCaseStore::submit(const Session& by, const std::string& id, Seen seen)
{
    return change(by, id, kinds::caseSubmitted, [&](const Account& actor, Replayed& state) -> Result<Json> {
        if (auto allowed = maySubmit(actor, state); !allowed)
            return allowed.error();
        if (auto same = unchangedSince(seen, state); !same)
            return same.error();
        return Json::object();
    });
}

Result<void> SqlCaseStore::takeOver(const Session& by, const std::string& id, const std::string& reason, Seen seen)
{
    return change(by, id, kinds::caseTakenOver, [&](const Account& actor, Replayed& state) -> Result<Json> {
        if (auto allowed = mayTakeOver(actor, state, reason); !allowed)
            return allowed.error();
        if (auto same = unchangedSince(seen, state); !same)
            return same.error();
        return Json{{"from", state.whole.officer}, {"reason", reason}};
    });
}

Result<void> SqlCaseStore::returnCase(const Session& by, const std::string& id, const std::string& reason, Seen seen)
{
    return change(by, id, kinds::caseReturned, [&](const Account& actor, Replayed& state) -> Result<Json> {
        if (auto allowed = mayDecide(actor, state, reason); !allowed)
            return allowed.error();
        if (auto same = unchangedSince(seen, state); !same)
            return same.error();
        return Json{{"reason", reason}};
    });
}

Result<void> SqlCaseStore::conclude(
    const Session& by, const std::string& id, ConclusionKind kind, const std::string& words, Seen seen)
{
    return change(by, id, kinds::caseConcluded, [&](const Account& actor, Replayed& state) -> Result<Json> {
        if (auto allowed = mayDecide(actor, state, words); !allowed)
            return allowed.error();
        if (auto same = unchangedSince(seen, state); !same)
            return same.error();
        return json::toJson(Conclusion{kind, words, actor.name, UtcTime::now()});
    });
}

Result<void> SqlCaseStore::recordReport(
    const Session& by, const std::string& id, const std::string& kind, const std::string& sha256)
{
    return change(by, id, kinds::reportIssued, [&](const Account& actor, Replayed&) -> Result<Json> {
        if (auto allowed = mayReport(actor); !allowed)
            return allowed.error();
        return Json{{"kind", kind}, {"sha256", sha256}};
    });
}

Result<std::vector<CaseStore::Entry>> SqlCaseStore::trail(const std::string& caseId)
{
    return transact<std::vector<Entry>>(Transaction::For::Reading, [&]() -> Result<std::vector<Entry>> {
        std::vector<Entry> entries;
        for (const Event& event : eventsOf(m_backend->sql(), caseId))
            entries.push_back({event.number, event.at, event.actor, event.kind, event.caseId, lineAbout(event)});
        return entries;
    });
}

} // namespace detail
} // namespace vidimus::store
