#include "specimen/numbers.hpp"

#include <gtest/gtest.h>

namespace vidimus::specimen {
namespace {

TEST(SpecimenNumbers, HongKongCheckCharactersAreThoseOfPublishedExamples)
{
    for (const std::string_view number :
        {"A123456(3)", "G123456(A)", "K908172(0)", "C668668(9)", "AB987654(3)", "WX123456(9)", "XA100200(4)"})
        EXPECT_EQ(hkidCheckCharacter(number.substr(0, number.find('('))), number[number.find('(') + 1]) << number;
}

TEST(SpecimenNumbers, ResidentCheckCharactersAreThoseOfPublishedExamples)
{
    for (const std::string_view number : {"11010519491231002X", "440524188001010014", "44030419800101005X",
             "440305197508151232", "810000199408230021", "82000019900214503X"})
        EXPECT_EQ(residentCheckCharacter(number.substr(0, 17)), number[17]) << number;
}

TEST(SpecimenNumbers, MrzCheckDigitsAreThoseOfDoc9303)
{
    EXPECT_EQ(mrzCheckDigit("L898902C3"), '6');
    EXPECT_EQ(mrzCheckDigit("740812"), '2');
    EXPECT_EQ(mrzCheckDigit("120415"), '9');
    EXPECT_EQ(mrzCheckDigit("L898902C3674081221204159ZE184226B<<<<<1"), '0');
}

TEST(SpecimenNumbers, ResidentNumbersHoldBirthDateAndSex)
{
    Random random(3);
    for (int i = 0; i < 200; ++i) {
        const Sex sex = i % 2 == 0 ? Sex::Male : Sex::Female;
        const std::string number = makeResidentId("440304", *Date::of(1984, 2, 29), sex, random);
        ASSERT_EQ(number.size(), 18u);
        EXPECT_EQ(number.substr(6, 8), "19840229");
        EXPECT_EQ((number[16] - '0') % 2, sex == Sex::Male ? 1 : 0);
        EXPECT_EQ(number[17], residentCheckCharacter(number.substr(0, 17)));
    }
}

TEST(SpecimenRandom, BoundsAreReachedAndNeverPassed)
{
    Random random(8);
    int seen[5]{};
    for (int i = 0; i < 5000; ++i) {
        const int value = random.between(-2, 2);
        ASSERT_GE(value, -2);
        ASSERT_LE(value, 2);
        ++seen[value + 2];
    }
    for (const int count : seen)
        EXPECT_NEAR(count, 1000, 150);
}

TEST(SpecimenRandom, StreamsOfOneSeedAreDifferentAndRepeatable)
{
    const Random random(8);
    EXPECT_EQ(random.stream("a").next(), Random(8).stream("a").next());
    EXPECT_NE(random.stream("a").next(), random.stream("b").next());
    EXPECT_NE(random.stream("a").next(), Random(9).stream("a").next());
}

} // namespace
} // namespace vidimus::specimen
