#include "core/spelling.hpp"
#include "detail/accounts.hpp"
#include "detail/password.hpp"
#include "detail/random.hpp"
#include "detail/rules.hpp"
#include "detail/sql_case_store.hpp"

#include <nlohmann/json.hpp>
#include <soci/soci.h>

#include <algorithm>
#include <thread>

/// Accounts and sign-in. Passwords are hashed outside the lock: it takes long on purpose.
namespace vidimus::store::detail {
namespace {

using Json = nlohmann::json;

Error refused(std::string why)
{
    return {ErrorKind::Refused, std::move(why), "store"};
}

constexpr std::size_t longestName = 64;

Result<void> nameHolds(const std::string& name)
{
    if (keyNameOf(name).empty() || keyNameOf(name).size() != name.size() || name.size() > longestName)
        return refused("An account's name has 1 to 64 bytes and no white space around it.");
    if (std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
        return refused("An account's name must not hold control characters.");
    return {};
}

/// Doubles with each failure, so that guessing gets slow, and stops where a person would give up waiting.
std::chrono::milliseconds delayAfter(long long failures)
{
    return std::chrono::milliseconds(failures <= 0 ? 0 : std::min(100LL << std::min(failures - 1, 6LL), 5000LL));
}

} // namespace

Result<bool> SqlCaseStore::hasAccounts()
{
    return transact<bool>(
        Transaction::For::Reading, [&]() -> Result<bool> { return !allAccounts(m_backend->sql()).empty(); });
}

Result<std::vector<Account>> SqlCaseStore::accounts()
{
    return transact<std::vector<Account>>(
        Transaction::For::Reading, [&]() -> Result<std::vector<Account>> { return allAccounts(m_backend->sql()); });
}

Result<Account> SqlCaseStore::addAccount(const Session* by, const Account& account, const std::string& password)
{
    if (auto holds = nameHolds(account.name); !holds)
        return holds.error();
    if (const auto weakness = weaknessOf(password, account.name))
        return refused(*weakness);
    const AccountRow row{account, hashOf(password), 0};
    if (row.passwordHash.empty())
        return Error{ErrorKind::OutOfMemory, "There is not enough memory to protect the password.", "store"};
    return transact<Account>(Transaction::For::Writing, [&]() -> Result<Account> {
        soci::session& sql = m_backend->sql();
        const UtcTime now = UtcTime::now();
        std::string actorName = account.name;
        if (by) {
            const auto actor = actorOf(sql, tokenOf(*by), now);
            if (!actor)
                return actor.error();
            const auto all = allAccounts(sql);
            const bool anyAdministrator = std::any_of(
                all.begin(), all.end(), [](const Account& a) { return a.role == Role::Administrator && !a.disabled; });
            if (auto allowed = mayAddAccount(*actor, account, anyAdministrator); !allowed)
                return allowed.error();
            actorName = actor->name;
        } else if (anySignIn(sql)) {
            return refused("Only an administrator may add an account once somebody has signed in.");
        }
        if (findAccount(sql, account.name))
            return refused("There is already an account named " + account.name + ".");
        insertAccount(sql, row);
        append(sql, now, actorName, kinds::accountAdded, "",
            {{"name", account.name}, {"displayName", account.displayName}, {"role", nameOf(account.role)}});
        return account;
    });
}

Result<std::string> SqlCaseStore::noteAttempt(const std::string& name, bool right, UtcTime now)
{
    return transact<std::string>(Transaction::For::Writing, [&]() -> Result<std::string> {
        soci::session& sql = m_backend->sql();
        const auto row = findAccount(sql, name);
        if (!row)
            return std::string();
        setFailedAttempts(sql, name, right ? 0 : row->failedAttempts + 1);
        if (!right || row->account.disabled)
            return std::string();
        const std::string token = randomHex(32);
        insertSignIn(sql, token, name, now);
        append(sql, now, row->account.name, kinds::signedIn, "", Json::object());
        return token;
    });
}

Result<Session> SqlCaseStore::signIn(const std::string& name, const std::string& password)
{
    // Compared against where there is no such account, so that the answer takes as long.
    static const std::string nobody = hashOf(randomHex(16));
    auto row = transact<std::optional<AccountRow>>(Transaction::For::Reading,
        [&]() -> Result<std::optional<AccountRow>> { return findAccount(m_backend->sql(), name); });
    if (!row)
        return row.error();
    std::this_thread::sleep_for(delayAfter(*row ? (*row)->failedAttempts : 1));
    const bool right = matches(*row ? (*row)->passwordHash : nobody, password) && *row;
    const auto token = noteAttempt(name, right, UtcTime::now());
    if (!token)
        return token.error();
    if (!right)
        return refused("This name and password do not belong together.");
    if (token->empty())
        return refused("The account " + (*row)->account.name + " is disabled.");
    return sessionOf((*row)->account, *token);
}

Result<void> SqlCaseStore::signOut(const Session& session)
{
    return transact<void>(Transaction::For::Writing, [&]() -> Result<void> {
        removeSignIn(m_backend->sql(), tokenOf(session));
        return {};
    });
}

Result<void> SqlCaseStore::changePassword(
    const Session& by, const std::string& oldPassword, const std::string& newPassword)
{
    if (const auto weakness = weaknessOf(newPassword, by.account().name))
        return refused(*weakness);
    const std::string hash = hashOf(newPassword);
    return transact<void>(Transaction::For::Writing, [&]() -> Result<void> {
        soci::session& sql = m_backend->sql();
        const UtcTime now = UtcTime::now();
        const auto actor = actorOf(sql, tokenOf(by), now);
        if (!actor)
            return actor.error();
        const auto row = findAccount(sql, actor->name);
        if (!row || !matches(row->passwordHash, oldPassword))
            return refused("The old password does not match.");
        const std::string key = keyNameOf(actor->name);
        sql << "UPDATE account SET password_hash = :hash WHERE key_name = :key", soci::use(hash), soci::use(key);
        append(sql, now, actor->name, kinds::passwordChanged, "", Json::object());
        return {};
    });
}

Result<void> SqlCaseStore::setDisabled(const Session& by, const std::string& name, bool disabled)
{
    return transact<void>(Transaction::For::Writing, [&]() -> Result<void> {
        soci::session& sql = m_backend->sql();
        const UtcTime now = UtcTime::now();
        const auto actor = actorOf(sql, tokenOf(by), now);
        if (!actor)
            return actor.error();
        if (auto allowed = mayDisable(*actor, name); !allowed)
            return allowed;
        const auto row = findAccount(sql, name);
        if (!row)
            return Error{ErrorKind::NotFound, "There is no account named " + name + ".", "store"};
        const std::string key = keyNameOf(name);
        const long long value = disabled ? 1 : 0;
        sql << "UPDATE account SET disabled = :disabled WHERE key_name = :key", soci::use(value), soci::use(key);
        if (disabled)
            sql << "DELETE FROM sign_in WHERE key_name = :key", soci::use(key);
        append(sql, now, actor->name, disabled ? kinds::accountDisabled : kinds::accountEnabled, "",
            {{"name", row->account.name}});
        return {};
    });
}

} // namespace vidimus::store::detail
