#include "gui/real_window.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <thread>

namespace {

std::vector<std::string> demoFiles()
{
    std::vector<std::string> files;
    for (const auto& entry :
        std::filesystem::directory_iterator(std::filesystem::path(VIDIMUS_SOURCE_DIR) / "assets" / "demo" / "files"))
        files.push_back(entry.path().string());
    return files;
}

void fillAccount(const RealWindow& window, const std::string& role, const std::string& name)
{
    const std::string id = "first." + role;
    ASSERT_TRUE(window.click(id + ".name", 30));
    window.type(name);
    ASSERT_TRUE(window.click(id + ".password"));
    window.type("a long password");
    ASSERT_TRUE(window.click(id + ".again"));
    window.type("a long password");
}

void signIn(const RealWindow& window, const std::string& name)
{
    ASSERT_TRUE(window.waitFor("signin.name", 30));
    ASSERT_TRUE(window.click("signin.name"));
    window.key("ctrl+a");
    window.type(name);
    ASSERT_TRUE(window.click("signin.password"));
    window.type("a long password");
    window.key("Return");
}

} // namespace

TEST(RealWindowSmoke, ACaseGoesFromFilesToItsConclusion)
{
    const vidimus::tests::TemporaryFolder home;
    std::vector<std::string> arguments{"--store", (home.path() / "cases.db").string(), "--lang", "en"};
    for (const std::string& file : demoFiles())
        arguments.push_back(file);
    const RealWindow window(home.path().string(), arguments);
    ASSERT_TRUE(window.running());
    std::cout << "first frame after " << window.secondsToFirstFrame() << " s\n";

    fillAccount(window, "officer", "chan");
    fillAccount(window, "auditor", "lam");
    ASSERT_TRUE(window.click("first.create"));
    if (!window.waitFor("intake.start", 10))
        signIn(window, "chan");
    ASSERT_TRUE(window.click("terms.subject", 30));
    window.type("Demo");
    ASSERT_TRUE(window.click("intake.start"));

    // Reading takes as long as the machine needs; the case opens by itself or is opened from its finished job.
    for (int i = 0; i < 240 && !window.waitFor("case.submit", 0.5); ++i)
        if (const std::string open = window.beginningWith("job.open."); !open.empty())
            window.click(open);
    ASSERT_TRUE(window.waitFor("case.submit", 1));
    window.photograph((std::filesystem::path(VIDIMUS_BUILD_DIR) / "tests" / "pictures" / "smoke_case.png").string());
    if (window.waitFor("finding.accept", 3)) {
        ASSERT_TRUE(window.click("finding.accept"));
        ASSERT_TRUE(window.click("disposition.record"));
    }
    ASSERT_TRUE(window.click("case.submit"));
    ASSERT_TRUE(window.click("decision.confirm"));
    ASSERT_TRUE(window.click("top.sign-out"));

    signIn(window, "lam");
    ASSERT_TRUE(window.waitFor("queue.search", 30));
    std::string row;
    for (int i = 0; i < 100 && row.empty(); ++i) {
        row = window.beginningWith("row.");
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    ASSERT_FALSE(row.empty());
    ASSERT_TRUE(window.click(row));
    ASSERT_TRUE(window.click("case.conclude", 30));
    ASSERT_TRUE(window.click("conclude.discrepancy"));
    ASSERT_TRUE(window.click("decision.words"));
    window.type("The embedded number differs from the one printed.");
    ASSERT_TRUE(window.click("decision.confirm"));
    EXPECT_TRUE(window.waitFor("case.banner", 30)) << "the conclusion stands over the case";
    window.photograph(
        (std::filesystem::path(VIDIMUS_BUILD_DIR) / "tests" / "pictures" / "smoke_concluded.png").string());
}

TEST(RealWindowSmoke, RestsWhenNothingHappens)
{
    const vidimus::tests::TemporaryFolder home;
    const RealWindow window(
        home.path().string(), {"--store", (home.path() / "cases.db").string(), "--lang", "zh-Hans"});
    ASSERT_TRUE(window.waitFor("first.create", 1) || window.waitFor("first.officer.name", 30));
    std::this_thread::sleep_for(std::chrono::seconds(2));
    const double before = window.processorTime();
    std::this_thread::sleep_for(std::chrono::seconds(4));
    const double used = window.processorTime() - before;
    std::cout << "processor time in 4 s of rest: " << used << " s\n";
    // A blinking cursor is two frames a second of software drawing.
    EXPECT_LT(used, 0.6);
}
