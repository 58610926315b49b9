#include "drawing.hpp"

#include "scan/prepare.hpp"
#include "scan/reversed_print.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace {

using namespace vidimus;

constexpr double dpi = 300;

/// White paper of A5 across with a band at its top and a line of letters at the given place.
cv::Mat sheet(const cv::Scalar& band, const cv::Scalar& print, const cv::Point& at = {200, 190})
{
    cv::Mat page(1748, 2480, CV_8UC3, cv::Scalar(245, 248, 246));
    page({0, 0, 2480, 300}).setTo(band);
    cv::putText(page, "MEDICAL COUNCIL", at, cv::FONT_HERSHEY_SIMPLEX, 3, print, 9, cv::LINE_AA);
    return page;
}

scan::PreparedPicture prepared(const cv::Mat& page)
{
    auto picture = std::make_shared<scan::Picture>();
    picture->colour = page;
    picture->dpi = dpi;
    const scan::FoundPart whole{
        scan::quadOf({0, 0, 1.0 * page.cols, 1.0 * page.rows}), picture->widthMm(), picture->heightMm(), false};
    return {picture, whole, 0};
}

double inkShare(const cv::Mat& plane, const cv::Rect& where)
{
    return cv::countNonZero(plane(where) < 128) / static_cast<double>(where.area());
}

const cv::Rect printed(190, 110, 1500, 90), besideIt(1900, 40, 500, 220);

TEST(ReversedPrint, IsBlackOnWhiteInEveryPlaneWhateverTheBandsColour)
{
    const cv::Scalar bands[] = {{96, 72, 12}, {20, 60, 140}, {60, 90, 40}, {30, 30, 30}, {120, 20, 110}};
    for (const cv::Scalar& band : bands) {
        const auto page = prepared(sheet(band, {255, 255, 255}));
        for (const auto plane : {scan::Plane::Text, scan::Plane::Red, scan::Plane::Grey, scan::Plane::Ink}) {
            const double ink = inkShare(page.plane(plane), printed);
            EXPECT_GT(ink, 0.08) << band << " plane " << static_cast<int>(plane);
            EXPECT_LT(ink, 0.5) << band << " plane " << static_cast<int>(plane);
            EXPECT_LT(inkShare(page.plane(plane), besideIt), 0.005) << band << " plane " << static_cast<int>(plane);
        }
    }
}

TEST(ReversedPrint, InGoldIsTakenFromTheChannelThatTellsItApart)
{
    const auto page = prepared(sheet({110, 40, 20}, {60, 180, 220}));
    const double ink = inkShare(page.plane(scan::Plane::Text), printed);
    EXPECT_GT(ink, 0.08);
    EXPECT_LT(ink, 0.5);
}

TEST(ReversedPrint, KeepsWhatIsPrintedDarkOnTheSameGround)
{
    for (const double level : {110., 130., 145.}) {
        cv::Mat page = sheet(cv::Scalar::all(level), {255, 255, 255});
        cv::putText(page, "No. M12345", {1800, 190}, cv::FONT_HERSHEY_SIMPLEX, 3, {5, 5, 5}, 9, cv::LINE_AA);
        EXPECT_GT(inkShare(prepared(page).plane(scan::Plane::Text), {1790, 110, 600, 90}), 0.05) << level;
    }
}

TEST(ReversedPrint, LeavesTheLuminanceAsItWasTaken)
{
    const cv::Mat page = sheet({96, 72, 12}, {255, 255, 255});
    cv::Mat grey, difference;
    cv::cvtColor(page, grey, cv::COLOR_BGR2GRAY);
    cv::absdiff(prepared(page).plane(scan::Plane::Luminance), grey, difference);
    EXPECT_EQ(cv::countNonZero(difference), 0);
}

TEST(ReversedPrint, IsNotLookedForOnAScreenOfDots)
{
    cv::Mat dots(1600, 1200, CV_8UC3, cv::Scalar(40, 40, 40));
    for (int y = 3; y < dots.rows; y += 6)
        for (int x = 3; x < dots.cols; x += 6)
            dots.at<cv::Vec3b>(y, x) = {255, 255, 255};
    EXPECT_TRUE(scan::findReversedPrint(dots, 100).empty());
}

TEST(ReversedPrint, IsNotLookedForWhereNothingIsPrintedOnTheDark)
{
    EXPECT_TRUE(scan::findReversedPrint(sheet({30, 30, 30}, {30, 30, 30}), dpi).empty());
    cv::Mat black(800, 600, CV_8UC3, cv::Scalar::all(4)), white(800, 600, CV_8UC3, cv::Scalar::all(250));
    EXPECT_TRUE(scan::findReversedPrint(black, 100).empty());
    EXPECT_TRUE(scan::findReversedPrint(white, 100).empty());
}

TEST(ReversedPrint, LeavesPaperAndDarkPrintAsTheyAre)
{
    const cv::Mat plain = sheet({245, 248, 246}, {20, 20, 20});
    EXPECT_TRUE(scan::findReversedPrint(plain, dpi).empty());
    const auto page = prepared(sheet({96, 72, 12}, {20, 20, 20}, {200, 900}));
    EXPECT_GT(inkShare(page.plane(scan::Plane::Text), {190, 820, 1500, 90}), 0.08);
}

TEST(ReversedPrint, IsNoneOnASquareStampOfRed)
{
    cv::Mat page = sheet({245, 248, 246}, {20, 20, 20});
    page({1000, 800, 420, 420}).setTo(cv::Scalar(40, 30, 190));
    cv::putText(page, "AB", {1060, 1100}, cv::FONT_HERSHEY_SIMPLEX, 7, {245, 248, 246}, 24);
    EXPECT_TRUE(scan::findReversedPrint(page, dpi).empty());
}

} // namespace
