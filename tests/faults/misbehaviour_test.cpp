#include "support/workers.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <thread>

using namespace vidimus;
using namespace vidimus::tests;
using namespace vidimus::supervisor;
using namespace std::chrono_literals;

namespace {

SupervisorOptions patient()
{
    auto options = optionsWith({"misbehaving"});
    options.limits.memory = 600ull << 20; // sooner reached than the default, and as good to be refused
    return options;
}

/// For those who hang. Whoever only works must not be caught by it, however busy the machine.
SupervisorOptions impatient()
{
    auto options = patient();
    options.limits.open = options.limits.call = 1500ms;
    return options;
}

/// A supervisor whose worker misbehaves, and a session that is about to.
struct Misbehaving {
    explicit Misbehaving(const std::string& deed, SupervisorOptions options = patient())
        : supervisor(startedWith(std::move(options)))
    {
        auto opened = supervisor->open(sealed(deed), "x-test/misbehave", {}, someDay());
        EXPECT_TRUE(opened.ok()) << (opened ? "" : opened.error().message);
        session = std::move(*opened);
    }
    std::unique_ptr<Supervisor> supervisor;
    std::unique_ptr<FileSession> session;
};

void expectError(const std::string& deed, ErrorKind kind, SupervisorOptions options = patient())
{
    const Misbehaving misbehaving(deed, std::move(options));
    const auto read = misbehaving.session->run({.what = "facts"});
    ASSERT_FALSE(read.ok()) << deed;
    EXPECT_EQ(read.error().kind, kind) << deed << ": " << read.error().message;
    const auto next = misbehaving.session->run({.what = "text"});
    ASSERT_TRUE(next.ok()) << "after " << deed << ": " << next.error().message;
    EXPECT_EQ(next->pass.lines.at(0).text, "well");
}

void expectNoPicture(const std::string& deed, ErrorKind kind)
{
    const Misbehaving misbehaving(deed);
    const auto image = misbehaving.session->pageImage({0}, {100});
    ASSERT_FALSE(image.ok()) << deed;
    EXPECT_EQ(image.error().kind, kind) << deed << ": " << image.error().message;
}

void expectNotOpened(const std::string& deed, ErrorKind kind, SupervisorOptions options = patient())
{
    const auto supervisor = startedWith(std::move(options));
    const auto opened = supervisor->open(sealed(deed), "x-test/misbehave", {}, someDay());
    ASSERT_FALSE(opened.ok()) << deed;
    EXPECT_EQ(opened.error().kind, kind) << deed << ": " << opened.error().message;
}

} // namespace

TEST(Misbehaviour, OfAReaderThatDiesCostsTheCallOnly)
{
    for (const char* deed : {"crash", "abort", "exit", "overflow-the-stack"})
        expectError(deed, ErrorKind::Crashed);
}

TEST(Misbehaviour, OfAReaderThatHangsIsEndedInTime)
{
    for (const char* deed : {"hang", "sleep"})
        expectError(deed, ErrorKind::TimedOut, impatient());
}

TEST(Misbehaviour, OfAReaderThatKeepsTheHostBusyIsEndedInTime)
{
    for (const char* deed : {"say-a-byte-a-second", "say-crumbs-without-end", "ask-without-end"}) {
        auto options = impatient();
        options.limits.served = 1s;
        options.compareNames = [](const std::string&, const std::string&) {
            std::this_thread::sleep_for(100ms);
            return NameAnswer{"conflict", "after some thought"};
        };
        const auto mostTime = options.limits.call + options.limits.served + 2s; // for a busy machine
        const Misbehaving misbehaving(deed, std::move(options));
        const auto begun = std::chrono::steady_clock::now();
        const auto read = misbehaving.session->run({.what = "facts"});
        EXPECT_LT(std::chrono::steady_clock::now() - begun, mostTime) << deed;
        ASSERT_FALSE(read.ok()) << deed;
        EXPECT_EQ(read.error().kind, ErrorKind::TimedOut) << deed << ": " << read.error().message;
        EXPECT_TRUE(misbehaving.session->run({.what = "text"}).ok()) << "after " << deed;
    }
}

TEST(Misbehaviour, OfAReaderThatTakesFourGibibytesIsCalledOutOfMemory)
{
    expectError("take-4-gib", ErrorKind::OutOfMemory);
}

TEST(Misbehaviour, OfAReaderThatThrowsEndsInTheReader)
{
    const Misbehaving misbehaving("throw");
    const auto read = misbehaving.session->run({.what = "facts"});
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().message, "thrown by the pack");
    expectError("throw-a-number", ErrorKind::Crashed);
}

TEST(Misbehaviour, OfAReaderThatSaysTooMuchIsCalledTooLarge)
{
    for (const char* deed : {"say-too-many-lines", "say-a-long-text"})
        expectError(deed, ErrorKind::TooLarge);
}

TEST(Misbehaviour, OfAReaderThatSaysImpossibleThingsIsCalledMalformed)
{
    for (const char* deed : {"say-no-numbers", "say-infinity", "speak-of-a-missing-part", "speak-of-a-missing-page"})
        expectError(deed, ErrorKind::Malformed);
}

TEST(Misbehaviour, OfAReaderThatSaysBadUtf8IsMendedVisibly)
{
    const Misbehaving misbehaving("say-bad-utf-8");
    const auto read = misbehaving.session->run({.what = "facts"});
    ASSERT_TRUE(read.ok()) << read.error().message;
    const std::string mark = "\xEF\xBF\xBD";
    EXPECT_EQ(read->pass.lines.at(0).text, "good" + mark + mark + mark + "bad" + mark + mark + mark);
}

TEST(Misbehaviour, OfAReaderThatIsTooSureOfItselfIsClamped)
{
    const Misbehaving misbehaving("be-too-sure");
    EXPECT_EQ(misbehaving.session->run({.what = "facts"})->pass.lines.at(0).confidence, 1.0);
}

TEST(Misbehaviour, OfAReaderThatLogsWithoutEndIsCutShort)
{
    auto options = patient();
    int lines = 0;
    options.log = [&](const std::string&, int, const std::string&) { ++lines; };
    const Misbehaving misbehaving("log-without-end", std::move(options));
    EXPECT_TRUE(misbehaving.session->run({.what = "facts"}).ok());
    EXPECT_GT(lines, 0);
    EXPECT_LE(lines, 1000);
}

TEST(Misbehaviour, OfAWorkerThatBreaksTheWireIsCalledMalformed)
{
    for (const char* deed : {"shout-rubbish", "shout-a-lie", "shout-deep-nesting"})
        expectError(deed, ErrorKind::Malformed);
}

TEST(Misbehaviour, OfAReaderThatLiesAboutItsPicturesGivesNoPicture)
{
    expectNoPicture("lie-about-the-stride", ErrorKind::Malformed);
    expectNoPicture("draw-nothing", ErrorKind::Malformed);
    expectNoPicture("draw-an-unknown-format", ErrorKind::Malformed);
    expectNoPicture("draw-without-resolution", ErrorKind::Malformed);
    expectNoPicture("draw-too-large", ErrorKind::TooLarge);
}

TEST(Misbehaviour, OfAReaderWhosePixelsAreNotThereHurtsItselfOnly)
{
    const Misbehaving misbehaving("lie-about-the-size");
    const auto image = misbehaving.session->pageImage({0}, {100});
    ASSERT_FALSE(image.ok());
    // Reading beyond its own memory ends the worker, or the kernel refuses to copy from there.
    EXPECT_THAT(image.error().kind, testing::AnyOf(ErrorKind::Crashed, ErrorKind::System));
    EXPECT_TRUE(misbehaving.session->run({.what = "text"}).ok());
}

TEST(Misbehaviour, AtOpeningIsToldAsSuch)
{
    expectNotOpened("crash-at-open", ErrorKind::Crashed);
    expectNotOpened("hang-at-open", ErrorKind::TimedOut, impatient());
    expectNotOpened("have-too-many-pages", ErrorKind::TooLarge);
    expectNotOpened("have-a-page-without-size", ErrorKind::Malformed);
}

TEST(Misbehaviour, OfAFileThatKillsEveryWorkerEndsAfterThree)
{
    const Misbehaving misbehaving("crash");
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(misbehaving.session->run({.what = "facts"}).error().kind, ErrorKind::Crashed);
    EXPECT_FALSE(misbehaving.session->run({.what = "text"}).ok());
    EXPECT_TRUE(misbehaving.supervisor->open(sealed("well"), "x-test/misbehave", {}, someDay()).ok());
}

TEST(Misbehaviour, OfOneFileLeavesAnotherThatIsReadAtTheSameTimeAlone)
{
    const Misbehaving misbehaving("crash");
    const auto other = misbehaving.supervisor->open(sealed("well"), "x-test/misbehave", {}, someDay());
    ASSERT_TRUE(other.ok());
    EXPECT_FALSE(misbehaving.session->run({.what = "facts"}).ok());
    EXPECT_TRUE((*other)->run({.what = "text"}).ok());
}

TEST(Misbehaviour, IsNotNeededToStopAReader)
{
    for (const char* deed : {"wait-to-be-cancelled", "hang"}) {
        const Misbehaving misbehaving(deed);
        const auto begun = std::chrono::steady_clock::now();
        const auto read
            = misbehaving.session->run({.what = "facts"}, {.cancelled = [] { return true; }, .progress = {}});
        ASSERT_FALSE(read.ok());
        EXPECT_EQ(read.error().kind, ErrorKind::Cancelled) << deed;
        EXPECT_LT(std::chrono::steady_clock::now() - begun, 10s) << deed;
    }
}

TEST(Misbehaviour, OfOneCheckLeavesTheOthersTheirAnswers)
{
    auto options = patient();
    options.limits.check = 8s;
    const auto supervisor = startedWith(std::move(options));
    const auto checks = supervisor->beginChecks(someDay());
    ASSERT_TRUE(checks.ok());
    Evidence evidence;
    evidence.documents.emplace_back();
    std::vector<CheckRequest> requests;
    for (const char* check :
        {"crashes", "passes", "hangs", "takes-too-much", "throws", "cites-nowhere", "reads-beyond", "passes"})
        requests.push_back({"", check, DocumentIndex{0}});
    const auto answers = (*checks)->run(evidence, {}, requests);
    ASSERT_TRUE(answers.ok()) << answers.error().message;
    ASSERT_EQ(answers->size(), requests.size());
    const auto kind = [&](std::size_t i) {
        return (*answers)[i].failure ? std::optional((*answers)[i].failure->kind) : std::nullopt;
    };
    EXPECT_EQ(kind(0), ErrorKind::Crashed);
    EXPECT_EQ(kind(2), ErrorKind::TimedOut);
    EXPECT_EQ(kind(3), ErrorKind::OutOfMemory);
    EXPECT_EQ(kind(4), ErrorKind::Crashed);
    EXPECT_EQ(kind(5), ErrorKind::Malformed);
    for (const std::size_t i : {1u, 6u, 7u}) {
        ASSERT_FALSE((*answers)[i].failure.has_value()) << (*answers)[i].failure->message;
        EXPECT_EQ((*answers)[i].results.at(0).outcome, Outcome::Passed);
    }
}

TEST(Misbehaviour, OfAValidatorIsNoVerdict)
{
    const auto supervisor = startedWith(patient());
    const auto verdict = (*supervisor->beginChecks(someDay()))->validate("test.throws", "1");
    ASSERT_FALSE(verdict.ok());
    EXPECT_EQ(verdict.error().kind, ErrorKind::Crashed);
}
