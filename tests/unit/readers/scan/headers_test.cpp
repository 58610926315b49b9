#include "drawing.hpp"
#include "scan/picture.hpp"

#include <vidimus/plugin.hpp>

#include <gtest/gtest.h>

namespace vidimus::scan {
namespace {

vidimus_status_t statusOf(const std::vector<std::uint8_t>& bytes, const Limits& limits = {})
{
    try {
        decode(bytes, readHeaders(bytes).front(), limits);
        return VIDIMUS_OK;
    } catch (const sdk::Failure& failure) {
        return failure.status();
    }
}

TEST(PictureHeader, TellsSizeOfEveryFormatBeforeDecoding)
{
    for (const char* extension : {".png", ".jpg", ".tif", ".webp", ".bmp"}) {
        const auto bytes = drawing::encoded(extension, drawing::paper(320, 200));
        const auto headers = readHeaders(bytes);
        ASSERT_EQ(headers.size(), 1u) << extension;
        EXPECT_EQ(headers[0].width, 320u) << extension;
        EXPECT_EQ(headers[0].height, 200u) << extension;
        EXPECT_EQ(statusOf(bytes), VIDIMUS_OK) << extension;
    }
}

TEST(PictureHeader, EveryCutOfAFileIsMalformedOrUnsupported)
{
    const cv::Mat page = drawing::letter(300, 400);
    for (const char* extension : {".png", ".jpg", ".tif", ".webp", ".bmp"}) {
        const auto whole = drawing::encoded(extension, page);
        for (std::size_t part = 0; part < 20; ++part) {
            const std::vector<std::uint8_t> cut(
                whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() * part / 20));
            const auto status = statusOf(cut);
            EXPECT_TRUE(status == VIDIMUS_MALFORMED || status == VIDIMUS_UNSUPPORTED) << extension << " " << part;
        }
    }
}

TEST(PictureHeader, AnythingElseIsUnsupported)
{
    EXPECT_EQ(statusOf({'%', 'P', 'D', 'F', '-', '1', '.', '7'}), VIDIMUS_UNSUPPORTED);
    EXPECT_EQ(statusOf({}), VIDIMUS_MALFORMED);
}

TEST(PictureHeader, FourInksAreReadOnlyWhereAdobesMarkTellsHowTheyAreStored)
{
    const std::vector<std::uint8_t> frame{0xFF, 0xC0, 0, 8, 8, 0, 48, 0, 80, 4}, end{0xFF, 0xD9},
        mark{0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
    std::vector<std::uint8_t> bytes{0xFF, 0xD8};
    bytes.insert(bytes.end(), frame.begin(), frame.end());
    bytes.insert(bytes.end(), end.begin(), end.end());
    EXPECT_EQ(statusOf(bytes), VIDIMUS_UNSUPPORTED);
    bytes.insert(bytes.begin() + 2, mark.begin(), mark.end());
    EXPECT_EQ(readHeaders(bytes).front().width, 80u);
}

TEST(Limits, JpegIsDecodedReducedAndBitmapsAreRefusedWithBothLimitsNamed)
{
    const cv::Mat page = drawing::paper(1200, 800);
    const Limits limits{500 * 500, 700};
    const auto jpeg = drawing::encoded(".jpg", page);
    const Picture reduced = decode(jpeg, readHeaders(jpeg).front(), limits);
    EXPECT_EQ(reduced.colour.cols, 600);
    EXPECT_NEAR(reduced.widthMm(), pageSizeOf(readHeaders(jpeg).front()).widthMm, 0.1) << "the paper's size stays";
    EXPECT_EQ(statusOf(drawing::encoded(".bmp", page), limits), VIDIMUS_TOO_LARGE);
    EXPECT_EQ(statusOf(drawing::encoded(".jpg", page, {cv::IMWRITE_JPEG_PROGRESSIVE, 1}), limits), VIDIMUS_TOO_LARGE);
    try {
        reductionFor(readHeaders(drawing::encoded(".bmp", page)).front(), limits);
        FAIL();
    } catch (const sdk::Failure& failure) {
        const std::string message = failure.what();
        EXPECT_NE(message.find("700"), std::string::npos);
        EXPECT_NE(message.find("250000"), std::string::npos);
    }
}

TEST(Resolution, OfTheFileIsBelievedOnlyWhereItGivesAPaperSize)
{
    PictureHeader header;
    header.width = 2480;
    header.height = 3508;
    header.dpiX = header.dpiY = 300;
    EXPECT_FALSE(pageSizeOf(header).assumed);
    EXPECT_NEAR(pageSizeOf(header).widthMm, 210, 0.1);
    header.dpiX = header.dpiY = 72; // what cameras write
    EXPECT_TRUE(pageSizeOf(header).assumed);
    EXPECT_NEAR(pageSizeOf(header).dpi, 300, 1);
    header.width = 1011;
    header.height = 638;
    header.dpiX = header.dpiY = 0;
    EXPECT_NEAR(pageSizeOf(header).widthMm, 85.6, 0.1) << "the shape of a card";
}

TEST(Pixels, AreEightBitColourOnWhateverTheyWere)
{
    const auto deep = drawing::encoded(".png", cv::Mat(60, 80, CV_16UC1, cv::Scalar(0x8080)));
    EXPECT_EQ(decode(deep, readHeaders(deep)[0], {}).colour.at<cv::Vec3b>(30, 40), cv::Vec3b(128, 128, 128));
}

TEST(Tiff, HoldsItsPagesApart)
{
    std::vector<cv::Mat> pages{drawing::paper(100, 50, {10, 10, 10}), drawing::paper(60, 90, {200, 200, 200})};
    const std::string path = testing::TempDir() + "vidimus_scan_pages.tif";
    ASSERT_TRUE(cv::imwritemulti(path, pages));
    std::vector<std::uint8_t> bytes;
    if (FILE* file = std::fopen(path.c_str(), "rb")) {
        bytes.resize(1 << 20);
        bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
        std::fclose(file);
    }
    std::remove(path.c_str());
    const auto headers = readHeaders(bytes);
    ASSERT_EQ(headers.size(), 2u);
    EXPECT_EQ(decode(bytes, headers[0], {}).colour.size(), cv::Size(100, 50));
    EXPECT_EQ(decode(bytes, headers[1], {}).colour.at<cv::Vec3b>(10, 10), cv::Vec3b(200, 200, 200));
}

} // namespace
} // namespace vidimus::scan
