#include "pipeline/extract/normalise/dates.hpp"
#include "pipeline/extract/normalise/names.hpp"
#include "pipeline/extract/normalise/normalise.hpp"
#include "pipeline/extract/normalise/numbers.hpp"
#include "pipeline/text/fold.hpp"

#include <gtest/gtest.h>

using namespace vidimus;
using namespace vidimus::pipeline;

namespace {

std::string date(std::string_view text)
{
    const auto dates = datesIn(text);
    return dates.empty() ? "none" : dates.front().iso();
}

std::string number(std::string_view text, const std::string& pattern, bool brackets = false)
{
    const auto found = numberIn(text, pattern, brackets);
    return found ? found->value + (found->fits ? "" : " unfit") + (found->assumed ? " assumed" : "") : "none";
}

} // namespace

TEST(Dates, AreReadInEveryPrintedForm)
{
    EXPECT_EQ(date("2021年3月8日"), "2021-03-08");
    EXPECT_EQ(date("2 0 2 1 年 03 月 08 日"), "2021-03-08");
    EXPECT_EQ(date("２０２１年１２月３１日"), "2021-12-31");
    EXPECT_EQ(date("二〇二一年三月八日"), "2021-03-08");
    EXPECT_EQ(date("二零二一年十二月三十一日"), "2021-12-31");
    EXPECT_EQ(date("二O一九年二月廿八日"), "2019-02-28");
    EXPECT_EQ(date("贰零壹玖年壹拾月贰拾日"), "2019-10-20");
    EXPECT_EQ(date("8 March 2021"), "2021-03-08");
    EXPECT_EQ(date("8th day of March, 2021"), "2021-03-08");
    EXPECT_EQ(date("March 8, 2021"), "2021-03-08");
    EXPECT_EQ(date("1 JAN 2024"), "2024-01-01");
    EXPECT_EQ(date("01JAN2024"), "2024-01-01");
    EXPECT_EQ(date("31/12/2024"), "2024-12-31");
    EXPECT_EQ(date("08-03-2021"), "2021-03-08");
    EXPECT_EQ(date("15-09-18"), "2018-09-15");
    EXPECT_EQ(date("2021.03.08"), "2021-03-08");
    EXPECT_EQ(date("20210308"), "2021-03-08");
    EXPECT_EQ(date("8 de março de 2021"), "2021-03-08");
    EXPECT_EQ(date("长期"), "9999-12-31");
}

TEST(Dates, KeepTheirPrecision)
{
    EXPECT_EQ(date("2021年3月"), "2021-03");
    EXPECT_EQ(date("(01-79)"), "1979-01");
    EXPECT_EQ(date("March 2021"), "2021-03");
}

TEST(Dates, ThatCannotBeAreNotCutDownToOnesThatCan)
{
    EXPECT_EQ(date("2021-02-30"), "none");
    EXPECT_EQ(date("31/02/2021"), "none");
    EXPECT_EQ(date("2021年13月8日"), "none");
}

TEST(Dates, AreFoundInOrder)
{
    const auto dates = datesIn("由2024年1月1日至2024年12月31日");
    ASSERT_EQ(dates.size(), 2u);
    EXPECT_EQ(dates[0].iso(), "2024-01-01");
    EXPECT_EQ(dates[1].iso(), "2024-12-31");
}

TEST(Names, LoseBlanksAndTitles)
{
    EXPECT_EQ(hanName("陳 大 文 醫生"), "陳大文");
    EXPECT_EQ(hanName("陈大文 先生"), "陈大文");
    EXPECT_EQ(hanName("阿迪力·買買提"), "阿迪力·買買提");
    EXPECT_EQ(hanName("CHAN Tai Man"), std::nullopt);
    EXPECT_EQ(hanName("司馬 相如 SZE MA Seung Yu"), "司馬相如");
}

TEST(Names, ShowTheSurnameWhereThePrintDoes)
{
    EXPECT_EQ(latinName("CHAN, Tai Man"), "CHAN, Tai Man");
    EXPECT_EQ(latinName("Dr. CHAN Tai Man"), "CHAN, Tai Man");
    EXPECT_EQ(latinName("Tai Man CHAN"), "CHAN, Tai Man");
    EXPECT_EQ(latinName("AU YEUNG Ka-ming"), "AU YEUNG, Ka-ming");
    EXPECT_EQ(latinName("CHAN TAI MAN"), "CHAN TAI MAN");
    EXPECT_EQ(latinName("Chan  Tai   Man"), "Chan Tai Man");
    EXPECT_EQ(latinName("陳大文 CHAN Tai Man"), "CHAN, Tai Man");
    EXPECT_EQ(latinName("CHAN, TAI MAN"), "CHAN, TAI MAN");
}

TEST(Names, EndWhereRunningTextGoesOn)
{
    EXPECT_EQ(latinName("Dr CHAN Tai Man is entitled to practise"), "CHAN, Tai Man");
    EXPECT_EQ(latinName("Maria da SILVA"), "SILVA, Maria da");
}

TEST(Numbers, AreFoundInTheTextAroundThem)
{
    EXPECT_EQ(number("No. M12345 (General)", R"(^M\d{5}$)"), "M12345");
    EXPECT_EQ(number("Ｍ １２３４５", R"(^M\d{5}$)"), "M12345");
    EXPECT_EQ(number("110 4403 0400 1234", R"(^\d{15}$)"), "110440304001234");
    EXPECT_EQ(number("A123456 （3）", R"(^[A-Z]{1,2}\d{6}\([0-9A]\)$)", true), "A123456(3)");
}

TEST(Numbers, TakeALetterForAFigureOnlyWhereTheFormAsksForIt)
{
    EXPECT_EQ(number("M1O345", R"(^M\d{5}$)"), "M10345 assumed");
    EXPECT_EQ(number("A123456(3", R"(^[A-Z]{1,2}\d{6}\([0-9A]\)$)", true), "A123456(3) assumed");
    EXPECT_EQ(number("M1234", R"(^M\d{5}$)"), "M1234 unfit");
    EXPECT_EQ(number("no figures", R"(^M\d{5}$)"), "none");
}

TEST(Numbers, KeepWrongCheckDigits)
{
    EXPECT_EQ(number("A123456(4)", R"(^[A-Z]{1,2}\d{6}\([0-9A]\)$)", true), "A123456(4)");
}

TEST(Amounts, ArePlainDecimals)
{
    EXPECT_EQ(amountIn("HK$ 36,701.00"), "36701.00");
    EXPECT_EQ(commercialCodesIn("7115  1129 2429"), "7115 1129 2429");
}

TEST(Normalise, GivesAKindAsTheContractSpellsIt)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Choice;
    spec.choices = {{"General", "General"}};
    EXPECT_EQ(normalised(spec, "GENERAL")->value, "General");
}

TEST(Normalise, ReadsNoSexFromAFormThatPrintsBoth)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Sex;
    EXPECT_FALSE(normalised(spec, "男 / 女"));
    EXPECT_FALSE(normalised(spec, "M / F"));
    EXPECT_EQ(normalised(spec, "☐男 ☑女")->value, "F");
    EXPECT_EQ(normalised(spec, "女 F")->value, "F");
    EXPECT_EQ(normalised(spec, "Male")->value, "M");
    spec.alphabet = "男女";
    EXPECT_FALSE(normalised(spec, ": F")); // 男, misread
    EXPECT_EQ(normalised(spec, "男")->value, "M");
}

TEST(Dates, WithMisreadCirclesAreAGuess)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Date;
    for (const char* text :
        {"二〇CA八年十一月十二日", "二〇 GOA八年十一月十二日", "二CO八年十一月十二日", "二〇〇GO八年十一月十二日"}) {
        EXPECT_TRUE(datesIn(text).empty()) << text;
        const auto guessed = normalised(spec, text);
        ASSERT_TRUE(guessed) << text;
        EXPECT_EQ(guessed->value, "2008-11-12") << text;
        EXPECT_TRUE(guessed->assumed) << text;
    }
    // A misread Han numeral may be any; and nothing tells how many circles these were.
    for (const char* text : {"一九苑无年十月二日", "二C一A一年十一月十二日", "二〇—八年十月二日", "一九九—年十月二日"})
        EXPECT_TRUE(datesWithCirclesIn(text).empty()) << text;
}

TEST(Dates, OfAPeriodAreNotTakenForOneAnother)
{
    profiles::FieldSpec from, until;
    from.kind = until.kind = profiles::FieldKind::Date;
    until.last = true;
    const auto value = [](const profiles::FieldSpec& spec, const char* text) {
        const auto found = normalised(spec, text);
        return found ? found->value : "none";
    };
    const char* period = "8th February 2026 to 31st December 2026";
    EXPECT_EQ(value(from, period), "2026-02-08");
    EXPECT_EQ(value(until, period), "2026-12-31");
    EXPECT_EQ(value(from, "Bth Febuary to 31st December 2026"), "none") << "its beginning was misread";
    EXPECT_EQ(value(until, "8th February 2026 until 3lst Dec"), "none");
    EXPECT_EQ(value(from, "2026年2月8日起至2026年12月31日止"), "2026-02-08");
    EXPECT_EQ(value(until, "2026年2月8日起至2026年12月31日止"), "2026-12-31");
    EXPECT_EQ(value(until, "2026年12月31日"), "2026-12-31");
    EXPECT_EQ(value(until, "2026年1月1日至 :"), "none") << "its end was not read";
    EXPECT_EQ(value(until, "2026年1月1日至O二六年十二月三十一日"), "none");
    EXPECT_NE(value(until, "01-01-2026 – 3I-12-2026"), "2026-01-01");
    EXPECT_EQ(value(until, "01-01-2026 - 31-12-2026"), "2026-12-31");
    EXPECT_EQ(value(from, "(05 - 08)"), "2008-05") << "a dash within a date";
    until.pattern = R"(\d{4}-\d{2}-\d{2})";
    EXPECT_NE(value(until, "1 January 2026 to Bl December 2026"), "2026-01-01");
}

TEST(Text, OfASentenceEndsAtItsComma)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Text;
    spec.labels = {"执业地点", "执业范围"};
    EXPECT_EQ(normalised(spec, "为口腔专业，执")->value, "口腔专业");
    EXPECT_FALSE(normalised(spec, "点为陕西省，主要")->assumed);
    EXPECT_EQ(normalised(spec, "点为陕西省，主要")->value, "陕西省");
    EXPECT_TRUE(normalised(spec, "围为妇产科专")->assumed) << "it goes on in the next line";
    EXPECT_EQ(normalised(spec, "东为医院")->value, "东为医院");
}

TEST(Text, IsNoSentenceOfTheForm)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Text;
    spec.lang = "zh-Hans";
    EXPECT_FALSE(normalised(spec, "根据《中华人民共和国执业医师法》，特发此证。"));
    EXPECT_EQ(normalised(spec, "国家卫生健康委员会。")->value, "国家卫生健康委员会");
}

TEST(Numbers, LoseTheEndOfTheirLabel)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Number;
    spec.labels = {"Registration No."};
    EXPECT_EQ(normalised(spec, "0. M05790, is entitled")->value, "M05790");
    EXPECT_EQ(normalised(spec, "o. M05790")->value, "M05790");
    EXPECT_EQ(normalised(spec, "0.5790")->value, normalised(spec, "5790")->value);
    spec.labels = {"编码"};
    EXPECT_NE(normalised(spec, "0. M05790")->value, "M05790");
}

TEST(Text, LosesTheWordsThatAskForASeal)
{
    profiles::FieldSpec spec;
    EXPECT_EQ(normalised(spec, "（盖章）深圳市卫生健康委员会")->value, "深圳市卫生健康委员会");
    EXPECT_EQ(normalised(spec, "深圳市卫生健康委员会（公章）")->value, "深圳市卫生健康委员会");
}

TEST(Choices, KeepTheirBlanksWhereTheReaderLostThem)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Choice;
    spec.lang = "en";
    spec.choices = {{"Pharmacy and Poisons Board of Hong Kong", "Pharmacy and Poisons Board of Hong Kong"}};
    EXPECT_EQ(
        normalised(spec, "Pharmacy and Poisons Board ofHong Kong")->value, "Pharmacy and Poisons Board of Hong Kong");
    EXPECT_EQ(
        normalised(spec, "PHARMACY AND POISONS BOARD OF HONG KONG")->value, "PHARMACY AND POISONS BOARD OF HONG KONG");
}

TEST(Names, ArePutTogetherFromNoSentence)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::LatinName;
    EXPECT_TRUE(normalised(spec, "under Part Il of the Pharmacy and Poisons Ordinance")->assumed);
    EXPECT_FALSE(normalised(spec, "HON, Cheong Hiu")->assumed);
    EXPECT_FALSE(normalised(spec, "Maria dos de Sousa")->assumed);
    EXPECT_TRUE(normalised(spec, "CHAK CHUN wN RODERICK, is entitled")->assumed)
        << "breaks off in print that was misread";
    EXPECT_TRUE(normalised(spec, "SILVA, Joao da cN ROSA")->assumed);
    EXPECT_FALSE(normalised(spec, "CHAK, Chun Yin is entitled")->assumed);
    EXPECT_FALSE(normalised(spec, "CHAN Tai Man registered under")->assumed);
    EXPECT_TRUE(isOfSentence("上述註"));
    EXPECT_FALSE(isOfSentence("王有权"));
    EXPECT_EQ(normalised(spec, "HON, Cheong Hiu")->value, "HON, Cheong Hiu");
}

TEST(Names, LoseTheEndOfTheirLabel)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::HanName;
    spec.labels = {"姓名", "Name"};
    EXPECT_EQ(normalised(spec, "名翁婧怡")->value, "翁婧怡");
    EXPECT_EQ(normalised(spec, "翁婧名")->value, "翁婧名");
    spec.labels = {"持证人"};
    EXPECT_EQ(normalised(spec, "名翁婧怡")->value, "名翁婧怡");
}

TEST(Dates, AreNotMadeOfHalfAYear)
{
    EXPECT_TRUE(datesIn("08-03-19 45").empty());
    EXPECT_TRUE(datesIn("12-03-195 8").empty());
    EXPECT_EQ(datesIn("08-03-19").at(0).iso(), "2019-03-08");
    EXPECT_EQ(datesIn("2025-12-05 10:30").at(0).iso(), "2025-12-05");
    EXPECT_EQ(datesIn("2024年11月4日 2份").at(0).iso(), "2024-11-04");
}

TEST(Names, KeepTheCharactersThatAlsoStandInTitles)
{
    EXPECT_EQ(hanName("陈丽君"), "陈丽君");
    EXPECT_EQ(hanName("陈丽君女士"), "陈丽君");
}

TEST(Text, ReadsRadicalsAsTheIdeographsThatTheyShow)
{
    EXPECT_EQ(unifiedHan(U'⼤'), U'大');
    EXPECT_EQ(unifiedHan(U'大'), U'大');
    EXPECT_EQ(unifiedHan(U'A'), U'A');
}

TEST(Normalise, TakesNoWordForANumber)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Number;
    spec.pattern = "^[A-Z0-9]{5,9}$";
    EXPECT_FALSE(normalised(spec, "PASSEPORT"));
    EXPECT_EQ(normalised(spec, "P1234567")->value, "P1234567");
}

TEST(Normalise, BelievesNoNumberThatOnlyStandsBesideTheLabel)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Number;
    spec.pattern = "^M\\d{5}$";
    EXPECT_TRUE(normalised(spec, "i Ordinance, Cap. 161.")->assumed);
    EXPECT_TRUE(normalised(spec, "ORDINANCE (CHAPTER 161)")->assumed);
    const auto oneShort = normalised(spec, "M1234");
    ASSERT_TRUE(oneShort);
    EXPECT_FALSE(oneShort->fits);
    EXPECT_FALSE(oneShort->assumed); // a number in a wrong form is what the check is there for
}

TEST(Normalise, LeavesNoReadersBlanksBesideHan)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Place;
    EXPECT_EQ(normalised(spec, "罗湖区黄贝路 2016 号怡景花园 7 栋 402")->value, "罗湖区黄贝路2016号怡景花园7栋402");
    EXPECT_EQ(normalised(spec, "香港 Hong Kong")->value, "香港 Hong Kong");
    EXPECT_EQ(normalised(spec, "2/F, 118 Queen's Road East")->value, "2/F, 118 Queen's Road East");
    spec.lang = "zh-Hans";
    EXPECT_EQ(normalised(spec, "新港西路 88 号 Tower B 座")->value, "新港西路88号Tower B座");
}

TEST(Normalise, LeavesTheSentencesBracketBehindANumbersOwn)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::IdentityNumber;
    EXPECT_EQ(normalised(spec, "5219494(0))")->value, "5219494(0)");
    EXPECT_EQ(normalised(spec, "D913580(5)), 经审核")->value, "D913580(5)");
}

TEST(Normalise, AChoiceOfWhichACharacterWasLeftOutIsNoReadingOfIt)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Choice;
    spec.lang = "zh-Hant";
    spec.choices = {{"心臟科", "心臟科"}, {"眼科", "眼科"}, {"內科", "內科"}};
    const auto incomplete = normalised(spec, "心科");
    ASSERT_TRUE(incomplete);
    EXPECT_EQ(incomplete->value, "心臟科");
    EXPECT_TRUE(incomplete->assumed);
    spec.choices.emplace("甘心科", "甘心科");
    EXPECT_FALSE(normalised(spec, "心科")) << "either may be meant";
}

TEST(Normalise, WritesAChoiceInItsScriptThoughAReaderMixesTwo)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Choice;
    spec.lang = "zh-Hant";
    spec.choices = {{"內外全科醫學士", "內外全科醫學士"}};
    EXPECT_EQ(normalised(spec, "内外全科醫學士")->value, "內外全科醫學士");
    EXPECT_EQ(normalised(spec, "内外全科医学士")->value, "内外全科医学士") << "printed in the other script";
}

TEST(Normalise, EndsANameBeforeASmallWordWithAnAccent)
{
    EXPECT_EQ(latinName("Ka Meng TAM é titular da licença"), "TAM, Ka Meng");
    EXPECT_EQ(latinName("JOSÉ da Silva"), "JOSÉ, da Silva");
}

TEST(Normalise, KeepsTheHanPrefixOfANumberWhoseFormHasOne)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Number;
    spec.pattern = R"(^(?:\p{Han}{1,6})?[A-Z0-9-]{6,24}$)";
    EXPECT_EQ(normalised(spec, "粤穗短医2024262")->value, "粤穗短医2024262");
    EXPECT_EQ(normalised(spec, "2024262")->value, "2024262");
}

TEST(Normalise, KeepsALettersPrefixOfANumberWithoutForm)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Number;
    EXPECT_EQ(normalised(spec, "SP 2019/0455")->value, "SP2019/0455");
    EXPECT_EQ(normalised(spec, "te under section 20A of")->assumed, true);
}

TEST(Normalise, ReadsDatesWithLettersForFiguresAsAGuess)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Date;
    const auto date = normalised(spec, "1lth November 2015");
    ASSERT_TRUE(date);
    EXPECT_EQ(date->value, "2015-11-11");
    EXPECT_TRUE(date->assumed);
    EXPECT_FALSE(normalised(spec, "Il November")) << "no figure beside it";
}

TEST(Normalise, GivesAChoiceInItsOwnSpelling)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Choice;
    spec.lang = "en";
    spec.choices = {{"Medical Council of Hong Kong", "Medical Council of Hong Kong"},
        {"The Medical Council of Hong Kong", "The Medical Council of Hong Kong"}};
    EXPECT_EQ(normalised(spec, "THE MEDICAL COUNCIL OF HONG KONG")->value, "THE MEDICAL COUNCIL OF HONG KONG");
    EXPECT_EQ(normalised(spec, "Medical Council of Hong Kong")->value, "Medical Council of Hong Kong");
    EXPECT_TRUE(normalised(spec, "Medical Councii of Hong Kong")->assumed);
}

TEST(Dates, AWholeDateThatReachesBeyondAnImpossibleOneHasThePrint)
{
    const auto dates = datesIn("01/10/2024 - 30/09/2027");
    ASSERT_EQ(dates.size(), 2u);
    EXPECT_EQ(dates[0].iso(), "2024-10-01");
    EXPECT_EQ(dates[1].iso(), "2027-09-30");
    EXPECT_TRUE(datesIn("2024-30-09").empty());
    EXPECT_TRUE(datesIn("31/02/2024").empty());
}

TEST(Normalise, PicksTheDateInTheFormThatIsAskedFor)
{
    profiles::FieldSpec spec;
    spec.kind = profiles::FieldKind::Date;
    spec.pattern = R"(^\d{4}-\d{2}-\d{2}$)";
    EXPECT_EQ(normalised(spec, "(01-79) 15-09-18")->value, "2018-09-15");
    spec.pattern = R"(^\d{4}-\d{2}$)";
    EXPECT_EQ(normalised(spec, "(01-79) 15-09-18")->value, "1979-01");
}
