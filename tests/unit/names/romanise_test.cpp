#include "names/romanise.hpp"

#include <gmock/gmock.h>

namespace vidimus::names {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Not;

Spellings cantonese(std::string_view syllable)
{
    Spellings all;
    addCantonese(syllable, all);
    return all;
}

TEST(Romanisation, KnowsHabitsOfHongKongAndMacao)
{
    EXPECT_THAT(cantonese("zoeng"), IsSupersetOf({"CHEUNG", "CHEONG"}));
    EXPECT_THAT(cantonese("wong"), IsSupersetOf({"WONG", "VONG"}));
    EXPECT_THAT(cantonese("joeng"), IsSupersetOf({"YEUNG", "IEONG"}));
    EXPECT_THAT(cantonese("zi"), IsSupersetOf({"CHI", "TSZ", "TZE"}));
    EXPECT_THAT(cantonese("gwok"), IsSupersetOf({"KWOK", "KUOK"}));
    EXPECT_THAT(cantonese("jyun"), IsSupersetOf({"YUEN", "IUN", "UN"}));
    EXPECT_THAT(cantonese("ng"), Contains("NG"));
}

TEST(Romanisation, KeepsDifferentSoundsApart)
{
    EXPECT_THAT(cantonese("man"), Not(Contains("MING")));
    EXPECT_THAT(cantonese("daai"), Not(Contains("SIU")));
    EXPECT_THAT(cantonese("can"), Not(Contains("WONG")));
}

TEST(Romanisation, WritesPinyinAndWadeGiles)
{
    Spellings pinyin, wade;
    addPinyin("lv", pinyin);
    addWadeGiles("zhong", wade);
    addWadeGiles("xian", wade);
    addWadeGiles("si", wade);
    EXPECT_THAT(pinyin, IsSupersetOf({"LYU", "LU", "LV"}));
    EXPECT_THAT(wade, IsSupersetOf({"CHUNG", "HSIEN", "SZU"}));
}

TEST(Romanisation, KnowsCompoundSurnames)
{
    EXPECT_TRUE(isCompoundSurname(U"欧阳"));
    EXPECT_FALSE(isCompoundSurname(U"陈大"));
    EXPECT_FALSE(isCompoundSurname(U"陈"));
}

} // namespace
} // namespace vidimus::names
