#include "app/workbench.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <thread>

/// From files to a concluded case through the commands that the windows send, with the real store and the real workers.
using namespace vidimus;
using namespace vidimus::app;
using testing::HasSubstr;

namespace {

constexpr const char* password = "a long enough password";

class WorkbenchTest : public testing::Test {
protected:
    void SetUp() override
    {
        setenv("XDG_DATA_HOME", folder.path().c_str(), 1);
        WorkbenchOptions options;
        options.storeUrl = (folder / "cases.db").string();
        options.language = "en";
        options.programFolder = VIDIMUS_BUILD_DIR;
        auto opened = Workbench::open(std::move(options));
        ASSERT_TRUE(opened) << opened.error().message;
        bench = std::move(*opened);
        send(CreateFirstAccounts{{{"mei", "Mei", password, Role::Officer}, {"ana", "Ana", password, Role::Auditor}}});
    }

    void send(Command command)
    {
        bench->apply(std::move(command));
        bench->waitUntilIdle();
    }
    std::shared_ptr<const Snapshot> now() const { return bench->snapshot(); }
    const Case& open() const { return *now()->open->checked; }

    std::filesystem::path draw(const std::string& name, std::vector<std::string> arguments)
    {
        const auto out = folder / name;
        arguments.insert(arguments.begin(), VIDIMUS_BUILD_DIR "/vidimus-specimen");
        arguments.insert(arguments.end(), {"--out", out.string()});
        const auto ran = tests::runProgram(arguments);
        EXPECT_EQ(ran.status, 0) << ran.errors;
        return out;
    }

    /// A clean pharmacist's certificate as PDF, signed in as the officer and taken in.
    void takeInACase()
    {
        send(SignIn{"mei", password});
        StartIntake intake;
        intake.sources = {draw("page.pdf", {"hk.pharmacist-practising", "--seed", "11"})};
        intake.terms.subject = "Case one";
        intake.terms.asOf = *Date::parse("2026-11-22");
        send(intake);
        ASSERT_TRUE(now()->open) << (now()->jobs.empty() || !now()->jobs[0].error ? "no case"
                                                                                  : now()->jobs[0].error->message);
    }

    std::string lastNotice() const { return now()->notices.empty() ? std::string() : now()->notices.back().text; }

    tests::TemporaryFolder folder;
    std::unique_ptr<Workbench> bench;
};

} // namespace

TEST_F(WorkbenchTest, GoesFromFilesToAConcludedCaseByTwoPeople)
{
    EXPECT_FALSE(now()->firstStart);
    takeInACase();
    ASSERT_EQ(open().evidence.documents.size(), 1u);
    ASSERT_TRUE(open().evidence.documents[0].classification);
    EXPECT_EQ(open().evidence.documents[0].classification->profile, "hk.pharmacist-practising");
    EXPECT_FALSE(open().findings.empty());
    EXPECT_EQ(now()->open->words.size(), open().findings.size());
    EXPECT_FALSE(open().crops.empty());
    EXPECT_TRUE(now()->open->mayEdit);

    send(RecordDisposition{open().findings[0].id, DispositionKind::Explain, "seen the original"});
    EXPECT_EQ(open().dispositions.size(), 1u);
    send(SubmitCase{});
    EXPECT_EQ(open().state, CaseState::Submitted);
    EXPECT_FALSE(now()->open->mayEdit);
    const std::string id = open().id;

    send(SignOut{});
    send(SignIn{"ana", password});
    ASSERT_EQ(now()->queue.size(), 1u);
    send(OpenCaseById{id});
    EXPECT_TRUE(now()->open->mayConclude);
    send(ConcludeCase{ConclusionKind::Verified, "All papers agree."});
    EXPECT_EQ(open().state, CaseState::Concluded);
    EXPECT_EQ(open().conclusion->by, "ana");

    const auto report = folder / "report.html";
    send(ExportReport{report, "zh-Hans", true});
    EXPECT_GT(std::filesystem::file_size(report), 1000u);
    EXPECT_THAT(now()->open->trail.back().kind, HasSubstr("report"));
}

TEST_F(WorkbenchTest, TheOfficerWhoExaminedNeverConcludes)
{
    takeInACase();
    send(SubmitCase{});
    send(ConcludeCase{ConclusionKind::Verified, "I say so."});
    EXPECT_EQ(open().state, CaseState::Submitted);
    ASSERT_FALSE(now()->notices.empty());
    EXPECT_TRUE(now()->notices.back().trouble);
}

TEST_F(WorkbenchTest, NobodyConcludesWhatChangedUnseen)
{
    takeInACase();
    const std::string id = open().id;
    send(SubmitCase{});
    send(SignOut{});
    send(SignIn{"ana", password});
    send(OpenCaseById{id});
    // Another window on the same store.
    const auto other = store::CaseStore::open((folder / "cases.db").string());
    ASSERT_TRUE(other);
    const auto ana = (*other)->signIn("ana", password), mei = (*other)->signIn("mei", password);
    ASSERT_TRUE(ana && mei);
    ASSERT_TRUE((*other)->returnCase(*ana, id, "Look at the date again."));
    ASSERT_TRUE((*other)->submit(*mei, id));

    send(ConcludeCase{ConclusionKind::Verified, "All papers agree."});
    EXPECT_EQ(open().state, CaseState::Submitted);
    EXPECT_THAT(lastNotice(), HasSubstr("changed"));
    send(ConcludeCase{ConclusionKind::Verified, "All papers agree, the date too."});
    EXPECT_EQ(open().state, CaseState::Concluded);
}

TEST_F(WorkbenchTest, FindingsOlderThanACorrectionAreMadeAgainAndSeenBeforeSubmitting)
{
    takeInACase();
    const std::string id = open().id;
    // Another program with the same account wrote a correction and ended before it checked again.
    const auto other = store::CaseStore::open((folder / "cases.db").string());
    ASSERT_TRUE(other);
    const auto mei = (*other)->signIn("mei", password);
    ASSERT_TRUE(mei);
    ASSERT_TRUE((*other)->correct(*mei, id, {{0}, "valid.until", "", "2019-12-31", "", {}}));
    const auto expired = [&] {
        return std::any_of(open().findings.begin(), open().findings.end(),
            [](const Finding& finding) { return finding.outcome == Outcome::Failed && finding.check == "in-force"; });
    };
    send(SubmitCase{});
    EXPECT_EQ(open().state, CaseState::Open);
    EXPECT_THAT(lastNotice(), HasSubstr("changed"));
    EXPECT_FALSE(expired());
    send(SubmitCase{});
    EXPECT_EQ(open().state, CaseState::Open);
    EXPECT_THAT(lastNotice(), HasSubstr("submit again"));
    EXPECT_TRUE(expired());
    send(SubmitCase{});
    EXPECT_EQ(open().state, CaseState::Submitted);
}

TEST_F(WorkbenchTest, AnotherOfficerReadsACaseAndTakesItOverToChangeIt)
{
    takeInACase();
    const std::string id = open().id;
    {
        const auto other = store::CaseStore::open((folder / "cases.db").string());
        ASSERT_TRUE(other);
        const auto ada = (*other)->signIn("ana", password);
        ASSERT_TRUE(ada);
        ASSERT_TRUE((*other)->addAccount(&*ada, {"root", "", Role::Administrator, false}, password));
        const auto root = (*other)->signIn("root", password);
        ASSERT_TRUE(root);
        ASSERT_TRUE((*other)->addAccount(&*root, {"leo", "Leo", Role::Officer, false}, password));
    }
    send(SignOut{});
    send(SignIn{"leo", password});
    send(OpenCaseById{id});
    EXPECT_FALSE(now()->open->mayEdit);
    EXPECT_TRUE(now()->open->mayTakeOver);
    send(RecordCorrection{DocumentIndex{0}, "valid.until", "", "2019-12-31"});
    EXPECT_TRUE(open().corrections.empty());
    EXPECT_THAT(lastNotice(), HasSubstr("belongs to mei"));
    send(TakeOverCase{"Mei is on leave."});
    EXPECT_EQ(open().officer, "leo");
    EXPECT_TRUE(now()->open->mayEdit);
    EXPECT_FALSE(now()->open->mayTakeOver);
    EXPECT_EQ(now()->open->trail.back().kind, "case-taken-over");
    send(SubmitCase{});
    EXPECT_EQ(open().state, CaseState::Submitted);
}

TEST_F(WorkbenchTest, ACorrectionIsCheckedAgainAndCanBeUndone)
{
    takeInACase();
    const auto failures = [&] {
        return std::count_if(open().findings.begin(), open().findings.end(),
            [](const Finding& finding) { return finding.outcome == Outcome::Failed && finding.check == "in-force"; });
    };
    ASSERT_EQ(failures(), 0);
    send(RecordCorrection{DocumentIndex{0}, "valid.until", "", "2019-12-31"});
    EXPECT_EQ(open().corrections.size(), 1u);
    EXPECT_EQ(failures(), 1);
    EXPECT_TRUE(now()->open->canUndo);
    send(Undo{});
    EXPECT_EQ(failures(), 0);
    EXPECT_FALSE(now()->open->canUndo);
}

TEST_F(WorkbenchTest, MoreFilesJoinTheCaseAndDispositionsStay)
{
    takeInACase();
    const std::string id = open().id;
    send(RecordDisposition{open().findings[0].id, DispositionKind::Accept, ""});
    StartIntake more;
    more.caseId = id;
    more.sources = {draw("more.png", {"xx.certificate-of-attendance", "--seed", "4"})};
    send(more);
    EXPECT_EQ(open().id, id);
    EXPECT_EQ(open().files.size(), 2u);
    EXPECT_EQ(open().dispositions.size(), 1u);
}

TEST_F(WorkbenchTest, ABadFileLeavesTheRestIntact)
{
    send(SignIn{"mei", password});
    StartIntake intake;
    intake.sources = {folder.write("broken.pdf", "%PDF-1.7 this is no PDF"), folder / "vanished.png",
        draw("fine.pdf", {"hk.pharmacist-practising", "--seed", "12"})};
    send(intake);
    ASSERT_TRUE(now()->open);
    EXPECT_EQ(open().files.size(), 3u);
    EXPECT_EQ(std::count_if(open().findings.begin(), open().findings.end(),
                  [](const Finding& finding) { return finding.check == "check-did-not-finish"; }),
        2);
    EXPECT_TRUE(std::any_of(open().evidence.documents.begin(), open().evidence.documents.end(),
        [](const Document& document) { return document.classification.has_value(); }));
}

TEST_F(WorkbenchTest, ACancelledIntakeKeepsNothing)
{
    send(SignIn{"mei", password});
    StartIntake intake;
    for (int i = 0; i < 6; ++i)
        intake.sources.push_back(draw("page" + std::to_string(i) + ".png",
            {"hk.doctor-practising", "--seed", std::to_string(20 + i), "--scan", "scan"}));
    bench->apply(intake);
    while (now()->jobs.empty())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    send(CancelJob{now()->jobs[0].job});
    EXPECT_TRUE(now()->jobs[0].cancelled);
    EXPECT_TRUE(now()->cases.empty());
}

TEST_F(WorkbenchTest, DrawsPagesOfTheOpenCase)
{
    takeInACase();
    PictureState state;
    for (int i = 0; i < 600 && state.kind == PictureState::Kind::Loading; ++i) {
        state = bench->picture({0}, {0}, {75});
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    ASSERT_EQ(state.kind, PictureState::Kind::Ready) << state.message;
    EXPECT_NEAR(state.picture->width, Dpi{75}.pixels(open().files[0].pages[0].width), 2);
}

TEST_F(WorkbenchTest, SpeaksTheLanguageThatIsChosen)
{
    takeInACase();
    const auto english = now()->open->words[0].question;
    send(SetLanguage{"zh-Hans"});
    EXPECT_NE(now()->open->words[0].question, english);
}

TEST_F(WorkbenchTest, AWrongPasswordSaysSoAndOpensNothing)
{
    send(SignIn{"mei", "not the password"});
    EXPECT_FALSE(now()->signedIn);
    EXPECT_FALSE(now()->signInTrouble.empty());
    EXPECT_TRUE(now()->cases.empty());
}
