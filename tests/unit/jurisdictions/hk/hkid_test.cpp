#include "hkid.hpp"
#include "support/number_properties.hpp"

#include <gmock/gmock.h>

namespace vidimus::hk {
namespace {

using ::testing::IsEmpty;

const std::vector<std::string> valid = {
    "A123456(3)", "G123456(A)", "K908172(0)", "C668668(9)", "AB987654(3)", "WX123456(9)", "XA100200(4)", "XE555111(9)"};

TEST(Hkid, HoldsForNumbersMadeByTheRule)
{
    for (const auto& number : valid)
        EXPECT_EQ(hkid(number).verdict, VIDIMUS_HOLDS) << number;
}

TEST(Hkid, SaysWhichDigitWouldHold)
{
    for (const auto& [number, expected] : std::vector<std::pair<std::string, std::string>>{
             {"A123456(4)", "3"}, {"Z683365(5)", "A"}, {"AB987654(4)", "3"}}) {
        EXPECT_EQ(hkid(number).verdict, VIDIMUS_CHECK_DIGIT_WRONG) << number;
        EXPECT_EQ(hkid(number).expected, expected) << number;
    }
}

TEST(Hkid, CatchesEveryChangedDigit)
{
    for (const auto& number : valid)
        EXPECT_THAT(support::changesThatHold(hkid, number), IsEmpty()) << number;
}

TEST(Hkid, CatchesEverySwapOfNeighbours)
{
    for (const auto& number : valid)
        EXPECT_THAT(support::swapsThatHold(hkid, number), IsEmpty()) << number;
}

TEST(Hkid, KnowsItsForm)
{
    for (const char* number :
        {"", "A123456", "A123456(B)", "123456(3)", "ABC123456(3)", "A12345(3)", "A123456(3", "a123456(3)"})
        EXPECT_EQ(hkid(number).verdict, VIDIMUS_FORMAT_WRONG) << number;
    EXPECT_EQ(hkidBare("A1234563").verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(hkidBare("AB9876543").verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(hkidBare("A1234564").verdict, VIDIMUS_CHECK_DIGIT_WRONG);
    EXPECT_EQ(hkidBare("A123").verdict, VIDIMUS_FORMAT_WRONG);
}

TEST(RegistrationNumber, HasAFormAndClaimsNoCheckDigit)
{
    for (const char* number : {"M00123", "M12345", "M20001"}) {
        EXPECT_EQ(mchkRegistration(number).verdict, VIDIMUS_HOLDS);
        EXPECT_EQ(mchkRegistration(number).expected, "");
    }
    EXPECT_EQ(mchkRegistration("M1234").verdict, VIDIMUS_FORMAT_WRONG);
    EXPECT_EQ(mchkRegistration("N12345").verdict, VIDIMUS_FORMAT_WRONG);
    EXPECT_EQ(drugRegistration("HK-12345").verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(drugRegistration("HK12345").verdict, VIDIMUS_FORMAT_WRONG);
}

} // namespace
} // namespace vidimus::hk
