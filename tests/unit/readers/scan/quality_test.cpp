#include "drawing.hpp"
#include "scan/clean.hpp"
#include "scan/cut_edges.hpp"
#include "scan/fading.hpp"
#include "scan/quality.hpp"

#include <gtest/gtest.h>

namespace vidimus::scan {
namespace {

constexpr double dpi = 300;

struct Page {
    explicit Page(const cv::Mat& colour)
    {
        cv::cvtColor(colour, grey, cv::COLOR_BGR2GRAY);
        clean = withoutBackground(grey);
        lines = findLines(clean, dpi);
    }
    int cutSides() const { return cutPrintSides(clean, grey, lines, dpi); }
    double faded() const { return fadedShare(grey, lines, dpi); }
    cv::Mat grey, clean;
    std::vector<FoundLine> lines;
};

Quality qualityOf(const cv::Mat& colour)
{
    auto picture = std::make_shared<Picture>();
    picture->colour = colour;
    picture->dpi = dpi;
    std::vector<PartReader> parts;
    for (const Layout& layout : layOut(*picture))
        parts.emplace_back(PreparedPicture(picture, layout.part, 0), 0);
    return measureQuality(*picture, parts);
}

/// A lamp's reflection: added light, and nothing above white.
cv::Mat lit(const cv::Mat& page, cv::Size axes)
{
    cv::Mat spot(page.size(), CV_8UC1, cv::Scalar(0)), three, result;
    cv::ellipse(spot, {page.cols / 2, page.rows / 2}, axes, 20, 0, 360, cv::Scalar(255), cv::FILLED);
    cv::GaussianBlur(spot, spot, {}, page.cols / 50.0);
    cv::cvtColor(spot, three, cv::COLOR_GRAY2BGR);
    cv::add(page, three, result);
    return result;
}

TEST(Blur, OfAPageWithoutAnEdgeIsGreatHoweverLargeTheBlotsAre)
{
    cv::Mat page = drawing::letter(), grain(page.size(), CV_16SC3), soft;
    EXPECT_LT(std::stod(qualityOf(page).at("blur")), 0.3);
    cv::GaussianBlur(page, soft, {}, 1.5); // slightly out of focus: easily read
    EXPECT_LT(std::stod(qualityOf(soft).at("blur")), 0.5);
    cv::GaussianBlur(page, soft, {}, 9);
    cv::RNG random(1);
    random.fill(grain, cv::RNG::NORMAL, 0, 3);
    cv::add(soft, grain, soft, {}, CV_8U);
    EXPECT_GT(std::stod(qualityOf(soft).at("blur")), 0.7);
}

TEST(Blur, IsToldWhereNoLineIsLeftAndNotOfAnEmptyPage)
{
    cv::Mat page = drawing::paper(1200, 800);
    EXPECT_EQ(qualityOf(page).count("blur"), 0u);
    drawing::text(page, "certificate", {150, 400}, 3);
    cv::GaussianBlur(page, page, {}, 40);
    const auto quality = qualityOf(page);
    EXPECT_EQ(quality.at("lines"), "0");
    ASSERT_EQ(quality.count("blur"), 1u);
    EXPECT_GT(std::stod(quality.at("blur")), 0.7);
}

TEST(Glare, OnWhitePaperIsWherePrintFadesAway)
{
    const cv::Mat page = drawing::letter();
    EXPECT_EQ(Page(page).faded(), 0);
    const double share = Page(lit(page, {700, 900})).faded();
    EXPECT_GT(share, 0.05);
    EXPECT_LT(share, CV_PI * 700 * 900 / static_cast<double>(page.total()));
}

TEST(Glare, PrintThatEndsOrThatAWhiteLabelCoversHasNotFaded)
{
    cv::Mat page = drawing::letter();
    page(cv::Rect(900, 800, 900, 1500)).setTo(cv::Scalar(255, 255, 255));
    EXPECT_EQ(Page(page).faded(), 0);
}

TEST(CutEdges, TextThatRunsOutOfThePictureIsToldSideBySide)
{
    const cv::Mat page = drawing::letter();
    EXPECT_EQ(Page(page).cutSides(), 0);
    EXPECT_EQ(Page(page(cv::Rect(0, 0, 1100, 3508)).clone()).cutSides(), 1);
    EXPECT_EQ(Page(page(cv::Rect(700, 0, 1780, 3508)).clone()).cutSides(), 1);
    const int middleOfALine = page.rows / 8 + page.rows / 14 - 20;
    EXPECT_EQ(Page(page(cv::Rect(0, middleOfALine, 2480, 1900)).clone()).cutSides(), 1);
}

TEST(CutEdges, FramesThatEndAtOneSideOnlyAreCutAndBandsAcrossThePageAreNot)
{
    cv::Mat page = drawing::paper(2480, 1800);
    cv::rectangle(page, {200, 300}, {2300, 700}, {90, 90, 90}, 3);
    cv::rectangle(page, {200, 900}, {2300, 1300}, {90, 90, 90}, 3);
    EXPECT_EQ(Page(page).cutSides(), 0);
    EXPECT_EQ(Page(page(cv::Rect(0, 0, 1600, 1800)).clone()).cutSides(), 1);
    cv::Mat band = drawing::letter();
    band(cv::Rect(0, 0, 2480, 130)).setTo(cv::Scalar(120, 70, 20));
    cv::line(band, {0, 300}, {2480, 300}, {90, 90, 90}, 3);
    cv::line(band, {0, 330}, {2480, 330}, {90, 90, 90}, 3);
    EXPECT_EQ(Page(band).cutSides(), 0);
}

} // namespace
} // namespace vidimus::scan
