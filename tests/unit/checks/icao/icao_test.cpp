#include "icao.hpp"

#include <vidimus/mrz.hpp>

#include <gmock/gmock.h>

namespace vidimus::icao {
namespace {

using sdk::icao::parse;
using sdk::icao::Part;
using sdk::icao::splitLines;

const std::vector<std::string> passports = {
    "P<CHNCHAN<<TAI<MAN<<<<<<<<<<<<<<<<<<<<<<<<<<\nKJ01234562CHN8001151M3001145<<<<<<<<<<<<<<<0",
    "P<GBRWONG<<SIU<FONG<<<<<<<<<<<<<<<<<<<<<<<<<\n1234567897GBR7506305F2812313<<<<<<<<<<<<<<<8",
    "P<PRTVONG<<CHI<KEONG<<<<<<<<<<<<<<<<<<<<<<<<\nCA123456<5PRT6907075M2710051<<<<<<<<<<<<<<<2",
    "P<AUSNG<<WAI<YIN<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nPA12345673AUS8505224F3205219<<<<<<<<<<<<<<<4",
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
};
const std::string card
    = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
const std::string td2Card = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";

TEST(MachineReadableZone, HoldsForKnownZones)
{
    for (const auto& zone : passports)
        EXPECT_EQ(td3(zone).verdict, VIDIMUS_HOLDS) << zone;
    EXPECT_EQ(td1(card).verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(td2(td2Card).verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(mrz(td2Card).verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(td1(td2Card).verdict, VIDIMUS_FORMAT_WRONG);
    EXPECT_EQ(td3("").verdict, VIDIMUS_FORMAT_WRONG);
}

TEST(MachineReadableZone, CatchesEveryChangedDigitOfTheSecondLine)
{
    for (const auto& zone : passports)
        for (std::size_t i = 45; i < zone.size(); ++i)
            for (char digit = '0'; digit <= '9' && zone[i] >= '0' && zone[i] <= '9'; ++digit) {
                std::string changed = zone;
                changed[i] = digit;
                if (changed == zone)
                    continue;
                EXPECT_EQ(td3(changed).verdict, VIDIMUS_CHECK_DIGIT_WRONG) << changed;
            }
}

/// Weights 7, 3 and 1 cannot tell digits five apart: those swaps pass by the rule itself.
TEST(MachineReadableZone, CatchesEverySwapThatItsWeightsCanTell)
{
    const std::string& zone = passports[1];
    for (std::size_t i = 45; i < 45 + 8; ++i) {
        std::string swapped = zone;
        std::swap(swapped[i], swapped[i + 1]);
        if ((zone[i] - zone[i + 1]) % 5 == 0)
            continue;
        EXPECT_EQ(td3(swapped).verdict, VIDIMUS_CHECK_DIGIT_WRONG) << swapped;
    }
}

TEST(MachineReadableZone, GivesItsParts)
{
    const auto zone = parse(splitLines(passports[4]));
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->number, "L898902C3");
    EXPECT_EQ(zone->surname, "ERIKSSON");
    EXPECT_EQ(zone->given, "ANNA MARIA");
    EXPECT_EQ(zone->sex, "F");
    EXPECT_EQ(sdk::icao::dateOf(zone->birth, true, 2026)->iso(), "1974-08-12");
    EXPECT_EQ(sdk::icao::dateOf(zone->expiry, false, 2026)->iso(), "2012-04-15");
    EXPECT_TRUE(zone->holds(Part::OptionalData));
}

TEST(MachineReadableZone, FollowsALongNumberIntoTheOptionalData)
{
    // Doc 9303-5: nine characters, a filler in place of the digit, then the rest and its digit.
    std::string lines
        = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<";
    const auto zone = parse(splitLines(lines));
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->number, "D23145890734");
    EXPECT_TRUE(zone->holds(Part::DocumentNumber));
}

TEST(MachineReadableZone, AsksNothingOfMainlandExitEntryCards)
{
    const std::string shifted
        = "CSC123456780<2508017<3001011<<\n7408122F1204159CHN<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    EXPECT_EQ(td1(shifted).verdict, VIDIMUS_FORMAT_WRONG);
    EXPECT_TRUE(sdk::icao::isChineseExitEntryCard(shifted.substr(0, 30)));
    EXPECT_FALSE(sdk::icao::isChineseExitEntryCard("C<UTOD231458907<<<<<<<<<<<<<<<"));
    EXPECT_FALSE(sdk::icao::isChineseExitEntryCard("C1USA0000000000<<<<<<<<<<<<<<<"));
}

} // namespace
} // namespace vidimus::icao
