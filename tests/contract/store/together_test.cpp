#include "contract/store/store_kinds.hpp"

#include <atomic>
#include <set>
#include <thread>

namespace vidimus::store::contract {
namespace {

STORE_TEST_SUITE(StoreTogether);

TEST_P(StoreTogether, ServesSeveralThreadsThroughOneObject)
{
    const std::string id = newCase();
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 10; ++i) {
                const Correction correction{{0}, "registration.number", "", std::to_string(t * 100 + i), "", {}};
                failed += !m_store->correct(m_olga, id, correction).ok();
                failed += !m_store->load(id).ok();
            }
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(m_store->load(id)->corrections.size(), 40u);
    EXPECT_TRUE(m_store->verifyChain()->holds);
}

TEST_P(StoreTogether, IsSharedByTwoProgramsThatWriteAtOnce)
{
    const auto other = reopened();
    ASSERT_TRUE(other);
    std::set<std::string> mine, theirs;
    std::thread thread([&] {
        for (int i = 0; i < 15; ++i)
            theirs.insert(other->saveChecked(m_otto, "", sample(), support::sampleFileBytes()).valueOr(""));
    });
    for (int i = 0; i < 15; ++i)
        mine.insert(m_store->saveChecked(m_olga, "", sample(), support::sampleFileBytes()).valueOr(""));
    thread.join();
    EXPECT_EQ(mine.size(), 15u);
    EXPECT_EQ(theirs.size(), 15u);
    for (const std::string& id : theirs) {
        EXPECT_FALSE(mine.contains(id));
        EXPECT_EQ(m_store->load(id).valueOr({}).officer, "otto");
    }
    EXPECT_TRUE(m_store->verifyChain()->holds);
}

TEST_P(StoreTogether, LetsOneOfTwoAuditorsConclude)
{
    const std::string id = newCase();
    Session second;
    addAndSignIn("alma", Role::Auditor, second);
    ASSERT_TRUE(m_store->submit(m_olga, id).ok());
    const auto other = reopened();
    std::atomic<int> done = 0;
    std::thread thread([&] { done += other->conclude(second, id, ConclusionKind::Verified, "words").ok(); });
    done += m_store->conclude(m_anna, id, ConclusionKind::Discrepancy, "words").ok();
    thread.join();
    EXPECT_EQ(done, 1);
}

} // namespace
} // namespace vidimus::store::contract
