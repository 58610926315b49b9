#include "contract/store/store_kinds.hpp"
#include "json/case_json.hpp"

#include <nlohmann/json.hpp>

namespace vidimus::store::contract {
namespace {

using testing::ElementsAre;

STORE_TEST_SUITE(StoreKeeps);

TEST_P(StoreKeeps, EverythingOfACaseOverReopening)
{
    const std::string id = newCase();
    m_store = reopened();
    const auto loaded = m_store->load(id);
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    Case expected = sample();
    expected.id = id;
    expected.createdAt = loaded->createdAt;
    expected.changedAt = loaded->changedAt;
    EXPECT_EQ(json::compact(json::toJson(*loaded)), json::compact(json::toJson(expected)));
    ASSERT_EQ(loaded->crops.size(), 2u);
    EXPECT_EQ(loaded->crops[0].png, support::tinyPng());
    EXPECT_LE(std::abs(loaded->createdAt.seconds - UtcTime::now().seconds), 60);
}

TEST_P(StoreKeeps, TheBytesOfEachFileUnchanged)
{
    const std::string id = newCase();
    m_store = reopened();
    const auto bytes = support::sampleFileBytes();
    for (std::uint32_t i = 0; i < bytes.size(); ++i) {
        const auto kept = m_store->fileBytes(id, {i});
        ASSERT_TRUE(kept.ok()) << kept.error().message;
        EXPECT_EQ(*kept, bytes[i]);
    }
    EXPECT_EQ(m_store->fileBytes(id, {3}).error().kind, ErrorKind::NotFound);
}

TEST_P(StoreKeeps, AFileOfManyMegabytes)
{
    Case big = sample();
    auto bytes = support::sampleFileBytes();
    bytes[0].assign(40u << 20, 0x5a);
    big.files[0].sha256 = digest::sha256({reinterpret_cast<const char*>(bytes[0].data()), bytes[0].size()});
    const auto id = m_store->saveChecked(m_olga, "", big, bytes);
    ASSERT_TRUE(id.ok()) << id.error().message;
    EXPECT_EQ(*m_store->fileBytes(*id, {0}), bytes[0]);
}

TEST_P(StoreKeeps, TheBytesWhenTheCaseIsCheckedAgainWithoutThem)
{
    const std::string id = newCase();
    Case again = sample();
    again.findings.resize(1);
    ASSERT_TRUE(m_store->saveChecked(m_olga, id, again, {}, lastEntry(id)).ok());
    EXPECT_EQ(*m_store->fileBytes(id, {1}), support::sampleFileBytes()[1]);
    EXPECT_EQ(m_store->load(id)->findings.size(), 1u);
}

TEST_P(StoreKeeps, AFileThatCouldNotBeRead)
{
    Case with = sample();
    with.files[1] = File{"gone.png", "", "", 7, {}, {}};
    auto bytes = support::sampleFileBytes();
    bytes[1].clear();
    const auto id = m_store->saveChecked(m_olga, "", with, bytes);
    ASSERT_TRUE(id.ok()) << id.error().message;
    EXPECT_EQ(m_store->load(*id)->files[1].source, "gone.png");
    EXPECT_EQ(m_store->fileBytes(*id, {1}).error().kind, ErrorKind::NotFound);
}

TEST_P(StoreKeeps, NoBytesThatDoNotHaveTheirDigest)
{
    auto bytes = support::sampleFileBytes();
    bytes[2][100] ^= 1;
    const auto id = m_store->saveChecked(m_olga, "", sample(), bytes);
    ASSERT_FALSE(id.ok());
    EXPECT_EQ(id.error().kind, ErrorKind::Malformed);
    EXPECT_TRUE(m_store->cases()->empty()) << "nothing of a refused case stays";
}

TEST_P(StoreKeeps, SummariesThatSayWhatTheCasesSay)
{
    const std::string first = newCase(), second = newCase();
    const auto cases = m_store->cases();
    ASSERT_TRUE(cases.ok());
    ASSERT_EQ(cases->size(), 2u);
    EXPECT_EQ((*cases)[0].id, second) << "newest change first";
    EXPECT_NE(first, second);
    const CaseSummary& summary = (*cases)[1];
    EXPECT_EQ(summary.subject, "Application 2026/118");
    EXPECT_EQ(summary.state, CaseState::Open);
    EXPECT_EQ(summary.officer, "olga");
    EXPECT_EQ(summary.asOf.iso(), "2026-11-22");
    EXPECT_EQ(summary.files, 3u);
    EXPECT_EQ(summary.documents, 3u);
    EXPECT_EQ(summary.adverse, 1u);
    EXPECT_EQ(summary.cautions, 2u);
    EXPECT_FALSE(summary.conclusion);
}

TEST_P(StoreKeeps, WhatPeopleDidInOrder)
{
    const std::string id = newCase();
    const std::string finding = sample().findings[0].id;
    ASSERT_TRUE(
        m_store->dispose(m_olga, id, {finding, DispositionKind::Refer, "詢問發證機關", "somebody else", {1}}).ok());
    ASSERT_TRUE(m_store->dispose(m_olga, id, {finding, DispositionKind::Accept, "", "", {}}).ok());
    ASSERT_TRUE(m_store->correct(m_olga, id, {{0}, "registration.number", "", "M01239", "", {}}).ok());
    CaseTerms terms = sample().terms;
    terms.subject = "Application 2026/118 (2)";
    ASSERT_TRUE(m_store->setTerms(m_olga, id, terms).ok());
    m_store = reopened();
    const auto loaded = m_store->load(id);
    ASSERT_TRUE(loaded.ok());
    ASSERT_EQ(loaded->dispositions.size(), 2u);
    EXPECT_EQ(loaded->dispositions[0].words, "詢問發證機關");
    EXPECT_EQ(loaded->dispositions[0].by, "olga") << "who acts is who is signed in";
    EXPECT_GT(loaded->dispositions[0].at.seconds, 1);
    EXPECT_EQ(loaded->dispositions[1].kind, DispositionKind::Accept);
    EXPECT_EQ(loaded->corrections[0].value, "M01239");
    EXPECT_EQ(loaded->terms.subject, "Application 2026/118 (2)");
    EXPECT_EQ(m_store->cases()->front().subject, "Application 2026/118 (2)");
    EXPECT_EQ(loaded->evidence.documents[0].fields[2].value, "M01234") << "beside the field, never over it";
}

TEST_P(StoreKeeps, DecisionsAndTheirWords)
{
    const std::string id = newCase();
    ASSERT_TRUE(m_store->submit(m_olga, id).ok());
    ASSERT_TRUE(m_store->returnCase(m_anna, id, "Ask for the original.").ok());
    EXPECT_EQ(m_store->load(id)->state, CaseState::Returned);
    EXPECT_EQ(m_store->load(id)->returnReason, "Ask for the original.");
    ASSERT_TRUE(m_store->takeOver(m_otto, id, "Olga is on leave.").ok());
    ASSERT_TRUE(m_store->submit(m_otto, id).ok());
    ASSERT_TRUE(m_store->conclude(m_anna, id, ConclusionKind::Discrepancy, "The number does not hold.").ok());
    m_store = reopened();
    const auto loaded = m_store->load(id);
    ASSERT_TRUE(loaded.ok());
    EXPECT_EQ(loaded->state, CaseState::Concluded);
    EXPECT_EQ(loaded->officer, "otto") << "whose case it became";
    ASSERT_TRUE(loaded->conclusion);
    EXPECT_EQ(loaded->conclusion->kind, ConclusionKind::Discrepancy);
    EXPECT_EQ(loaded->conclusion->by, "anna");
    EXPECT_EQ(m_store->cases()->front().conclusion, ConclusionKind::Discrepancy);
}

TEST_P(StoreKeeps, NoCaseThatWasNeverThere)
{
    EXPECT_EQ(m_store->load("2026-09999").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(m_store->fileBytes("2026-09999", {0}).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(m_store->submit(m_olga, "2026-09999").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(m_store->saveChecked(m_olga, "2026-09999", sample(), {}).error().kind, ErrorKind::NotFound);
}

} // namespace
} // namespace vidimus::store::contract
