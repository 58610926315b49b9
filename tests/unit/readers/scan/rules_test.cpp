#include "scan/rules.hpp"

#include <gtest/gtest.h>

#include <random>

namespace vidimus::scan {
namespace {

/// Looks at each pixel.
std::vector<std::array<int, 3>> allRuns(const cv::Mat& ink, int length, bool down)
{
    std::vector<std::array<int, 3>> runs;
    const int tracks = down ? ink.cols : ink.rows, pixels = down ? ink.rows : ink.cols;
    const auto isInk
        = [&](int at, int i) { return (down ? ink.at<std::uint8_t>(i, at) : ink.at<std::uint8_t>(at, i)) != 0; };
    for (int at = 0; at < tracks; ++at)
        for (int from = 0; from < pixels;) {
            int until = from;
            while (until < pixels && isInk(at, until))
                ++until;
            const bool cut = from == 0 || until == pixels;
            if (until - from >= (cut ? (length + 1) / 2 : length))
                runs.push_back({at, from, until});
            from = until + 1;
        }
    return runs;
}

TEST(Runs, AreFoundByOnePixelInSoMany)
{
    std::mt19937 random(11);
    for (int round = 0; round < 40; ++round) {
        cv::Mat ink = cv::Mat::zeros(30, 41, CV_8U);
        for (int i = 0; i < 60; ++i) {
            const cv::Point at(static_cast<int>(random() % 41), static_cast<int>(random() % 30));
            const int length = static_cast<int>(random() % 20);
            ink(cv::Rect(at, random() % 2 ? cv::Size(length, 1) : cv::Size(1, length)) & cv::Rect({}, ink.size()))
                .setTo(255);
        }
        for (const int length : {1, 2, 5, 9, 16})
            for (const bool down : {false, true}) {
                std::vector<std::array<int, 3>> found;
                for (const scan::Run& run : runsIn(ink, length, down))
                    found.push_back({run.at, run.from, run.until});
                EXPECT_EQ(found, allRuns(ink, length, down)) << round << " length " << length << (down ? " down" : "");
            }
    }
    EXPECT_TRUE(runsIn({}, 5, false).empty());
}

TEST(RulesAmongRuns, AreThinOnAverageWhereverTheyBend)
{
    cv::Mat ink = cv::Mat::zeros(60, 100, CV_8U);
    ink(cv::Rect(5, 10, 60, 2)).setTo(255); // a rule
    ink(cv::Rect(65, 12, 30, 2)).setTo(255); // which goes on a step lower, touching by a corner
    ink(cv::Rect(5, 30, 80, 9)).setTo(255); // a bar
    const auto rules = rulesAmong(runsIn(ink, 20, false), 3);
    ASSERT_EQ(rules.size(), 4u);
    EXPECT_EQ(rules.back().at, 13);
    // Alone the shorter piece is thin too; with the bar it would be one thing with it.
    ink(cv::Rect(5, 12, 80, 18)).setTo(255);
    EXPECT_TRUE(rulesAmong(runsIn(ink, 20, false), 3).empty());
}

TEST(RulesAmongRuns, AreTwoThingsWhereARowIsBetweenThem)
{
    cv::Mat ink = cv::Mat::zeros(40, 100, CV_8U);
    ink(cv::Rect(5, 5, 80, 2)).setTo(255);
    ink(cv::Rect(5, 8, 80, 12)).setTo(255); // a bar one row below
    EXPECT_EQ(rulesAmong(runsIn(ink, 20, false), 3).size(), 2u);
}

} // namespace
} // namespace vidimus::scan
