#include "scan/grain.hpp"

#include <gtest/gtest.h>

namespace vidimus::scan {
namespace {

sdk::Line lineOf(const char* text, double confidence)
{
    sdk::Line line;
    line.text = text;
    line.confidence = confidence;
    return line;
}

TEST(Grain, TheFewerLettersTheSurerALineMustBe)
{
    EXPECT_TRUE(isText(lineOf("男", 0.95)));
    EXPECT_FALSE(isText(lineOf("品", 0.77))) << "a QR code";
    EXPECT_TRUE(isText(lineOf("性别", 0.83)));
    EXPECT_FALSE(isText(lineOf("毒串", 0.69))) << "specks";
    EXPECT_FALSE(isText(lineOf("1833", 0.38))) << "noise";
    EXPECT_TRUE(isText(lineOf("This is to certify that", 0.5))) << "a bad photograph";
    EXPECT_FALSE(isText(lineOf("-- . --", 0.99))) << "no letter";
}

TEST(Grain, LoneLettersAreTextOnlyBesideALineThatIsConvincing)
{
    const auto scratch = lineOf("1", 0.99), sex = lineOf("男", 0.99), label = lineOf("执业证书编码", 0.9);
    EXPECT_TRUE(textAmong({&scratch, &sex}).empty());
    EXPECT_EQ(textAmong({&sex, &label}).size(), 2u);
    const auto number = lineOf("M12345", 0.8);
    EXPECT_EQ(textAmong({&number}).size(), 1u) << "a cut with nothing but a number on it";
}

} // namespace
} // namespace vidimus::scan
