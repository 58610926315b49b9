#include "barcodes.hpp"
#include "code_candidates.hpp"
#include "drawn_page.hpp"

#include <opencv2/imgproc.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace vidimus::codes {
namespace {

struct Condition {
    const char* name;
    double dpi, moduleMm;
    bool anyAngle;
    double blur, noise; ///< sigma in pixels, in grey levels
    int black = 20, white = 250;
    bool hardForAztec = false;
};

const Condition conditions[] = {
    {"300 dpi, clean", 300, 0.5, false, 0, 0},
    {"300 dpi, scanned", 300, 0.5, false, 0.8, 8},
    {"300 dpi, scanned, any angle", 300, 0.5, true, 0.8, 8},
    {"300 dpi, dense, scanned", 300, 0.25, false, 0.8, 8, 20, 250, true},
    {"300 dpi, dense, scanned, any angle", 300, 0.25, true, 0.8, 8, 20, 250, true},
    {"300 dpi, soft and noisy, any angle", 300, 0.42, true, 1.6, 16, 20, 250, true},
    {"300 dpi, pale, any angle", 300, 0.42, true, 0.8, 8, 120, 215},
    {"200 dpi, clean", 200, 0.5, false, 0, 0},
    {"200 dpi, scanned", 200, 0.5, false, 0.8, 8},
    {"200 dpi, scanned, any angle", 200, 0.5, true, 0.8, 8},
    {"200 dpi, dense, scanned, any angle", 200, 0.34, true, 0.8, 8, 20, 250, true},
    {"200 dpi, soft and noisy, any angle", 200, 0.5, true, 1.2, 16, 20, 250, true},
};

const char* const formats[] = {"QRCode", "DataMatrix", "PDF417", "Aztec", "Code128"};

std::string payload(const std::string& format, cv::RNG& random)
{
    std::string text = format == "Code128" ? "CERT-" : "https://verify.example.edu/c?id=";
    const int length = format == "Code128" ? 8 : random.uniform(6, 40);
    for (int i = 0; i < length; ++i)
        text += static_cast<char>('0' + random.uniform(0, 10));
    return text;
}

/// Text, a frame, and one symbol of each kind in a field of its own, at a place and angle drawn by lot.
cv::Mat pageUnder(const Condition& condition, cv::RNG& random, std::map<std::string, std::string>& truth)
{
    cv::Mat page = blankPage(210, 297, condition.dpi);
    page.setTo(condition.white);
    drawParagraphs(page, condition.dpi, condition.black);
    std::vector<int> fields{0, 1, 2, 3, 4, 5};
    for (std::size_t i = fields.size(); i > 1; --i)
        std::swap(fields[i - 1], fields[static_cast<std::size_t>(random.uniform(0, static_cast<int>(i)))]);
    std::size_t next = 0;
    for (const char* format : formats) {
        const int field = fields[next++];
        const cv::Point2d centre(
            57 + field % 2 * 96 + random.uniform(-6.0, 6.0), 60 + field / 2 * 88 + random.uniform(-6.0, 6.0));
        const double degrees = condition.anyAngle ? random.uniform(0.0, 360.0) : random.uniform(-1.0, 1.0);
        const std::string text = payload(format, random);
        truth[text] = format;
        drawSymbol(
            page, format, text, centre, condition.moduleMm, degrees, condition.dpi, condition.black, condition.white);
    }
    return scanned(page, condition.blur, condition.noise, static_cast<std::uint64_t>(random.uniform(1, 1 << 20)));
}

/// Of one symbology: drawn and found.
struct Count {
    int drawn = 0, found = 0;
    double share() const { return drawn ? static_cast<double>(found) / drawn : 0; }
};

class Recall : public testing::TestWithParam<Condition> { };

TEST_P(Recall, OfEachSymbologyOnAPageOfPrint)
{
    constexpr int pages = 2;
    const Condition& condition = GetParam();
    cv::RNG random(1234);
    std::map<std::string, Count> counts;
    for (int i = 0; i < pages; ++i) {
        std::map<std::string, std::string> truth;
        const cv::Mat page = pageUnder(condition, random, truth);
        for (const auto& [text, format] : truth)
            ++counts[format].drawn;
        for (const Barcode& code : findBarcodes(page, condition.dpi)) {
            const auto at = truth.find(code.text);
            ASSERT_NE(at, truth.end()) << "invented: " << code.symbology << ' ' << code.text;
            EXPECT_EQ(at->second, code.symbology);
            ++counts[code.symbology].found;
        }
    }
    for (const auto& [format, count] : counts) {
        // ZXing 1.4 reads an Aztec code only where its modules are larger than blur.
        if (format == "Aztec" && condition.hardForAztec)
            continue;
        EXPECT_EQ(count.share(), 1) << format << ", " << condition.name;
    }
}

INSTANTIATE_TEST_SUITE_P(Conditions, Recall, testing::ValuesIn(conditions),
    [](const auto& info) { return "Number" + std::to_string(info.index + 1); });

TEST(CodeCandidates, PrintHasNone)
{
    cv::Mat page = blankPage(210, 297, 300);
    EXPECT_TRUE(findCandidates(page, 300).empty());
    drawParagraphs(page, 300, 20);
    EXPECT_TRUE(findCandidates(scanned(page), 300).empty());
    EXPECT_TRUE(findCandidates(scanned(turned(page, 8)), 300).empty());
    cv::rectangle(page, {150, 150}, {2300, 3300}, 60, 12);
    cv::rectangle(page, {600, 600}, {1200, 1400}, 90, cv::FILLED);
    EXPECT_TRUE(findCandidates(scanned(page), 300).empty());
}

TEST(CodeCandidates, LieAlongTheCodesEdges)
{
    for (const double degrees : {0.0, 12.0, 31.0, 44.0}) {
        cv::Mat page = blankPage(210, 297, 300);
        drawParagraphs(page, 300, 20);
        drawSymbol(page, "DataMatrix", "REG M12345 / 2026", {120, 130}, 0.4, degrees, 300);
        const auto found = findCandidates(scanned(page), 300);
        ASSERT_FALSE(found.empty()) << degrees; // the largest first; some print may hang on it
        EXPECT_NEAR(std::remainder(found.back().box.angle - degrees, 90), 0, 3);
        EXPECT_NEAR(found.back().box.center.x * 25.4 / 300, 120, 2);
        EXPECT_NEAR(found.back().box.center.y * 25.4 / 300, 130, 2);
        EXPECT_FALSE(found.back().bars);
    }
}

TEST(Barcodes, QrCodesOfModulesOfAMillimetreAreFound)
{
    cv::Mat page = blankPage(210, 297, 300);
    drawParagraphs(page, 300, 20);
    drawSymbol(page, "QRCode", "https://verify.example.edu/c?id=1", {70, 200}, 1.1, 3, 300);
    ASSERT_EQ(findBarcodes(scanned(page), 300).size(), 1u);
}

} // namespace
} // namespace vidimus::codes
