#include "drawing.hpp"
#include "scan/clean.hpp"
#include "scan/page_finder.hpp"
#include "scan/prepare.hpp"
#include "scan/quality.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

/// Each step of preparation against a page whose truth is drawn, with the error that it may have.
namespace vidimus::scan {
namespace {

cv::Mat onDesk(const cv::Mat& paper, const Quad& corners, cv::Size desk)
{
    cv::Mat scene(desk, CV_8UC3, cv::Scalar(40, 50, 60));
    const Quad from = quadOf({0, 0, static_cast<double>(paper.cols), static_cast<double>(paper.rows)});
    cv::warpPerspective(paper, scene, mapBetween(from, corners), desk, cv::INTER_AREA, cv::BORDER_TRANSPARENT);
    return scene;
}

std::vector<PreparedPicture> prepared(const cv::Mat& colour, double dpi)
{
    const auto acquired = std::make_shared<Picture>(Picture{colour, dpi, false});
    std::vector<PreparedPicture> all;
    for (const Layout& layout : layOut(*acquired))
        all.emplace_back(acquired, layout.part, layout.across);
    return all;
}

TEST(Flattening, TakesOnlyPapersOfWhichAllCornersAreInside)
{
    const cv::Size desk(2900, 3900);
    const Quad inside{cv::Point2d(310, 240), {2610, 330}, {2540, 3560}, {250, 3480}};
    EXPECT_EQ(findParts({onDesk(drawing::letter(), inside, desk), 300, false}).size(), 1u);
    for (std::size_t corner = 0; corner < 4; ++corner) {
        Quad cut = inside;
        cut[corner] += (cut[corner] - cv::Point2d(1450, 1950)) * 0.4; // out of the picture
        EXPECT_TRUE(findParts({onDesk(drawing::letter(), cut, desk), 300, false}).empty()) << corner;
    }
}

/// A line 40 pixels high with half a line of white over and under it, on a page that goes on above and below.
class Rules : public testing::Test {
protected:
    static constexpr double height = 40;
    const cv::Rect crop{0, 60, 400, 80};
    cv::Mat page{200, 400, CV_8U, cv::Scalar(250)};
    cv::Mat blank = page.clone();

    /// How much of the crop is not as it was on that page.
    double changed(const cv::Mat& from, const cv::Mat& wanted) const
    {
        return cv::norm(withoutRules(from, crop, height), wanted(crop), cv::NORM_INF);
    }
};

TEST_F(Rules, ThatRunThroughALineAreTakenOutAndNothingElse)
{
    page(cv::Rect(100, 80, 6, 40)).setTo(10); // a stroke as high as a letter
    page(cv::Rect(350, 0, 50, 200)).setTo(60); // the edge of a picture
    cv::Mat ruled = page.clone();
    ruled(cv::Rect(20, 0, 3, 200)).setTo(90);
    EXPECT_EQ(changed(ruled, page), 0);
    EXPECT_EQ(changed(page, page), 0);
}

TEST_F(Rules, ThatTouchPrintStay)
{
    page(cv::Rect(200, 80, 30, 40)).setTo(10);
    // 十 whose upright a rule covers: without it 一 would be left. And a 1 that sticks out beside one.
    for (const cv::Rect print : {cv::Rect(90, 98, 40, 5), cv::Rect(109, 80, 5, 40)}) {
        cv::Mat touched = page.clone();
        touched(cv::Rect(108, 0, 4, 200)).setTo(60);
        touched(print).setTo(10);
        EXPECT_EQ(changed(touched, touched), 0) << print;
    }
}

TEST_F(Rules, AreLongerThanLargePrint)
{
    page(cv::Rect(100, 55, 8, 90)).setTo(10); // a figure larger than the line was taken for fills the crop
    page(cv::Rect(200, 80, 30, 40)).setTo(10);
    EXPECT_EQ(changed(page, page), 0);
}

TEST_F(Rules, AreNoGapsBetweenLightLettersOnDark)
{
    page.setTo(30);
    for (int x = 120; x < 300; x += 20)
        page(cv::Rect(x, 50, 14, 100)).setTo(240);
    EXPECT_EQ(changed(page, page), 0);
}

TEST(Deskew, LeavesATenthOfADegree)
{
    for (const double degrees : {-4.0, -0.6, 1.7, 6.0}) {
        const auto pages = prepared(drawing::turned(drawing::letter(), degrees), 300);
        ASSERT_EQ(pages.size(), 1u);
        EXPECT_NEAR(pages[0].turned(), -degrees, 0.1);
    }
}

TEST(Resolution, OfAPageIsBroughtTo300Dpi)
{
    for (const double dpi : {150.0, 200.0, 300.0, 600.0}) {
        cv::Mat page;
        cv::resize(drawing::letter(), page, {}, dpi / 300, dpi / 300, dpi > 300 ? cv::INTER_CUBIC : cv::INTER_AREA);
        const auto pages = prepared(page, dpi);
        ASSERT_EQ(pages.size(), 1u);
        EXPECT_EQ(pages[0].dpi(), 300);
        EXPECT_NEAR(pages[0].nativeDpi(), dpi, 2);
        EXPECT_NEAR(pages[0].widthMm(), 210, 0.5);
    }
}

TEST(SealOverText, VanishesInTheTextPlaneAndTheTextStays)
{
    const cv::Mat page = drawing::letter();
    cv::Mat stamped = page.clone(), red = page.clone();
    cv::circle(red, {1200, 1200}, 260, {40, 40, 215}, 40, cv::LINE_AA);
    cv::min(red, page, stamped); // ink upon ink
    const cv::Mat before = prepared(page, 300).at(0).plane(Plane::Text);
    const cv::Mat after = prepared(stamped, 300).at(0).plane(Plane::Text);
    cv::Mat difference;
    cv::absdiff(before, after, difference);
    EXPECT_LT(cv::countNonZero(difference > 64), 0.002 * CV_PI * 520 * 40) << "pixels of the seal that are left";
}

TEST(Guilloche, IsWhiteAfterCleaning)
{
    cv::Mat page = drawing::letter(), patterned = page.clone();
    for (int y = 0; y < page.rows; ++y)
        for (int x = 0; x < page.cols; ++x)
            if (std::abs(std::remainder(y + 30 * std::sin(x / 60.0), 24)) < 2)
                for (int c = 0; c < 3; ++c)
                    patterned.at<cv::Vec3b>(y, x)[c] = static_cast<std::uint8_t>(page.at<cv::Vec3b>(y, x)[c] * 0.88);
    const cv::Mat clean = prepared(patterned, 300).at(0).plane(Plane::Text);
    const cv::Mat blank = prepared(page, 300).at(0).plane(Plane::Text);
    cv::Mat paper;
    cv::compare(blank, 255, paper, cv::CMP_EQ);
    EXPECT_LT(255 - cv::mean(clean, paper)[0], 1.5) << "grey levels of pattern that are left";
}

double figure(const cv::Mat& colour, double dpi, const char* name)
{
    const auto picture = std::make_shared<Picture>(Picture{colour, dpi, false});
    std::vector<PartReader> parts;
    for (const Layout& layout : layOut(*picture))
        parts.emplace_back(PreparedPicture(picture, layout.part, 0), 0);
    return std::stod(measureQuality(*picture, parts).at(name));
}

TEST(QualityFigures, RiseWithWhatTheyMeasure)
{
    double before = -1;
    for (const double sigma : {0.0, 2.0, 4.0, 7.0}) {
        cv::Mat soft = drawing::letter();
        if (sigma > 0)
            cv::GaussianBlur(soft, soft, {}, sigma);
        const double blur = figure(soft, 300, "blur");
        EXPECT_GT(blur, before) << sigma;
        before = blur;
    }
    before = -1;
    for (const int radius : {0, 200, 400, 700}) {
        cv::Mat page = drawing::letter();
        page *= 0.75; // dull paper
        if (radius > 0)
            cv::circle(page, {1240, 1750}, radius, cv::Scalar::all(255), cv::FILLED);
        const double glare = figure(page, 300, "glare");
        EXPECT_NEAR(glare, CV_PI * radius * radius / static_cast<double>(page.total()), 0.02) << radius;
        EXPECT_GT(glare, before);
        before = glare;
    }
    for (const double dpi : {150.0, 300.0}) {
        cv::Mat page;
        cv::resize(drawing::letter(), page, {}, dpi / 300, dpi / 300, cv::INTER_AREA);
        EXPECT_NEAR(figure(page, dpi, "dpi"), dpi, 2);
    }
}

} // namespace
} // namespace vidimus::scan
