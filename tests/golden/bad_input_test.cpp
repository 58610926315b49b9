#include "golden/bad_files.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

/// What nobody wants to be handed, on the real command line: each is told in one sentence that names the file and the
/// way out, ends with the status of the contract, and leaves a good file beside it alone.
namespace {

namespace fs = std::filesystem;
using namespace vidimus;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string vidimus_ = VIDIMUS_BUILD_DIR "/vidimus";
const std::string good = VIDIMUS_SOURCE_DIR "/assets/demo/files/5-physician-practice.pdf";

std::vector<std::string> verify(const std::vector<std::string>& arguments)
{
    std::vector<std::string> argv{vidimus_, "verify", "--json", "--lang", "en", "--as-of", "2026-11-22"};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    return argv;
}

std::vector<std::string> inside(std::vector<std::string> box, const std::vector<std::string>& argv)
{
    box.insert(box.end(), argv.begin(), argv.end());
    return box;
}

/// The message of the one finding of this check about the file of that number; all of them where there are several.
std::string told(const json& report, const std::string& check, int file)
{
    std::string messages;
    for (const auto& finding : report.at("findings"))
        if (finding.at("check") == check && finding.at("citations").at(0).value("file", -1) == file)
            messages += (messages.empty() ? "" : "\n") + finding.at("reason").get<std::string>() + ": "
                + finding.at("message").get<std::string>();
    return messages;
}

/// The good file was recognised and read as if it were alone.
void expectGoodFileIntact(const json& report, int file)
{
    for (const auto& document : report.at("documents")) {
        if (document.at("parts").at(0).at("file") != file)
            continue;
        ASSERT_FALSE(document.at("profile").is_null());
        EXPECT_EQ(document.at("profile").at("id"), "cn.physician-practice");
        EXPECT_GE(document.at("fields").size(), 5u);
        EXPECT_EQ(told(report, "check-did-not-finish", file), "");
        return;
    }
    FAIL() << "the good file gave no document";
}

class BadInput : public testing::Test {
protected:
    /// Verifies the bad file beside the good one. The bad one gives one sentence, which it returns.
    std::string verifyBeside(const fs::path& bad, std::vector<std::string> box = {})
    {
        const auto ran = tests::runProgram(inside(std::move(box), verify({bad.string(), good})));
        const json report = json::parse(ran.output, nullptr, false);
        if (report.is_discarded()) {
            ADD_FAILURE() << "no report; status " << ran.status << "; " << ran.errors;
            return {};
        }
        EXPECT_EQ(ran.status, 2) << report.at("findings").dump(1);
        if (report.at("files").at(0).at("pages").empty()) {
            EXPECT_THAT(told(report, "document-recognised", 0), Not(HasSubstr("no-profile-fits"))) << "nobody saw it";
        }
        m_errors = ran.errors;
        EXPECT_EQ(report.at("files").size(), 2u);
        EXPECT_EQ(report.at("files").at(0).at("source"), bad.string());
        expectGoodFileIntact(report, 1);
        m_report = report;
        return told(report, "check-did-not-finish", 0);
    }

    tests::TemporaryFolder m_folder;
    json m_report;
    std::string m_errors; ///< of the run
};

} // namespace

TEST_F(BadInput, ThatMayNotBeReadIsNamed)
{
    const auto path = m_folder.write("closed.pdf", "%PDF-1.4");
    fs::permissions(path, fs::perms::none);
    // Root may read everything; nobody in particular may not.
    EXPECT_THAT(verifyBeside(path,
                    {"bwrap", "--dev-bind", "/", "/", "--unshare-user", "--uid", "1000", "--cap-drop", "ALL", "--"}),
        AllOf(HasSubstr("closed.pdf"), HasSubstr("Permission denied"), HasSubstr("may you read it")));
}

TEST_F(BadInput, ThatIsEmptyIsNamed)
{
    const auto path = m_folder.write("empty.pdf", "");
    EXPECT_THAT(verifyBeside(path),
        AllOf(HasSubstr("malformed: "), HasSubstr("empty.pdf: the file is empty"), Not(HasSubstr("may you read it"))));
    EXPECT_EQ(m_errors, "vidimus: " + path.string() + ": the file is empty\n");
}

TEST_F(BadInput, ThatIsAnEmptyFolderIsNamed)
{
    fs::create_directory(m_folder / "papers");
    EXPECT_THAT(verifyBeside(m_folder / "papers"), AllOf(HasSubstr("papers: "), HasSubstr("holds no files")));
    EXPECT_EQ(m_errors, "vidimus: " + (m_folder / "papers").string() + ": the folder holds no files\n");
}

TEST_F(BadInput, ThatVanishedIsNamed)
{
    fs::create_symlink(m_folder / "gone.pdf", m_folder / "link.pdf");
    EXPECT_THAT(
        verifyBeside(m_folder / "link.pdf"), AllOf(HasSubstr("link.pdf: there is no such file"), HasSubstr("moved")));
    EXPECT_THAT(verifyBeside(m_folder / "gone.pdf"), HasSubstr("gone.pdf: there is no such file"));
    EXPECT_EQ(m_errors, "vidimus: " + (m_folder / "gone.pdf").string() + ": there is no such file\n");
}

TEST_F(BadInput, ThatIsNoPaperIsNamed)
{
    EXPECT_THAT(verifyBeside(m_folder.write("letter.pdf", "Dear Sir or Madam")),
        AllOf(HasSubstr("letter.pdf"), HasSubstr("whatever its name says"), HasSubstr("Save it as PDF")));
    EXPECT_EQ(m_errors, "") << "what could be opened is told in the report alone";
}

TEST_F(BadInput, ThatIsEncryptedIsNamedAndOpensWithItsPassword)
{
    const fs::path locked = m_folder / "locked.pdf";
    tests::runProgram({"qpdf", "--encrypt", "opensesame", "owner", "256", "--", good, locked});
    EXPECT_THAT(verifyBeside(locked), AllOf(HasSubstr("locked.pdf"), HasSubstr("encrypted"), HasSubstr("password")));

    const auto passwords = m_folder.write("passwords", "wrong\nopensesame\n");
    const auto ran = tests::runProgram(verify({"--password-file", passwords, locked}));
    expectGoodFileIntact(json::parse(ran.output), 0);
}

TEST_F(BadInput, ThatIsATruncatedPdfIsNamed)
{
    const auto path = m_folder.write("cut.pdf", golden::beginningOf(good, 3000));
    EXPECT_THAT(
        verifyBeside(path), AllOf(HasSubstr("cut.pdf"), HasSubstr("damaged"), HasSubstr("Ask for the file again")));
}

TEST_F(BadInput, ThatIsATruncatedPictureIsNamed)
{
    const fs::path jpeg = VIDIMUS_SOURCE_DIR "/assets/demo/files/3-practising-certificate.jpg";
    EXPECT_THAT(verifyBeside(m_folder.write("cut.jpg", golden::beginningOf(jpeg, fs::file_size(jpeg) / 2))),
        AllOf(HasSubstr("cut.jpg"), HasSubstr("JPEG"), HasSubstr("scan the paper anew")));
    const auto png = golden::writePng(m_folder / "whole.png", 1000, 800);
    EXPECT_THAT(verifyBeside(m_folder.write("cut.png", golden::beginningOf(png, fs::file_size(png) - 20))),
        AllOf(HasSubstr("cut.png"), HasSubstr("PNG"), HasSubstr("scan the paper anew")));
}

TEST_F(BadInput, WithoutPagesIsNamed)
{
    EXPECT_THAT(verifyBeside(m_folder.write("no-pages.pdf", golden::pdfOfPages(0))),
        AllOf(HasSubstr("no-pages.pdf"), HasSubstr("page")));
}

TEST_F(BadInput, OfTenThousandPagesIsRefusedWithTheLimit)
{
    EXPECT_THAT(verifyBeside(m_folder.write("endless.pdf", golden::pdfOfPages(10'000))),
        AllOf(HasSubstr("endless.pdf"), HasSubstr("10000 pages"), HasSubstr("Split the file")));
}

TEST_F(BadInput, OfFourHundredMegapixelsIsReadReducedAndTroublesNothing)
{
    const auto path = golden::writePng(m_folder / "huge.png", 20'000, 20'000);
    ASSERT_LT(fs::file_size(path), 1u << 20);
    EXPECT_EQ(verifyBeside(path), "");
}

TEST_F(BadInput, ThatIsOnlyWronglyNamedIsReadAllTheSame)
{
    const auto path = m_folder / "certificate.png";
    fs::copy_file(good, path);
    const auto ran = tests::runProgram(verify({path}));
    const json report = json::parse(ran.output);
    EXPECT_EQ(report.at("files").at(0).at("mediaType"), "application/pdf");
    expectGoodFileIntact(report, 0);
}

TEST_F(BadInput, InAFolderLeavesTheOtherFilesOfTheFolder)
{
    m_folder.write("case/1-empty.pdf", "");
    m_folder.write("case/2-note.txt", "a note");
    fs::copy_file(good, m_folder / "case" / "3-good.pdf");
    const auto ran = tests::runProgram(verify({m_folder / "case"}));
    const json report = json::parse(ran.output);
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(told(report, "check-did-not-finish", 0), HasSubstr("1-empty.pdf"));
    EXPECT_THAT(told(report, "check-did-not-finish", 1), HasSubstr("2-note.txt"));
    expectGoodFileIntact(report, 2);
}

TEST_F(BadInput, IsToldInEveryLanguage)
{
    const auto empty = m_folder.write("empty.pdf", "");
    for (const std::string language : {"zh-Hans", "zh-Hant", "pt"}) {
        const auto ran = tests::runProgram({vidimus_, "verify", "--json", "--lang", language, empty});
        EXPECT_THAT(told(json::parse(ran.output), "check-did-not-finish", 0),
            AllOf(HasSubstr("empty.pdf"), testing::Not(HasSubstr("the file is empty"))));
    }
}
