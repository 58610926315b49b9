#include "detail/rules.hpp"

#include "detail/accounts.hpp"

#include <algorithm>

namespace vidimus::store::detail {
namespace {

Error refused(std::string why)
{
    return {ErrorKind::Refused, std::move(why), "store"};
}

bool withTheOfficer(const Replayed& state)
{
    return state.whole.state == CaseState::Open || state.whole.state == CaseState::Returned;
}

std::string whereItStands(const Replayed& state)
{
    return state.whole.state == CaseState::Submitted ? "has been submitted and stands in the auditor's queue"
                                                     : "has been concluded";
}

/// Two officers who change one case would each answer for what the other did.
Result<void> ownCase(const Account& actor, const Replayed& state)
{
    if (keyNameOf(actor.name) != keyNameOf(state.whole.officer))
        return refused("The case belongs to " + state.whole.officer
            + "; another officer may read it, and may change it only after taking it over.");
    return {};
}

Result<void> fourEyes(const Account& actor, const Replayed& state)
{
    if (state.workedAsOfficer.contains(actor.name))
        return refused("Four eyes: who has worked on a case as its officer may not decide on it.");
    return {};
}

} // namespace

bool blank(const std::string& words)
{
    return words.find_first_not_of(" \t\r\n") == std::string::npos;
}

Result<void> mayCreate(const Account& actor)
{
    if (actor.role != Role::Officer)
        return refused("Only an officer may take in a case.");
    return {};
}

Result<void> mayExamine(const Account& actor, const Replayed& state)
{
    if (actor.role != Role::Officer)
        return refused("Only an officer may examine, correct or submit a case.");
    if (!withTheOfficer(state))
        return refused("The case " + whereItStands(state) + "; an officer can no longer change it.");
    return ownCase(actor, state);
}

Result<void> maySubmit(const Account& actor, const Replayed& state)
{
    if (auto allowed = mayExamine(actor, state); !allowed)
        return allowed;
    if (state.whole.findingsStale)
        return refused("A correction or a change of terms came after the checks: check again, then submit.");
    return {};
}

Result<void> mayTakeOver(const Account& actor, const Replayed& state, const std::string& reason)
{
    if (actor.role != Role::Officer)
        return refused("Only an officer may take over a case.");
    if (!withTheOfficer(state))
        return refused("The case " + whereItStands(state) + "; it can no longer be taken over.");
    if (keyNameOf(actor.name) == keyNameOf(state.whole.officer))
        return refused("The case is yours already.");
    if (blank(reason))
        return refused("A case is taken over with words that say why.");
    return {};
}

Result<void> unchangedSince(const Seen& seen, const Replayed& state)
{
    if (seen && *seen != state.whole.lastEntry)
        return refused("The case has changed since you opened it; look again.");
    return {};
}

Result<void> checkedAsItIs(const Seen& seen, const Replayed& state)
{
    if (!seen)
        return refused("A case that is checked again must say which entry its checks have seen last.");
    return unchangedSince(seen, state);
}

Result<void> mayDispose(const Account& actor, const Replayed& state, const Disposition& disposition)
{
    if (actor.role == Role::Administrator)
        return refused("Only officers and auditors may record a disposition.");
    if (actor.role == Role::Officer && !withTheOfficer(state))
        return refused("The case " + whereItStands(state) + "; an officer can no longer record a disposition.");
    if (actor.role == Role::Officer)
        if (auto own = ownCase(actor, state); !own)
            return own;
    if (actor.role == Role::Auditor && state.whole.state != CaseState::Submitted)
        return refused("An auditor may record a disposition only while the case is submitted.");
    if (actor.role == Role::Auditor)
        if (auto allowed = fourEyes(actor, state); !allowed)
            return allowed;
    const auto& findings = state.whole.findings;
    if (std::none_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.id == disposition.finding; }))
        return Error{ErrorKind::NotFound, "This case has no finding " + disposition.finding + ".", "store"};
    if (!disposition.withdrawn && disposition.kind != DispositionKind::Accept && blank(disposition.words))
        return refused("To explain, refer or dismiss a finding needs words that say why.");
    return {};
}

Result<void> mayDecide(const Account& actor, const Replayed& state, const std::string& words)
{
    if (actor.role != Role::Auditor)
        return refused("Only an auditor may return or conclude a case.");
    if (auto allowed = fourEyes(actor, state); !allowed)
        return allowed;
    if (state.whole.state == CaseState::Concluded)
        return refused("The case has been concluded already.");
    if (state.whole.state != CaseState::Submitted)
        return refused("Only a submitted case can be returned or concluded.");
    if (blank(words))
        return refused("A case is returned or concluded with words that say why.");
    return {};
}

Result<void> mayReport(const Account& actor)
{
    if (actor.role == Role::Administrator)
        return refused("Only officers and auditors may issue a report.");
    return {};
}

Result<void> mayErase(const Account& actor, const Replayed& state, const std::string& reason)
{
    if (actor.role != Role::Administrator)
        return refused("Only an administrator may erase a case.");
    if (state.erased)
        return refused("The case has been erased already.");
    if (blank(reason))
        return refused("A case is erased with a reason.");
    return {};
}

Result<void> mayAddAccount(const Account& actor, const Account& added, bool anyAdministrator)
{
    if (actor.role == Role::Administrator)
        return {};
    // A store that began with an officer and an auditor alone must still be able to grow.
    if (!anyAdministrator && actor.role == Role::Auditor && added.role == Role::Administrator)
        return {};
    return refused("Only an administrator may add an account.");
}

Result<void> mayDisable(const Account& actor, const std::string& name)
{
    if (actor.role != Role::Administrator)
        return refused("Only an administrator may disable or enable an account.");
    if (keyNameOf(actor.name) == keyNameOf(name))
        return refused("An administrator may not disable his own account.");
    return {};
}

} // namespace vidimus::store::detail
