#include "drawing.hpp"
#include "scan/scan_reader.hpp"
#include "support/reading_host.hpp"
#include "tesseract/tesseract_engine.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace vidimus::scan {
namespace {

class Passes : public testing::Test {
protected:
    Passes()
    {
        static tesseract_engine::TesseractEngine* const engine = [] {
            auto* const made = new tesseract_engine::TesseractEngine;
            made->load();
            return made;
        }();
        host.engine = engine;
    }

    support::CollectedPass run(const cv::Mat& page, sdk::PassRequest request)
    {
        bytes = drawing::encoded(".png", page);
        session = ScanReader().open(bytes, "image/png", {});
        support::CollectingSink collected;
        auto sink = collected.sink();
        session->run(request, sink);
        return collected.pass;
    }
    static sdk::PassRequest text()
    {
        sdk::PassRequest request;
        request.what = "text";
        return request;
    }

    support::ReadingHost host;
    std::vector<std::uint8_t> bytes;
    std::unique_ptr<sdk::Session> session;
};

TEST_F(Passes, ReadAPageWhicheverWayUpItLies)
{
    const cv::Mat page = drawing::letter();
    for (const int turn :
        std::initializer_list<int>{-1, cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE}) {
        cv::Mat lying = page;
        if (turn >= 0)
            cv::rotate(page, lying, turn);
        const auto pass = run(lying, text());
        ASSERT_EQ(pass.parts.size(), 1u);
        EXPECT_NE(pass.text().find("to certify that the"), std::string::npos) << turn << "\n" << pass.text();
        EXPECT_GT(pass.parts[0].height_mm, pass.parts[0].width_mm);
    }
}

TEST_F(Passes, GiveNoSureTextForAMirroredPage)
{
    cv::Mat mirrored;
    cv::flip(drawing::letter(), mirrored, 1);
    double sure = 0, all = 0;
    for (const auto& line : run(mirrored, text()).lines) {
        EXPECT_EQ(line.text.find("certify"), std::string::npos);
        sure += line.confidence * static_cast<double>(line.text.size());
        all += static_cast<double>(line.text.size());
    }
    EXPECT_LT(sure, 0.7 * std::max(all, 1.0)) << "upright it is above 0.9";
}

TEST_F(Passes, GiveNoTextForBlankBlackAndNoisyPages)
{
    EXPECT_TRUE(run(drawing::paper(2480, 3508), text()).lines.empty());
    EXPECT_TRUE(run(drawing::paper(2480, 3508, {0, 0, 0}), text()).lines.empty());
    cv::Mat noise = drawing::paper(1240, 1754);
    cv::RNG random(7);
    random.fill(noise, cv::RNG::NORMAL, 180, 30);
    EXPECT_TRUE(run(noise, text()).lines.empty());
}

TEST_F(Passes, GiveNoTextForScratchesSpecksAndBricks)
{
    cv::RNG random(7);
    cv::Mat scratches = drawing::paper(827, 1169), specks = scratches.clone(), bricks = scratches.clone();
    for (int i = 0; i < 30; ++i)
        cv::line(scratches, {random.uniform(0, 827), random.uniform(0, 1169)},
            {random.uniform(0, 827), random.uniform(0, 1169)}, cv::Scalar::all(random.uniform(0, 200)),
            random.uniform(1, 4), cv::LINE_AA);
    for (int i = 0; i < 150; ++i)
        cv::circle(specks, {random.uniform(0, 827), random.uniform(0, 1169)}, random.uniform(1, 5),
            cv::Scalar::all(random.uniform(0, 120)), -1);
    for (int y = 0; y < 1169; y += 160)
        for (int x = y / 160 % 2 * 80; x < 827; x += 160)
            cv::rectangle(bricks, {x, y}, {x + 148, y + 140}, cv::Scalar::all(random.uniform(60, 180)), -1);
    for (const cv::Mat& page : {scratches, specks, bricks}) {
        const auto pass = run(page, text());
        EXPECT_TRUE(pass.lines.empty()) << pass.text();
    }
}

TEST_F(Passes, ReadARegionAsOneLineInEveryVariant)
{
    cv::Mat page = drawing::paper(2480, 3508);
    drawing::text(page, "M12345", {600, 1000});
    drawing::text(page, "other text below", {600, 1150});
    sdk::PassRequest request = text();
    request.singleLine = true;
    request.languages = "eng";
    request.region = {48, 77, 40, 10};
    for (const char* variant : {"", "scaled", "binarised", "grey", "channel"}) {
        request.variant = variant;
        const auto pass = run(page, request);
        ASSERT_EQ(pass.lines.size(), 1u) << variant;
        EXPECT_EQ(pass.lines[0].text, "M12345") << variant;
    }
}

TEST_F(Passes, CodesComeBackInMillimetresOfThePageAsAcquired)
{
    host.readImage
        = [](std::string_view reader, const vidimus_image_t& image, const sdk::PassRequest&, sdk::PassSink& sink) {
              EXPECT_EQ(reader, "vidimus.codes");
              EXPECT_GT(image.width, 0u);
              sink.code("QRCode", "hello", toAbi(quadOf({10, 20, 30, 30})));
          };
    sdk::PassRequest request;
    request.what = "codes";
    const auto pass = run(drawing::letter(), request);
    ASSERT_EQ(pass.codes.size(), 1u) << "the same code on both drawings is one code";
    EXPECT_NEAR(pass.codes[0].quad.xy_mm[0], 10, 0.5);
    EXPECT_NEAR(pass.codes[0].quad.xy_mm[1], 20, 0.5);
}

TEST_F(Passes, FactsTellTheQualityOfEachPage)
{
    sdk::PassRequest request;
    request.what = "facts";
    const auto pass = run(drawing::letter(), request);
    ASSERT_EQ(pass.facts.size(), 1u);
    const auto& values = pass.facts[0].values;
    EXPECT_EQ(pass.facts[0].kind, "page.quality");
    EXPECT_EQ(values.at("lines"), "10");
    EXPECT_EQ(values.at("cutEdges"), "0");
    EXPECT_LT(std::stod(values.at("blur")), 0.4);
    EXPECT_GT(std::stod(values.at("dpi")), 250);
}

TEST_F(Passes, OfATurnedPictureArePlacedOnThePageAsItIsShown)
{
    // The page is stored lying on its left side and the file says so: orientation 6.
    cv::Mat page = drawing::paper(1240, 1754), lying;
    drawing::text(page, "Registration number", {500, 300});
    cv::rotate(page, lying, cv::ROTATE_90_COUNTERCLOCKWISE);
    bytes = drawing::encoded(".jpg", lying);
    const std::vector<std::uint8_t> exif{0xFF, 0xE1, 0x00, 0x22, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};
    bytes.insert(bytes.begin() + 2, exif.begin(), exif.end());
    session = ScanReader().open(bytes, "image/jpeg", {});
    support::CollectingSink collected;
    auto sink = collected.sink();
    session->run(text(), sink);
    ASSERT_EQ(collected.pass.lines.size(), 1u);
    const vidimus_image_t shown = session->pageImage(0, 0);
    EXPECT_EQ(shown.width, 1240u);
    EXPECT_EQ(shown.height, 1754u);
    const double mm = 25.4 / shown.dpi;
    EXPECT_NEAR(collected.pass.lines[0].quad.xy_mm[0], 500 * mm, 2);
    EXPECT_NEAR(collected.pass.lines[0].quad.xy_mm[7], 300 * mm, 3.5) << "its foot, with the g below it";
    EXPECT_NEAR(session->pageInfo(0).width_mm, 1240 * mm, 0.1);
}

TEST_F(Passes, AnUnknownPassIsUnsupported)
{
    sdk::PassRequest request;
    request.what = "poetry";
    EXPECT_THROW(run(drawing::paper(400, 300), request), sdk::Failure);
}

TEST_F(Passes, ALineTellsTheSamePlaceTwice)
{
    const auto pass = run(drawing::letter(), text());
    ASSERT_FALSE(pass.lines.empty());
    const auto& line = pass.lines.front();
    EXPECT_NEAR(line.quad.xy_mm[0], line.region.x_mm, 0.5) << "the page lies straight, so both are nearly alike";
    EXPECT_NEAR(line.quad.xy_mm[5] - line.quad.xy_mm[1], line.region.height_mm, 0.5);
    EXPECT_FALSE(line.words.empty());
}

} // namespace
} // namespace vidimus::scan
