#include "names/compare.hpp"

#include <gtest/gtest.h>

#include <tuple>
#include <vector>

namespace vidimus::names {
namespace {

const NameKnowledge& knowledge()
{
    static const NameKnowledge loaded = NameKnowledge::load().value();
    return loaded;
}

std::string relation(std::string_view a, std::string_view b)
{
    return std::string(nameOf(knowledge().compare(a, b).relation));
}

using Pair = std::pair<const char*, const char*>;

void expectAll(const std::vector<Pair>& pairs, const std::string& expected)
{
    for (const auto& [a, b] : pairs) {
        EXPECT_EQ(relation(a, b), expected) << a << " / " << b << ": " << knowledge().compare(a, b).explanation;
        EXPECT_EQ(relation(b, a), expected) << b << " / " << a;
    }
}

TEST(Names, CaseSpacingTitlesAndPunctuationDoNotCount)
{
    expectAll(
        {{"陳大文", "陳大文"}, {"陳 大文", "陳大文"}, {"陳大文醫生", "陳大文"}, {"CHAN Tai Man", "Chan, Tai Man"},
            {"Dr. CHAN Tai-man", "CHAN TAI MAN"}, {"ＣＨＡＮ Tai Man", "CHAN TAI MAN"}, {"João Silva", "JOAO SILVA"}},
        "identical");
}

TEST(Names, TraditionalAndSimplifiedAreVariants)
{
    expectAll({{"陳大文", "陈大文"}, {"鍾永晴", "钟永晴"}, {"鍾永晴", "锺永晴"}, {"樂永晴", "乐永晴"},
                  {"吳國華", "吴国华"}, {"呉國華", "吳國華"}, {"葉麗雲", "叶丽云"}, {"余小明", "餘小明"},
                  {"衞志強", "卫志强"}, {"歐陽峯", "欧阳峰"}},
        "variant");
}

TEST(Names, AnotherOrderIsAVariant)
{
    expectAll({{"CHAN Tai Man", "Tai Man CHAN"}, {"TAIMAN CHAN", "CHAN TAI MAN"}}, "variant");
}

TEST(Names, PinyinHongKongAndMacaoSpellingsAreRomanisations)
{
    expectAll({{"陳大文", "CHAN Tai Man"}, {"陈大文", "CHEN Dawen"}, {"陈大文", "CHAN TAI MAN"},
                  {"黃志強", "WONG Chi Keung"}, {"黃志強", "VONG CHI KEONG"}, {"張家偉", "CHEUNG Ka Wai"},
                  {"張家偉", "CHEONG KA WAI"}, {"歐陽小明", "AU YEUNG Siu Ming"}, {"歐陽小明", "AUYEUNG SIU-MING"},
                  {"欧阳小明", "OUYANG Xiaoming"}, {"曾慧敏", "ZENG Huimin"}, {"曾慧敏", "TSANG Wai Man"},
                  {"呂綠萍", "LYU Lyuping"}, {"鄭秀芬", "Sau Fan CHENG"}, {"徐子淇", "TSUI Tsz Ki"},
                  {"何思雅", "HO SZE NGA"}, {"梁玉儀", "LEUNG Yuk Yee"}, {"楊月華", "IEONG IUT WA"},
                  {"蕭紅", "SIU HUNG"}, {"張志明", "CHANG Chih-ming"}},
        "romanisation");
}

TEST(Names, TheSurnamesOfTheThreeSystemsAreKnown)
{
    const std::vector<std::tuple<const char*, const char*, const char*, const char*>> surnames = {
        {"陳", "CHEN", "CHAN", "CHAN"}, {"黃", "HUANG", "WONG", "VONG"}, {"王", "WANG", "WONG", "VONG"},
        {"吳", "WU", "NG", "NG"}, {"伍", "WU", "NG", "NG"}, {"許", "XU", "HUI", "HOI"}, {"徐", "XU", "TSUI", "CHOI"},
        {"何", "HE", "HO", "HO"}, {"周", "ZHOU", "CHOW", "CHAO"}, {"鄭", "ZHENG", "CHENG", "CHEANG"},
        {"梁", "LIANG", "LEUNG", "LEONG"}, {"李", "LI", "LEE", "LEI"}, {"張", "ZHANG", "CHEUNG", "CHEONG"},
        {"楊", "YANG", "YEUNG", "IEONG"}, {"葉", "YE", "YIP", "IP"}, {"曾", "ZENG", "TSANG", "CHANG"},
        {"蔡", "CAI", "TSOI", "CHOI"}, {"余", "YU", "YU", "U"}, {"劉", "LIU", "LAU", "LAO"}, {"盧", "LU", "LO", "LOU"},
        {"馮", "FENG", "FUNG", "FONG"}, {"鍾", "ZHONG", "CHUNG", "CHONG"}};
    for (const auto& [han, pinyin, hongKong, macao] : surnames)
        for (const std::string& latin :
            {std::string(pinyin) + " WENDA", std::string(hongKong) + " MAN TAI", std::string(macao) + " MAN TAI"})
            EXPECT_EQ(relation(std::string(han) + "文大", latin), "romanisation") << han << " " << latin;
}

TEST(Names, TwoRomanisationsOfOneNameAgree)
{
    expectAll(
        {{"CHAN Tai Man", "CHEN Dawen"}, {"VONG CHI KEONG", "WONG Chi Keung"}, {"HUANG Zhiqiang", "WONG Chi Keung"}},
        "romanisation");
}

TEST(Names, AnEnglishOrMarriedNameMoreIsASubset)
{
    expectAll({{"陳大文", "CHAN Tai Man Peter"}, {"陳大文", "Peter CHAN Tai Man"}, {"郭志勇", "Peter KUO Chi-yung"},
                  {"CHAN Tai Man", "CHAN Tai Man, Peter"}, {"陳美麗", "LEE CHAN Mei Lai"}, {"李陳美麗", "陳美麗"},
                  {"CHAN T. M.", "CHAN Tai Man"}, {"Peter CHAN", "CHAN Tai Man Peter"}},
        "subset");
}

TEST(Names, ClearlyDifferentNamesAreAConflict)
{
    expectAll({{"陳大文", "王小明"}, {"陳大文", "陳大明"}, {"陳大文", "WONG Siu Ming"}, {"陳大文", "CHAN Siu Ming"},
                  {"陳大文", "CHAN Tai Ming"}, {"陈大文", "CHEN Xiaoming"}, {"陳大文", "WONG Tai Man"},
                  {"CHAN Tai Man", "WONG Siu Ming"}, {"CHAN Tai Man", "CHAN Siu Ming"}, {"John SMITH", "Mary JONES"},
                  {"陳文", "陳大文明"}},
        "conflict");
}

TEST(Names, WhatCannotBeToldIsUndecided)
{
    expectAll({{"陳大文", "TAN Boon Kiat"}, // Min Nan: readings of given names are not known
                  {"陳大文", "Peter CHAN"}, {"陳大文", "CHEN Linda"}, {"陳大文", "John SMITH"},
                  {"CHAN Tai Man", "Peter CHAN"}, {"陳大文", "CHAN"}, {"陳大文", ""}, {"陳大文", "CHAN David"},
                  {"黃志強", "WONG Jack"}, {"Catherine WONG Siu Fong", "Katherine WONG Siu Fong"}},
        "undecided");
}

TEST(Names, AnExplanationPointsAtWhatDiffers)
{
    EXPECT_EQ(knowledge().compare("陳大文", "陈大明").explanation, "陳≈陈 文≠明");
    EXPECT_EQ(knowledge().compare("CHAN Tai Man", "CHAN Tai Man Peter").explanation, "+PETER");
}

TEST(Names, FoldingMakesScriptsOne)
{
    EXPECT_EQ(knowledge().foldHan("衞生署 醫務委員會 ＡＢＣ"), "卫生署 医务委员会 ABC");
    EXPECT_EQ(knowledge().foldHan("卫生署"), "卫生署");
    EXPECT_EQ(knowledge().version(), NameKnowledge::load().value().version());
}

TEST(Names, AHanNameShowsWhichWordsAreTheSurname)
{
    const auto parts = [](const char* latin, const char* han) { return knowledge().inParts(latin, han).value_or("-"); };
    EXPECT_EQ(parts("LAI SZE MAN", "黎思敏"), "LAI, SZE MAN");
    EXPECT_EQ(parts("AU YEUNG CHI MING", "歐陽志明"), "AU YEUNG, CHI MING");
    EXPECT_EQ(parts("FOK SZE-NGA", "霍詩雅"), "FOK, SZE-NGA");
    EXPECT_EQ(parts("SZE MAN LAI", "黎思敏"), "-") << "another order: the print does not say so itself";
    EXPECT_EQ(parts("LOK CHUN HEI", "各俊熙"), "LOK, CHUN HEI") << "駱 was misread";
    EXPECT_EQ(parts("PETER CHUN HEI", "各俊熙"), "-") << "no surname";
    EXPECT_EQ(parts("LOK CHUN HEI", "駱俊佳"), "-") << "a given name's character was";
    EXPECT_EQ(parts("PETER LAI SZE MAN", "黎思敏"), "-");
    EXPECT_EQ(parts("LAI SZE MAN", "陳大文"), "-");
    EXPECT_EQ(parts("LAI", "黎思敏"), "-");
    EXPECT_EQ(parts("", ""), "-");
}

TEST(Names, SurviveAnyBytes)
{
    for (const char* text : {"\xFF\xFE", "\xE9\x99", "····", "\xF4\x90\x80\x80", "𠮷野家", "<<<<"})
        EXPECT_NO_THROW(knowledge().compare(text, "陳大文")) << text;
    const std::string longName(4000, 'A');
    EXPECT_EQ(relation(longName, "陳大文"), "undecided");
}

} // namespace
} // namespace vidimus::names
