#pragma once
#include "core/case.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Keeps cases. Every change is an appended event; what a case looks like is derived. Personal data of one case can be
/// erased without breaking the chain. One implementation on SOCI; SQLite in WAL mode is the default back end.
namespace vidimus::store {

struct Account {
    std::string name; ///< as typed at sign-in; unique, case-insensitive
    std::string displayName;
    Role role = Role::Officer;
    bool disabled = false;
};

/// Proof of sign-in; every write names one. Who acts is who is signed in.
class Session {
public:
    const Account& account() const { return m_account; }

private:
    friend class CaseStore;
    Account m_account;
    std::string m_token; ///< the store keeps only its digest
};

struct CaseSummary {
    std::string id, subject;
    CaseState state = CaseState::Open;
    std::string officer;
    UtcTime createdAt, changedAt;
    Date asOf = Date::today();
    std::size_t files = 0, documents = 0;
    std::size_t adverse = 0, cautions = 0; ///< findings not yet disposed of count too
    std::optional<ConclusionKind> conclusion;
};

/// The last entry of a case that the caller has seen (Case::lastEntry). Where the case has changed since, the store
/// refuses: nobody decides on what he has not seen. Empty: whatever it has become; saveChecked does not take that.
using Seen = std::optional<std::uint64_t>;

struct ChainVerdict {
    bool holds = true;
    std::uint64_t entries = 0;
    std::uint64_t firstBad = 0; ///< meaningful where holds is false
    std::string what;
};

class CaseStore {
public:
    /// What to do where there is no store yet: who only reads must not leave one behind for a mistyped name.
    enum class Missing { Create, Refuse };
    /// url: "sqlite:///path/to/file" or a plain path. Creates folder (0700) and file (0600), migrates to the newest
    /// schema. Errors: System (disk full, no permission), Malformed (not a store, or of a newer program), NotFound (no
    /// such store, or an empty file, with Missing::Refuse).
    static Result<std::unique_ptr<CaseStore>> open(const std::string& url, Missing missing = Missing::Create);
    virtual ~CaseStore() = default;

    // Accounts
    virtual Result<bool> hasAccounts() = 0;
    /// The first account needs no session and must be an Administrator, Officer or Auditor; later ones need an
    /// Administrator's session, except while the first start adds officer and auditor together. Errors: Refused (weak
    /// password, name taken, role).
    virtual Result<Account> addAccount(const Session* by, const Account& account, const std::string& password) = 0;
    virtual Result<std::vector<Account>> accounts() = 0;
    /// Errors: Refused, after a delay that grows with failed attempts.
    virtual Result<Session> signIn(const std::string& name, const std::string& password) = 0;
    /// The session is good for nothing afterwards. A session also ends by itself after twelve hours without a write.
    virtual Result<void> signOut(const Session& session) = 0;
    /// Errors: Refused (the old password does not match, the new one is weak).
    virtual Result<void> changePassword(
        const Session& by, const std::string& oldPassword, const std::string& newPassword)
        = 0;
    /// A disabled account cannot sign in, and its sessions end. Only an administrator's, and not for himself.
    virtual Result<void> setDisabled(const Session& by, const std::string& name, bool disabled) = 0;

    // Reading
    virtual Result<std::vector<CaseSummary>> cases() = 0; ///< newest change first
    virtual Result<Case> load(const std::string& id) = 0;
    virtual Result<std::vector<std::uint8_t>> fileBytes(const std::string& caseId, FileIndex file) = 0;

    // Writing; each returns when the change is durable. Errors: Refused with the rule that forbids it (role, state,
    // four eyes, another officer's case, changed since it was seen).
    /// A new case where id is empty (its number is given back), or the same case checked again while it is Open or
    /// Returned: files, readings, evidence, findings, crops. Then `seen` is the last entry that the checks answer for,
    /// and without it the store refuses: a correction that came while they ran would pass as checked. fileBytes: one a
    /// file, in order; where it is shorter or an entry is empty, the bytes kept before under the file's digest stand.
    /// Errors also: Malformed (bytes that do not have the file's digest).
    virtual Result<std::string> saveChecked(const Session& by, const std::string& id, const Case& checked,
        const std::vector<std::vector<std::uint8_t>>& fileBytes, Seen seen = {})
        = 0;
    virtual Result<void> setTerms(const Session& by, const std::string& id, const CaseTerms& terms) = 0;
    /// `by` and `at` of the disposition are set by the store. An officer's while the case is Open or Returned, an
    /// auditor's while it is Submitted. All kinds but Accept need words; so does no withdrawal.
    virtual Result<void> dispose(const Session& by, const std::string& id, const Disposition& disposition) = 0;
    /// An empty value withdraws the correction.
    virtual Result<void> correct(const Session& by, const std::string& id, const Correction& correction) = 0;
    /// Refused where the checks have not run since the last correction or change of terms (Case::findingsStale).
    virtual Result<void> submit(const Session& by, const std::string& id, Seen seen = {}) = 0;
    /// Another officer makes the case his own, with words, while it is Open or Returned. Until then he only reads it.
    virtual Result<void> takeOver(const Session& by, const std::string& id, const std::string& reason, Seen seen = {})
        = 0;
    virtual Result<void> returnCase(const Session& by, const std::string& id, const std::string& reason, Seen seen = {})
        = 0;
    /// Only an auditor who is not the case's officer, with words.
    virtual Result<void> conclude(
        const Session& by, const std::string& id, ConclusionKind kind, const std::string& words, Seen seen = {})
        = 0;
    /// Digest and kind of a report that left the house.
    virtual Result<void> recordReport(
        const Session& by, const std::string& id, const std::string& kind, const std::string& sha256)
        = 0;
    /// Erases payloads and file bytes of one case, from the files of the store too; the chain stays whole. Only an
    /// administrator's. Waits up to twenty seconds for programs that are reading; other calls go on meanwhile. Errors
    /// also: System (the case is erased, but a program that still reads keeps traces in the write-ahead log; they go
    /// when the last program has closed the store, or with the next erasure).
    virtual Result<void> erase(const Session& by, const std::string& id, const std::string& reason) = 0;

    // Trail
    struct Entry {
        std::uint64_t number = 0;
        UtcTime at;
        std::string by, kind, caseId, summary; ///< summary: empty where the payload was erased
    };
    virtual Result<std::vector<Entry>> trail(const std::string& caseId) = 0;
    /// Recomputes every digest: entries, payloads, kept bytes.
    virtual Result<ChainVerdict> verifyChain() = 0;

protected:
    static Session sessionOf(Account account, std::string token);
    static const std::string& tokenOf(const Session& session) { return session.m_token; }
};

} // namespace vidimus::store
