#include "drawing.hpp"
#include "ppocr/ppocr_engine.hpp"
#include "scan/scan_reader.hpp"
#include "scan/script.hpp"
#include "scan/seal_reader.hpp"
#include "specimen/ornaments.hpp"
#include "support/reading_host.hpp"
#include "tesseract/tesseract_engine.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include <cairo.h>

#include <algorithm>
#include <cmath>

namespace vidimus::scan {
namespace {

/// The page with a seal as the specimen program stamps it.
cv::Mat stamped(const cv::Mat& page, const specimen::Seal& seal, double dpi)
{
    cv::Mat four, result;
    cv::cvtColor(page, four, cv::COLOR_BGR2BGRA);
    cairo_surface_t* surface = cairo_image_surface_create_for_data(
        four.data, CAIRO_FORMAT_RGB24, four.cols, four.rows, static_cast<int>(four.step[0]));
    cairo_t* cairo = cairo_create(surface);
    cairo_scale(cairo, dpi / 72, dpi / 72);
    {
        specimen::Canvas canvas(cairo, {});
        drawSeal(canvas, seal);
    }
    cairo_surface_flush(surface);
    cv::cvtColor(four, result, cv::COLOR_BGRA2BGR);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return result;
}

cv::Mat scanned(const cv::Mat& page)
{
    cv::Mat soft, grain(page.size(), CV_16SC3), result;
    cv::GaussianBlur(page, soft, {}, 0.8);
    cv::RNG random(5);
    random.fill(grain, cv::RNG::NORMAL, 0, 6);
    cv::add(soft, grain, result, {}, CV_8U);
    return result;
}

/// Insertions, losses and changes, by the length of the truth.
double errorOf(const std::string& read, const std::string& truth)
{
    const auto a = charactersOf(read), b = charactersOf(truth);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return static_cast<double>(row.back()) / static_cast<double>(b.size());
}

class SealReader : public testing::Test {
protected:
    SealReader()
    {
        static tesseract_engine::TesseractEngine* const engine = [] {
            auto* const made = new tesseract_engine::TesseractEngine;
            made->load();
            return made;
        }();
        static ppocr_engine::PpocrEngine* const pages = []() -> ppocr_engine::PpocrEngine* {
            ::setenv("VIDIMUS_PPOCR_MODELS", VIDIMUS_BUILD_DIR "/packs/vidimus.ppocr/models", 1);
            auto* const made = new ppocr_engine::PpocrEngine;
            try {
                made->load();
            } catch (const sdk::Failure&) {
                return nullptr; // not installed: the other engine reads seals too
            }
            return made;
        }();
        host.engine = engine;
        if (pages)
            host.others["vidimus.ppocr"] = pages;
    }
    static SealText read(const cv::Mat& page, double dpi, const std::string& languages)
    {
        const auto seals = findSeals(page, dpi);
        EXPECT_EQ(seals.size(), 1u);
        return seals.empty() ? SealText{} : readSeal({page, dpi, false}, seals[0], languages);
    }
    support::ReadingHost host;
};

struct Issuer {
    const char *name, *lang, *engine;
};
constexpr Issuer issuers[] = {
    {"深圳市福田区卫生健康局", "zh-Hans", "chi_sim"},
    {"广东省卫生健康委员会", "zh-Hans", "chi_sim"},
    {"中华人民共和国国家卫生健康委员会", "zh-Hans", "chi_sim"},
    {"中山大学附属第一医院", "zh-Hans", "chi_sim"},
    {"澳門特別行政區衛生局", "zh-Hant", "chi_tra"},
};

cv::Mat textBelow(double dpi)
{
    cv::Mat page = drawing::paper(static_cast<int>(100 / 25.4 * dpi), static_cast<int>(80 / 25.4 * dpi));
    for (int y = 1; y < 8; ++y)
        drawing::text(page, "issued on 12 December", {20, static_cast<int>(y * 10 / 25.4 * dpi)}, dpi / 250);
    return page;
}

TEST_F(SealReader, RecoversTheIssuersNameFromItsRing)
{
    double errors = 0;
    int counted = 0, silent = 0;
    for (const Issuer& issuer : issuers)
        for (const double dpi : {300.0, 200.0})
            for (const double turn : {0.0, -14.0}) {
                specimen::Seal seal{specimen::at(50, 40), 42, issuer.name};
                seal.lang = issuer.lang;
                seal.turn = Degrees{turn};
                const SealText text = read(scanned(stamped(textBelow(dpi), seal, dpi)), dpi, {});
                if (text.text.empty()) {
                    ++silent;
                    continue;
                }
                errors += errorOf(text.text, issuer.name);
                ++counted;
            }
    // The default engine alone loses some letters of a ring.
    EXPECT_LE(silent, host.others.empty() ? 6 : 1);
    ASSERT_GT(counted, 0);
    EXPECT_LT(errors / counted, host.others.empty() ? 0.25 : 0.04);
}

TEST_F(SealReader, ReadsTheLineAcrossTheMiddleToo)
{
    specimen::Seal seal{specimen::at(50, 40), 42, "广东省卫生健康委员会"};
    seal.below = "专用章";
    const SealText text = read(scanned(stamped(textBelow(300), seal, 300)), 300, "chi_sim");
    EXPECT_LT(errorOf(text.text, "广东省卫生健康委员会\n专用章"), 0.15);
}

TEST_F(SealReader, InventsNothingWhereNoTextIs)
{
    cv::Mat bare = drawing::paper(1200, 1000), blot = bare.clone(), rays = bare.clone();
    cv::circle(bare, {600, 500}, 240, {50, 50, 210}, 14);
    EXPECT_EQ(read(scanned(bare), 300, {}).text, "");
    cv::circle(rays, {600, 500}, 240, {50, 50, 210}, 14);
    for (int i = 0; i < 60; ++i)
        cv::line(rays, cv::Point(600 + cvRound(150 * std::cos(i * 0.09)), 500 + cvRound(150 * std::sin(i * 0.09))),
            cv::Point(600 + cvRound(200 * std::cos(i * 0.09)), 500 + cvRound(200 * std::sin(i * 0.09))), {50, 50, 210},
            4, cv::LINE_AA);
    EXPECT_EQ(read(scanned(rays), 300, {}).text, "");
    specimen::Seal seal{specimen::at(50, 40), 42, "广东省卫生健康委员会"};
    cv::Mat soft = stamped(textBelow(300), seal, 300);
    cv::GaussianBlur(soft, soft, {}, 14);
    EXPECT_EQ(read(soft, 300, {}).text, "") << "beyond reading";
}

TEST_F(SealReader, UnrollsFromTheGapOnAndTellsTheTurn)
{
    for (const double turn : {0.0, -30.0, 40.0}) {
        specimen::Seal seal{specimen::at(50, 40), 42, "广东省卫生健康委员会"};
        seal.turn = Degrees{turn};
        const cv::Mat page = stamped(textBelow(300), seal, 300);
        const SealPicture cut = sealPicture({page, 300, false}, findSeals(page, 300).at(0));
        const UnrolledRing ring = unrolledRing(cut);
        ASSERT_FALSE(ring.line.empty());
        EXPECT_NEAR(ring.turn, turn, 4);
        EXPECT_GT(ring.line.cols, 6 * ring.line.rows);
    }
}

TEST_F(SealReader, TheMarksPassTellsTheTextAndTheTextPassOnlyTheSeal)
{
    specimen::Seal seal{specimen::at(50, 40), 42, "广东省卫生健康委员会"};
    cv::Mat page = drawing::letter();
    page = stamped(page, seal, 300);
    const auto bytes = drawing::encoded(".png", page);
    const auto session = ScanReader().open(bytes, "image/png", {});
    for (const char* what : {"text", "marks"}) {
        support::CollectingSink collected;
        auto sink = collected.sink();
        sdk::PassRequest request;
        request.what = what;
        session->run(request, sink);
        ASSERT_EQ(collected.pass.marks.size(), 1u) << what;
        EXPECT_EQ(collected.pass.marks[0].kind, "seal");
        EXPECT_EQ(collected.pass.marks[0].text.empty(), request.what == "text");
    }
}

} // namespace
} // namespace vidimus::scan
