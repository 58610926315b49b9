// A case as it is shown: its findings, fields and pages, and its report.
#include "gui/sample_case.hpp"
#include "gui/without_display.hpp"

#include <gmock/gmock.h>

using namespace vidimus;
using namespace vidimus::gui;

TEST_F(WorkstationWithoutDisplay, AFindingShowsEveryRegionThatItCites)
{
    signIn(Role::Officer);
    openSample(true, false);
    EXPECT_EQ(view.screen(), Screen::Case);
    // The gravest is selected from the start, and its page is shown.
    EXPECT_EQ(view.caseView().selection().finding, "f-digit");
    EXPECT_EQ(view.caseView().selection().page, (PageRef{{1}, {0}}));
    click("finding.f-force");
    const CaseSelection& selection = view.caseView().selection();
    EXPECT_EQ(selection.finding, "f-force");
    EXPECT_EQ(selection.page, (PageRef{{0}, {0}}));
    EXPECT_EQ(selectedRegions(selection, *workbench.snapshot()->open->checked, selection.page).size(), 2u);
    EXPECT_FALSE(view.caseView().canvas().state().fitted) << "the canvas comes closer to what is cited";
}

TEST_F(WorkstationWithoutDisplay, AFindingTellsTheSourceOfItsRuleInWords)
{
    signIn(Role::Officer);
    openSample(true, false);
    ASSERT_TRUE(find("finding.source"));
    EXPECT_EQ(find("finding.source")->text, "HKID check digit, modulo 11 with weights 9 to 1");
    workbench.change([](app::Snapshot& s) { s.open->words[0].source = "Dígito de controlo do HKID"; });
    frames();
    EXPECT_EQ(find("finding.source")->text, "Dígito de controlo do HKID");
}

TEST_F(WorkstationWithoutDisplay, TheReportIsExportedAsAsked)
{
    preferences.folder = "/tmp";
    signIn(Role::Officer);
    openSample(true, false);
    press(GLFW_KEY_E, true);
    click("export.html");
    click("export.full");
    click("export.write");
    const auto* sent = workbench.last<app::ExportReport>();
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->out, "/tmp/vidimus-3f9c1e20.html");
    EXPECT_TRUE(sent->full);
    EXPECT_EQ(sent->language, "en");
}

TEST_F(WorkstationWithoutDisplay, TheWheelZoomsToTheCursor)
{
    signIn(Role::Officer);
    openSample(true, false);
    const ProbedItem* canvas = find("canvas");
    ASSERT_TRUE(canvas);
    ImGui::GetIO().MousePos = canvas->centre();
    frames(2);
    ImGui::GetIO().MouseWheel = 2;
    frames(1);
    ImGui::GetIO().MouseWheel = 0;
    frames(1);
    EXPECT_FALSE(view.caseView().canvas().state().fitted);
    press(GLFW_KEY_0);
    EXPECT_TRUE(view.caseView().canvas().state().fitted);
}

TEST_F(WorkstationWithoutDisplay, FieldsStandUnderTheTitleOfTheirDesign)
{
    signIn(Role::Officer);
    openSample(true, false);
    click("tab.fields");
    ASSERT_TRUE(find("fields.profile.0"));
    EXPECT_THAT(find("fields.profile.0")->text, testing::HasSubstr("Annual practising certificate (Hong Kong)"));
    EXPECT_THAT(find("fields.profile.0")->text, testing::Not(testing::HasSubstr("hk.mchk")));
}

TEST_F(WorkstationWithoutDisplay, AFindingShowsACutOutOfEveryPlaceThatItCites)
{
    signIn(Role::Officer);
    openSample(true, false);
    click("finding.f-force");
    const Finding* finding = findingById(*workbench.snapshot()->open->checked, "f-force");
    ASSERT_GE(finding->citations.size(), 2u);
    for (std::size_t i = 0; i < finding->citations.size(); ++i)
        EXPECT_TRUE(shows("citation.crop." + std::to_string(i)));
}

TEST_F(WorkstationWithoutDisplay, EqualQuestionsAreToldApartByWhatTheyAreAbout)
{
    signIn(Role::Officer);
    openSample(true, false);
    ASSERT_TRUE(find("finding.about.f-digit"));
    EXPECT_THAT(find("finding.about.f-digit")->text, testing::StartsWith("Document 2"));
}

TEST_F(WorkstationWithoutDisplay, NoticesLeaveTheFindingsFree)
{
    workbench.change(
        [](app::Snapshot& s) { s.notices = {{.number = 1, .trouble = true, .text = "The disk is full."}}; });
    for (const float width : {1024.0f, 1440.0f}) {
        ImGui::GetIO().DisplaySize = {width, 700};
        signIn(Role::Officer);
        openSample(true, false);
        frames(4);
        ASSERT_TRUE(shows("notice.1.dismiss") && shows("tab.findings"));
        EXPECT_LT(find("notice.1.dismiss")->max.x, find("tab.findings")->min.x) << width;
    }
}

TEST_F(WorkstationWithoutDisplay, ATwoHundredPageFileAsksOnlyForPicturesInSight)
{
    workbench.change([](app::Snapshot& s) {
        s.open = sample::openCase();
        auto changed = std::make_shared<Case>(*s.open->checked);
        changed->files[0].pages.resize(200, changed->files[0].pages.front());
        s.open->checked = changed;
    });
    signIn(Role::Officer);
    frames(4);
    workbench.asked.clear();
    frames(1);
    EXPECT_GT(workbench.asked.size(), 1u);
    EXPECT_LT(workbench.asked.size(), 30u);
}

TEST_F(WorkstationWithoutDisplay, TheReportHasAFolderFromTheStart)
{
    signIn(Role::Officer);
    openSample(true, false);
    press(GLFW_KEY_E, true);
    EXPECT_TRUE(find("export.write")->enabled);
}
