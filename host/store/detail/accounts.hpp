#pragma once
#include "core/result.hpp"
#include "store/case_store.hpp"

#include <optional>
#include <string>

namespace soci {
class session;
}

/// Rows of accounts and sign-ins. Functions that take an sql session throw what the database throws.
namespace vidimus::store::detail {

/// The name in lower case (ASCII), without white space around it: what makes a name unique.
std::string keyNameOf(const std::string& name);

struct AccountRow {
    Account account;
    std::string passwordHash;
    long long failedAttempts = 0;
};

std::optional<AccountRow> findAccount(soci::session& sql, const std::string& name);
std::vector<Account> allAccounts(soci::session& sql);
void insertAccount(soci::session& sql, const AccountRow& row);
void setFailedAttempts(soci::session& sql, const std::string& name, long long attempts);

/// Whether anybody has ever signed in.
bool anySignIn(soci::session& sql);
void insertSignIn(soci::session& sql, const std::string& token, const std::string& name, UtcTime now);
void removeSignIn(soci::session& sql, const std::string& token);
/// The account behind a token as it is now; renews the session. Errors: Refused (ended, disabled).
Result<Account> actorOf(soci::session& sql, const std::string& token, UtcTime now);

} // namespace vidimus::store::detail
