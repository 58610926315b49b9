#include "detail/backend.hpp"
#include "store/case_store.hpp"

#include "support/sample_case.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <soci/soci.h>

/// Whoever changes the database behind the program's back is found out.
namespace vidimus::store {
namespace {

using testing::HasSubstr;

class Tampering : public testing::Test {
protected:
    void SetUp() override
    {
        m_store = std::move(*CaseStore::open(m_file));
        ASSERT_TRUE(m_store->addAccount(nullptr, {"olga", "", Role::Officer, false}, "a good password").ok());
        const auto olga = m_store->signIn("olga", "a good password");
        Case sample = support::sampleCase();
        sample.files.clear();
        m_case = *m_store->saveChecked(*olga, "", sample, {});
        ASSERT_TRUE(m_store->correct(*olga, m_case, {{0}, "registration.number", "", "M01239", "", {}}).ok());
        ASSERT_TRUE(m_store->saveChecked(*olga, m_case, sample, {}, m_store->load(m_case)->lastEntry).ok());
        ASSERT_TRUE(m_store->submit(*olga, m_case).ok());
        ASSERT_TRUE(m_store->verifyChain()->holds);
        // 1 account-added, 2 signed-in, 3 case-created, 4 case-checked, 5 field-corrected, 6 case-checked,
        // 7 case-submitted
    }

    void expectFound(const std::string& statement, std::uint64_t firstBad, const std::string& what)
    {
        auto backend = detail::Backend::open(m_file);
        ASSERT_TRUE(backend.ok());
        (*backend)->sql() << "PRAGMA foreign_keys = OFF";
        (*backend)->sql() << statement;
        const auto verdict = m_store->verifyChain();
        ASSERT_TRUE(verdict.ok());
        EXPECT_FALSE(verdict->holds);
        EXPECT_EQ(verdict->firstBad, firstBad);
        EXPECT_THAT(verdict->what, HasSubstr(what));
    }

    tests::TemporaryFolder m_folder;
    std::string m_file = (m_folder / "s.db").string();
    std::unique_ptr<CaseStore> m_store;
    std::string m_case;
};

TEST_F(Tampering, ByChangingWhoActedIsFound)
{
    expectFound("UPDATE event SET actor = 'otto' WHERE number = 5", 5, "changed after it was written");
}

TEST_F(Tampering, ByChangingTheTimeIsFound)
{
    expectFound("UPDATE event SET at = at - 86400 WHERE number = 6", 6, "changed after it was written");
}

TEST_F(Tampering, ByChangingWhatWasSaidIsFound)
{
    expectFound("UPDATE event_payload SET body = replace(body, 'M01239', 'M01240') WHERE event_number = 5", 5,
        "What it says was changed");
}

TEST_F(Tampering, ByTakingAnEntryOutIsFound)
{
    expectFound("DELETE FROM event WHERE number = 5", 5, "Entry 5 is missing");
}

TEST_F(Tampering, ByCuttingOffTheEndIsFound)
{
    expectFound("DELETE FROM event WHERE number = 7", 7, "Entries at the end are missing");
}

TEST_F(Tampering, ByErasingWordsWithoutAnErasureIsFound)
{
    expectFound("DELETE FROM event_payload WHERE event_number = 5", 5, "was not erased");
}

TEST_F(Tampering, ByChangingKeptBytesIsFound)
{
    expectFound("UPDATE case_blob SET bytes = x'00'", 4, "Bytes that it rests on were changed");
}

TEST_F(Tampering, ByTakingKeptBytesAwayIsFound)
{
    expectFound("DELETE FROM case_blob", 4, "Bytes that it rests on are missing");
}

TEST_F(Tampering, ByExchangingTwoEntriesIsFound)
{
    expectFound("UPDATE event SET kind = CASE number WHEN 5 THEN 'case-checked' ELSE 'field-corrected' END WHERE "
                "number IN (5, 6)",
        5, "changed after it was written");
}

} // namespace
} // namespace vidimus::store
