// Taking files in: dropped, chosen, scanned; the terms of a case; running jobs.
#include "gui/without_display.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

using namespace vidimus;
using namespace vidimus::gui;

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
