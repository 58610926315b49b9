#include "gui/headless.hpp"
#include "gui/sample_case.hpp"
#include "gui/views/finding_groups.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

using namespace vidimus;
using namespace vidimus::gui;

class WorkstationWithoutDisplay : public Headless { };

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

TEST_F(WorkstationWithoutDisplay, ChoosesAFileByKeyboardAlone)
{
    const auto folder = std::filesystem::path(VIDIMUS_BUILD_DIR) / "tests" / "keyboard-browser";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "inner");
    std::ofstream(folder / "inner" / "a.pdf") << "x";
    preferences.folder = folder.string();
    signIn(Role::Officer);
    press(GLFW_KEY_O, true);
    press(GLFW_KEY_SPACE); // into the folder
    EXPECT_TRUE(shows("browser.entry.a.pdf"));
    press(GLFW_KEY_SPACE); // marks the file
    EXPECT_TRUE(find("browser.choose")->enabled);
    press(GLFW_KEY_BACKSPACE);
    EXPECT_TRUE(shows("browser.entry.inner")) << "Backspace goes up";
    std::filesystem::remove_all(folder);
}

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

TEST_F(WorkstationWithoutDisplay, DroppedFilesWaitForTheOfficerAndStartWithTheirTerms)
{
    view.addFiles({"/tmp/a.pdf", "/tmp/b.png", "/tmp/a.pdf"});
    frames();
    signIn(Role::Officer);
    EXPECT_EQ(view.screen(), Screen::Intake);
    EXPECT_TRUE(shows("intake.file.a.pdf"));
    click("terms.subject");
    type("Wong 黃志強");
    click("terms.add-claim");
    click("claim.0.value");
    type("黃志強");
    click("intake.start");
    const auto* sent = workbench.last<app::StartIntake>();
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->sources.size(), 2u) << "a file dropped twice is taken in once";
    EXPECT_EQ(sent->terms.subject, "Wong 黃志強");
    ASSERT_EQ(sent->terms.claims.size(), 1u);
    EXPECT_EQ(sent->terms.claims[0].field, "holder.name.han");
    EXPECT_EQ(sent->terms.claims[0].value, "黃志強");
}

TEST_F(WorkstationWithoutDisplay, TheFileBrowserShowsReadableTypesAndTakesTwo)
{
    const auto folder = std::filesystem::path(VIDIMUS_BUILD_DIR) / "tests" / "browser";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "inner");
    for (const char* name : {"page 10.png", "page 2.png", "notes.txt"})
        std::ofstream(folder / name) << "x";
    preferences.folder = folder.string();
    signIn(Role::Officer);
    press(GLFW_KEY_O, true);
    frames(2);
    EXPECT_TRUE(shows("browser.entry.page 2.png"));
    EXPECT_FALSE(shows("browser.entry.notes.txt"));
    click("browser.all");
    EXPECT_TRUE(shows("browser.entry.notes.txt"));
    click("browser.entry.page 2.png");
    click("browser.entry.page 10.png");
    click("browser.choose");
    EXPECT_THAT(view.intake().files(), testing::UnorderedElementsAre(folder / "page 2.png", folder / "page 10.png"));
    std::filesystem::remove_all(folder);
}

TEST_F(WorkstationWithoutDisplay, AScannerIsLookedForAndItsPageIsTakenIn)
{
    signIn(Role::Officer);
    press(GLFW_KEY_N, true);
    click("intake.scan");
    EXPECT_TRUE(workbench.last<app::FindScanners>());
    workbench.change([](app::Snapshot& s) { s.scanners = {"test:0"}; });
    frames();
    click("intake.scan-page");
    const auto* sent = workbench.last<app::ScanPage>();
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->device, "test:0");
    EXPECT_EQ(sent->dpi, 300);
}

TEST_F(WorkstationWithoutDisplay, ARunningJobCanBeCancelled)
{
    workbench.change([](app::Snapshot& s) {
        s.jobs = {
            {.job = 7, .caseId = {}, .subject = "Wong", .running = true, .cancelled = false, .error = {}, .files = {}}};
    });
    signIn(Role::Officer);
    click("job.cancel.7");
    ASSERT_TRUE(workbench.last<app::CancelJob>());
    EXPECT_EQ(workbench.last<app::CancelJob>()->job, 7u);
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

TEST_F(WorkstationWithoutDisplay, APathwayEnteredOnceIsOfferedAgain)
{
    view.addFiles({"/tmp/a.pdf"});
    signIn(Role::Officer);
    EXPECT_FALSE(shows("terms.pathway.known")) << "nothing is known yet";
    click("terms.pathway");
    type("gba-recognition");
    click("intake.start");
    EXPECT_EQ(workbench.last<app::StartIntake>()->terms.pathway, "gba-recognition");
    press(GLFW_KEY_N, true);
    click("terms.pathway.known");
    click("terms.pathway.known.0");
    view.addFiles({"/tmp/b.pdf"});
    frames();
    click("intake.start");
    EXPECT_EQ(workbench.last<app::StartIntake>()->terms.pathway, "gba-recognition");
}

TEST_F(WorkstationWithoutDisplay, TheReportHasAFolderFromTheStart)
{
    signIn(Role::Officer);
    openSample(true, false);
    press(GLFW_KEY_E, true);
    EXPECT_TRUE(find("export.write")->enabled);
}
