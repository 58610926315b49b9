#include "pipeline/text/fold.hpp"
#include "pipeline/text/fuzzy.hpp"

#include <gtest/gtest.h>

using namespace vidimus::pipeline;

TEST(Fold, ComparesAcrossScriptsWidthsAndSpacing)
{
    EXPECT_EQ(folded("姓　名："), folded("姓名"));
    EXPECT_EQ(folded("醫師執業證書"), folded("医师执业证书"));
    EXPECT_EQ(folded("Ｒｅｇ． Ｎｏ．"), folded("REG NO"));
    EXPECT_EQ(folded("Cédula de Acreditação"), folded("CEDULA DE ACREDITACAO"));
}

TEST(Fold, TidiesBlanksBetweenHanOnly)
{
    EXPECT_EQ(tidied("  陳  大文   CHAN   Tai Man "), "陳大文 CHAN Tai Man");
}

TEST(Fuzzy, FindsATitleWithMisreadCharacters)
{
    EXPECT_GT(Phrase("ANNUAL PRACTISING CERTIFICATE").presenceIn(folded("xx ANNUAL PRACTlSlNG CERTIFICATF xx")), 0.8);
    EXPECT_EQ(Phrase("身份證").presenceIn(folded("身份诋")), 0);
}

TEST(Fuzzy, TakesNoCouncilForAnother)
{
    EXPECT_EQ(Phrase("Medical Council of Hong Kong").presenceIn(folded("The Dental Council of Hong Kong")), 0);
    EXPECT_EQ(Phrase("香港醫務委員會").presenceIn(folded("香港牙醫管理委員會")), 0);
}

TEST(Fuzzy, TellsWhereTheMatchStands)
{
    const auto matches = findFuzzy(U"BCD", U"ABCDABXD", 1);
    ASSERT_GE(matches.size(), 2u);
    EXPECT_EQ(matches[0].begin, 1u);
    EXPECT_EQ(matches[0].end, 4u);
    EXPECT_EQ(matches[0].distance, 0);
    EXPECT_EQ(matches[1].distance, 1);
}
