#include "ppocr/line_detector.hpp"
#include "ppocr/model_files.hpp"
#include "ppocr/ppocr_engine.hpp"
#include "ppocr/seen_words.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <cstdlib>
#include <random>

namespace vidimus::ppocr_engine {
namespace {

/// Rows of probabilities over: nothing, A, B, 中, blank.
class Decoding : public testing::Test {
protected:
    static std::vector<SeenCharacter> seenIn(
        const std::vector<std::array<float, 5>>& rows, const std::vector<char>& allowed = {})
    {
        cv::Mat steps(static_cast<int>(rows.size()), 5, CV_32F);
        for (int y = 0; y < steps.rows; ++y)
            for (int x = 0; x < steps.cols; ++x)
                steps.at<float>(y, x) = rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
        return decoded(steps, 8, allowed, {"A", "B", "中"});
    }
    static constexpr std::array<float, 5> nothing{0.9F, 0, 0, 0, 0}, a{0, 0.8F, 0.1F, 0, 0}, b{0, 0.2F, 0.7F, 0, 0},
        han{0, 0, 0, 0.95F, 0}, blank{0, 0, 0, 0, 0.9F};
};

TEST_F(Decoding, RepeatedStepsAreOneCharacterAndAnEmptyStepPartsTwo)
{
    const auto seen = seenIn({a, a, nothing, a, b});
    ASSERT_EQ(seen.size(), 3u);
    EXPECT_EQ(seen[0].text + seen[1].text + seen[2].text, "AAB");
    EXPECT_DOUBLE_EQ(seen[0].begin, 0);
    EXPECT_DOUBLE_EQ(seen[0].end, 16);
    EXPECT_DOUBLE_EQ(seen[1].begin, 24);
}

TEST_F(Decoding, ACharacterOutsideTheAlphabetIsReadAsTheLikestInsideWithItsOwnSmallConfidence)
{
    const auto seen = seenIn({b}, {1, 1, 0, 0, 1});
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0].text, "A");
    EXPECT_NEAR(seen[0].confidence, 0.2, 1e-6);
}

TEST_F(Decoding, LettersAreWordsAndHanCharactersStandAlone)
{
    const auto line = lineOf(seenIn({a, b, blank, han, nothing, han, a}), 48);
    EXPECT_EQ(line.text, "AB 中中A");
    ASSERT_EQ(line.words.size(), 4u);
    EXPECT_EQ(line.words[0].text, "AB");
    EXPECT_NEAR(line.words[0].confidence, 0.7, 1e-6) << "a word is as sure as its least sure letter";
    EXPECT_DOUBLE_EQ(line.words[1].x, 24);
}

TEST_F(Decoding, TheNextLikelyLineDiffersInTheMostDoubtfulCharacter)
{
    EXPECT_EQ(nextLikely(seenIn({a, nothing, b})).text, "AA");
    EXPECT_TRUE(nextLikely(seenIn({han})).text.empty());
}

TEST(LineMap, CoresGrowBackToLinesInReadingOrder)
{
    cv::Mat map = cv::Mat::zeros(200, 400, CV_32F);
    map(cv::Rect(220, 52, 120, 10)).setTo(0.9F); // right of the next one, a little higher
    map(cv::Rect(20, 54, 150, 10)).setTo(0.9F);
    map(cv::Rect(20, 120, 300, 10)).setTo(0.8F);
    map(cv::Rect(20, 160, 300, 10)).setTo(0.35F); // too faint to be a line
    const auto lines = linesOfMap(map);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_LT(lines[0].box.x, 20);
    EXPECT_GT(lines[1].box.x, 200);
    EXPECT_GT(lines[2].box.y, 100);
    EXPECT_NEAR(lines[0].box.height, 25, 4);
}

/// Text drawn with OpenCV's own strokes: no font is needed.
sdk::Image drawn(const std::string& text, int height)
{
    int base = 0;
    const double scale = height / 21.0;
    const cv::Size size = cv::getTextSize(text, cv::FONT_HERSHEY_SIMPLEX, scale, 2, &base);
    cv::Mat picture(size.height + 2 * base, size.width + 2 * base, CV_8U, cv::Scalar(255));
    cv::putText(picture, text, {base, size.height + base / 2}, cv::FONT_HERSHEY_SIMPLEX, scale, 0, 2, cv::LINE_AA);
    sdk::Image image;
    image.width = static_cast<std::uint32_t>(picture.cols);
    image.height = static_cast<std::uint32_t>(picture.rows);
    image.pixels.assign(picture.begin<std::uint8_t>(), picture.end<std::uint8_t>());
    return image;
}

class Models : public testing::Test {
protected:
    static PpocrEngine& engine()
    {
        static PpocrEngine* const instance = [] {
            ::setenv("VIDIMUS_PPOCR_MODELS", VIDIMUS_BUILD_DIR "/packs/vidimus.ppocr/models", 1);
            auto* const made = new PpocrEngine;
            made->load();
            return made;
        }();
        return *instance;
    }
};

TEST_F(Models, ALineIsReadWithThePlacesOfItsWords)
{
    const sdk::Image image = drawn("M12345 Registrar", 30);
    const auto read = engine().recognise(image.view(), {"eng", {}, true});
    ASSERT_EQ(read.lines.size(), 1u);
    EXPECT_EQ(read.lines[0].text, "M12345 Registrar");
    EXPECT_GT(read.lines[0].confidence, 0.8);
    ASSERT_EQ(read.lines[0].words.size(), 2u);
    EXPECT_LT(read.lines[0].words[0].x, 30);
    EXPECT_NEAR(read.lines[0].words[1].x, image.width * 0.45, image.width * 0.1);
}

TEST_F(Models, LinesOfAPageAreFoundWhereTheyStand)
{
    cv::Mat page(900, 700, CV_8U, cv::Scalar(250));
    cv::putText(page, "Certificate of Registration", {80, 200}, cv::FONT_HERSHEY_SIMPLEX, 1.2, 0, 2, cv::LINE_AA);
    cv::putText(page, "Number 20417", {80, 500}, cv::FONT_HERSHEY_SIMPLEX, 1.2, 0, 2, cv::LINE_AA);
    const vidimus_image_t image{page.data, 700, 900, page.step[0], VIDIMUS_GREY8, 150};
    const auto found = engine().detectLines(image);
    ASSERT_EQ(found.lines.size(), 2u);
    EXPECT_NEAR(found.lines[0].y + found.lines[0].height / 2, 188, 12);
    EXPECT_NEAR(found.lines[1].y + found.lines[1].height / 2, 488, 12);
    EXPECT_NEAR(found.lines[1].x, 80, 20);
}

TEST_F(Models, BarePaperIsNoText)
{
    std::mt19937 random(7);
    sdk::Image paper;
    paper.width = 800;
    paper.height = 600;
    for (std::uint32_t i = 0; i < paper.width * paper.height; ++i)
        paper.pixels.push_back(static_cast<std::uint8_t>(225 + random() % 20));
    EXPECT_TRUE(engine().recognise(paper.view(), {{}, {}, false}).lines.empty());
    EXPECT_TRUE(engine().detectLines(paper.view()).lines.empty());
}

TEST_F(Models, TheVersionNamesTheFilesByTheirDigest)
{
    EXPECT_NE(engine().version().find("data:"), std::string::npos)
        << "run bash tests/run where npm packages can be fetched";
    EXPECT_TRUE(digestOf({"/nowhere"}).empty());
}

TEST(MissingModels, AreNamedWithTheCommandThatBringsThem)
{
    ::setenv("VIDIMUS_PPOCR_MODELS", "/nowhere", 1);
    PpocrEngine engine;
    try {
        engine.load();
        FAIL();
    } catch (const sdk::Failure& failure) {
        EXPECT_EQ(failure.status(), VIDIMUS_UNAVAILABLE);
        EXPECT_NE(std::string(failure.what()).find("libonnxruntime.so"), std::string::npos);
        EXPECT_NE(std::string(failure.what()).find("host/start"), std::string::npos);
    }
}

} // namespace
} // namespace vidimus::ppocr_engine
