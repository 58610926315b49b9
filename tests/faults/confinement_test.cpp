#include "support/temporary_folder.hpp"
#include "support/workers.hpp"

#include <gmock/gmock.h>

#include <cerrno>
#include <fstream>
#include <map>

using namespace vidimus;
using namespace vidimus::tests;
using namespace vidimus::supervisor;

/// Each test tries from inside a worker what a worker may not do. Nothing here may be skipped: where a barrier cannot
/// be tried, it does not hold.
namespace {

class Confinement : public testing::Test {
protected:
    /// All attempts, made once by one worker.
    static void SetUpTestSuite()
    {
        const TemporaryFolder folder;
        const auto file = folder / "another-case.pdf";
        std::ofstream(file) << "another case's paper";
        auto options = optionsWith({"escaping"});
        options.limits.call = std::chrono::seconds(30);
        const auto supervisor = startedWith(std::move(options));
        ASSERT_TRUE(supervisor);
        auto session
            = supervisor->open(sealed(file.string() + "\n" + folder.path().string()), "x-test/escape", {}, someDay());
        ASSERT_TRUE(session.ok()) << session.error().message;
        const auto read = (*session)->run({.what = "facts"});
        ASSERT_TRUE(read.ok()) << read.error().message;
        for (const Fact& fact : read->pass.facts)
            attempts()[fact.kind] = fact.values.at("result");
        attempts()["the file afterwards"] = std::filesystem::exists(file) ? "there" : "gone";
        attempts()["the barriers"] = testing::PrintToString(supervisor->confinement());
    }

    static std::map<std::string, std::string>& attempts()
    {
        static std::map<std::string, std::string> all;
        return all;
    }
    /// The kernel refused with one of these errors.
    static void expectRefused(const std::string& attempt, std::initializer_list<int> errors)
    {
        ASSERT_EQ(attempts().count(attempt), 1u) << attempt << " was not tried";
        std::vector<std::string> allowed;
        for (const int error : errors)
            allowed.push_back(std::to_string(error));
        EXPECT_THAT(allowed, testing::Contains(attempts()[attempt])) << attempt;
    }
};

} // namespace

TEST_F(Confinement, KeepsAWorkerFromOpeningASocket)
{
    expectRefused("open-a-socket", {EPERM});
    expectRefused("open-a-unix-socket", {EPERM});
}

TEST_F(Confinement, KeepsAWorkerFromReadingTheHomeFolderOrAnotherCasesFile)
{
    expectRefused("read-the-home-folder", {EACCES});
    expectRefused("read-a-case-file", {EACCES});
    expectRefused("read-the-system", {EACCES});
    expectRefused("read-the-parents-memory-file", {EACCES});
}

TEST_F(Confinement, KeepsAWorkerFromChangingTheFileSystem)
{
    expectRefused("write-a-file", {EACCES});
    expectRefused("remove-a-file", {EPERM});
    expectRefused("rename-a-file", {EPERM});
    expectRefused("make-a-folder", {EPERM});
    EXPECT_EQ(attempts()["the file afterwards"], "there");
}

TEST_F(Confinement, KeepsAWorkerFromStartingAnything)
{
    for (const char* attempt : {"fork", "clone", "clone3", "fork-bomb", "start-a-thread", "run-a-program"})
        expectRefused(attempt, {EPERM, ENOSYS});
}

TEST_F(Confinement, KeepsAWorkerFromTouchingOtherProcesses)
{
    for (const char* attempt :
        {"trace-the-parent", "be-traced", "read-the-parents-memory", "kill-the-parent", "become-traceable"})
        expectRefused(attempt, {EPERM});
}

TEST_F(Confinement, KeepsAWorkerFromWideningItsConfinement)
{
    for (const char* attempt : {"make-memory-that-no-limit-counts", "make-code", "raise-a-limit", "leave-the-namespace",
             "use-io-uring", "load-a-bpf-program"})
        expectRefused(attempt, {EPERM});
}

TEST_F(Confinement, LeavesAWorkerNothingOpenButItsChannelAndTheThreeStandardDescriptors)
{
    EXPECT_EQ(attempts()["count-descriptors"], "4");
}

TEST_F(Confinement, IsReportedAsItHolds)
{
    for (const char* barrier : {"rlimits", "no-new-privs", "seccomp"})
        EXPECT_THAT(attempts()["the barriers"], testing::HasSubstr(barrier));
}
