#include "core/finding.hpp"

#include <gtest/gtest.h>

using namespace vidimus;

TEST(Severity, IsOutcomeTimesLevel)
{
    EXPECT_EQ(severityOf(Outcome::Failed, Level::Fail), Severity::Adverse);
    EXPECT_EQ(severityOf(Outcome::Failed, Level::Warn), Severity::Caution);
    EXPECT_EQ(severityOf(Outcome::Failed, Level::Inform), Severity::Note);
    EXPECT_EQ(severityOf(Outcome::Failed, Level::Ignore), Severity::None);
    EXPECT_EQ(severityOf(Outcome::Indeterminate, Level::Fail), Severity::Caution);
    EXPECT_EQ(severityOf(Outcome::Indeterminate, Level::Warn), Severity::Caution);
    EXPECT_EQ(severityOf(Outcome::Indeterminate, Level::Inform), Severity::None);
    for (const Level level : {Level::Fail, Level::Warn, Level::Inform, Level::Ignore}) {
        EXPECT_EQ(severityOf(Outcome::Passed, level), Severity::None);
        EXPECT_EQ(severityOf(Outcome::NotApplicable, level), Severity::None);
    }
}

namespace {

Finding sample()
{
    Finding finding;
    finding.check = "dates-in-order";
    finding.reason = "out-of-order";
    finding.outcome = Outcome::Failed;
    finding.citations.push_back({DocumentIndex{1}, {0}, {2}, {{10}, {20}, {30}, {4}}, "issue.date", "2021-03-08"});
    return finding;
}

} // namespace

TEST(FindingId, IsTheSameForTheSameFacts)
{
    Finding again = sample();
    again.level = Level::Warn; // what it means here is no fact
    EXPECT_EQ(findingId(sample()), findingId(again));
}

TEST(FindingId, ChangesWithEveryFact)
{
    const std::string id = findingId(sample());
    Finding other = sample();
    other.reason = "in-the-future";
    EXPECT_NE(findingId(other), id);
    other = sample();
    other.citations[0].text = "2021-03-09";
    EXPECT_NE(findingId(other), id);
    other = sample();
    other.citations[0].region.x.value += 1;
    EXPECT_NE(findingId(other), id);
    other = sample();
    other.values["expected"] = "3";
    EXPECT_NE(findingId(other), id);
}

TEST(Proposal, IsAsGraveAsTheGravestFinding)
{
    std::vector<Finding> findings(2);
    findings[0].severity = Severity::None;
    findings[1].severity = Severity::Note;
    EXPECT_EQ(proposalOf(findings), Proposal::NoAdverseFinding);
    findings[0].severity = Severity::Caution;
    EXPECT_EQ(proposalOf(findings), Proposal::Inconclusive);
    findings[1].severity = Severity::Adverse;
    EXPECT_EQ(proposalOf(findings), Proposal::AdverseFindings);
    EXPECT_EQ(proposalOf({}), Proposal::NoAdverseFinding);
}

TEST(Findings, AreSortedGravestFirstAndAlwaysTheSameWay)
{
    std::vector<Finding> findings;
    for (const Severity severity : {Severity::None, Severity::Adverse, Severity::Note, Severity::Caution}) {
        Finding finding = sample();
        finding.severity = severity;
        finding.id = findingId(finding) + std::to_string(static_cast<int>(severity));
        findings.push_back(finding);
    }
    auto shuffled = std::vector(findings.rbegin(), findings.rend());
    sortFindings(findings);
    sortFindings(shuffled);
    EXPECT_EQ(findings.front().severity, Severity::Adverse);
    EXPECT_EQ(findings.back().severity, Severity::None);
    for (std::size_t i = 0; i < findings.size(); ++i)
        EXPECT_EQ(findings[i].id, shuffled[i].id);
}
