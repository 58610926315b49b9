#pragma once
#include "core/result.hpp"
#include "replay.hpp"

/// Who may do what to a case in which state. Plain functions: the store asks them inside its transaction.
/// Each refusal names its rule.
namespace vidimus::store::detail {

/// Files, terms, corrections, submission: an officer, while the case is Open or Returned.
Result<void> mayExamine(const Account& actor, const Replayed& state);
/// A new case: an officer.
Result<void> mayCreate(const Account& actor);
/// An officer while the case is Open or Returned; an auditor who did not work on it while it is Submitted.
Result<void> mayDispose(const Account& actor, const Replayed& state, const Disposition& disposition);
/// Return, conclude: an auditor who did not work on the case as an officer, while it is Submitted, with words.
Result<void> mayDecide(const Account& actor, const Replayed& state, const std::string& words);
/// Officers and auditors.
Result<void> mayReport(const Account& actor);
Result<void> mayErase(const Account& actor, const Replayed& state, const std::string& reason);
/// \param anyAdministrator  whether the store has one; if not, an auditor may add one
Result<void> mayAddAccount(const Account& actor, const Account& added, bool anyAdministrator);
Result<void> mayDisable(const Account& actor, const std::string& name);

/// No words but white space.
bool blank(const std::string& words);

} // namespace vidimus::store::detail
