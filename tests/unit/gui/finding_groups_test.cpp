#include "gui/views/finding_groups.hpp"

#include <gmock/gmock.h>

using namespace vidimus;
using namespace vidimus::gui;

namespace {

Finding finding(const char* id, Outcome outcome, Level level)
{
    Finding made;
    made.id = id;
    made.outcome = outcome;
    made.level = level;
    made.severity = severityOf(outcome, level);
    return made;
}

} // namespace

TEST(FindingGroups, WhatCouldNotBeCheckedIsAGroupOfItsOwn)
{
    EXPECT_EQ(groupOf(finding("a", Outcome::Indeterminate, Level::Fail)), FindingGroup::Unchecked);
    EXPECT_EQ(groupOf(finding("b", Outcome::Indeterminate, Level::Inform)), FindingGroup::Unchecked);
    EXPECT_EQ(groupOf(finding("c", Outcome::Failed, Level::Fail)), FindingGroup::Adverse);
    EXPECT_EQ(groupOf(finding("d", Outcome::Failed, Level::Warn)), FindingGroup::Caution);
    EXPECT_EQ(groupOf(finding("e", Outcome::Failed, Level::Inform)), FindingGroup::Note);
    EXPECT_EQ(groupOf(finding("f", Outcome::Passed, Level::Fail)), FindingGroup::Held);
    EXPECT_EQ(groupOf(finding("g", Outcome::NotApplicable, Level::Fail)), FindingGroup::NotAsked);
    EXPECT_TRUE(wantsAttention(FindingGroup::Unchecked));
}

TEST(FindingGroups, TheGravestStandFirstWithinAGroup)
{
    const std::vector<Finding> all{
        finding("light", Outcome::Indeterminate, Level::Inform), finding("grave", Outcome::Indeterminate, Level::Fail)};
    EXPECT_THAT(groupFindings(all).in(FindingGroup::Unchecked), testing::ElementsAre(1, 0));
}

TEST(FindingGroups, EveryFindingIsInOneGroup)
{
    std::vector<Finding> all;
    for (const Outcome outcome : {Outcome::Passed, Outcome::Failed, Outcome::Indeterminate, Outcome::NotApplicable})
        for (const Level level : {Level::Fail, Level::Warn, Level::Inform, Level::Ignore})
            all.push_back(finding("x", outcome, level));
    std::size_t count = 0;
    const GroupedFindings grouped = groupFindings(all);
    for (const FindingGroup group : allFindingGroups)
        count += grouped.in(group).size();
    EXPECT_EQ(count, all.size());
}

TEST(FindingGroups, TheLastDispositionCounts)
{
    Case shown;
    shown.findings = {finding("a", Outcome::Failed, Level::Fail), finding("b", Outcome::Indeterminate, Level::Fail),
        finding("c", Outcome::Passed, Level::Fail)};
    EXPECT_EQ(leftToDispose(shown), 2u);
    shown.dispositions = {{.finding = "a", .kind = DispositionKind::Accept, .words = {}, .by = {}, .at = {}},
        {.finding = "a", .kind = DispositionKind::Refer, .words = {}, .by = {}, .at = {}}};
    EXPECT_EQ(leftToDispose(shown), 1u);
    EXPECT_EQ(dispositionOf(shown, "a")->kind, DispositionKind::Refer);
}

TEST(FindingGroups, AWithdrawnDispositionNoLongerCounts)
{
    Case shown;
    shown.findings = {finding("a", Outcome::Failed, Level::Fail)};
    shown.dispositions = {{.finding = "a", .kind = DispositionKind::Accept, .words = {}, .by = {}, .at = {}}};
    shown.dispositions.push_back(shown.dispositions.front());
    shown.dispositions.back().withdrawn = true;
    EXPECT_EQ(dispositionOf(shown, "a"), nullptr);
    EXPECT_EQ(leftToDispose(shown), 1u) << "it wants a disposition again";
}
