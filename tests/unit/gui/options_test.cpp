#include "gui/shell/options.hpp"
#include "gui/shell/preferences_file.hpp"

#include <gmock/gmock.h>

using namespace vidimus;
using namespace vidimus::gui;

TEST(WorkstationOptions, TakesFilesAndOptionsInAnyOrder)
{
    const auto options
        = parseOptions({"a.pdf", "--lang", "pt", "--theme=dark", "--size", "800x600", "--", "--odd.png"});
    ASSERT_TRUE(options.ok());
    EXPECT_THAT(options->files, testing::ElementsAre("a.pdf", "--odd.png"));
    EXPECT_EQ(options->language, "pt");
    EXPECT_EQ(options->theme, ThemeKind::Dark);
    EXPECT_EQ(options->width, 800);
}

TEST(WorkstationOptions, NamesWhatItDoesNotUnderstand)
{
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{{{"--nonsense", "x"}, "--nonsense"},
        {{"--theme", "pink"}, "pink"}, {{"--size", "tall"}, "tall"}, {{"--store"}, "--store"},
        {{"--view", "moon"}, "moon"}};
    for (const auto& [arguments, named] : wrong) {
        const auto options = parseOptions(arguments);
        ASSERT_FALSE(options.ok());
        EXPECT_THAT(options.error().message, testing::HasSubstr(named));
    }
}

TEST(Preferences, AreRememberedAndGarbledOnesIgnored)
{
    const auto path = std::filesystem::path(VIDIMUS_BUILD_DIR) / "tests" / "preferences" / "workstation.conf";
    std::filesystem::remove_all(path.parent_path());
    Preferences kept;
    kept.theme = ThemeKind::Dark;
    kept.folder = "/data/收件";
    kept.panelWidth = 500;
    savePreferences(kept, path);
    const Preferences back = loadPreferences(path);
    EXPECT_EQ(back.theme, ThemeKind::Dark);
    EXPECT_EQ(back.folder, "/data/收件");
    EXPECT_EQ(back.panelWidth, 500);
    EXPECT_EQ(loadPreferences("/no/such/file").panelWidth, Preferences().panelWidth);
    kept.panelWidth = -4;
    savePreferences(kept, path);
    EXPECT_EQ(loadPreferences(path).panelWidth, Preferences().panelWidth);
    std::filesystem::remove_all(path.parent_path());
}
