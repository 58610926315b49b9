#include "drawn_page.hpp"

#include <gmock/gmock.h>

namespace vidimus::codes {
namespace {

using ::testing::UnorderedElementsAre;

std::vector<std::string> told(const ReadPage& page)
{
    std::vector<std::string> all;
    for (const auto& code : page.codes)
        all.push_back(code.symbology + " " + code.text);
    return all;
}

cv::Mat pageOfMany()
{
    cv::Mat page = blankPage(210, 297, 300);
    drawCode(page, "QRCode", "https://verify.example.edu/c/12345 學歷", 20, 30, 25, 25, 300);
    drawCode(page, "DataMatrix", "DM-12345", 160, 40, 14, 14, 300);
    drawCode(page, "PDF417", "PDF417 credential payload", 30, 150, 60, 18, 300);
    drawCode(page, "Code128", "CERT-2019-0001", 120, 220, 50, 12, 300);
    drawCode(page, "Aztec", "AZ-77", 30, 240, 16, 16, 300);
    return page;
}

TEST(Barcodes, AreAllFoundOnOnePage)
{
    EXPECT_THAT(told(readCodes(pageOfMany(), 300)),
        UnorderedElementsAre("QRCode https://verify.example.edu/c/12345 學歷", "DataMatrix DM-12345",
            "PDF417 PDF417 credential payload", "Code128 CERT-2019-0001", "Aztec AZ-77"));
}

TEST(Barcodes, AreFoundTurnedAndScanned)
{
    for (const double degrees : {-4.0, 7.0})
        EXPECT_EQ(readCodes(scanned(turned(pageOfMany(), degrees)), 300).codes.size(), 5u) << degrees;
}

TEST(Barcodes, ASmallDataMatrixOffTheCentreIsFound)
{
    for (const auto& [x, y] : {std::pair(8.0, 270.0), {190.0, 8.0}, {150.0, 200.0}}) {
        cv::Mat page = blankPage(210, 297, 200);
        drawCode(page, "DataMatrix", "REG M12345", x, y, 12, 12, 200);
        EXPECT_THAT(told(readCodes(page, 200)), UnorderedElementsAre("DataMatrix REG M12345")) << x << " " << y;
    }
}

TEST(Barcodes, StandWhereTheyWereDrawn)
{
    cv::Mat page = blankPage(210, 297, 300);
    drawCode(page, "QRCode", "PLACE", 100, 50, 30, 30, 300);
    const auto codes = readCodes(page, 300).codes;
    ASSERT_EQ(codes.size(), 1u);
    EXPECT_NEAR((codes[0].quad.xy_mm[0] + codes[0].quad.xy_mm[4]) / 2, 115, 1.5);
    EXPECT_NEAR((codes[0].quad.xy_mm[1] + codes[0].quad.xy_mm[5]) / 2, 65, 1.5);
}

TEST(Barcodes, ARegionLimitsTheSearchAndKeepsPlaces)
{
    sdk::PassRequest request;
    request.what = "codes";
    request.region = {140, 30, 60, 40};
    const auto codes = readCodes(pageOfMany(), 300, request).codes;
    ASSERT_EQ(codes.size(), 1u);
    EXPECT_EQ(codes[0].text, "DM-12345");
    EXPECT_NEAR(codes[0].quad.xy_mm[0], 162, 4);
}

TEST(Barcodes, TheSameLinearCodeMayStandThereTwice)
{
    cv::Mat page = blankPage(210, 297, 300);
    for (const double y : {40.0, 120.0, 200.0})
        drawCode(page, "Code128", "CERT-2019-0001", 60, y, 50, 12, 300);
    EXPECT_EQ(readCodes(page, 300).codes.size(), 3u);
}

TEST(Barcodes, AnEmptyPageAndAGuillocheHaveNone)
{
    cv::Mat page = blankPage(210, 297, 200);
    EXPECT_TRUE(readCodes(page, 200).codes.empty());
    for (int y = 0; y < page.rows; ++y)
        for (int x = 0; x < page.cols; ++x)
            page.at<std::uint8_t>(y, x)
                = static_cast<std::uint8_t>(200 + 50 * std::sin(x * 0.5 + 8 * std::sin(y * 0.02)));
    EXPECT_TRUE(readCodes(page, 200).codes.empty());
}

} // namespace
} // namespace vidimus::codes
