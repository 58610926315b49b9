#include "drawing.hpp"
#include "scan/clean.hpp"
#include "scan/cut_edges.hpp"
#include "scan/line_finder.hpp"
#include "scan/page_finder.hpp"
#include "scan/prepare.hpp"
#include "scan/quality.hpp"
#include "scan/red_ink.hpp"
#include "scan/skew.hpp"

#include <gtest/gtest.h>

#include <array>

namespace vidimus::scan {
namespace {

Picture picture(const cv::Mat& colour, double dpi = 300)
{
    return {colour, dpi, false};
}

/// A light paper in the four corners on a dark desk.
cv::Mat onDesk(const cv::Mat& paper, const Quad& corners, cv::Size desk)
{
    cv::Mat scene(desk, CV_8UC3, cv::Scalar(40, 50, 60));
    const Quad from = quadOf({0, 0, static_cast<double>(paper.cols), static_cast<double>(paper.rows)});
    cv::warpPerspective(paper, scene, mapBetween(from, corners), desk, cv::INTER_AREA, cv::BORDER_TRANSPARENT);
    return scene;
}

TEST(Skew, IsFoundToATenthOfADegree)
{
    for (const double degrees : {-7.0, -1.3, -0.4, 0.0, 0.25, 2.6, 9.5}) {
        cv::Mat grey, small;
        cv::cvtColor(drawing::turned(drawing::letter(), degrees), grey, cv::COLOR_BGR2GRAY);
        cv::resize(grey, small, {}, 1.0 / 3, 1.0 / 3, cv::INTER_AREA);
        EXPECT_NEAR(findSkew(inkPoints(small), 0).degrees, degrees, 0.1);
    }
}

TEST(PageFinder, FindsASheetOnADeskToHalfAMillimetre)
{
    const Quad corners{cv::Point2d(310, 240), {2610, 330}, {2540, 3560}, {250, 3480}};
    const Picture scene = picture(onDesk(drawing::letter(), corners, {2900, 3900}));
    const auto parts = findParts(scene);
    ASSERT_EQ(parts.size(), 1u);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_LT(lengthOf(parts[0].quad[i] - corners[i]), 0.5 * 300 / 25.4) << i;
}

TEST(PageFinder, FindsASheetWhoseDarkBandIsAsDarkAsTheDesk)
{
    cv::Mat sheet = drawing::letter();
    sheet({0, 0, sheet.cols, 420}).setTo(cv::Scalar(95, 66, 10));
    const Quad corners{cv::Point2d(310, 240), {2610, 330}, {2540, 3560}, {250, 3480}};
    const auto parts = findParts(picture(onDesk(sheet, corners, {2900, 3900})));
    ASSERT_EQ(parts.size(), 1u);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_LT(lengthOf(parts[0].quad[i] - corners[i]), 0.5 * 300 / 25.4) << i;
}

TEST(PageFinder, TakesNoShadowForPaper)
{
    const Quad corners{cv::Point2d(310, 240), {2510, 250}, {2500, 3360}, {300, 3350}};
    for (const int reach : {40, 90, 130}) {
        cv::Mat desk(3900, 2900, CV_8UC3, cv::Scalar(60, 85, 110));
        cv::rectangle(
            desk, {310 + reach, 240 + reach}, {2505 + reach, 3355 + reach}, cv::Scalar(30, 42, 55), cv::FILLED);
        const cv::Mat sheet = drawing::letter();
        const Quad from = quadOf({0, 0, static_cast<double>(sheet.cols), static_cast<double>(sheet.rows)});
        cv::warpPerspective(
            sheet, desk, mapBetween(from, corners), desk.size(), cv::INTER_AREA, cv::BORDER_TRANSPARENT);
        const auto parts = findParts(picture(desk));
        ASSERT_EQ(parts.size(), 1u) << reach;
        for (std::size_t i = 0; i < 4; ++i)
            EXPECT_LT(lengthOf(parts[0].quad[i] - corners[i]), 0.5 * 300 / 25.4) << reach << ' ' << i;
    }
}

TEST(PageFinder, AFrameAPhotoOrATintOnAPageIsNoPaper)
{
    cv::Mat page = drawing::letter();
    cv::rectangle(page, {120, 120}, {2360, 3380}, {120, 90, 30}, 12);
    cv::rectangle(page, {1700, 400}, {2100, 900}, {90, 110, 130}, cv::FILLED);
    cv::rectangle(page, {300, 2900}, {1311, 3300}, {225, 240, 225}, cv::FILLED);
    EXPECT_TRUE(findParts(picture(page)).empty());
    EXPECT_TRUE(findParts(picture(drawing::paper(2480, 3508))).empty());
    EXPECT_TRUE(findParts(picture(drawing::paper(2480, 3508, {0, 0, 0}))).empty());
}

TEST(PageFinder, SplitsTwoCardsOnAWhiteGlass)
{
    cv::Mat glass = drawing::paper(2480, 3508, {252, 252, 252});
    for (const cv::Point at : {cv::Point(400, 500), cv::Point(700, 1900)}) {
        cv::rectangle(glass, cv::Rect(at, cv::Size(1011, 638)), {225, 228, 215}, cv::FILLED);
        drawing::text(glass, "IDENTITY CARD", at + cv::Point(80, 200));
    }
    const auto parts = findParts(picture(glass));
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_LT(parts[0].quad[0].y, parts[1].quad[0].y);
    for (const FoundPart& part : parts) {
        EXPECT_NEAR(part.widthMm, 85.6, 0.1);
        EXPECT_NEAR(part.heightMm, 53.98, 0.1);
    }
}

TEST(Preparation, MapsBackToThePageAsAcquiredWithinHalfAMillimetre)
{
    cv::Mat page = drawing::paper(2480, 3508);
    const cv::Rect mark(700, 2100, 400, 120);
    cv::rectangle(page, mark, {0, 0, 0}, cv::FILLED);
    const Quad corners{cv::Point2d(310, 240), {2610, 330}, {2540, 3560}, {250, 3480}};
    auto scene = std::make_shared<Picture>(picture(onDesk(page, corners, {2900, 3900})));
    const auto parts = findParts(*scene);
    ASSERT_EQ(parts.size(), 1u);
    const PreparedPicture prepared(scene, parts[0], 1.5);
    const auto lines = findLines(prepared.plane(Plane::Text), prepared.dpi());
    (void)lines; // a bar is no text
    cv::Mat dark;
    cv::threshold(prepared.plane(Plane::Red), dark, 80, 255, cv::THRESH_BINARY_INV);
    const cv::Rect inner(cv::Point(300, 300), prepared.size() - cv::Size(600, 600));
    const cv::Moments seen = cv::moments(dark(inner), true);
    const cv::Point2d centre(seen.m10 / seen.m00 + 300, seen.m01 / seen.m00 + 300);
    const cv::Point2d acquired = mapped(prepared.toAcquiredPixels(), centre);
    const cv::Matx33d drawn = mapBetween(quadOf({0, 0, 2480, 3508}), corners);
    const cv::Point2d truth = mapped(drawn, {mark.x + mark.width / 2.0, mark.y + mark.height / 2.0});
    EXPECT_LT(lengthOf(acquired - truth) / 300 * 25.4, 0.5);
    const vidimus_prepared_page_t told = prepared.description();
    const double k = 25.4 / 300;
    const double w
        = told.to_acquired.m[6] * centre.x * k + told.to_acquired.m[7] * centre.y * k + told.to_acquired.m[8];
    EXPECT_NEAR(
        (told.to_acquired.m[0] * centre.x * k + told.to_acquired.m[1] * centre.y * k + told.to_acquired.m[2]) / w,
        acquired.x * k, 0.05)
        << "the transform in millimetres says the same";
    EXPECT_NEAR(told.turned_deg, -1.5, 1e-9);
}

TEST(Background, UnevenLightAndFaintPatternsBecomeWhiteAndTextStays)
{
    cv::Mat page(800, 1200, CV_8UC1);
    for (int y = 0; y < page.rows; ++y)
        for (int x = 0; x < page.cols; ++x)
            page.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(240 - x / 10 - ((x + y) % 9 == 0 ? 15 : 0));
    cv::putText(page, "Register", {200, 400}, cv::FONT_HERSHEY_COMPLEX, 4, 30, 6);
    const cv::Mat clean = withoutBackground(page);
    EXPECT_EQ(clean.at<std::uint8_t>(100, 100), 255);
    EXPECT_EQ(clean.at<std::uint8_t>(700, 1100), 255);
    EXPECT_GT(cv::countNonZero(clean < 60), 2000);
}

TEST(Lines, EachDrawnLineIsFoundOnceAndRulesAreNot)
{
    cv::Mat page = drawing::letter(), grey;
    cv::line(page, {200, 600}, {2300, 600}, {0, 0, 0}, 4);
    cv::rectangle(page, {100, 200}, {2400, 3300}, {0, 0, 0}, 3);
    cv::cvtColor(page, grey, cv::COLOR_BGR2GRAY);
    EXPECT_EQ(findLines(withoutBackground(grey), 300).size(), 10u);
    EXPECT_TRUE(findLines(cv::Mat(3508, 2480, CV_8UC1, cv::Scalar(255)), 300).empty());
    EXPECT_TRUE(findLines(cv::Mat(3508, 2480, CV_8UC1, cv::Scalar(0)), 300).empty());
}

TEST(Seals, ARoundRedStampIsFoundAndRedTextIsNone)
{
    cv::Mat page = drawing::letter();
    cv::circle(page, {1700, 2900}, 240, {50, 50, 210}, 14);
    drawing::text(page, "* * *", {1560, 2920}, 3, {50, 50, 210});
    drawing::text(page, "No. 0012345", {300, 200}, 2, {40, 40, 200});
    const auto seals = findSeals(page, 300);
    ASSERT_EQ(seals.size(), 1u);
    EXPECT_NEAR(seals[0].box.x + seals[0].box.width / 2, 1700, 20);
    EXPECT_NEAR(seals[0].box.width, 494, 30);
}

TEST(Quality, BlurRisesWithTheSpreadOfEdges)
{
    cv::Mat grey;
    cv::cvtColor(drawing::letter(), grey, cv::COLOR_BGR2GRAY);
    const cv::Rect all({}, grey.size());
    double before = edgeSpread(grey, all);
    EXPECT_LT(before, 1.5);
    for (const double sigma : {2.0, 4.0, 8.0}) {
        cv::Mat soft;
        cv::GaussianBlur(grey, soft, {}, sigma);
        const double spread = edgeSpread(soft, all);
        EXPECT_GT(spread, before);
        EXPECT_NEAR(spread, sigma, 0.6 * sigma);
        before = spread;
    }
}

TEST(Quality, GlareIsWhatIsBurntOutOnDullPaperOnly)
{
    cv::Mat dull(600, 400, CV_8UC1, cv::Scalar(190));
    EXPECT_EQ(glareShare(dull), 0);
    cv::circle(dull, {200, 200}, 60, 255, cv::FILLED);
    EXPECT_NEAR(glareShare(dull), CV_PI * 3600 / (600 * 400), 0.003);
    EXPECT_EQ(glareShare(cv::Mat(600, 400, CV_8UC1, cv::Scalar(255))), 0);
}

TEST(Quality, CountsTheSidesAtWhichASheetLeavesThePhotograph)
{
    cv::Mat scene(3000, 3000, CV_8UC3, cv::Scalar(40, 50, 60));
    scene(cv::Rect(500, 600, 2500, 2400)).setTo(cv::Scalar(240, 240, 240)); // runs out at the right and below
    EXPECT_EQ(cutPaperSides(picture(scene)), 2);
    EXPECT_EQ(cutPaperSides(picture(drawing::letter())), 0);
}

TEST(Quality, TakesNoPrintedBandForTheGroundOnWhichASheetLies)
{
    cv::Mat certificate(1748, 2480, CV_8UC3, cv::Scalar(240, 240, 240)), grey = certificate.clone();
    const std::array bands{cv::Rect(0, 0, 2480, 240), cv::Rect(0, 1600, 2480, 148)};
    for (const cv::Rect& band : bands) {
        certificate(band).setTo(cv::Scalar(110, 74, 10));
        grey(band).setTo(cv::Scalar(60, 56, 52));
    }
    EXPECT_EQ(cutPaperSides(picture(certificate)), 0) << "no scanner's ground is blue";
    EXPECT_EQ(cutPaperSides(picture(grey)), 2) << "it may be a scanner's";
    drawing::text(grey, "THE MEDICAL COUNCIL", {500, 160}, 3, {245, 245, 245});
    drawing::text(grey, "to be displayed at the place of practice", {400, 1690}, 2, {245, 245, 245});
    EXPECT_EQ(cutPaperSides(picture(grey)), 0) << "no ground bears print";
    cv::Mat desk(3000, 3000, CV_8UC3, cv::Scalar(30, 55, 90));
    desk(cv::Rect(500, 600, 2500, 2400)).setTo(cv::Scalar(240, 240, 240));
    EXPECT_EQ(cutPaperSides(picture(desk)), 2) << "a brown desk left of a sheet and above it";
}

} // namespace
} // namespace vidimus::scan
