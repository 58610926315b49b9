#include "detail/accounts.hpp"

#include "core/spelling.hpp"
#include "digest/digest.hpp"

#include <soci/soci.h>

namespace vidimus::store::detail {
namespace {

using soci::into;
using soci::use;

constexpr std::int64_t sessionSeconds = 12 * 60 * 60;

Account accountFrom(const soci::row& row)
{
    return {row.get<std::string>("name"), row.get<std::string>("display_name"),
        named<Role>(row.get<std::string>("role")).value_or(Role::Officer), row.get<long long>("disabled") != 0};
}

} // namespace

std::string keyNameOf(const std::string& name)
{
    const auto begin = name.find_first_not_of(" \t");
    const auto end = name.find_last_not_of(" \t");
    std::string key = begin == std::string::npos ? std::string() : name.substr(begin, end - begin + 1);
    for (char& c : key)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return key;
}

std::optional<AccountRow> findAccount(soci::session& sql, const std::string& name)
{
    const std::string key = keyNameOf(name);
    soci::rowset<soci::row> rows
        = (sql.prepare << "SELECT name, display_name, role, disabled, password_hash, failed_attempts"
                          " FROM account WHERE key_name = :key",
            use(key));
    for (const soci::row& row : rows)
        return AccountRow{
            accountFrom(row), row.get<std::string>("password_hash"), row.get<long long>("failed_attempts")};
    return std::nullopt;
}

std::vector<Account> allAccounts(soci::session& sql)
{
    soci::rowset<soci::row> rows
        = (sql.prepare << "SELECT name, display_name, role, disabled FROM account ORDER BY key_name");
    std::vector<Account> all;
    for (const soci::row& row : rows)
        all.push_back(accountFrom(row));
    return all;
}

void insertAccount(soci::session& sql, const AccountRow& row)
{
    const std::string key = keyNameOf(row.account.name);
    const std::string role(nameOf(row.account.role));
    const long long disabled = row.account.disabled ? 1 : 0;
    sql << "INSERT INTO account (key_name, name, display_name, role, password_hash, disabled, failed_attempts)"
           " VALUES (:key, :name, :display, :role, :hash, :disabled, 0)",
        use(key), use(row.account.name), use(row.account.displayName), use(role), use(row.passwordHash), use(disabled);
}

void setFailedAttempts(soci::session& sql, const std::string& name, long long attempts)
{
    const std::string key = keyNameOf(name);
    sql << "UPDATE account SET failed_attempts = :attempts WHERE key_name = :key", use(attempts), use(key);
}

bool anySignIn(soci::session& sql)
{
    long long count = 0;
    sql << "SELECT count(*) FROM event WHERE kind = 'signed-in'", into(count);
    return count != 0;
}

void insertSignIn(soci::session& sql, const std::string& token, const std::string& name, UtcTime now)
{
    const std::string digest = digest::sha256(token), key = keyNameOf(name);
    const long long at = now.seconds;
    sql << "INSERT INTO sign_in (token_digest, key_name, signed_in_at, last_used_at) VALUES (:digest, :key, :at, "
           ":used)",
        use(digest), use(key), use(at), use(at);
}

void removeSignIn(soci::session& sql, const std::string& token)
{
    const std::string digest = digest::sha256(token);
    sql << "DELETE FROM sign_in WHERE token_digest = :digest", use(digest);
}

Result<Account> actorOf(soci::session& sql, const std::string& token, UtcTime now)
{
    const std::string digest = digest::sha256(token);
    std::string key;
    long long usedAt = 0;
    sql << "SELECT key_name, last_used_at FROM sign_in WHERE token_digest = :digest", use(digest), into(key),
        into(usedAt);
    const auto found = sql.got_data() ? findAccount(sql, key) : std::nullopt;
    if (!found || now.seconds - usedAt > sessionSeconds)
        return Error{ErrorKind::Refused, "This sign-in has ended; sign in again.", "store"};
    if (found->account.disabled)
        return Error{ErrorKind::Refused, "The account " + found->account.name + " is disabled.", "store"};
    const long long at = now.seconds;
    sql << "UPDATE sign_in SET last_used_at = :at WHERE token_digest = :digest", use(at), use(digest);
    return found->account;
}

} // namespace vidimus::store::detail
