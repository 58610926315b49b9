#include "unit/report/report_words.hpp"

#include "support/sample_case.hpp"

#include <gmock/gmock.h>

#include <regex>

namespace vidimus::report::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string htmlOf(const Case& checked, const char* language, Kind kind = Kind::Summary)
{
    return toHtml(checked, someWords(language), {language, kind});
}

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

TEST(ReportHtml, IsCompleteInItself)
{
    const std::string html = htmlOf(concludedCase(), "en");
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("http://")));
    EXPECT_THAT(html, Not(HasSubstr("https://")));
    EXPECT_THAT(html, Not(HasSubstr("url(")));
    EXPECT_THAT(html, HasSubstr("src=\"data:image/png;base64,iVBORw0KGgo"));
}

TEST(ReportHtml, SaysWhenItWasMadeAndHasNoEmptyTailInItsTitle)
{
    Case checked;
    EXPECT_THAT(htmlOf(checked, "en"), AllOf(HasSubstr("<title>Case report</title>"), Not(HasSubstr("Report made"))));
    checked.terms.subject = "Lam";
    const auto html = toHtml(checked, someWords("en"), {"en", Kind::Summary, UtcTime::parse("2026-11-23T09:30:00Z")});
    EXPECT_THAT(html, AllOf(HasSubstr("<title>Case report – Lam</title>"), HasSubstr("2026-11-23 09:30 UTC")));
}

TEST(ReportHtml, CanBeReadAloud)
{
    const std::string html = htmlOf(concludedCase(), "zh-Hant", Kind::Full);
    EXPECT_THAT(html, HasSubstr("<html lang=\"zh-Hant\">"));
    EXPECT_EQ(count(html, "<img "), count(html, "<img alt=\""));
    EXPECT_EQ(count(html, "<th"), count(html, "<th scope=\"") + count(html, "<thead"));
    EXPECT_EQ(count(html, "<h1>"), 1u);
    EXPECT_THAT(html, HasSubstr("<td lang=\"en\">"));
    for (const char* element :
        {"section", "article", "table", "tbody", "tr", "dl", "ul", "h2", "h3", "figure", "main", "p"})
        EXPECT_EQ(count(html, std::string("<") + element + ">") + count(html, std::string("<") + element + " "),
            count(html, std::string("</") + element + ">"))
            << element;
}

TEST(ReportHtml, TellsSeverityByWordSymbolAndColour)
{
    const std::string html = htmlOf(support::sampleCase(), "en");
    EXPECT_THAT(html, HasSubstr("<span class=\"look adverse\"><span aria-hidden=\"true\">✖</span> Adverse"));
    EXPECT_THAT(
        html, HasSubstr("<span class=\"look unchecked\"><span aria-hidden=\"true\">?</span> Could not be checked"));
    EXPECT_LT(html.find("<article class=\"adverse\">"), html.find("<article class=\"caution\">"));
    EXPECT_LT(html.find("<article class=\"caution\">"), html.find("<article class=\"unchecked\">"));
}

TEST(ReportHtml, NamesFilesInFindingsWithoutTheirFolders)
{
    Case checked = support::sampleCase();
    for (File& file : checked.files)
        file.source = "/home/chan/secret-folder/" + file.source;
    const std::string html = htmlOf(checked, "en");
    const auto findings = html.substr(0, html.find("/home/chan/secret-folder/"));
    EXPECT_THAT(findings, HasSubstr("<article class=\"adverse\">")) << "the folder stands only in the list of files";
    EXPECT_EQ(count(html, "secret-folder"), checked.files.size());
}

TEST(ReportHtml, SaysOfEveryQuestionThatHeldWhatItWasAbout)
{
    Case checked = support::sampleCase();
    Finding held = checked.findings.front();
    held.id = "held";
    held.outcome = Outcome::Passed;
    held.severity = Severity::None;
    held.citations.resize(1);
    held.citations[0].document = DocumentIndex{0};
    held.citations[0].field = "registration.number";
    checked.findings.push_back(held);
    EXPECT_THAT(htmlOf(checked, "en"), HasSubstr(" — Document 1: Registration number</li>"));
}

TEST(ReportHtml, WritesTheKindOfAnIdentityNumberInWords)
{
    Case checked = support::sampleCase();
    Field& field = checked.evidence.documents[0].fields[0];
    field.id = "holder.id-kind";
    field.value = "hkid";
    EXPECT_THAT(htmlOf(checked, "zh-Hant", Kind::Full), HasSubstr("香港身份證"));
}

TEST(ReportHtml, LetsNoDocumentWriteMarkup)
{
    Case checked = support::sampleCase();
    checked.terms.subject = "<script>alert(1)</script>";
    checked.evidence.documents[0].fields[0].value = "\"><img src=x onerror=y>";
    checked.files[0].source = "a&b<c>.png";
    checked.findings[0].citations[0].text = "<b>";
    const std::string html = htmlOf(checked, "en", Kind::Full);
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<img src=x")));
    EXPECT_THAT(html, Not(HasSubstr("<b>")));
    EXPECT_THAT(html, HasSubstr("a&amp;b&lt;c&gt;.png"));
}

TEST(ReportHtml, NamesBothPeopleOfAConcludedCase)
{
    const std::string html = htmlOf(concludedCase(), "en");
    EXPECT_THAT(html, HasSubstr("Examined and concluded by two different people: olga, anna"));
    EXPECT_THAT(html, HasSubstr("Discrepancy. The number on the certificate does not hold."));
    EXPECT_THAT(html, HasSubstr("Referred: Asked the registrar in writing. (olga, 2026-09-21"));
    EXPECT_THAT(html, HasSubstr("Corrected to M01239 by olga"));
    EXPECT_THAT(htmlOf(support::sampleCase(), "en"), HasSubstr("No conclusion has been recorded."));
}

TEST(ReportHtml, TellsHowItWasMade)
{
    const std::string html = htmlOf(concludedCase(), "pt");
    EXPECT_THAT(html, HasSubstr("rlimits, no-new-privs, landlock-3, seccomp"));
    EXPECT_THAT(html, HasSubstr("vidimus.consistency"));
    EXPECT_THAT(html, HasSubstr(std::string(64, 'a')));
    EXPECT_THAT(html, HasSubstr("CN=Registrar of Examples"));
}

TEST(ReportHtml, HasMoreWhenItIsFull)
{
    const std::string summary = htmlOf(concludedCase(), "en"), full = htmlOf(concludedCase(), "en", Kind::Full);
    EXPECT_THAT(summary, Not(HasSubstr("class=\"not-asked\"")));
    EXPECT_THAT(full, HasSubstr("<article class=\"not-asked\">"));
    EXPECT_THAT(full, HasSubstr("check-digit-holds / check-digit-wrong, vidimus.consistency 0.1.0"));
    EXPECT_THAT(summary, HasSubstr("Is it in force on the deciding date?")) << "what was asked and held stands in both";
}

} // namespace
} // namespace vidimus::report::tests
