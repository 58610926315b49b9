#pragma once
#include "core/result.hpp"
#include "replay.hpp"

/// Who may do what to a case in which state. Plain functions: the store asks them inside its transaction.
/// Each refusal names its rule.
namespace vidimus::store::detail {

/// Files, terms, corrections, submission: the case's officer, while it is Open or Returned.
Result<void> mayExamine(const Account& actor, const Replayed& state);
/// The findings must answer for the case as it is now: no correction or change of terms after the last check.
Result<void> maySubmit(const Account& actor, const Replayed& state);
/// An officer whose case it is not, while it is Open or Returned, with words.
Result<void> mayTakeOver(const Account& actor, const Replayed& state, const std::string& reason);
/// Nobody acts on a case that has changed since he saw it.
Result<void> unchangedSince(const Seen& seen, const Replayed& state);
/// Findings of a case that is in the store already name the entry that they answer for, and it is the last one.
Result<void> checkedAsItIs(const Seen& seen, const Replayed& state);
/// A new case: an officer.
Result<void> mayCreate(const Account& actor);
/// The case's officer while it is Open or Returned; an auditor who did not work on it while it is Submitted.
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
