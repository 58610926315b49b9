#include "contract/store/store_kinds.hpp"

namespace vidimus::store::contract {
namespace {

STORE_TEST_SUITE(StoreRefuses);

TEST_P(StoreRefuses, ACaseTakenInByAnybodyButAnOfficer)
{
    expectRefused(m_store->saveChecked(m_anna, "", sample(), support::sampleFileBytes()), "Only an officer");
    expectRefused(m_store->saveChecked(m_ada, "", sample(), support::sampleFileBytes()), "Only an officer");
    EXPECT_TRUE(m_store->cases()->empty());
}

TEST_P(StoreRefuses, ChangesToASubmittedCase)
{
    const std::string id = newCase();
    const std::string finding = sample().findings[0].id;
    ASSERT_TRUE(m_store->submit(m_olga, id).ok());
    expectRefused(m_store->submit(m_olga, id), "auditor's queue");
    expectRefused(m_store->saveChecked(m_olga, id, sample(), {}), "auditor's queue");
    expectRefused(m_store->setTerms(m_olga, id, sample().terms), "auditor's queue");
    expectRefused(m_store->correct(m_olga, id, {{0}, "registration.number", "", "M1", "", {}}), "auditor's queue");
    expectRefused(m_store->dispose(m_olga, id, {finding, DispositionKind::Accept, "", "", {}}), "auditor's queue");
}

TEST_P(StoreRefuses, ADecisionOnACaseThatWasNotSubmitted)
{
    const std::string id = newCase();
    expectRefused(m_store->conclude(m_anna, id, ConclusionKind::Verified, "words"), "Only a submitted case");
    expectRefused(m_store->returnCase(m_anna, id, "words"), "Only a submitted case");
}

TEST_P(StoreRefuses, ADecisionByAnybodyButAnAuditor)
{
    const std::string id = newCase();
    ASSERT_TRUE(m_store->submit(m_olga, id).ok());
    for (const Session* who : {&m_olga, &m_otto, &m_ada}) {
        expectRefused(m_store->conclude(*who, id, ConclusionKind::Verified, "words"), "Only an auditor");
        expectRefused(m_store->returnCase(*who, id, "words"), "Only an auditor");
    }
}

TEST_P(StoreRefuses, ADecisionWithoutWords)
{
    const std::string id = newCase();
    ASSERT_TRUE(m_store->submit(m_olga, id).ok());
    expectRefused(m_store->conclude(m_anna, id, ConclusionKind::Verified, " \n\t"), "with words");
    expectRefused(m_store->returnCase(m_anna, id, ""), "with words");
    EXPECT_EQ(m_store->load(id)->state, CaseState::Submitted);
}

TEST_P(StoreRefuses, AnythingOnAConcludedCase)
{
    const std::string id = newCase();
    const std::string finding = sample().findings[0].id;
    ASSERT_TRUE(m_store->submit(m_olga, id).ok());
    ASSERT_TRUE(m_store->conclude(m_anna, id, ConclusionKind::Verified, "words").ok());
    expectRefused(m_store->conclude(m_anna, id, ConclusionKind::Discrepancy, "words"), "concluded already");
    expectRefused(m_store->returnCase(m_anna, id, "words"), "concluded already");
    expectRefused(m_store->submit(m_olga, id), "has been concluded");
    expectRefused(
        m_store->dispose(m_anna, id, {finding, DispositionKind::Accept, "", "", {}}), "while the case is submitted");
}

TEST_P(StoreRefuses, DispositionsByWhoMayNot)
{
    const std::string id = newCase();
    const std::string finding = sample().findings[0].id;
    const Disposition accept{finding, DispositionKind::Accept, "", "", {}};
    expectRefused(m_store->dispose(m_ada, id, accept), "Only officers and auditors");
    expectRefused(m_store->dispose(m_anna, id, accept), "while the case is submitted");
    ASSERT_TRUE(m_store->submit(m_olga, id).ok());
    EXPECT_TRUE(m_store->dispose(m_anna, id, accept).ok());
    EXPECT_EQ(m_store->load(id)->dispositions[0].by, "anna");
}

TEST_P(StoreRefuses, DispositionsWithoutTheirWordsOrTheirFinding)
{
    const std::string id = newCase();
    const std::string finding = sample().findings[0].id;
    for (const auto kind : {DispositionKind::Explain, DispositionKind::Refer, DispositionKind::Dismiss})
        expectRefused(m_store->dispose(m_olga, id, {finding, kind, " ", "", {}}), "words that say why");
    EXPECT_EQ(m_store->dispose(m_olga, id, {"f-none", DispositionKind::Accept, "", "", {}}).error().kind,
        ErrorKind::NotFound);
    EXPECT_EQ(
        m_store->correct(m_olga, id, {{9}, "registration.number", "", "M1", "", {}}).error().kind, ErrorKind::NotFound);
}

TEST_P(StoreRefuses, CorrectionsAndSubmissionsByAnAuditor)
{
    const std::string id = newCase();
    expectRefused(m_store->correct(m_anna, id, {{0}, "registration.number", "", "M1", "", {}}), "Only an officer");
    expectRefused(m_store->submit(m_anna, id), "Only an officer");
    expectRefused(m_store->setTerms(m_anna, id, sample().terms), "Only an officer");
}

TEST_P(StoreRefuses, FindingsOlderThanWhatTheyAnswerFor)
{
    const std::string id = newCase();
    ASSERT_TRUE(m_store->correct(m_olga, id, {{0}, "registration.number", "", "M01239", "", {}}).ok());
    EXPECT_TRUE(m_store->load(id)->findingsStale);
    expectRefused(m_store->submit(m_olga, id), "check again");
    ASSERT_TRUE(m_store->saveChecked(m_olga, id, sample(), {}, lastEntry(id)).ok());
    EXPECT_FALSE(m_store->load(id)->findingsStale);
    CaseTerms terms = sample().terms;
    terms.claims.push_back({"holder.sex", "F"});
    ASSERT_TRUE(m_store->setTerms(m_olga, id, terms).ok());
    expectRefused(m_store->submit(m_olga, id), "check again");
    ASSERT_TRUE(m_store->saveChecked(m_olga, id, sample(), {}, lastEntry(id)).ok());
    terms.subject = "The same under another name";
    ASSERT_TRUE(m_store->setTerms(m_olga, id, terms).ok());
    EXPECT_TRUE(m_store->submit(m_olga, id).ok()) << "the officer's own name for a case asks nothing of its papers";
}

TEST_P(StoreRefuses, FindingsOfChecksThatDidNotSeeTheLastCorrection)
{
    const std::string id = newCase();
    const auto seen = lastEntry(id);
    ASSERT_TRUE(m_store->correct(m_olga, id, {{0}, "registration.number", "", "M01239", "", {}}).ok());
    const auto corrected = lastEntry(id);
    expectRefused(m_store->saveChecked(m_olga, id, sample(), {}, seen), "changed since you opened it");
    expectRefused(m_store->saveChecked(m_olga, id, sample(), {}), "which entry its checks have seen");
    EXPECT_TRUE(m_store->load(id)->findingsStale);
    EXPECT_EQ(lastEntry(id), corrected) << "what was refused leaves no entry";
    expectRefused(m_store->submit(m_olga, id), "check again");
    ASSERT_TRUE(m_store->saveChecked(m_olga, id, sample(), {}, corrected).ok());
    EXPECT_FALSE(m_store->load(id)->findingsStale);
    EXPECT_TRUE(m_store->submit(m_olga, id).ok());
}

TEST_P(StoreRefuses, FindingsThatDoNotSayWhichEntryTheyAnswerFor)
{
    const std::string id = newCase();
    expectRefused(m_store->saveChecked(m_olga, id, sample(), {}), "which entry its checks have seen");
    EXPECT_TRUE(m_store->saveChecked(m_olga, id, sample(), {}, lastEntry(id)).ok());
}

TEST_P(StoreRefuses, WhatIsDoneOnACaseThatChangedUnseen)
{
    const std::string id = newCase(), finding = sample().findings[0].id, changed = "changed since you opened it";
    auto seen = lastEntry(id);
    ASSERT_TRUE(m_store->dispose(m_olga, id, {finding, DispositionKind::Accept, "", "", {}}).ok());
    expectRefused(m_store->submit(m_olga, id, seen), changed);
    expectRefused(m_store->saveChecked(m_olga, id, sample(), {}, seen), changed);
    expectRefused(m_store->takeOver(m_otto, id, "words", seen), changed);
    ASSERT_TRUE(m_store->recordReport(m_olga, id, "pdf", std::string(64, 'a')).ok());
    EXPECT_TRUE(m_store->saveChecked(m_olga, id, sample(), {}, seen = lastEntry(id)).ok())
        << "a report changes nothing";
    ASSERT_TRUE(m_store->submit(m_olga, id, lastEntry(id)).ok());
    seen = lastEntry(id);
    ASSERT_TRUE(m_store->dispose(m_anna, id, {finding, DispositionKind::Refer, "words", "", {}}).ok());
    expectRefused(m_store->conclude(m_anna, id, ConclusionKind::Verified, "words", seen), changed);
    expectRefused(m_store->returnCase(m_anna, id, "words", seen), changed);
    EXPECT_TRUE(m_store->conclude(m_anna, id, ConclusionKind::Verified, "words", lastEntry(id)).ok());
}

TEST_P(StoreRefuses, AnotherOfficersCaseUntilItIsTakenOver)
{
    const std::string id = newCase(), finding = sample().findings[0].id, theirs = "belongs to olga";
    const Correction correction{{0}, "registration.number", "", "M01239", "", {}};
    expectRefused(m_store->correct(m_otto, id, correction), theirs);
    expectRefused(m_store->setTerms(m_otto, id, sample().terms), theirs);
    expectRefused(m_store->saveChecked(m_otto, id, sample(), {}), theirs);
    expectRefused(m_store->dispose(m_otto, id, {finding, DispositionKind::Accept, "", "", {}}), theirs);
    expectRefused(m_store->submit(m_otto, id), theirs);
    EXPECT_TRUE(m_store->load(id).ok()) << "reading is allowed";
    expectRefused(m_store->takeOver(m_otto, id, " "), "with words");
    expectRefused(m_store->takeOver(m_anna, id, "words"), "Only an officer");
    expectRefused(m_store->takeOver(m_olga, id, "words"), "yours already");
    ASSERT_TRUE(m_store->takeOver(m_otto, id, "Olga is on leave.").ok());
    EXPECT_EQ(m_store->load(id)->officer, "otto");
    EXPECT_EQ(m_store->cases()->front().officer, "otto");
    expectRefused(m_store->submit(m_olga, id), "belongs to otto");
    EXPECT_TRUE(m_store->submit(m_otto, id).ok());
    expectRefused(m_store->takeOver(m_olga, id, "words"), "auditor's queue");
}

TEST_P(StoreRefuses, ErasingByAnybodyButAnAdministratorOrWithoutAReason)
{
    const std::string id = newCase();
    expectRefused(m_store->erase(m_olga, id, "request"), "Only an administrator");
    expectRefused(m_store->erase(m_anna, id, "request"), "Only an administrator");
    expectRefused(m_store->erase(m_ada, id, " "), "with a reason");
    EXPECT_TRUE(m_store->load(id).ok());
}

TEST_P(StoreRefuses, AReportIssuedByAnAdministrator)
{
    const std::string id = newCase();
    expectRefused(m_store->recordReport(m_ada, id, "summary", std::string(64, 'a')), "Only officers and auditors");
    EXPECT_TRUE(m_store->recordReport(m_olga, id, "summary", std::string(64, 'a')).ok());
}

TEST_P(StoreRefuses, EveryWriteWithoutASignIn)
{
    const std::string id = newCase();
    const Session nobody;
    expectRefused(m_store->submit(nobody, id), "sign in again");
    expectRefused(m_store->saveChecked(nobody, "", sample(), {}), "sign in again");
    ASSERT_TRUE(m_store->signOut(m_olga).ok());
    expectRefused(m_store->submit(m_olga, id), "sign in again");
}

} // namespace
} // namespace vidimus::store::contract
