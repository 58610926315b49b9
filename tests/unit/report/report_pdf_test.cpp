#include "unit/report/report_words.hpp"

#include "support/run_program.hpp"
#include "support/sample_case.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace vidimus::report::tests {
namespace {

using testing::HasSubstr;
using vidimus::tests::runProgram;
using vidimus::tests::TemporaryFolder;

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return (std::ostringstream() << stream.rdbuf()).str();
}

std::string textOf(const std::filesystem::path& pdf)
{
    return runProgram({"pdftotext", "-layout", pdf.string(), "-"}).output;
}

TEST(ReportPdf, SaysEverythingInTextThatCanBeCopied)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(toPdf(concludedCase(), someWords("en"), {"en", Kind::Summary}, folder / "r.pdf").ok());
    const std::string text = textOf(folder / "r.pdf");
    for (const char* part : {"Case report", "2026-00042", "Adverse findings (1)", "Does each check digit hold?",
             "Could not be checked (2)", "CHAN, Tai Man", "陳大文", "Corrected to M01239 by olga", "landlock-3",
             "olga, anna", "Discrepancy", "Page 1 of"})
        EXPECT_THAT(text, HasSubstr(part));
}

TEST(ReportPdf, SpeaksChinese)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(toPdf(concludedCase(), someWords("zh-Hant"), {"zh-Hant", Kind::Full}, folder / "r.pdf").ok());
    const std::string text = textOf(folder / "r.pdf");
    for (const char* part : {"個案報告", "不利發現", "無法查核", "每個校驗碼是否成立", "註冊編號"})
        EXPECT_THAT(text, HasSubstr(part));
}

TEST(ReportPdf, IsTaggedAndHasAnOutline)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(toPdf(concludedCase(), someWords("en"), {"en", Kind::Full}, folder / "r.pdf").ok());
    EXPECT_THAT(runProgram({"pdfinfo", (folder / "r.pdf").string()}).output, HasSubstr("Tagged:          yes"));
    EXPECT_THAT(contentOf(folder / "r.pdf"), HasSubstr("/Lang (en)"));
    EXPECT_EQ(runProgram({"qpdf", "--check", (folder / "r.pdf").string()}).status, 0) << "offsets still right";
    const std::string structure = runProgram({"pdfinfo", "-struct", (folder / "r.pdf").string()}).output;
    for (const char* element : {"H1", "H2", "H3", "Table", "TR", "TH", "TD", "Figure"})
        EXPECT_THAT(structure, HasSubstr(element));
    EXPECT_THAT(contentOf(folder / "r.pdf"), HasSubstr("/Outlines"));
}

TEST(ReportPdf, IsTheSameForTheSameCase)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(toPdf(concludedCase(), someWords("en"), {"en", Kind::Full}, folder / "a.pdf").ok());
    ASSERT_TRUE(toPdf(concludedCase(), someWords("en"), {"en", Kind::Full}, folder / "b.pdf").ok());
    EXPECT_EQ(contentOf(folder / "a.pdf"), contentOf(folder / "b.pdf"));
}

TEST(ReportPdf, GoesOnOverManyPages)
{
    Case checked = concludedCase();
    const auto fields = checked.evidence.documents[0].fields;
    for (int i = 0; i < 40; ++i)
        checked.evidence.documents[0].fields.insert(
            checked.evidence.documents[0].fields.end(), fields.begin(), fields.end());
    for (int i = 0; i < 30; ++i)
        checked.findings.push_back(checked.findings[0]);
    const TemporaryFolder folder;
    ASSERT_TRUE(toPdf(checked, someWords("en"), {"en", Kind::Full}, folder / "r.pdf").ok());
    const std::string info = runProgram({"pdfinfo", (folder / "r.pdf").string()}).output;
    const int pages = std::stoi(info.substr(info.find("Pages:") + 6));
    EXPECT_GT(pages, 8);
    EXPECT_THAT(textOf(folder / "r.pdf"), HasSubstr("Page " + std::to_string(pages) + " of " + std::to_string(pages)));
}

TEST(ReportPdf, OfAnEmptyCaseIsAReportToo)
{
    const TemporaryFolder folder;
    EXPECT_TRUE(toPdf(Case{}, someWords("pt"), {"pt", Kind::Summary}, folder / "r.pdf").ok());
    EXPECT_THAT(textOf(folder / "r.pdf"), HasSubstr("Sem constatações desfavoráveis"));
}

TEST(ReportFile, IsWrittenByItsSuffix)
{
    const TemporaryFolder folder;
    for (const char* name : {"r.pdf", "r.html", "r.json"})
        EXPECT_TRUE(write(concludedCase(), someWords("en"), {}, folder / name).ok()) << name;
    EXPECT_EQ(contentOf(folder / "r.pdf").substr(0, 5), "%PDF-");
    EXPECT_EQ(contentOf(folder / "r.html").substr(0, 9), "<!DOCTYPE");
    EXPECT_EQ(contentOf(folder / "r.json")[0], '{');
    EXPECT_EQ(write(concludedCase(), someWords("en"), {}, folder / "r.docx").error().kind, ErrorKind::Unsupported);
}

TEST(ReportFile, ThatCannotBeWrittenLeavesNothingBehind)
{
    const TemporaryFolder folder;
    const auto error = write(concludedCase(), someWords("en"), {}, folder / "missing" / "r.html");
    ASSERT_FALSE(error.ok());
    EXPECT_EQ(error.error().kind, ErrorKind::System);
    EXPECT_THAT(error.error().message, HasSubstr("r.html"));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

} // namespace
} // namespace vidimus::report::tests
