#include "messages/ui_messages.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace {

using vidimus::messages::UiMessages;

std::set<std::string> placeholders(std::string_view text)
{
    std::set<std::string> names;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        names.emplace(text.substr(at, text.find('}', at) - at));
    return names;
}

TEST(UiMessages, HaveTheSameKeysInAllLanguages)
{
    const auto& messages = UiMessages::instance();
    const auto english = messages.keys("en");
    ASSERT_GT(english.size(), 100u);
    for (const auto language : UiMessages::languages())
        EXPECT_EQ(messages.keys(language), english) << language;
}

TEST(UiMessages, HaveTheSamePlaceholdersInAllLanguages)
{
    const auto& messages = UiMessages::instance();
    for (const auto language : UiMessages::languages())
        for (const auto key : messages.keys("en"))
            EXPECT_EQ(placeholders(messages.text(language, key)), placeholders(messages.text("en", key)))
                << language << " " << key;
}

TEST(UiMessages, AreNeverEmpty)
{
    for (const auto language : UiMessages::languages())
        for (const auto key : UiMessages::instance().keys(language))
            EXPECT_FALSE(UiMessages::instance().text(language, key).empty()) << language << " " << key;
}

TEST(UiMessages, NeverPassAVerdictOnADocument)
{
    for (const auto key : UiMessages::instance().keys("en")) {
        std::string text(UiMessages::instance().text("en", key));
        std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
        for (const char* word : {"forged", "fake", "authentic"})
            EXPECT_EQ(text.find(word), std::string::npos) << key;
    }
}

TEST(UiMessages, FillInTheValuesGiven)
{
    const auto& messages = UiMessages::instance();
    EXPECT_EQ(messages.format("en", "report.page-of", {{"page", "2"}, {"pages", "7"}}), "Page 2 of 7");
    EXPECT_EQ(messages.format("zh-Hans", "report.page-of", {{"page", "2"}, {"pages", "7"}}), "第 2 页，共 7 页");
    EXPECT_EQ(messages.format("en", "report.page-of", {{"page", "{pages}"}}), "Page {pages} of {pages}");
}

TEST(UiMessages, AnswerAnUnknownKeyWithTheKey)
{
    EXPECT_EQ(UiMessages::instance().text("pt", "no.such-key"), "no.such-key");
}

TEST(UiMessages, ServeEveryLocaleByTheNearestLanguage)
{
    EXPECT_EQ(UiMessages::bestLanguage("zh_TW.UTF-8"), "zh-Hant");
    EXPECT_EQ(UiMessages::bestLanguage("zh-Hant-HK"), "zh-Hant");
    EXPECT_EQ(UiMessages::bestLanguage("zh-HK"), "zh-Hant");
    EXPECT_EQ(UiMessages::bestLanguage("zh-Hans-HK"), "zh-Hans");
    EXPECT_EQ(UiMessages::bestLanguage("zh_CN"), "zh-Hans");
    EXPECT_EQ(UiMessages::bestLanguage("pt_BR.UTF-8"), "pt");
    EXPECT_EQ(UiMessages::bestLanguage("C"), "en");
    EXPECT_EQ(UiMessages::bestLanguage(""), "en");
}

} // namespace
