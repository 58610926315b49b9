#include "pipeline/check/check.hpp"
#include "support/fake_services.hpp"

#include <gmock/gmock.h>

using namespace vidimus;
using pipeline::CheckResult;

namespace {

Document paper(const std::string& profile, Certainty certainty)
{
    Document document;
    document.parts.push_back({FileIndex{0}, PageIndex{0}, 0, {}, {}});
    if (!profile.empty())
        document.classification = Classification{profile, 0.9, "XX"};
    Field field;
    field.id = "document.number";
    field.text = field.value = "A1";
    field.certainty = certainty;
    document.fields.push_back(field);
    return document;
}

class CheckStage : public testing::Test {
protected:
    CheckStage()
    {
        packs::Pack pack;
        pack.id = "test.checks";
        pack.version = "1.0";
        pack.checks = {"a-holds", "case-holds", "other-country"};
        pack.declarations = {{"a-holds", false, Level::Fail, "Act 1"}, {"case-holds", true, Level::Warn, {}},
            {"words-only", false, Level::Fail, {}}};
        packs.packs.push_back(pack);
        services.onCheck = [this](const Evidence&, const pipeline::CheckRules& given,
                               const std::vector<pipeline::CheckOrder>& ordered) {
            orders = ordered;
            rules = given;
            return answers;
        };
    }

    void useProfile(std::map<std::string, Level> levels)
    {
        profiles::Profile profile;
        profile.id = "xx.paper";
        profile.jurisdiction = "XX";
        profile.levels = std::move(levels);
        profile.rules = {{"a-holds.limit", "3"}, {"other.x", "y"}};
        profiles = profiles::ProfileSet::of({profile});
    }

    std::vector<Finding> run()
    {
        return pipeline::check(evidence, {*Date::parse("2026-11-22"), {}, {"PEM"}}, services, packs, profiles);
    }

    Finding theOne(const std::string& check)
    {
        for (const Finding& finding : run())
            if (finding.check == check)
                return finding;
        ADD_FAILURE() << "no finding of " << check;
        return {};
    }

    static CheckResult failure(std::optional<DocumentIndex> document)
    {
        CheckResult result;
        result.check = "a-holds";
        result.document = document;
        result.outcome = Outcome::Failed;
        result.reason = "a-differs";
        result.citations.push_back({DocumentIndex{0}, {0}, {0}, {}, "document.number", "A1"});
        return result;
    }

    tests::FakeServices services;
    packs::PackList packs;
    profiles::ProfileSet profiles;
    Evidence evidence;
    std::vector<CheckResult> answers;
    std::vector<pipeline::CheckOrder> orders;
    pipeline::CheckRules rules;
};

} // namespace

TEST_F(CheckStage, AsksOfADocumentThatNoProfileFitsWhatIsForAnyDocument)
{
    packs.packs[0].checks.push_back("any-holds");
    packs.packs[0].declarations.push_back({"any-holds", false, Level::Warn, {}, true});
    evidence.documents = {paper("", Certainty::Accepted)};
    useProfile({});
    run();
    ASSERT_EQ(orders.size(), 2u);
    EXPECT_EQ(orders[0].check, "case-holds");
    EXPECT_EQ(orders[1].check, "any-holds");
    EXPECT_EQ(orders[1].document, DocumentIndex{0});
}

TEST_F(CheckStage, AsksDocumentChecksOfRecognisedDocumentsAndCaseChecksOnce)
{
    useProfile({});
    evidence.documents = {paper("xx.paper", Certainty::Accepted), paper("", Certainty::Accepted)};
    run();
    ASSERT_EQ(orders.size(), 2u);
    EXPECT_EQ(orders[0].check, "a-holds");
    EXPECT_EQ(orders[0].document, DocumentIndex{0});
    EXPECT_EQ(orders[1].check, "case-holds");
    EXPECT_FALSE(orders[1].document);
}

TEST_F(CheckStage, HandsTheProfilesParametersAndThePolicyToTheChecks)
{
    useProfile({});
    evidence.documents = {paper("xx.paper", Certainty::Accepted)};
    run();
    EXPECT_EQ(rules.documents.at(0).at("a-holds.limit"), "3");
    EXPECT_EQ(rules.ofCase.at("as-of"), "2026-11-22");
    EXPECT_EQ(rules.ofCase.at("trust.root.0"), "PEM");
}

TEST_F(CheckStage, TakesTheLevelFromTheProfileElseFromTheDeclaration)
{
    evidence.documents = {paper("xx.paper", Certainty::Accepted)};
    answers = {failure(DocumentIndex{0})};
    useProfile({});
    EXPECT_EQ(theOne("a-holds").severity, Severity::Adverse);
    useProfile({{"a-holds", Level::Inform}});
    EXPECT_EQ(theOne("a-holds").severity, Severity::Note);
}

TEST_F(CheckStage, NeverGoesAboveTheGravityThatTheCheckAllows)
{
    useProfile({{"a-holds", Level::Fail}});
    evidence.documents = {paper("xx.paper", Certainty::Accepted)};
    answers = {failure(DocumentIndex{0})};
    answers[0].atMost = Level::Warn;
    EXPECT_EQ(theOne("a-holds").severity, Severity::Caution);
}

TEST_F(CheckStage, AFailureOnAnUncertainReadingIsIndeterminateWhateverThePluginSays)
{
    useProfile({});
    answers = {failure(DocumentIndex{0})};
    for (const Certainty certainty : {Certainty::Uncertain, Certainty::Unreadable}) {
        evidence.documents = {paper("xx.paper", certainty)};
        const Finding finding = theOne("a-holds");
        EXPECT_EQ(finding.outcome, Outcome::Indeterminate);
        EXPECT_EQ(finding.reason, "field-uncertain");
        EXPECT_EQ(finding.values.at("would-be"), "a-differs");
        EXPECT_EQ(finding.severity, Severity::Caution);
    }
}

TEST_F(CheckStage, LeavesOutChecksThatTheProfileIgnores)
{
    useProfile({{"a-holds", Level::Ignore}});
    evidence.documents = {paper("xx.paper", Certainty::Accepted)};
    run();
    ASSERT_EQ(orders.size(), 1u);
    EXPECT_EQ(orders[0].check, "case-holds");
}

TEST_F(CheckStage, RecordsTheParametersAndTheSourceWithTheFinding)
{
    useProfile({});
    evidence.documents = {paper("xx.paper", Certainty::Accepted)};
    answers = {failure(DocumentIndex{0})};
    const Finding finding = theOne("a-holds");
    EXPECT_EQ(finding.parameters, "a-holds.limit=3");
    EXPECT_EQ(finding.source, "Act 1");
    EXPECT_FALSE(finding.id.empty());
}

TEST_F(CheckStage, SaysOfEachDocumentWhetherItWasRecognised)
{
    useProfile({});
    evidence.documents = {paper("xx.paper", Certainty::Accepted), paper("", Certainty::Accepted)};
    const auto findings = pipeline::documentRecognised(evidence);
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].outcome, Outcome::Passed);
    EXPECT_EQ(findings[1].reason, "no-profile-fits");
    EXPECT_EQ(findings[1].severity, Severity::Caution);
}

TEST_F(CheckStage, DoesNotSayOfAFileThatWasNotReadThatNoDesignFits)
{
    useProfile({});
    evidence.documents = {paper("", Certainty::Accepted)};
    auto findings = pipeline::documentRecognised(evidence);
    std::vector<File> files(1);
    files[0].pages.emplace_back();
    pipeline::leaveUnreadUnjudged(findings, files);
    EXPECT_EQ(findings[0].reason, "no-profile-fits");
    files[0].pages.clear();
    pipeline::leaveUnreadUnjudged(findings, files);
    EXPECT_EQ(findings[0].outcome, Outcome::NotApplicable);
    EXPECT_EQ(findings[0].reason, "not-read");
    EXPECT_EQ(findings[0].severity, Severity::None);
}

TEST(DidNotFinish, NamesTheReasonByTheKindOfTrouble)
{
    const auto reason = [](ErrorKind kind) { return pipeline::didNotFinish({2}, {}, {kind, "x", "y"}).reason; };
    EXPECT_EQ(reason(ErrorKind::Crashed), "reader-crashed");
    EXPECT_EQ(reason(ErrorKind::TimedOut), "timed-out");
    EXPECT_EQ(reason(ErrorKind::OutOfMemory), "out-of-memory");
    EXPECT_EQ(reason(ErrorKind::Unreadable), "malformed");
    EXPECT_EQ(pipeline::didNotFinish({2}, {}, {}).severity, Severity::Caution);
}

TEST(DidNotFinish, NamesTheFileOnce)
{
    const auto what = [](const std::string& message) {
        return pipeline::didNotFinish({2}, {}, {ErrorKind::Malformed, message, "y"}, "dir/a.pdf").values.at("what");
    };
    EXPECT_EQ(what("it is torn"), "dir/a.pdf: it is torn");
    EXPECT_EQ(what("dir/a.pdf: it is torn"), "dir/a.pdf: it is torn");
}
