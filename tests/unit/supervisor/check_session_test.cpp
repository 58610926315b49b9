#include "support/workers.hpp"

#include <gmock/gmock.h>

using namespace vidimus;
using namespace vidimus::tests;
using namespace vidimus::supervisor;

namespace {

Field field(std::string id, std::string value)
{
    Field field;
    field.id = std::move(id);
    field.text = field.value = std::move(value);
    field.certainty = Certainty::Accepted;
    field.region = {{1}, {2}, {3}, {4}};
    field.page = {5};
    return field;
}

Evidence twoDocuments()
{
    Evidence evidence;
    for (const char* serial : {"1234", "9999"}) {
        Document& document = evidence.documents.emplace_back();
        document.classification = Classification{"xx.test", 1, "XX"};
        document.fields = {field("holder", "CHAN, Tai Man"), field("serial", serial), field("serial-barcode", "1234")};
    }
    return evidence;
}

} // namespace

TEST(CheckSession, AsksAValidator)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto checks = supervisor->beginChecks(someDay());
    ASSERT_TRUE(checks.ok());
    EXPECT_EQ((*checks)->validate("test.even", "12")->verdict, Validation::Verdict::Holds);
    const auto odd = (*checks)->validate("test.even", "13");
    EXPECT_EQ(odd->verdict, Validation::Verdict::CheckDigitWrong);
    EXPECT_EQ(odd->expected, "2");
    EXPECT_EQ((*checks)->validate("test.nobody", "1").error().kind, ErrorKind::Unsupported);
}

TEST(CheckSession, LetsAFieldReaderReadLines)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto checks = supervisor->beginChecks(someDay());
    Line line;
    line.text = "serial: 42";
    const auto fields = (*checks)->readFields("test.labelled", {Line{}, line}, {}, {});
    ASSERT_TRUE(fields.ok()) << fields.error().message;
    ASSERT_EQ(fields->size(), 1u);
    EXPECT_EQ((*fields)[0].value, "42");
    EXPECT_EQ((*fields)[0].line, 1u);
}

TEST(CheckSession, AsksChecksOfDocumentsAndOfTheCase)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto checks = supervisor->beginChecks(someDay());
    const wire::Rules rules{{}, {{{"serials-agree.strictness", "high"}}, {}}};
    const auto answers = (*checks)->run(twoDocuments(), rules,
        {{"", "serials-agree", DocumentIndex{0}}, {"test.honest", "serials-agree", DocumentIndex{1}},
            {"", "same-holder", {}}, {"", "no-such-check", {}}});
    ASSERT_TRUE(answers.ok()) << answers.error().message;
    ASSERT_EQ(answers->size(), 4u);

    EXPECT_EQ((*answers)[0].results.at(0).outcome, Outcome::Passed);
    EXPECT_EQ((*answers)[0].results.at(0).values.at("strictness"), "high");
    EXPECT_EQ((*answers)[1].results.at(0).outcome, Outcome::Failed);
    EXPECT_EQ((*answers)[1].results.at(0).reason, "serial-mismatch");
    EXPECT_EQ((*answers)[1].results.at(0).values.at("strictness"), "none");
    const Citation& citation = (*answers)[1].results.at(0).citations.at(0);
    EXPECT_EQ(citation.document, DocumentIndex{1});
    EXPECT_EQ(citation.field, "serial");
    EXPECT_EQ(citation.page, PageIndex{5});
    EXPECT_EQ(citation.region, (Region{{1}, {2}, {3}, {4}}));

    EXPECT_EQ((*answers)[2].results.at(0).values.at("relation"), "identical");
    EXPECT_EQ((*answers)[2].dependencies.of.at("service:names"), "test-tables-1");
    EXPECT_EQ((*answers)[2].request.pack, "test.honest");
    ASSERT_TRUE((*answers)[3].failure.has_value());
    EXPECT_EQ((*answers)[3].failure->kind, ErrorKind::Unsupported);
}

TEST(CheckSession, ListsWhatThePacksOffer)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const Offers offers = supervisor->offers();
    ASSERT_EQ(offers.checks.size(), 2u);
    EXPECT_EQ(offers.checks[0].id, "serials-agree");
    EXPECT_FALSE(offers.checks[0].ofCase);
    EXPECT_TRUE(offers.checks[1].ofCase);
    EXPECT_EQ(offers.readers.at(0).id, "test.text");
    EXPECT_EQ(offers.validators.at(0).id, "test.even");
}

TEST(CheckSession, NamesTheBarriersThatHold)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto barriers = supervisor->confinement();
    EXPECT_THAT(barriers, testing::IsSupersetOf({"rlimits", "no-new-privs", "seccomp"}));
}
