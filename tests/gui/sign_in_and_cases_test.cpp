// Signing in, the list of cases, and what every screen has: language, theme, help, notices.
#include "gui/sample_case.hpp"
#include "gui/without_display.hpp"

using namespace vidimus;
using namespace vidimus::gui;

TEST_F(WorkstationWithoutDisplay, SignsInByMouseAndKeyboard)
{
    frames();
    click("signin.name");
    type("chan");
    click("signin.password");
    type("correct horse");
    click("signin.go");
    const auto* sent = workbench.last<app::SignIn>();
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->name, "chan");
    EXPECT_EQ(sent->password, "correct horse");
}

TEST_F(WorkstationWithoutDisplay, SignsInByKeyboardAlone)
{
    frames(4); // the name field has the keyboard from the start
    type("chan");
    press(GLFW_KEY_TAB);
    type("correct horse");
    press(GLFW_KEY_ENTER);
    ASSERT_TRUE(workbench.last<app::SignIn>());
    EXPECT_EQ(workbench.last<app::SignIn>()->name, "chan");
}

TEST_F(WorkstationWithoutDisplay, AWrongPasswordIsTypedAnewAtOnce)
{
    frames(4);
    type("chan");
    press(GLFW_KEY_TAB);
    type("wrong horse");
    press(GLFW_KEY_ENTER);
    workbench.change([](app::Snapshot& s) { s.signInTrouble = "The name or the password is wrong."; });
    frames(4);
    type("correct horse");
    press(GLFW_KEY_ENTER);
    ASSERT_TRUE(workbench.last<app::SignIn>());
    EXPECT_EQ(workbench.last<app::SignIn>()->name, "chan");
    EXPECT_EQ(workbench.last<app::SignIn>()->password, "correct horse");
}

TEST_F(WorkstationWithoutDisplay, FirstStartMakesOfficerAndAuditorTogether)
{
    workbench.change([](app::Snapshot& s) { s.firstStart = true; });
    frames();
    for (const auto& [role, name] : {std::pair{"officer", "chan"}, {"auditor", "lam"}}) {
        const std::string id = std::string("first.") + role;
        click(id + ".name");
        type(name);
        click(id + ".password");
        type("long enough");
        click(id + ".again");
        type("long enough");
    }
    click("first.create");
    const auto* sent = workbench.last<app::CreateFirstAccounts>();
    ASSERT_TRUE(sent);
    ASSERT_EQ(sent->accounts.size(), 2u);
    EXPECT_EQ(sent->accounts[0].role, Role::Officer);
    EXPECT_EQ(sent->accounts[1].name, "lam");
    EXPECT_EQ(sent->accounts[1].role, Role::Auditor);
}

TEST_F(WorkstationWithoutDisplay, FirstStartWaitsUntilBothAccountsAreComplete)
{
    workbench.change([](app::Snapshot& s) { s.firstStart = true; });
    frames();
    ASSERT_TRUE(find("first.create"));
    EXPECT_FALSE(find("first.create")->enabled);
    click("first.create");
    EXPECT_FALSE(workbench.last<app::CreateFirstAccounts>());
}

TEST_F(WorkstationWithoutDisplay, OfficerStartsAtTheCasesAndAuditorAtTheQueue)
{
    signIn(Role::Officer);
    EXPECT_EQ(view.screen(), Screen::Cases);
    workbench.change([](app::Snapshot& s) { s.signedIn.reset(); });
    frames();
    signIn(Role::Auditor);
    EXPECT_EQ(view.screen(), Screen::Queue);
}

TEST_F(WorkstationWithoutDisplay, AnEmptyCaseListOffersTheFirstIntake)
{
    signIn(Role::Officer);
    EXPECT_TRUE(shows("cases.empty"));
    click("cases.first");
    EXPECT_EQ(view.screen(), Screen::Intake);
}

TEST_F(WorkstationWithoutDisplay, AClickOnARowOpensTheCase)
{
    workbench.change([](app::Snapshot& s) { s.cases = sample::summaries(); });
    signIn(Role::Officer);
    click("row.90cc4d52");
    ASSERT_TRUE(workbench.last<app::OpenCaseById>());
    EXPECT_EQ(workbench.last<app::OpenCaseById>()->id, "90cc4d52");
}

TEST_F(WorkstationWithoutDisplay, OpensACaseByArrowKeys)
{
    workbench.change([](app::Snapshot& s) { s.cases = sample::summaries(); });
    signIn(Role::Officer);
    press(GLFW_KEY_DOWN);
    press(GLFW_KEY_DOWN);
    press(GLFW_KEY_SPACE);
    ASSERT_TRUE(workbench.last<app::OpenCaseById>());
    EXPECT_NE(workbench.last<app::OpenCaseById>()->id, sample::summaries()[0].id);
}

TEST_F(WorkstationWithoutDisplay, FiveHundredCasesDrawOnlyTheRowsInSight)
{
    workbench.change([](app::Snapshot& s) {
        for (int i = 0; i < 500; ++i) {
            s.cases.push_back(sample::summaries()[0]);
            s.cases.back().id = "case-" + std::to_string(i);
        }
    });
    signIn(Role::Officer);
    frames(4);
    int rows = 0;
    for (int i = 0; i < 500; ++i)
        rows += shows("row.case-" + std::to_string(i)) ? 1 : 0;
    EXPECT_GT(rows, 5);
    EXPECT_LT(rows, 60);
}

TEST_F(WorkstationWithoutDisplay, LanguageSwitchesWhileItRuns)
{
    signIn(Role::Officer);
    EXPECT_EQ(find("nav.cases")->text, "Cases");
    press(GLFW_KEY_L, true);
    EXPECT_EQ(workbench.snapshot()->language, "zh-Hans");
    EXPECT_EQ(find("nav.cases")->text, "案件");
    click("top.language");
    click("top.language.3");
    EXPECT_EQ(find("nav.cases")->text, "Processos");
}

TEST_F(WorkstationWithoutDisplay, TroubleStaysUntilItIsDismissedAndSuccessFades)
{
    workbench.change([](app::Snapshot& s) {
        s.notices = {{.number = 1, .trouble = true, .text = "The disk is full."},
            {.number = 2, .trouble = false, .text = "Report written."}};
    });
    signIn(Role::Officer);
    EXPECT_TRUE(shows("notice.1"));
    EXPECT_TRUE(shows("notice.2"));
    frames(60 * 7);
    ASSERT_TRUE(workbench.last<app::DismissNotice>());
    EXPECT_EQ(workbench.last<app::DismissNotice>()->number, 2u);
    click("notice.1.dismiss");
    EXPECT_EQ(workbench.last<app::DismissNotice>()->number, 1u);
}

TEST_F(WorkstationWithoutDisplay, HelpOpensAndCloses)
{
    frames();
    press(GLFW_KEY_F1);
    EXPECT_TRUE(shows("help.close"));
    press(GLFW_KEY_ESCAPE);
    EXPECT_FALSE(shows("help.close"));
}

TEST_F(WorkstationWithoutDisplay, ThemeChangesByKey)
{
    frames();
    press(GLFW_KEY_T, true);
    EXPECT_EQ(preferences.theme, ThemeKind::Dark);
}
