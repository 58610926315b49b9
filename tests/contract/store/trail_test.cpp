#include "contract/store/store_kinds.hpp"

namespace vidimus::store::contract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

STORE_TEST_SUITE(StoreTrail);

std::vector<std::string> kindsOf(const std::vector<CaseStore::Entry>& entries)
{
    std::vector<std::string> kinds;
    for (const auto& entry : entries)
        kinds.push_back(entry.kind);
    return kinds;
}

TEST_P(StoreTrail, TellsWhoDidWhatInOrder)
{
    const std::string id = newCase();
    ASSERT_TRUE(m_store->takeOver(m_otto, id, "Olga is on leave.").ok());
    ASSERT_TRUE(m_store->correct(m_otto, id, {{0}, "registration.number", "", "M01239", "", {}}).ok());
    ASSERT_TRUE(m_store->saveChecked(m_otto, id, sample(), {}, lastEntry(id)).ok());
    ASSERT_TRUE(m_store->submit(m_otto, id).ok());
    ASSERT_TRUE(m_store->conclude(m_anna, id, ConclusionKind::UnableToVerify, "No answer from the issuer.").ok());
    ASSERT_TRUE(m_store->recordReport(m_anna, id, "full", std::string(64, 'f')).ok());
    const auto trail = m_store->trail(id);
    ASSERT_TRUE(trail.ok());
    EXPECT_THAT(kindsOf(*trail),
        ElementsAre("case-created", "case-checked", "case-taken-over", "field-corrected", "case-checked",
            "case-submitted", "case-concluded", "report-issued"));
    EXPECT_EQ((*trail)[0].by, "olga");
    EXPECT_EQ((*trail)[2].by, "otto");
    EXPECT_EQ((*trail)[2].summary, "olga → otto: Olga is on leave.");
    EXPECT_EQ((*trail)[3].by, "otto");
    EXPECT_EQ((*trail)[3].summary, "registration.number = M01239");
    EXPECT_EQ((*trail)[6].by, "anna");
    EXPECT_THAT((*trail)[6].summary, HasSubstr("No answer from the issuer."));
    for (std::size_t i = 1; i < trail->size(); ++i)
        EXPECT_EQ((*trail)[i].number, (*trail)[i - 1].number + 1);
}

TEST_P(StoreTrail, HoldsAfterEverythingThatCanHappen)
{
    const std::string id = newCase(), other = newCase();
    ASSERT_TRUE(m_store->submit(m_olga, id).ok());
    ASSERT_TRUE(m_store->erase(m_ada, other, "The applicant asked for it.").ok());
    const auto verdict = m_store->verifyChain();
    ASSERT_TRUE(verdict.ok()) << verdict.error().message;
    EXPECT_TRUE(verdict->holds) << verdict->firstBad << " " << verdict->what;
    EXPECT_EQ(verdict->entries, 4u + 4u + 2u + 2u + 1u + 1u) << "accounts, sign-ins, two cases, submission, erasure";
}

TEST_P(StoreTrail, SurvivesTheErasureOfACaseWhoseWordsAreGone)
{
    const std::string id = newCase(), other = newCase();
    ASSERT_TRUE(m_store->correct(m_olga, id, {{0}, "holder.name.han", "zh-Hant", "陳小文", "", {}}).ok());
    ASSERT_TRUE(m_store->erase(m_ada, id, "The applicant asked for it.").ok());
    m_store = reopened();
    EXPECT_EQ(m_store->load(id).error().kind, ErrorKind::NotFound);
    EXPECT_THAT(m_store->load(id).error().message, HasSubstr("was erased on"));
    EXPECT_EQ(m_store->fileBytes(id, {0}).error().kind, ErrorKind::NotFound);
    ASSERT_EQ(m_store->cases()->size(), 1u);
    EXPECT_EQ(m_store->cases()->front().id, other);
    EXPECT_EQ(*m_store->fileBytes(other, {0}), support::sampleFileBytes()[0]) << "equal bytes of another case stay";
    const auto trail = m_store->trail(id);
    ASSERT_TRUE(trail.ok());
    EXPECT_THAT(kindsOf(*trail), ElementsAre("case-created", "case-checked", "field-corrected", "case-erased"));
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ((*trail)[i].summary, "");
    EXPECT_EQ((*trail)[3].summary, "The applicant asked for it.");
    EXPECT_TRUE(m_store->verifyChain()->holds);
    EXPECT_EQ(m_store->submit(m_olga, id).error().kind, ErrorKind::NotFound);
}

TEST_P(StoreTrail, NeverGivesTheNumberOfAnErasedCaseAgain)
{
    const std::string id = newCase();
    ASSERT_TRUE(m_store->erase(m_ada, id, "reason").ok());
    EXPECT_NE(newCase(), id);
}

} // namespace
} // namespace vidimus::store::contract
