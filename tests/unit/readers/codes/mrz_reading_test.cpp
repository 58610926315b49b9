#include "mrz_reading.hpp"

#include <gtest/gtest.h>

namespace vidimus::codes {
namespace {

const std::string line1 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
const std::string line2 = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

TEST(MrzReading, KeepsAGoodReading)
{
    const auto zone = interpret({{line1, 0.9}, {line2, 0.95}});
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->format, "TD3");
    EXPECT_EQ(zone->lines, (std::vector<std::string>{line1, line2}));
    EXPECT_TRUE(zone->proven);
    EXPECT_DOUBLE_EQ(zone->confidence, 0.9);
}

TEST(MrzReading, ReadsEachPositionInItsAlphabet)
{
    const auto zone = interpret(
        {{"P<UT0ERIKSS0N<<ANNA<MAR1A<<<<<<<<<<<<<<<<<<<", 0.9}, {"L898902C36UT074O8I22F12O4I59ZE184226B<<<<<10", 0.9}});
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->lines, (std::vector<std::string>{line1, line2}));
}

TEST(MrzReading, FitsRunsOfFillersThatWereMiscounted)
{
    const auto zone = interpret(
        {{"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<", 0.9}, {"L898902C36UTO7408122F1204159ZE184226B<<<10", 0.9}});
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->lines, (std::vector<std::string>{line1, line2}));
    EXPECT_TRUE(zone->proven);
    EXPECT_LT(zone->confidence, 0.9);
}

TEST(MrzReading, ReadsLoneLettersBehindTheNamesAsFillers)
{
    const auto zone = interpret({{"P<UTOERIKSSON<<ANNA<MARIA<<<<<K<<<<<C<<<<<<<", 0.9}, {line2, 0.9}});
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->lines[0], line1);
    EXPECT_LT(zone->confidence, 0.9);
}

TEST(MrzReading, NeverRepairsANumber)
{
    // O for 0 where letters and digits may stand: left as read, and doubted.
    const auto doubtful = interpret({{line1, 0.95}, {"L8989O2C36UTO7408122F1204159ZE184226B<<<<<10", 0.95}});
    ASSERT_TRUE(doubtful);
    EXPECT_EQ(doubtful->lines[1].substr(0, 9), "L8989O2C3");
    EXPECT_LE(doubtful->confidence, 0.5);
    EXPECT_FALSE(doubtful->proven);
    // A changed digit that is no confusion stays a confident reading, so that the check digit may fail on it.
    const auto changed = interpret({{line1, 0.95}, {"L898942C36UTO7408122F1204159ZE184226B<<<<<10", 0.95}});
    ASSERT_TRUE(changed);
    EXPECT_FALSE(changed->proven);
    EXPECT_DOUBLE_EQ(changed->confidence, 0.95);
}

TEST(MrzReading, KnowsCardsAndTheirLookAlikes)
{
    const auto card = interpret({{"I<UTOD231458907<<<<<<<<<<<<<<<", 1}, {"7408122F1204159UTO<<<<<<<<<<<6", 1},
        {"ERIKSSON<<ANNA<MARIA<<<<<<<<<<", 1}});
    ASSERT_TRUE(card);
    EXPECT_EQ(card->format, "TD1");
    const auto td2
        = interpret({{"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", 1}, {"D231458907UTO7408122F1204159<<<<<<<6", 1}});
    ASSERT_TRUE(td2);
    EXPECT_EQ(td2->format, "TD2");
    const auto permit = interpret({{"CSC123456780<2508017<3001011<<", 1}, {"7408122F1204159CHN<<<<<<<<<<<6", 1},
        {"ERIKSSON<<ANNA<MARIA<<<<<<<<<<", 1}});
    ASSERT_TRUE(permit);
    EXPECT_EQ(permit->format, "CN-EXIT-ENTRY");
}

TEST(MrzReading, OrdinaryTextIsNoZone)
{
    EXPECT_FALSE(interpret({}));
    EXPECT_FALSE(interpret({{"", 1}, {"", 1}}));
    EXPECT_FALSE(interpret(
        {{"THISISTOCERTIFYTHATTHEHOLDEROFTHISLICENCEMAY", 1}, {"PRACTISEMEDICINEINACCORDANCEWITHTHEORDINANCE", 1}}));
    EXPECT_FALSE(interpret({{line1, 1}}));
    EXPECT_FALSE(interpret({{line1.substr(0, 20), 1}, {line2, 1}}));
}

} // namespace
} // namespace vidimus::codes
