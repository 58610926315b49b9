#include "filler_shapes.hpp"

#include "drawn_page.hpp"
#include "mrz_band.hpp"

#include <gtest/gtest.h>

namespace vidimus::codes {
namespace {

const std::string second = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

cv::Mat printed(const std::string& names, const char* font)
{
    cv::Mat page = blankPage(125, 88, 300);
    drawZone(page, {names, second}, font, 6, 72, 300);
    const cv::Mat grey = scanned(page);
    const auto bands = findBands(grey, 300);
    return bands.empty() ? cv::Mat() : grey(bands[0].lines.front()).clone();
}

class FillerShapes : public testing::TestWithParam<const char*> { };

TEST_P(FillerShapes, ALetterThatLooksLikeTheFillersAroundItIsOne)
{
    const std::string names = "P<UTOTSE<<SIN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<";
    const cv::Mat line = printed(names, GetParam());
    ASSERT_FALSE(line.empty());
    for (const char letter : {'K', 'C', 'X'})
        for (const std::size_t place : {std::size_t(14), std::size_t(20)}) {
            std::string read = names;
            read[place] = letter;
            EXPECT_EQ(withFillersByShape(line, read), names) << letter << " at " << place;
        }
}

TEST_P(FillerShapes, AnInitialThatIsPrintedStays)
{
    for (const char letter : {'K', 'C', 'X', 'L', 'E'}) {
        std::string names = "P<UTOTSE<<SIN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<";
        names[14] = letter;
        const cv::Mat line = printed(names, GetParam());
        ASSERT_FALSE(line.empty());
        EXPECT_EQ(withFillersByShape(line, names), names);
    }
}

TEST_P(FillerShapes, AFillerBetweenNamesIsFoundAndLettersOfNamesStay)
{
    const std::string names = "P<UTOKWOK<<SZE<CHEUK<LEX<GRACE<<<<<<<<<<<<<<";
    const cv::Mat line = printed(names, GetParam());
    ASSERT_FALSE(line.empty());
    EXPECT_EQ(withFillersByShape(line, names), names);
    std::string read = names;
    read[1] = 'K';
    read[9] = 'S';
    read[14] = 'K';
    EXPECT_EQ(withFillersByShape(line, read), names);
}

INSTANTIATE_TEST_SUITE_P(Faces, FillerShapes, testing::Values("OCR B", "Liberation Mono", "DejaVu Sans Mono"));

TEST(FillerShapesWithoutFillers, ChangeNothing)
{
    const cv::Mat blank(40, 800, CV_8UC1, cv::Scalar(255));
    EXPECT_EQ(withFillersByShape(blank, "P<UTOTSE<<SIN<K<<<<<"), "P<UTOTSE<<SIN<K<<<<<");
    EXPECT_EQ(withFillersByShape(blank, ""), "");
}

} // namespace
} // namespace vidimus::codes
