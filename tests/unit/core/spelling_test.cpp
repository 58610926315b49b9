#include "core/spelling.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace vidimus;

template <class Enum> void everySpellingLeadsBack(Enum last)
{
    const auto names = spellings<Enum>();
    ASSERT_EQ(names.size(), static_cast<std::size_t>(last) + 1);
    std::set<std::string_view> distinct(names.begin(), names.end());
    EXPECT_EQ(distinct.size(), names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        EXPECT_EQ(named<Enum>(nameOf(static_cast<Enum>(i))), static_cast<Enum>(i));
    EXPECT_FALSE(named<Enum>("no-such-spelling"));
}

TEST(Spelling, OfEveryEnumeratorLeadsBackToIt)
{
    everySpellingLeadsBack(Origin::Correction);
    everySpellingLeadsBack(Outcome::NotApplicable);
    everySpellingLeadsBack(Level::Ignore);
    everySpellingLeadsBack(Severity::None);
    everySpellingLeadsBack(Proposal::Inconclusive);
    everySpellingLeadsBack(Certainty::Unreadable);
    everySpellingLeadsBack(Validation::Verdict::NoVerdict);
    everySpellingLeadsBack(Role::Administrator);
    everySpellingLeadsBack(CaseState::Concluded);
    everySpellingLeadsBack(DispositionKind::Dismiss);
    everySpellingLeadsBack(ConclusionKind::UnableToVerify);
    everySpellingLeadsBack(ErrorKind::System);
}
