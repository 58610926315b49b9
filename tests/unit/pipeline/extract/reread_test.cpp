#include "extraction.hpp"

namespace vidimus::tests {

TEST_F(Extraction, ReadsAnUncertainFieldAgainAndAcceptsAgreement)
{
    const auto document = extract({printed("姓名：陈大文", 20, 40, 0.4)});
    const Field* name = document.field("holder.name.han");
    ASSERT_NE(name, nullptr);
    EXPECT_EQ(name->certainty, Certainty::Accepted);
    EXPECT_GE(name->readings, 2);
    EXPECT_GT(rereads, 0);
}

TEST_F(Extraction, LeavesDisagreementUncertainWithTheOtherReadings)
{
    int count = 0;
    again = [&](const PassRequest&, const std::string&) {
        return std::string(++count % 2 ? "1985年6月8日" : "1935年6月3日");
    };
    const auto document = extract({printed("出生日期：1985年6月3日", 20, 40, 0.9)});
    const Field* born = document.field("holder.birth-date");
    ASSERT_NE(born, nullptr);
    EXPECT_EQ(born->certainty, Certainty::Uncertain);
    EXPECT_FALSE(born->alternatives.empty());
}

TEST_F(Extraction, NeverRepairsANumberToMakeItsCheckDigitHold)
{
    profile.fields[3].validator = "zz.check";
    services.validators["zz.check"] = [](const std::string& number) {
        return Validation{
            "zz.check", number == "1234567" ? Validation::Verdict::Holds : Validation::Verdict::CheckDigitWrong, "7"};
    };
    const auto document = extract({printed("编码：1234568", 20, 40)});
    const Field* number = document.field("document.number");
    ASSERT_NE(number, nullptr);
    EXPECT_EQ(number->value, "1234568");
    EXPECT_EQ(number->certainty, Certainty::Accepted); // read alike by every means
    EXPECT_GE(rereads, 3);
    ASSERT_EQ(number->validations.size(), 1u);
    EXPECT_EQ(number->validations[0].verdict, Validation::Verdict::CheckDigitWrong);
}

TEST_F(Extraction, DoubtsAFieldWhoseValidatorCouldNotBeAsked)
{
    profile.fields[3].validator = "zz.check";
    Line line = printed("编码：1234568", 20, 40, 1);
    line.origin = Origin::PdfText; // otherwise beyond doubt
    services.validators["zz.check"] = [](const std::string&) { return Validation{"zz.check", {}, "8"}; };
    EXPECT_EQ(extract({line}).field("document.number")->certainty, Certainty::Accepted);
    for (const ErrorKind trouble : {ErrorKind::Crashed, ErrorKind::TimedOut, ErrorKind::NotFound}) {
        services.validators["zz.check"] = [&](const std::string&) {
            return Result<Validation>(Error{trouble, "no verdict", "zz"});
        };
        const auto document = extract({line});
        const Field* number = document.field("document.number");
        ASSERT_NE(number, nullptr);
        EXPECT_EQ(number->value, "1234568");
        EXPECT_EQ(number->certainty, Certainty::Uncertain);
        ASSERT_EQ(number->validations.size(), 1u);
        EXPECT_EQ(number->validations[0].verdict, Validation::Verdict::NoVerdict);
        EXPECT_EQ(number->validations[0].validator, "zz.check");
    }
}

TEST_F(Extraction, TakesNoFormForACheckDigit)
{
    profile.fields[3].validator = "zz.form";
    for (const char* digit : {"7", ""}) {
        services.validators["zz.form"] = [&](const std::string&) {
            return Validation{"zz.form", Validation::Verdict::Holds, digit};
        };
        extract({printed("编码：1234567", 20, 40)});
        EXPECT_EQ(rereads > 0, *digit == 0) << "a check digit that holds is a witness, a right form is none";
    }
}

TEST_F(Extraction, PrefersAReadingWhoseCheckDigitHolds)
{
    profile.fields[3].validator = "zz.check";
    services.validators["zz.check"] = [](const std::string& number) {
        return Validation{
            "zz.check", number == "1234567" ? Validation::Verdict::Holds : Validation::Verdict::CheckDigitWrong, "7"};
    };
    again = [](const PassRequest&, const std::string&) { return std::string("1234567"); };
    const auto document = extract({printed("编码：1234561", 20, 40)});
    EXPECT_EQ(value(document, "document.number"), "1234567");
    EXPECT_THAT(document.field("document.number")->alternatives, testing::SizeIs(1));
}

TEST_F(Extraction, BelievesTheTextOfAPdf)
{
    Line line = printed("姓名：陈大文", 20, 40, 1);
    line.origin = Origin::PdfText;
    const auto document = extract({line});
    const Field* name = document.field("holder.name.han");
    ASSERT_NE(name, nullptr);
    EXPECT_EQ(name->certainty, Certainty::Accepted);
    EXPECT_EQ(name->confidence, 1);
    EXPECT_EQ(rereads, 0);
}

TEST_F(Extraction, ReadsThePlaceBesideALabelThatHasNoText)
{
    FakeFile file({printed("性别", 20, 40)});
    file.again = [](const PassRequest&, const std::string&) { return std::string("女"); };
    const auto document = extract(file);
    EXPECT_EQ(value(document, "holder.sex"), "absent"); // nothing printed there at all
}

TEST_F(Extraction, AcceptsNothingFromAPlaceThatIsAGuess)
{
    FakeFile file({printed("出生日期", 20, 40)});
    file.inGaps = "1992-02-"; // cut where the place ends, for every engine alike
    const auto document = extract(file);
    const Field* birth = document.field("holder.birth-date");
    ASSERT_NE(birth, nullptr);
    EXPECT_EQ(birth->certainty, Certainty::Uncertain);
}

TEST_F(Extraction, ReadsAHanWordAgainWithoutLatinLetters)
{
    std::vector<std::string> languages;
    again = [&](const PassRequest& request, const std::string&) {
        languages.push_back(request.languages);
        return std::string("x");
    };
    extract({printed("性别", 20, 40), printed("女", 20, 47)});
    ASSERT_GE(languages.size(), 2u);
    EXPECT_EQ(languages[0], "chi_sim");
    EXPECT_EQ(languages[1], "chi_sim+eng") << "two readings must not share one blindness";
    languages.clear();
    extract({printed("性别", 20, 40), printed("女 F", 20, 47)});
    ASSERT_FALSE(languages.empty());
    EXPECT_EQ(languages.front(), "chi_sim+eng");
}

TEST_F(Extraction, ReadsAShortValueWithItsLabelWhereTheyAreOneLine)
{
    std::vector<Region> places;
    again = [&](const PassRequest& request, const std::string& text) {
        places.push_back(request.region);
        return text;
    };
    extract({printed("性别", 20, 40), printed("女", 40, 40.5)});
    ASSERT_FALSE(places.empty());
    EXPECT_LT(places.front().x.value, 21);
    places.clear();
    extract({printed("性别", 20, 40), printed("女", 40, 41.6)}); // beside the middle of a label in two lines
    ASSERT_FALSE(places.empty());
    EXPECT_GT(places.front().x.value, 30);
}

TEST_F(Extraction, TakesNoEndOfTheLabelForTheValue)
{
    profile.fields = {spec("title.specialty", FieldKind::Text, {"Specialty"})};
    std::string before = "ty ";
    again = [&](const PassRequest&, const std::string& truth) { return before + truth; };
    EXPECT_EQ(value(extract({printed("Specialty Cardiology", 20, 40)}), "title.specialty"), "Cardiology");
    before = "of ";
    EXPECT_EQ(value(extract({printed("Specialty Cardiology", 20, 40)}), "title.specialty"), "of Cardiology")
        << "no end of the label";
}

TEST_F(Extraction, PlacesTheValueNotTheLine)
{
    const auto document = extract({printed("姓名：陈大文", 20, 40)});
    const Field* name = document.field("holder.name.han");
    ASSERT_NE(name, nullptr);
    EXPECT_NEAR(name->region.x.value, 32, 0.5);
    EXPECT_NEAR(name->region.width.value, 12, 0.5);
}

TEST_F(Extraction, AddsTheZoneBesideThePrint)
{
    Mrz zone;
    zone.format = "TD3";
    zone.lines = {"P<GBRSMITH<<JANE<ANN<<<<<<<<<<<<<<<<<<<<<<<<", "1234567897GBR7506305F2812313<<<<<<<<<<<<<<<8"};
    zone.quad = quadOf({{10}, {200}, {100}, {10}});
    zone.confidence = 0.9;
    zones = {zone};
    const auto document = extract({printed("编码：123456789", 20, 40)});
    EXPECT_EQ(value(document, "document.number"), "123456789");
    EXPECT_EQ(document.field("document.number")->origin, Origin::Ocr);
    EXPECT_EQ(value(document, "holder.birth-date"), "1975-06-30");
    EXPECT_EQ(document.field("holder.birth-date")->origin, Origin::Mrz);
    EXPECT_EQ(value(document, "holder.name.latin"), "SMITH, JANE ANN");
}

TEST_F(Extraction, NoticesInkLeftOutBeforeAName)
{
    Line line = printed("姓名", 20, 40);
    Line name = printed("誉浩", 40, 40);
    name.region = {name.region.x - name.region.height * 1.1, name.region.y,
        name.region.width + name.region.height * 1.1, name.region.height};
    const auto document = extract({line, name});
    ASSERT_NE(document.field("holder.name.han"), nullptr);
    EXPECT_NE(document.field("holder.name.han")->certainty, Certainty::Accepted);
}

TEST_F(Extraction, DoubtsANameOfTwoCharactersOnTheRoomOfThree)
{
    // The engines know 方 and 琪; what stands between them they leave out of the line.
    Line line = printed("方琪", 40, 40);
    line.words = {{"方", {{40}, {40}, {4}, {4}}, 1}, {"琪", {{48}, {40}, {4}, {4}}, 1}};
    line.region = {{40}, {40}, {12}, {4}};
    again = [](const PassRequest&, const std::string&) { return std::string("方琪"); };
    FakeFile apart({printed("姓名", 20, 40), line}), hidden({printed("姓名", 20, 40), line});
    apart.again = hidden.again = again;
    hidden.inGaps = "胡";
    const auto known = extract(apart), doubtful = extract(hidden);
    EXPECT_EQ(value(known, "holder.name.han"), "方琪");
    EXPECT_EQ(known.field("holder.name.han")->certainty, Certainty::Accepted) << "nothing stands between them";
    EXPECT_EQ(value(doubtful, "holder.name.han"), "方琪");
    EXPECT_EQ(doubtful.field("holder.name.han")->certainty, Certainty::Uncertain);
}

} // namespace vidimus::tests
