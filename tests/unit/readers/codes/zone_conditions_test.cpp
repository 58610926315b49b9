#include "drawn_page.hpp"
#include "support/fake_evidence.hpp"

#include <tesseract/tesseract_engine.hpp>
#include <vidimus/mrz.hpp>

#include <opencv2/imgproc.hpp>

#include <gtest/gtest.h>

namespace vidimus::codes {
namespace {

const std::vector<std::vector<std::string>> zones = {
    {"P<CHNCHAN<<TAI<MAN<<<<<<<<<<<<<<<<<<<<<<<<<<", "KJ01234562CHN8001151M3001145<<<<<<<<<<<<<<<0"},
    {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"},
    {"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"},
    {"I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"},
};
const std::vector<std::string> permit
    = {"CSC123456780<2508017<3001011<<", "7408122F<<<<<<<<<<<<<<<<CHN<<4", "CHAN<<TAI<MAN<<<<<<<<<<<<<<<<<"};

/// With the house's own engine.
class ZoneConditions : public ::testing::Test {
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
    static cv::Mat drawn(const std::vector<std::string>& lines, double dpi)
    {
        cv::Mat page = blankPage(125, 88, dpi);
        drawZone(page, lines, "OCR B", 6, 70, dpi);
        return page;
    }
    struct Tally {
        int found = 0, numbers = 0, wrong = 0;
    };
    /// Zones found; those whose number, birth and expiry are right; and those that are wrong and not doubted.
    template <class Spoil> Tally over(double dpi, Spoil&& spoil)
    {
        Tally tally;
        for (const auto& lines : zones) {
            const auto read = readCodes(spoil(drawn(lines, dpi)), dpi).zones;
            if (read.size() != 1)
                continue;
            ++tally.found;
            const auto zone = sdk::icao::parse(sdk::icao::splitLines(read[0].lines)), truth = sdk::icao::parse(lines);
            const bool right
                = zone && zone->number == truth->number && zone->birth == truth->birth && zone->expiry == truth->expiry;
            tally.numbers += right;
            tally.wrong += !right && read[0].confidence > 0.5;
        }
        return tally;
    }
    static cv::Mat poorlyLit(const cv::Mat& page)
    {
        cv::Mat lit(page.size(), CV_8UC1);
        for (int y = 0; y < page.rows; ++y)
            for (int x = 0; x < page.cols; ++x)
                lit.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(
                    page.at<std::uint8_t>(y, x) * (0.35 + 0.55 * x / page.cols - 0.15 * y / page.rows));
        return lit;
    }
    support::FakeHost host;
};

TEST_F(ZoneConditions, AreReadAtEachResolution)
{
    for (const double dpi : {200.0, 300.0}) {
        const Tally tally = over(dpi, [](const cv::Mat& page) { return scanned(page); });
        EXPECT_EQ(tally.found, 4) << dpi;
        EXPECT_GE(tally.numbers, 3) << dpi;
        EXPECT_EQ(tally.wrong, 0) << dpi;
    }
}

TEST_F(ZoneConditions, AreReadTilted)
{
    for (const double degrees : {-5.0, 2.0}) {
        const Tally tally = over(300, [&](const cv::Mat& page) { return scanned(turned(page, degrees)); });
        EXPECT_EQ(tally.found, 4) << degrees;
        EXPECT_GE(tally.numbers, 3) << degrees;
        EXPECT_EQ(tally.wrong, 0) << degrees;
    }
}

TEST_F(ZoneConditions, AreReadPoorlyLit)
{
    const Tally tally = over(300, [](const cv::Mat& page) { return scanned(poorlyLit(page), 1.0, 5); });
    EXPECT_EQ(tally.found, 4);
    EXPECT_GE(tally.numbers, 3);
    EXPECT_EQ(tally.wrong, 0);
}

TEST_F(ZoneConditions, ASecondReadingIsByOtherMeansAndTellsZonesAlone)
{
    cv::Mat page = drawn(zones[1], 300);
    drawCode(page, "QRCode", "BESIDE", 20, 10, 25, 25, 300);
    const cv::Mat seen = scanned(page);
    const auto first = readCodes(seen, 300);
    ASSERT_EQ(first.zones.size(), 1u);
    EXPECT_EQ(first.codes.size(), 1u);
    sdk::PassRequest request;
    request.what = "codes";
    for (const char* variant : {"scaled", "binarised", "grey"}) {
        request.variant = variant;
        const auto again = readCodes(seen, 300, request);
        ASSERT_EQ(again.zones.size(), 1u) << variant;
        EXPECT_EQ(again.zones[0].lines.substr(45), first.zones[0].lines.substr(45)) << variant;
        EXPECT_TRUE(again.codes.empty());
    }
}

TEST_F(ZoneConditions, AnExitEntryCardIsAFormatOfItsOwn)
{
    for (const char* code : {"CS", "CR", "CD", "CT"}) {
        auto lines = permit;
        lines[0].replace(0, 2, code);
        const auto read = readCodes(scanned(turned(drawn(lines, 300), 2)), 300).zones;
        ASSERT_EQ(read.size(), 1u) << code;
        EXPECT_EQ(read[0].format, "CN-EXIT-ENTRY");
        EXPECT_EQ(read[0].lines.substr(0, 11), lines[0].substr(0, 11));
        EXPECT_FALSE(sdk::icao::parse(sdk::icao::splitLines(read[0].lines))) << "no rule of TD1 is asked of it";
    }
}

} // namespace
} // namespace vidimus::codes
