#pragma once
#include "backend.hpp"
#include "blobs.hpp"
#include "replay.hpp"
#include "store/case_store.hpp"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>
#include <mutex>

namespace vidimus::store::detail {

/// The one implementation. A connection serves one thread at a time: who uses it holds m_mutex.
class SqlCaseStore : public CaseStore {
public:
    static Result<std::unique_ptr<CaseStore>> open(const std::string& url, Missing missing);

    Result<bool> hasAccounts() override;
    Result<Account> addAccount(const Session* by, const Account& account, const std::string& password) override;
    Result<std::vector<Account>> accounts() override;
    Result<Session> signIn(const std::string& name, const std::string& password) override;
    Result<void> signOut(const Session& session) override;
    Result<void> changePassword(
        const Session& by, const std::string& oldPassword, const std::string& newPassword) override;
    Result<void> setDisabled(const Session& by, const std::string& name, bool disabled) override;

    Result<std::vector<CaseSummary>> cases() override;
    Result<Case> load(const std::string& id) override;
    Result<std::vector<std::uint8_t>> fileBytes(const std::string& caseId, FileIndex file) override;

    Result<std::string> saveChecked(const Session& by, const std::string& id, const Case& checked,
        const std::vector<std::vector<std::uint8_t>>& fileBytes, Seen seen) override;
    Result<void> setTerms(const Session& by, const std::string& id, const CaseTerms& terms) override;
    Result<void> dispose(const Session& by, const std::string& id, const Disposition& disposition) override;
    Result<void> correct(const Session& by, const std::string& id, const Correction& correction) override;
    Result<void> submit(const Session& by, const std::string& id, Seen seen) override;
    Result<void> takeOver(const Session& by, const std::string& id, const std::string& reason, Seen seen) override;
    Result<void> returnCase(const Session& by, const std::string& id, const std::string& reason, Seen seen) override;
    Result<void> conclude(
        const Session& by, const std::string& id, ConclusionKind kind, const std::string& words, Seen seen) override;
    Result<void> recordReport(
        const Session& by, const std::string& id, const std::string& kind, const std::string& sha256) override;
    Result<void> erase(const Session& by, const std::string& id, const std::string& reason) override;

    Result<std::vector<Entry>> trail(const std::string& caseId) override;
    Result<ChainVerdict> verifyChain() override;

private:
    explicit SqlCaseStore(std::unique_ptr<Backend> backend)
        : m_backend(std::move(backend))
    {
    }

    /// Runs the work in one transaction; what the database throws becomes an Error here and nowhere else.
    template <class T> Result<T> transact(Transaction::For what, const std::function<Result<T>()>& work);
    /// The same for a change of one case: who acts, the case as it stands, then the new entry and the summary.
    using Change = std::function<Result<nlohmann::json>(const Account& actor, Replayed& state)>;
    Result<void> change(const Session& by, const std::string& id, const char* kind, const Change& payloadOf);

    Result<Replayed> replayed(const std::string& id); ///< NotFound where it was erased
    /// Takes what was just erased out of the write-ahead log. Holds m_mutex for short tries only.
    Result<void> forgetLog(const std::string& id);
    std::string nextCaseId(UtcTime now);
    Result<nlohmann::json> keepChecked(const std::string& id, const Replayed& before, const Case& checked,
        const std::vector<std::vector<std::uint8_t>>& fileBytes);
    Result<std::string> keepFile(
        const std::string& id, const Replayed& before, const File& file, const std::vector<std::uint8_t>* bytes);
    Result<std::string> noteAttempt(const std::string& name, bool right, UtcTime now);
    Result<void> verifyEvents(ChainVerdict& verdict);

    std::mutex m_mutex;
    std::unique_ptr<Backend> m_backend;
};

template <class T> Result<T> SqlCaseStore::transact(Transaction::For what, const std::function<Result<T>()>& work)
{
    const std::lock_guard lock(m_mutex);
    try {
        Transaction transaction(*m_backend, what);
        Result<T> result = work();
        if (result)
            transaction.commit();
        return result;
    } catch (const std::exception&) {
        return m_backend->errorNow();
    }
}

} // namespace vidimus::store::detail
