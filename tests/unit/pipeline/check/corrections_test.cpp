#include "pipeline/check/check.hpp"
#include "support/fake_services.hpp"

#include <gtest/gtest.h>

using namespace vidimus;

namespace {

struct Corrections : testing::Test {
    Corrections()
    {
        profiles::Profile profile;
        profile.id = "xx.paper";
        profiles::FieldSpec number;
        number.id = "document.number";
        number.kind = profiles::FieldKind::Number;
        number.pattern = "[A-Z]\\d";
        number.validator = "xx.mod";
        profile.fields.push_back(number);
        profiles = profiles::ProfileSet::of({profile});
        services.onValidate = [](const std::string& validator, const std::string& value) -> Result<Validation> {
            return Validation{
                validator, value == "A1" ? Validation::Verdict::Holds : Validation::Verdict::CheckDigitWrong, "1"};
        };
        Document document;
        document.parts.push_back({FileIndex{3}, PageIndex{1}, 0, {}, {}});
        document.classification = Classification{"xx.paper", 1, "XX"};
        Field read;
        read.id = "document.number";
        read.text = read.value = "A7";
        read.region = {{1}, {2}, {3}, {4}};
        read.certainty = Certainty::Uncertain;
        document.fields.push_back(read);
        evidence.documents.push_back(document);
    }

    Evidence with(std::vector<Correction> corrections)
    {
        return pipeline::withCorrections(evidence, corrections, services, profiles);
    }
    static Correction to(std::string value)
    {
        Correction correction;
        correction.field = "document.number";
        correction.value = std::move(value);
        return correction;
    }

    tests::FakeServices services;
    profiles::ProfileSet profiles;
    Evidence evidence;
};

} // namespace

TEST_F(Corrections, StandBeforeWhatWasReadAndNeverOverIt)
{
    const auto corrected = with({to("A1")});
    const auto& fields = corrected.documents[0].fields;
    ASSERT_EQ(fields.size(), 2u);
    EXPECT_EQ(fields[0].value, "A1");
    EXPECT_EQ(fields[0].origin, Origin::Correction);
    EXPECT_EQ(fields[0].certainty, Certainty::Accepted);
    EXPECT_EQ(fields[0].region, fields[1].region);
    EXPECT_EQ(fields[1].value, "A7");
    EXPECT_EQ(fields[1].certainty, Certainty::Uncertain);
}

TEST_F(Corrections, AreHeldAgainstFormAndCheckDigitLikeAnyReading)
{
    const Document document = with({to("A2")}).documents[0];
    const auto& validations = document.fields[0].validations;
    ASSERT_EQ(validations.size(), 2u);
    EXPECT_EQ(validations[0].verdict, Validation::Verdict::Holds);
    EXPECT_EQ(validations[1].verdict, Validation::Verdict::CheckDigitWrong);
    EXPECT_EQ(with({to("12")}).documents[0].fields[0].validations[0].verdict, Validation::Verdict::FormatWrong);
}

TEST_F(Corrections, SayWhereTheValidatorDidNotAnswer)
{
    services.onValidate = [](const std::string&, const std::string&) {
        return Result<Validation>(Error{ErrorKind::Crashed, "no verdict", "xx"});
    };
    const auto validations = with({to("A1")}).documents[0].fields[0].validations;
    ASSERT_EQ(validations.size(), 2u);
    EXPECT_EQ(validations[1].verdict, Validation::Verdict::NoVerdict);
}

TEST_F(Corrections, TheLastOneCountsAndAnEmptyOneTakesItBack)
{
    EXPECT_EQ(with({to("A2"), to("A1")}).documents[0].fields.size(), 2u);
    EXPECT_EQ(with({to("A2"), to("A1")}).documents[0].fields[0].value, "A1");
    EXPECT_EQ(with({to("A2"), to("")}).documents[0].fields.size(), 1u);
}

TEST_F(Corrections, OfADocumentThatIsNotThereChangeNothing)
{
    Correction stray = to("A1");
    stray.document = {9};
    EXPECT_EQ(with({stray}).documents[0].fields.size(), 1u);
}
