#include "drawn_page.hpp"
#include "support/fake_evidence.hpp"

#include <tesseract/tesseract_engine.hpp>
#include <vidimus/mrz.hpp>

#include <gtest/gtest.h>

namespace vidimus::codes {
namespace {

const std::vector<std::vector<std::string>> zones = {
    {"P<CHNCHAN<<TAI<MAN<<<<<<<<<<<<<<<<<<<<<<<<<<", "KJ01234562CHN8001151M3001145<<<<<<<<<<<<<<<0"},
    {"P<GBRWONG<<SIU<FONG<<<<<<<<<<<<<<<<<<<<<<<<<", "1234567897GBR7506305F2812313<<<<<<<<<<<<<<<8"},
    {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"},
    {"I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"},
};

/// With the house's own engine.
class ZonePicture : public ::testing::Test {
protected:
    static tesseract_engine::TesseractEngine& engine()
    {
        static auto* loaded = [] {
            auto* made = new tesseract_engine::TesseractEngine;
            made->load();
            return made;
        }();
        return *loaded;
    }
    void SetUp() override
    {
        host.recognise = [](const vidimus_image_t& image, const sdk::RecogniseRequest& request) {
            return engine().recognise(image, request);
        };
    }
    support::FakeHost host;
};

/// The lines with check digits must come out right or be doubted; names may keep a filler read as a letter.
TEST_F(ZonePicture, IsFoundInEveryFaceAndReadRightWhereCheckDigitsHold)
{
    int right = 0, asked = 0;
    for (const char* font : {"OCR B", "Liberation Mono", "DejaVu Sans Mono"})
        for (const auto& lines : zones) {
            cv::Mat page = blankPage(125, 88, 300);
            drawZone(page, lines, font, 6, 72, 300);
            const auto read = readCodes(scanned(page), 300).zones;
            ASSERT_EQ(read.size(), 1u) << font;
            const auto zone = sdk::icao::parse(sdk::icao::splitLines(read[0].lines));
            ASSERT_TRUE(zone) << read[0].lines;
            EXPECT_EQ(read[0].format, lines.size() == 3 ? "TD1" : "TD3");
            const auto truth = sdk::icao::parse(lines);
            ++asked;
            right += zone->number == truth->number && zone->birth == truth->birth && zone->expiry == truth->expiry;
            EXPECT_TRUE(zone->number == truth->number || read[0].confidence <= 0.5) << read[0].lines;
        }
    EXPECT_GE(right, asked - 1);
}

TEST_F(ZonePicture, StandsWhereItWasDrawn)
{
    cv::Mat page = blankPage(125, 88, 300);
    drawZone(page, zones[0], "Liberation Mono", 6, 72, 300);
    const auto read = readCodes(page, 300).zones;
    ASSERT_EQ(read.size(), 1u);
    EXPECT_NEAR(read[0].quad.xy_mm[0], 6, 3);
    EXPECT_NEAR(read[0].quad.xy_mm[1], 72, 3);
    EXPECT_NEAR(read[0].quad.xy_mm[4], 6 + 111.8, 4);
    EXPECT_NEAR(read[0].quad.xy_mm[5], 80, 4);
}

TEST_F(ZonePicture, AChangedCheckDigitStaysChanged)
{
    auto lines = zones[1];
    lines[1][9] = '4'; // was 7
    cv::Mat page = blankPage(125, 88, 300);
    drawZone(page, lines, "Liberation Mono", 6, 72, 300);
    const auto read = readCodes(page, 300).zones;
    ASSERT_EQ(read.size(), 1u);
    EXPECT_EQ(read[0].lines.substr(45, 10), "1234567894");
    EXPECT_GT(read[0].confidence, 0.8) << "two readings agree";
}

TEST_F(ZonePicture, ParagraphsAreNoZone)
{
    cv::Mat page = blankPage(125, 88, 300);
    drawZone(page, {"THIS IS TO CERTIFY THAT THE HOLDER OF THIS CA", "MAY PRACTISE MEDICINE UNDER THE ORDINANCE AND"},
        "Liberation Mono", 4, 40, 300);
    EXPECT_TRUE(readCodes(page, 300).zones.empty());
}

TEST(ZoneWithoutEngine, LeavesTheBarcodes)
{
    cv::Mat page = blankPage(125, 88, 300);
    drawZone(page, zones[0], "Liberation Mono", 6, 72, 300);
    drawCode(page, "QRCode", "STILL-HERE", 20, 10, 25, 25, 300);
    const auto read = readCodes(page, 300);
    EXPECT_TRUE(read.zones.empty());
    ASSERT_EQ(read.codes.size(), 1u);
}

} // namespace
} // namespace vidimus::codes
