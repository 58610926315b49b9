#include "pipeline/extract/decide.hpp"

#include <gtest/gtest.h>

using namespace vidimus;
using namespace vidimus::pipeline;

namespace {

const Judge noJudge = [](const std::string&) { return std::optional<bool>(); };
/// Holds where the value ends in 0.
const Judge endsInZero = [](const std::string& value) { return std::optional(value.back() == '0'); };

FieldReading read(std::string value, double confidence = 0.9, bool assumed = false)
{
    FieldReading reading;
    reading.text = value;
    reading.value = std::move(value);
    reading.fits = true;
    reading.assumed = assumed;
    reading.confidence = confidence;
    return reading;
}

Field decide(const Judge& judge, std::vector<FieldReading> readings)
{
    Ballot ballot(judge);
    for (FieldReading& reading : readings)
        ballot.add(std::move(reading));
    return ballot.decided();
}

} // namespace

TEST(Ballot, AcceptsTwoReadingsThatAgree)
{
    const Field field = decide(noJudge, {read("a"), read("a")});
    EXPECT_EQ(field.certainty, Certainty::Accepted);
    EXPECT_EQ(field.readings, 2);
}

TEST(Ballot, NamesTheEnginesThatWitnessTheValue)
{
    Ballot ballot(noJudge, profiles::FieldKind::Date, {}, true);
    for (const auto& [value, engine] :
        {std::pair("2020-01-01", "b.second"), {"2020-01-01", "a.first"}, {"2020-01-07", "c.third"}}) {
        FieldReading reading = read(value);
        reading.engine = engine;
        ballot.add(std::move(reading));
    }
    const Field field = ballot.decided();
    EXPECT_EQ(field.value, "2020-01-01");
    EXPECT_EQ(field.calibrationGroup, "a.first+b.second/date");
    EXPECT_EQ(field.rawConfidence, field.confidence);
}

TEST(Ballot, CalibratesNoTextOfAPdf)
{
    FieldReading reading = read("a");
    reading.origin = Origin::PdfText;
    const Field field = decide(noJudge, {reading});
    EXPECT_EQ(field.calibrationGroup, "");
    EXPECT_EQ(field.confidence, 1);
}

TEST(Ballot, DoesNotAcceptOneReadingAlone)
{
    EXPECT_EQ(decide(noJudge, {read("a", 0.99)}).certainty, Certainty::Uncertain);
}

TEST(Ballot, AcceptsOneSureReadingWhoseCheckDigitHolds)
{
    EXPECT_EQ(decide(endsInZero, {read("10", 0.9)}).certainty, Certainty::Accepted);
    EXPECT_EQ(decide(endsInZero, {read("10", 0.5)}).certainty, Certainty::Uncertain);
}

TEST(Ballot, DoesNotRelyOnAssumptions)
{
    EXPECT_EQ(decide(noJudge, {read("a", 0.9, true), read("a", 0.9, true)}).certainty, Certainty::Uncertain);
}

TEST(Ballot, PrefersWhatHoldsItsCheckDigit)
{
    const Field field = decide(endsInZero, {read("11"), read("11"), read("10"), read("10")});
    EXPECT_EQ(field.value, "10");
    ASSERT_EQ(field.alternatives.size(), 1u);
    EXPECT_EQ(field.alternatives[0].value, "11");
}

TEST(Ballot, AcceptsABreachOnlyWhenAllSayTheSame)
{
    EXPECT_EQ(decide(endsInZero, {read("11"), read("11"), read("11")}).certainty, Certainty::Accepted);
    EXPECT_EQ(decide(endsInZero, {read("11"), read("11"), read("12")}).certainty, Certainty::Uncertain);
}

TEST(Ballot, DoesNotRepairANumberThatMostReadingsBreak)
{
    // An altered check digit, misread once as the one that holds.
    const Field field = decide(endsInZero, {read("18", 0.95), read("18", 0.95), read("18", 0.95), read("10", 0.81)});
    EXPECT_EQ(field.value, "18");
    EXPECT_EQ(field.certainty, Certainty::Accepted);
    EXPECT_EQ(decide(endsInZero, {read("18"), read("18"), read("10"), read("10")}).certainty, Certainty::Uncertain);
}

TEST(Ballot, DrawsNoConfidenceFromAssumptions)
{
    EXPECT_EQ(decide(endsInZero, {read("10", 0.2), read("10", 0.3, true), read("10", 0.3, true), read("10", 0.3, true)})
                  .certainty,
        Certainty::Uncertain);
}

TEST(Ballot, CallsWhatHasNoNormalFormUnreadable)
{
    FieldReading reading;
    reading.text = "~~";
    const Field field = decide(noJudge, {reading});
    EXPECT_EQ(field.certainty, Certainty::Unreadable);
    EXPECT_EQ(field.text, "~~");
}

TEST(Ballot, DoesNotAcceptANameThatAnotherReadingCompletes)
{
    // Engines leave out a character that they do not know, time and again.
    const Field field = decide(noJudge, {read("高英"), read("高英"), read("高英"), read("高英澄")});
    EXPECT_EQ(field.certainty, Certainty::Uncertain);
    EXPECT_EQ(field.value, "高英澄");
    const Field twice = decide(noJudge, {read("高英"), read("高英"), read("高英"), read("高英澄"), read("高英澄")});
    EXPECT_EQ(twice.certainty, Certainty::Accepted);
    EXPECT_EQ(twice.value, "高英澄");
}

TEST(Ballot, CountsBothScriptsOfOneNameAsOneReading)
{
    const Field field = decide(noJudge, {read("苏媛"), read("蘇媛")});
    EXPECT_EQ(field.certainty, Certainty::Accepted);
}

TEST(Ballot, AcceptsANameOnlyWhereBothHanModelsReadIt)
{
    const auto by = [](const char* languages, const char* value) {
        FieldReading reading = read(value);
        reading.languages = languages;
        return reading;
    };
    const auto decideName = [](std::vector<FieldReading> readings) {
        Ballot ballot(noJudge, profiles::FieldKind::HanName, "chi_sim");
        for (FieldReading& reading : readings)
            ballot.add(std::move(reading));
        return ballot.decided();
    };
    // One model misreads one character alike under any preparation.
    EXPECT_EQ(decideName({by("chi_sim", "温智洗"), by("chi_sim", "温智洗"), by("chi_sim+eng", "温智洗")}).certainty,
        Certainty::Uncertain);
    const Field both = decideName({by("chi_tra", "歐陽鈞正"), by("chi_sim", "欧阳钧正")});
    EXPECT_EQ(both.certainty, Certainty::Accepted);
    EXPECT_EQ(both.value, "欧阳钧正"); // as the model of the design's own script has it
}

TEST(Ballot, TakesNoStrayStrokeForPartOfAName)
{
    const Field field = decide(noJudge, {read("鄭炳銘"), read("鄭炳銘"), read("鄭炳銘一")});
    EXPECT_EQ(field.value, "鄭炳銘");
}

namespace {

constexpr const char* pageEngine = "vidimus.ppocr";
constexpr const char* defaultEngine = "vidimus.tesseract";

FieldReading readBy(const char* engine, const char* languages, std::string value)
{
    FieldReading reading = read(std::move(value));
    reading.engine = engine;
    reading.languages = languages;
    return reading;
}

Field decideOfTwo(profiles::FieldKind kind, const char* ownHan, std::vector<FieldReading> readings)
{
    Ballot ballot(noJudge, kind, ownHan, true);
    for (FieldReading& reading : readings)
        ballot.add(std::move(reading));
    return ballot.decided();
}

} // namespace

TEST(BallotOfTwoEngines, AcceptsWhatBothRead)
{
    const Field field = decideOfTwo(profiles::FieldKind::Number, "chi_sim",
        {readBy(pageEngine, "", "110440304001305"), readBy(defaultEngine, "eng", "110440304001305")});
    EXPECT_EQ(field.certainty, Certainty::Accepted);
}

TEST(BallotOfTwoEngines, OneEngineAgreeingWithItselfIsNoWitness)
{
    // 8 under a seal is read as 3 by one engine at every scale.
    const Field field = decideOfTwo(profiles::FieldKind::Number, "chi_sim",
        {readBy(pageEngine, "", "M12845"), readBy(defaultEngine, "eng", "M12345"),
            readBy(defaultEngine, "eng", "M12345"), readBy(defaultEngine, "eng", "M12345")});
    EXPECT_EQ(field.certainty, Certainty::Uncertain);
    ASSERT_EQ(field.alternatives.size(), 1u);
}

TEST(BallotOfTwoEngines, TheValueIsWrittenAsTheDesignsOwnScriptHasIt)
{
    const auto issuer = [](const char* ownHan) {
        return decideOfTwo(profiles::FieldKind::Text, ownHan,
            {readBy(pageEngine, "", "香港医务委员会"), readBy(defaultEngine, "chi_tra+eng", "香港醫務委員會")});
    };
    EXPECT_EQ(issuer("chi_tra").value, "香港醫務委員會");
    EXPECT_EQ(issuer("chi_tra").text, "香港醫務委員會");
    EXPECT_EQ(issuer("chi_tra").certainty, Certainty::Accepted);
    EXPECT_EQ(issuer("chi_sim").value, "香港医务委员会");
}

TEST(BallotOfTwoEngines, ANameThatTheModelOfItsScriptReadsOtherwiseIsUncertain)
{
    const auto read = [](bool assumed) {
        FieldReading own = readBy(defaultEngine, "chi_tra", "謝寶珊");
        own.assumed = assumed;
        return std::vector<FieldReading>{
            readBy(pageEngine, "", "謝實珊"), std::move(own), readBy(defaultEngine, "chi_sim", "谢实珊")};
    };
    for (const bool assumed : {false, true})
        EXPECT_EQ(decideOfTwo(profiles::FieldKind::HanName, "chi_tra", read(assumed)).certainty, Certainty::Uncertain);
    auto without = read(false);
    without.erase(without.begin() + 1);
    EXPECT_EQ(decideOfTwo(profiles::FieldKind::HanName, "chi_tra", without).certainty, Certainty::Accepted);
}

TEST(BallotOfTwoEngines, WordsWithoutTheirFormAreUncertain)
{
    FieldReading page = readBy(pageEngine, "", "于苏州大学"), own = readBy(defaultEngine, "chi_sim", "于苏州大学");
    const auto decided = [&](profiles::FieldKind kind) {
        return decideOfTwo(kind, "chi_sim", {page, own, page, own}).certainty;
    };
    EXPECT_EQ(decided(profiles::FieldKind::Text), Certainty::Accepted);
    page.fits = own.fits = false;
    EXPECT_EQ(decided(profiles::FieldKind::Text), Certainty::Uncertain);
    EXPECT_EQ(decided(profiles::FieldKind::Number), Certainty::Accepted) << "a breach that was read by all means";
    page.origin = own.origin = Origin::PdfText;
    EXPECT_EQ(decided(profiles::FieldKind::Place), Certainty::Uncertain) << "also where the characters are sure";
}

TEST(BallotOfTwoEngines, BlanksAreAsTheDefaultEngineSeesThem)
{
    const Field field = decideOfTwo(profiles::FieldKind::Text, "chi_tra",
        {readBy(pageEngine, "", "TheMedical Council"), readBy(defaultEngine, "eng", "The Medical Council")});
    EXPECT_EQ(field.value, "The Medical Council");
    EXPECT_EQ(field.certainty, Certainty::Accepted);
}

TEST(BallotOfTwoEngines, ANumberIsNotTheSameWithAnotherCharacter)
{
    EXPECT_EQ(decideOfTwo(profiles::FieldKind::Number, "chi_sim",
                  {readBy(pageEngine, "", "PPB0123"), readBy(defaultEngine, "eng", "PPBO123")})
                  .certainty,
        Certainty::Uncertain);
}

TEST(BallotOfTwoEngines, AFormReadOnceIsNotBelievedWhereBothReadItOtherwise)
{
    // M0579, a digit short, stands in print.
    const auto broken = [](const char* engine, const char* languages) {
        FieldReading reading = readBy(engine, languages, "M0579");
        reading.fits = false;
        return reading;
    };
    const FieldReading madeUp = readBy(pageEngine, "", "M05790");
    const auto number = profiles::FieldKind::Number;
    const Field twice
        = decideOfTwo(number, "chi_tra", {broken(pageEngine, ""), broken(defaultEngine, "eng"), madeUp, madeUp});
    EXPECT_EQ(twice.value, "M05790");
    EXPECT_EQ(twice.certainty, Certainty::Uncertain);
    const Field often = decideOfTwo(
        number, "chi_tra", {broken(pageEngine, ""), broken(defaultEngine, "eng"), madeUp, broken(pageEngine, "")});
    EXPECT_EQ(often.value, "M0579");
    EXPECT_EQ(often.certainty, Certainty::Accepted);
}

TEST(BallotOfTwoEngines, OneEngineIsNoWitnessWhereTheOtherReadNothingEither)
{
    // A date under a seal: one engine makes no date of it, the other misreads it alike at every scale.
    FieldReading nothing = readBy(pageEngine, "", "");
    EXPECT_EQ(decideOfTwo(profiles::FieldKind::Date, "chi_sim",
                  {nothing, readBy(defaultEngine, "eng", "2013-01-01"), readBy(defaultEngine, "eng", "2013-01-01")})
                  .certainty,
        Certainty::Uncertain);
}

TEST(BallotOfTwoEngines, ADateThatTheOtherReadButForACircleHasAWitness)
{
    const auto dated = [](bool guessed) {
        FieldReading circle = readBy(defaultEngine, "chi_sim", "2015-10-05"); // 二O〇一五年十月五日
        circle.assumed = true;
        circle.guessed = guessed;
        const FieldReading clean = readBy(pageEngine, "", "2015-10-05");
        return std::vector<FieldReading>{clean, circle, clean};
    };
    const auto date = profiles::FieldKind::Date;
    EXPECT_EQ(decideOfTwo(date, "chi_sim", dated(false)).certainty, Certainty::Accepted);
    EXPECT_EQ(decideOfTwo(date, "chi_sim", dated(true)).certainty, Certainty::Uncertain);
    EXPECT_EQ(decideOfTwo(profiles::FieldKind::Number, "chi_sim", dated(false)).certainty, Certainty::Uncertain);
    auto half = dated(false);
    half[1].fits = false; // "2015-10-05 2026-03": another date stands behind it
    EXPECT_EQ(decideOfTwo(date, "chi_sim", half).certainty, Certainty::Uncertain);
    auto own = dated(false);
    own[1].engine = pageEngine;
    EXPECT_EQ(decideOfTwo(date, "chi_sim", own).certainty, Certainty::Uncertain) << "the same engine once more";
    auto alone = dated(false);
    alone.resize(2);
    EXPECT_EQ(decideOfTwo(date, "chi_sim", alone).certainty, Certainty::Uncertain) << "read once without assumption";
}

TEST(BallotOfTwoEngines, ANameOfWhichOneEngineCannotTellACharacterComesFirstAndStaysUncertain)
{
    FieldReading part = readBy(pageEngine, "", "颜泳詩");
    part.told = "颜\uFFFC詩";
    const Field field = decideOfTwo(profiles::FieldKind::HanName, "chi_tra",
        {part, readBy(defaultEngine, "chi_tra", "顏詠詩"), readBy(defaultEngine, "chi_sim", "颜访"),
            readBy(defaultEngine, "chi_tra", "顏詠詩")});
    EXPECT_EQ(field.value, "顏詠詩");
    EXPECT_EQ(field.certainty, Certainty::Uncertain);
}
