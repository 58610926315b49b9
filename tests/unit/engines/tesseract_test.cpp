#include "tesseract/han_zero.hpp"
#include "tesseract/language_sets.hpp"
#include "tesseract/tesseract_engine.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>

namespace vidimus::tesseract_engine {
namespace {

/// Five by seven dots a digit, enlarged: drawn without any font.
sdk::Image drawnDigits(const std::vector<std::array<const char*, 7>>& glyphs, std::uint32_t dot)
{
    sdk::Image image;
    image.width = static_cast<std::uint32_t>(glyphs.size() * 7 + 6) * dot;
    image.height = 15 * dot;
    image.pixels.assign(std::size_t(image.width) * image.height, 255);
    for (std::size_t g = 0; g < glyphs.size(); ++g)
        for (std::uint32_t row = 0; row < 7; ++row)
            for (std::uint32_t column = 0; column < 5; ++column)
                if (glyphs[g][row][column] == '#')
                    for (std::uint32_t y = 0; y < dot; ++y)
                        for (std::uint32_t x = 0; x < dot; ++x)
                            image.pixels[((row + 4) * dot + y) * image.width
                                + (static_cast<std::uint32_t>(g) * 7 + 4 + column) * dot + x]
                                = 0;
    return image;
}
constexpr std::array<const char*, 7> one{"  #  ", " ##  ", "  #  ", "  #  ", "  #  ", "  #  ", " ### "};
constexpr std::array<const char*, 7> seven{"#####", "    #", "   # ", "  #  ", "  #  ", " #   ", " #   "};
constexpr std::array<const char*, 7> four{"   # ", "  ## ", " # # ", "#  # ", "#####", "   # ", "   # "};

class Engine : public testing::Test {
protected:
    static TesseractEngine& engine()
    {
        static TesseractEngine* const instance = [] {
            auto* const made = new TesseractEngine;
            made->load();
            return made;
        }();
        return *instance;
    }
};

TEST_F(Engine, ReadsALineOfDigitsWithItsPlace)
{
    const sdk::Image image = drawnDigits({four, seven, one, four}, 4);
    const auto read = engine().recognise(image.view(), {"eng", "0123456789", true});
    ASSERT_EQ(read.lines.size(), 1u);
    EXPECT_EQ(read.lines[0].text, "4714");
    EXPECT_GT(read.lines[0].confidence, 0.3);
    EXPECT_LE(read.lines[0].confidence, 1.0);
    ASSERT_FALSE(read.lines[0].words.empty());
    EXPECT_NEAR(read.lines[0].words[0].x, 16, 12);
    EXPECT_NEAR(read.lines[0].words[0].y, 16, 12);
}

TEST_F(Engine, ReturnsOnlyCharactersOfTheAlphabet)
{
    const sdk::Image image = drawnDigits({four, seven, one, four}, 4);
    for (const auto& line : engine().recognise(image.view(), {"chi_tra+eng", "47", true}).lines)
        for (const char c : line.text)
            EXPECT_TRUE(c == '4' || c == '7' || c == ' ') << line.text;
    EXPECT_EQ(engine().recognise(image.view(), {"eng", "0123456789", true}).lines.at(0).text, "4714")
        << "an alphabet must not outlive its request";
}

TEST_F(Engine, ReadsNothingOnBlankBlackOrNearlyEvenPictures)
{
    for (const int level : {255, 0, 128}) {
        sdk::Image image;
        image.width = 400;
        image.height = 60;
        image.pixels.assign(400 * 60, static_cast<std::uint8_t>(level));
        EXPECT_TRUE(engine().recognise(image.view(), {"chi_tra+eng", {}, true}).lines.empty()) << level;
        EXPECT_TRUE(engine().recognise(image.view(), {"eng", {}, false}).lines.empty()) << level;
        EXPECT_TRUE(engine().detectLines(image.view()).lines.empty()) << level;
    }
}

TEST_F(Engine, TellsItsVersionAndData)
{
    EXPECT_NE(engine().version().find("data:"), std::string::npos);
    EXPECT_GE(engine().languages().size(), 4u);
}

TEST(LanguageSets, TheNearestLoadedSetServes)
{
    const auto& sets = wantedSets();
    EXPECT_EQ(nearestSet("chi_sim+eng", sets), "chi_sim+eng");
    EXPECT_EQ(nearestSet("chi_sim", sets), "chi_sim");
    EXPECT_EQ(nearestSet("por", sets), "por+eng");
    EXPECT_EQ(nearestSet("eng", sets), "eng");
    EXPECT_EQ(nearestSet("chi_tra+por+eng", sets), "chi_tra+por");
    EXPECT_EQ(nearestSet("fra", sets), "eng") << "no set shares a language: the smallest";
    EXPECT_EQ(nearestSet("", sets), sets.front());
}

TEST(HanZero, IsRestoredBesideHanNumeralsOnly)
{
    EXPECT_EQ(withHanZero("二OO一年"), "二〇〇一年");
    EXPECT_EQ(withHanZero("二0一○年"), "二〇一〇年");
    EXPECT_EQ(withHanZero("2000年"), "2000年");
    EXPECT_EQ(withHanZero("PPB0一"), "PPB0一");
    EXPECT_EQ(withHanZero("MOON"), "MOON");
    EXPECT_EQ(withHanZero(""), "");
}

} // namespace
} // namespace vidimus::tesseract_engine
