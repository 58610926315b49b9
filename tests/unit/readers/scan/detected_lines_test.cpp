#include "drawing.hpp"

#include "scan/detected_lines.hpp"

#include <gtest/gtest.h>

namespace {

using namespace vidimus;

scan::PreparedPicture prepared(const cv::Mat& page)
{
    auto picture = std::make_shared<scan::Picture>();
    picture->colour = page;
    picture->dpi = 300;
    const scan::FoundPart whole{
        scan::quadOf({0, 0, 1.0 * page.cols, 1.0 * page.rows}), picture->widthMm(), picture->heightMm(), false};
    return {picture, whole, 0};
}

scan::FoundLine line(const cv::Rect& box)
{
    scan::FoundLine found;
    found.box = box;
    found.height = box.height;
    found.pieces = 4;
    return found;
}

/// "Sex" with "F" close below it.
cv::Mat labelOverValue()
{
    cv::Mat page = scan::drawing::paper(1200, 600);
    scan::drawing::text(page, "Sex", {300, 240}, 2);
    scan::drawing::text(page, "F M", {300, 300}, 2);
    return page;
}

TEST(DetectedLines, PartALineThatIsTwo)
{
    const auto page = prepared(labelOverValue());
    const std::vector<cv::Rect2d> detected{{295, 188, 140, 58}, {295, 248, 140, 58}};
    const auto lines = scan::mendedLines(page, {line({300, 192, 130, 110})}, detected, false);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_LT(lines[0].box.br().y, 250);
    EXPECT_GE(lines[1].box.y, 248);
}

TEST(DetectedLines, PartALineThatIsTwoHoweverWideTheDetectorBoxes)
{
    const auto page = prepared(labelOverValue());
    const std::vector<cv::Rect2d> detected{{293, 172, 144, 74}, {293, 246, 144, 83}};
    EXPECT_EQ(scan::mendedLines(page, {line({300, 192, 130, 110})}, detected, false).size(), 2u);
}

TEST(DetectedLines, LeaveALineThatTheDetectorSeesAsOne)
{
    const auto page = prepared(labelOverValue());
    const auto lines = scan::mendedLines(page, {line({300, 192, 130, 110})}, {{295, 188, 140, 118}}, false);
    EXPECT_EQ(lines.size(), 1u);
}

TEST(DetectedLines, FindPrintThatWasTakenForOrnament)
{
    const auto page = prepared(labelOverValue());
    const auto lines = scan::mendedLines(page, {}, {{295, 188, 140, 58}}, false);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_NEAR(lines[0].box.x, 300, 12);
}

} // namespace
