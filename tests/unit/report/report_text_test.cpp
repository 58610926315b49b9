#include "unit/report/report_words.hpp"

#include "support/sample_case.hpp"

#include <gmock/gmock.h>

namespace vidimus::report::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ReportText, ShowsDocumentsThenFindingsAdverseFirst)
{
    const std::string text = toText(support::sampleCase(), someWords("en"), {"en", Kind::Summary});
    EXPECT_LT(text.find("Document 1  Annual practising certificate"), text.find("Adverse findings (1)"));
    EXPECT_LT(text.find("Adverse findings (1)"), text.find("Cautions (1)"));
    EXPECT_LT(text.find("Cautions (1)"), text.find("Could not be checked (2)"));
    EXPECT_THAT(text, HasSubstr("✖ Does each check digit hold?"));
    EXPECT_THAT(text, HasSubstr("licence.png"));
    EXPECT_THAT(text, HasSubstr("Cap. 161E, Schedule 2"));
}

TEST(ReportText, KeepsColumnsStraightUnderWideCharacters)
{
    const std::string text = toText(support::sampleCase(), someWords("zh-Hant"), {"zh-Hant", Kind::Summary});
    // Two names of four Han characters each: what follows them starts in the same column.
    EXPECT_THAT(text, HasSubstr("    中文姓名  陳大文         98 %"));
    EXPECT_THAT(text, HasSubstr("    外文姓名  CHAN, Tai Man  95 %"));
    EXPECT_THAT(text, HasSubstr("  ? 註冊編號  M01234         62 %"));
}

TEST(ReportText, LetsNoControlCharacterReachTheTerminal)
{
    Case checked = support::sampleCase();
    checked.evidence.documents[0].fields[0].value = "\x1b[31mred\x07";
    checked.findings[0].citations[0].text = "\x1b]0;title\x07";
    checked.files[0].source = "a\x1b[2J\n✔ all is well.png";
    const std::string text = toText(checked, someWords("en"), {"en", Kind::Full});
    EXPECT_THAT(text, Not(HasSubstr("\x1b")));
    EXPECT_THAT(text, Not(HasSubstr("\x07")));
}

TEST(ReportText, NeverPassesAVerdictByItself)
{
    for (const char* language : {"en", "zh-Hans", "zh-Hant", "pt"}) {
        const std::string text = toText(support::sampleCase(), someWords(language), {language, Kind::Full});
        for (const char* word : {"forged", "fake", "authentic", "伪造", "偽造"})
            EXPECT_THAT(text, Not(HasSubstr(word))) << language;
    }
}

} // namespace
} // namespace vidimus::report::tests
