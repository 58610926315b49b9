#include "gui/views/claim_fields.hpp"
#include "gui/views/shortcuts.hpp"
#include "gui/views/texts.hpp"
#include "gui/widgets/fonts.hpp"
#include "gui/widgets/line_breaks.hpp"
#include "messages/ui_messages.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace vidimus::gui;
using vidimus::messages::UiMessages;

namespace {

/// Every key that a view asks its texts for, as far as it stands whole in the source.
std::set<std::string> keysInViews()
{
    static const std::regex pattern(R"re((?:text|count)\(\s*"([a-z-]+\.[a-z-]*[a-z])")re");
    std::set<std::string> keys;
    for (const auto& entry :
        std::filesystem::recursive_directory_iterator(std::filesystem::path(VIDIMUS_SOURCE_DIR) / "host" / "gui")) {
        std::stringstream source;
        source << std::ifstream(entry.path()).rdbuf();
        const std::string text = source.str();
        for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
            keys.insert((*it)[1]);
    }
    return keys;
}

} // namespace

TEST(Texts, EveryKeyThatAViewUsesIsThereInEveryLanguage)
{
    const std::set<std::string> keys = keysInViews();
    EXPECT_GT(keys.size(), 80u);
    for (const std::string_view language : UiMessages::languages()) {
        std::set<std::string> known;
        for (const std::string_view key : UiMessages::instance().keys(language))
            known.emplace(key);
        for (const std::string& key : keys)
            EXPECT_TRUE(known.contains("gui." + key) || known.contains("gui." + key + ".many"))
                << language << " lacks " << key;
        for (const Shortcut& shortcut : allShortcuts())
            EXPECT_TRUE(!shortcut.text || known.contains("gui." + std::string(shortcut.text)));
        for (const std::string_view field : claimableFields())
            EXPECT_TRUE(known.contains("gui.field." + std::string(field))) << field;
    }
}

TEST(Texts, NeverJudgeADocument)
{
    for (const std::string_view language : UiMessages::languages()) {
        const std::string all = allTexts(language);
        for (const char* word :
            {"forged", "fake", "authentic", "Forged", "Fake", "Authentic", "伪造", "偽造", "falsific", "autêntic"})
            EXPECT_THAT(all, testing::Not(testing::HasSubstr(word))) << language;
    }
}

TEST(Texts, CountInOneAndMany)
{
    const Texts english("en");
    EXPECT_EQ(english.count("cases.count", 1), "1 case");
    EXPECT_EQ(english.count("cases.count", 5), "5 cases");
    EXPECT_EQ(Texts("zh_HK.UTF-8").language(), "zh-Hant");
    EXPECT_EQ(english.field("xx.own-field"), "xx.own-field");
}

TEST(Glyphs, ACharacterBeyondTheBasicPlaneIsShownByItsNumberAndComesBackWhole)
{
    EXPECT_EQ(displayable("𠮷田"), "U+20BB7田");
    EXPECT_EQ(fromDisplayable("U+20BB7田"), "𠮷田");
    EXPECT_EQ(fromDisplayable("U+00041"), "U+00041") << "only what displayable() writes is turned back";
    EXPECT_EQ(fromDisplayable("A U+2"), "A U+2");
}

TEST(Glyphs, BadUtf8DoesNoHarm)
{
    GlyphNeeds needs;
    needs.need("\xC3(\xFF\xE4\xB8");
    EXPECT_TRUE(needs.characters().contains('('));
    EXPECT_EQ(displayable("\xF0\x9F"), "\xF0\x9F");
}

TEST(LineBreaks, HanBreaksAnywhereButNotBeforeAClosingMark)
{
    const auto widthOf = [](std::string_view piece) {
        float width = 0;
        for (const char c : piece)
            width += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 0 : static_cast<unsigned char>(c) < 0x80 ? 1 : 2;
        return width;
    };
    EXPECT_EQ(wrapped("文件读取并核查。", 8, widthOf), "文件读取\n并核查。");
    EXPECT_EQ(wrapped("文件读取。并", 8, widthOf), "文件读\n取。并");
    EXPECT_EQ(wrapped("two words here", 9, widthOf), "two words\nhere");
    EXPECT_EQ(wrapped("unbreakable", 4, widthOf), "unbr\neaka\nble");
    EXPECT_EQ(wrapped("a\nb", 9, widthOf), "a\nb");
    EXPECT_EQ(wrapped("", 9, widthOf), "");
}
