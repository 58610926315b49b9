#include "support/workers.hpp"

#include <gmock/gmock.h>

using namespace vidimus;
using namespace vidimus::tests;
using namespace vidimus::supervisor;

namespace {

/// Starts with that pack and an honest one; the honest one must work whatever the other does.
LoadFailure failureOf(const std::string& pack)
{
    auto options = optionsWith({pack, "honest"});
    options.limits.load = std::chrono::seconds(2);
    const auto supervisor = startedWith(std::move(options));
    EXPECT_TRUE(supervisor->open(sealed("x"), "text/plain", {}, someDay()).ok());
    const auto failures = supervisor->loadFailures();
    EXPECT_EQ(failures.size(), 1u);
    return failures.empty() ? LoadFailure{} : failures.front();
}

} // namespace

TEST(Loading, LeavesOutAPackThatCrashesAtLoad)
{
    const auto failure = failureOf("crashing_at_load");
    EXPECT_EQ(failure.pack, "test.crashing_at_load");
    EXPECT_EQ(failure.error.kind, ErrorKind::Crashed);
}

TEST(Loading, LeavesOutAPackThatHangsAtLoad)
{
    const auto failure = failureOf("hanging_at_load");
    EXPECT_EQ(failure.pack, "test.hanging_at_load");
    EXPECT_EQ(failure.error.kind, ErrorKind::TimedOut);
}

TEST(Loading, LeavesOutAPackThatThrowsAtLoad)
{
    EXPECT_EQ(failureOf("throwing_at_load").error.kind, ErrorKind::Unreadable);
}

TEST(Loading, RefusesAnotherMajorAbiAndSaysWhatToDo)
{
    const auto failure = failureOf("other_abi");
    EXPECT_EQ(failure.error.kind, ErrorKind::Unsupported);
    EXPECT_THAT(failure.error.message, testing::HasSubstr("build it again"));
}

TEST(Loading, RefusesAModuleThatIsNoPack)
{
    EXPECT_EQ(failureOf("without_entry").error.kind, ErrorKind::Malformed);
    EXPECT_EQ(failureOf("broken_table").error.kind, ErrorKind::Malformed);
    EXPECT_EQ(failureOf("a-pack-that-does-not-exist").error.kind, ErrorKind::NotFound);
}

TEST(Loading, NamesEveryPackThatFailed)
{
    const auto supervisor = startedWith(optionsWith({"crashing_at_load", "honest", "other_abi", "throwing_at_load"}));
    std::vector<std::string> packs;
    for (const auto& failure : supervisor->loadFailures())
        packs.push_back(failure.pack);
    EXPECT_THAT(packs, testing::ElementsAre("test.crashing_at_load", "test.other_abi", "test.throwing_at_load"));
}

TEST(Loading, SaysWhenTheWorkerProgramIsMissing)
{
    auto options = optionsWith({});
    options.worker = "/nowhere/vidimus-worker";
    const auto started = Supervisor::start(std::move(options));
    ASSERT_FALSE(started.ok());
    EXPECT_EQ(started.error().kind, ErrorKind::NotFound);
}
