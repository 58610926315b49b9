#include "detail/rules.hpp"

#include <gmock/gmock.h>

namespace vidimus::store::detail {
namespace {

using testing::HasSubstr;

Replayed submitted()
{
    Replayed state;
    state.whole.state = CaseState::Submitted;
    state.whole.officer = "olga";
    state.workedAsOfficer = {"olga", "otto"};
    return state;
}

Account account(const char* name, Role role)
{
    return {name, name, role, false};
}

TEST(FourEyes, HoldWhenAnOfficerBecomesAnAuditor)
{
    for (const char* name : {"olga", "otto"}) {
        const auto decided = mayDecide(account(name, Role::Auditor), submitted(), "words");
        ASSERT_FALSE(decided.ok()) << name;
        EXPECT_EQ(decided.error().kind, ErrorKind::Refused);
        EXPECT_THAT(decided.error().message, HasSubstr("Four eyes"));
        EXPECT_FALSE(mayDispose(account(name, Role::Auditor), submitted(), {}).ok());
    }
    EXPECT_TRUE(mayDecide(account("anna", Role::Auditor), submitted(), "words").ok());
}

TEST(Rules, LetAWithdrawalBeWithoutWords)
{
    Replayed state;
    state.whole.officer = "olga";
    state.whole.findings.push_back({});
    state.whole.findings[0].id = "f-1";
    Disposition disposition{"f-1", DispositionKind::Dismiss, "", "", {}};
    EXPECT_FALSE(mayDispose(account("olga", Role::Officer), state, disposition).ok());
    disposition.withdrawn = true;
    EXPECT_TRUE(mayDispose(account("olga", Role::Officer), state, disposition).ok());
}

TEST(Rules, AnswerForEveryRoleAndState)
{
    for (const Role role : {Role::Officer, Role::Auditor, Role::Administrator})
        for (const CaseState state :
            {CaseState::Open, CaseState::Submitted, CaseState::Returned, CaseState::Concluded}) {
            Replayed one;
            one.whole.state = state;
            one.whole.officer = "x";
            const bool withOfficer = state == CaseState::Open || state == CaseState::Returned;
            EXPECT_EQ(mayExamine(account("x", role), one).ok(), role == Role::Officer && withOfficer);
            EXPECT_EQ(mayDecide(account("x", role), one, "words").ok(),
                role == Role::Auditor && state == CaseState::Submitted);
            EXPECT_EQ(mayErase(account("x", role), one, "reason").ok(), role == Role::Administrator);
            EXPECT_EQ(mayReport(account("x", role)).ok(), role != Role::Administrator);
            EXPECT_EQ(mayCreate(account("x", role)).ok(), role == Role::Officer);
        }
}

TEST(Rules, GiveACaseToOneOfficerAtATime)
{
    Replayed state;
    state.whole.officer = "olga";
    const auto otto = account("otto", Role::Officer);
    EXPECT_FALSE(mayExamine(otto, state).ok());
    EXPECT_TRUE(mayTakeOver(otto, state, "words").ok());
    EXPECT_FALSE(mayTakeOver(otto, state, " ").ok());
    EXPECT_FALSE(mayTakeOver(account("Olga", Role::Officer), state, "words").ok()) << "names differ by more than case";
    EXPECT_TRUE(mayExamine(account("Olga", Role::Officer), state).ok());
    EXPECT_FALSE(mayTakeOver(account("anna", Role::Auditor), state, "words").ok());
    state.whole.state = CaseState::Submitted;
    EXPECT_FALSE(mayTakeOver(otto, state, "words").ok());
}

} // namespace
} // namespace vidimus::store::detail
