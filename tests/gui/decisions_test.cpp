// What officer and auditor decide on a case: dispositions, corrections, submission, conclusion.
#include "gui/views/finding_groups.hpp"
#include "gui/without_display.hpp"

using namespace vidimus;
using namespace vidimus::gui;

TEST_F(WorkstationWithoutDisplay, ADispositionWithWordsIsSent)
{
    signIn(Role::Officer);
    openSample(true, false);
    click("finding.dismiss");
    ASSERT_TRUE(find("disposition.record"));
    EXPECT_FALSE(find("disposition.record")->enabled) << "a dismissal needs words";
    click("disposition.words");
    type("The issuer confirmed it by letter.");
    click("disposition.record");
    const auto* sent = workbench.last<app::RecordDisposition>();
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->finding, "f-digit");
    EXPECT_EQ(sent->kind, DispositionKind::Dismiss);
    EXPECT_EQ(sent->words, "The issuer confirmed it by letter.");
}

TEST_F(WorkstationWithoutDisplay, WhatIsNotAllowedIsDisabled)
{
    signIn(Role::Officer);
    openSample(false, false);
    ASSERT_TRUE(find("finding.accept"));
    EXPECT_FALSE(find("finding.accept")->enabled);
    EXPECT_FALSE(find("case.submit")->enabled);
    click("finding.accept");
    EXPECT_FALSE(shows("disposition.record"));
}

TEST_F(WorkstationWithoutDisplay, KeysWalkFindingsAndOpenTheDisposition)
{
    signIn(Role::Officer);
    openSample(true, false);
    press(GLFW_KEY_DOWN, false, false, true);
    EXPECT_EQ(view.caseView().selection().finding, "f-force");
    press(GLFW_KEY_DOWN, false, false, true);
    EXPECT_EQ(view.caseView().selection().finding, "f-register");
    press(GLFW_KEY_F5);
    ASSERT_TRUE(shows("disposition.record"));
    press(GLFW_KEY_ESCAPE);
    EXPECT_FALSE(shows("disposition.record"));
    press(GLFW_KEY_Z, true);
    EXPECT_TRUE(workbench.last<app::Undo>());
}

TEST_F(WorkstationWithoutDisplay, AWithdrawnDispositionIsNotShown)
{
    signIn(Role::Officer);
    openSample(true, false);
    EXPECT_EQ(view.caseView().selection().finding, "f-digit");
    workbench.change([](app::Snapshot& s) {
        auto changed = std::make_shared<Case>(*s.open->checked);
        changed->dispositions.push_back(changed->dispositions.front());
        changed->dispositions.back().withdrawn = true;
        s.open->checked = changed;
    });
    frames();
    EXPECT_EQ(leftToDispose(*workbench.snapshot()->open->checked), 3u);
}

TEST_F(WorkstationWithoutDisplay, ACorrectionIsLaidBesideTheField)
{
    signIn(Role::Officer);
    openSample(true, false);
    click("tab.fields");
    click("field.0.3");
    EXPECT_EQ(view.caseView().selection().page, (PageRef{{0}, {0}}));
    click("field.correct");
    ASSERT_TRUE(shows("correction.value"));
    press(GLFW_KEY_A, true);
    type("M98766");
    click("correction.record");
    const auto* sent = workbench.last<app::RecordCorrection>();
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->field, "registration.number");
    EXPECT_EQ(sent->value, "M98766");
}

TEST_F(WorkstationWithoutDisplay, TheOfficerSubmits)
{
    signIn(Role::Officer);
    openSample(true, false);
    EXPECT_FALSE(shows("case.conclude"));
    press(GLFW_KEY_ENTER, true);
    click("decision.confirm");
    EXPECT_TRUE(workbench.last<app::SubmitCase>());
}

TEST_F(WorkstationWithoutDisplay, TheAuditorConcludesWithWords)
{
    signIn(Role::Auditor);
    openSample(false, true);
    EXPECT_FALSE(shows("case.submit"));
    click("case.conclude");
    click("conclude.discrepancy");
    EXPECT_FALSE(find("decision.confirm")->enabled);
    click("decision.words");
    type("The identity number does not hold.");
    click("decision.confirm");
    const auto* sent = workbench.last<app::ConcludeCase>();
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->kind, ConclusionKind::Discrepancy);
    EXPECT_EQ(sent->words, "The identity number does not hold.");
}

TEST_F(WorkstationWithoutDisplay, TheAuditorReturnsWithAReason)
{
    signIn(Role::Auditor);
    openSample(false, true);
    click("case.return");
    click("decision.words");
    type("Please scan the card again.");
    click("decision.confirm");
    ASSERT_TRUE(workbench.last<app::ReturnCase>());
    EXPECT_EQ(workbench.last<app::ReturnCase>()->reason, "Please scan the card again.");
}

TEST_F(WorkstationWithoutDisplay, AnotherOfficersCaseIsTakenOverWithAReason)
{
    signIn(Role::Officer);
    openSample(false, false);
    EXPECT_FALSE(shows("case.take-over"));
    workbench.change([](app::Snapshot& s) { s.open->mayTakeOver = true; });
    frames();
    EXPECT_FALSE(shows("case.submit"));
    click("case.take-over");
    EXPECT_FALSE(find("decision.confirm")->enabled);
    click("decision.words");
    type("My colleague is on leave.");
    click("decision.confirm");
    const auto* sent = workbench.last<app::TakeOverCase>();
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->reason, "My colleague is on leave.");
}
