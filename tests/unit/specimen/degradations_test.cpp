#include "specimen/print_and_scan.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace vidimus::specimen {
namespace {

constexpr double dpi = 150, discMm = 3;

/// White paper with black discs at known places.
cv::Mat paperWithDiscs(double widthMm, double heightMm, const std::vector<Point>& places)
{
    const Dpi scale{dpi};
    cv::Mat paper(static_cast<int>(std::lround(scale.pixels({heightMm}))),
        static_cast<int>(std::lround(scale.pixels({widthMm}))), CV_8UC3, cv::Scalar::all(255));
    // Shift 4: sixteenths of a pixel; OpenCV counts from pixel centres.
    const auto fixed
        = [&](Millimetres length) { return static_cast<int>(std::lround((scale.pixels(length) - 0.5) * 16)); };
    for (const Point& place : places)
        cv::circle(paper, {fixed(place.x), fixed(place.y)}, static_cast<int>(scale.pixels({discMm}) * 16),
            cv::Scalar::all(0), cv::FILLED, cv::LINE_AA, 4);
    return paper;
}

/// The middle of the dark in a window around a place.
Point darkMiddle(const Acquired& page, Point expected)
{
    const double half = page.dpi.pixels({discMm * 1.6}), x = page.dpi.pixels(expected.x),
                 y = page.dpi.pixels(expected.y);
    const cv::Rect window = cv::Rect(static_cast<int>(x - half), static_cast<int>(y - half), static_cast<int>(2 * half),
                                static_cast<int>(2 * half))
        & cv::Rect({}, page.pixels.size());
    cv::Mat grey, dark;
    cv::cvtColor(page.pixels(window), grey, cv::COLOR_BGR2GRAY);
    cv::threshold(grey, dark, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    const cv::Moments moments = cv::moments(dark, true);
    return {page.dpi.length(window.x + moments.m10 / moments.m00 + 0.5),
        page.dpi.length(window.y + moments.m01 / moments.m00 + 0.5)};
}

class EveryDegradation : public testing::TestWithParam<std::string> { };

TEST_P(EveryDegradation, MapsThePageToWhereItWent)
{
    for (const auto& [width, height] : {std::pair(210.0, 297.0), std::pair(85.6, 54.0)}) {
        const std::vector<Point> places{{{15}, {12}}, {{width - 14}, {13}}, {{width / 2}, {height / 2}},
            {{16}, {height - 12}}, {{width - 13}, {height - 14}}};
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            Acquired page{paperWithDiscs(width, height, places), {dpi}, {}};
            degradation(GetParam())->apply(page, Random(seed));
            for (const Point& place : places) {
                const Point expected = page.fromPage(place), found = darkMiddle(page, expected);
                EXPECT_NEAR(found.x.value, expected.x.value, 0.25) << "seed " << seed;
                EXPECT_NEAR(found.y.value, expected.y.value, 0.25) << "seed " << seed;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(SpecimenDegradations, EveryDegradation,
    testing::Values("clean", "scan", "blur", "uneven", "dpi200", "photo", "skew", "noise", "jpeg"),
    [](const auto& info) { return info.param; });

TEST(SpecimenDegradations, UnevenLightFallsOff)
{
    Acquired page{paperWithDiscs(210, 297, {}), {dpi}, {}};
    degradation("uneven")->apply(page, Random(4));
    cv::Mat grey, coarse;
    cv::cvtColor(page.pixels, grey, cv::COLOR_BGR2GRAY);
    cv::resize(grey, coarse, {8, 8}, 0, 0, cv::INTER_AREA);
    double darkest = 0, brightest = 0;
    cv::minMaxLoc(coarse, &darkest, &brightest);
    EXPECT_LT(darkest, 0.8 * brightest);
}

TEST(SpecimenDegradations, Dpi200IsAtTwoHundred)
{
    Acquired page{paperWithDiscs(210, 297, {}), {300}, {}};
    degradation("dpi200")->apply(page, Random(4));
    EXPECT_DOUBLE_EQ(page.dpi.value, 200);
}

TEST(SpecimenDegradations, PhotoShowsADarkDeskAllAround)
{
    Acquired page{paperWithDiscs(210, 297, {}), {dpi}, {}};
    degradation("photo")->apply(page, Random(4));
    cv::Mat grey;
    cv::cvtColor(page.pixels, grey, cv::COLOR_BGR2GRAY);
    for (const cv::Rect& edge : {cv::Rect(0, 0, grey.cols, 10), cv::Rect(0, grey.rows - 10, grey.cols, 10),
             cv::Rect(0, 0, 10, grey.rows), cv::Rect(grey.cols - 10, 0, 10, grey.rows)})
        EXPECT_LT(cv::mean(grey(edge))[0], 110);
}

TEST(SpecimenDegradations, PhotoShowsTheDeskBesideRoundCorners)
{
    const double width = 85.6, height = 54;
    for (const double radius : {0.0, 3.2}) {
        Acquired page{paperWithDiscs(width, height, {}), {dpi}, {}, {radius}};
        degradation("photo")->apply(page, Random(4));
        cv::Mat grey;
        cv::cvtColor(page.pixels, grey, cv::COLOR_BGR2GRAY);
        const auto at = [&](double x, double y) {
            const Point place = page.fromPage({{x}, {y}});
            return grey.at<unsigned char>(
                static_cast<int>(page.dpi.pixels(place.y)), static_cast<int>(page.dpi.pixels(place.x)));
        };
        for (const double x : {0.5, width - 0.5})
            for (const double y : {0.5, height - 0.5})
                EXPECT_EQ(at(x, y) < 110, radius > 0) << radius << " mm, at " << x << ", " << y;
        EXPECT_GT(at(1.6, 1.6), 120);
        EXPECT_GT(at(0.5, 27), 120);
    }
}

TEST(SpecimenDegradations, CutOffLeavesLessOfThePage)
{
    Acquired page{paperWithDiscs(210, 297, {}), {dpi}, {}};
    const int before = page.pixels.cols;
    degradation("cut-off")->apply(page, Random(4));
    EXPECT_LT(page.pixels.cols, 0.71 * before);
}

} // namespace
} // namespace vidimus::specimen
