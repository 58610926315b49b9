#include "drawing.hpp"
#include "scan/key_points.hpp"
#include "scan/page_reader.hpp"
#include "scan/registration.hpp"
#include "scan/scan_reader.hpp"
#include "specimen/print_and_scan.hpp"
#include "specimen/specimen.hpp"
#include "support/reading_host.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace vidimus::scan {
namespace {

constexpr double tolerated = 12 * 25.4 / 300; ///< millimetres: twelve pixels at 300 dpi

struct Drawn {
    cv::Mat pixels;
    std::vector<Region> fields; ///< millimetres on the page
};

/// The page of a design, one holder a seed.
Drawn drawn(const std::string& profile, const std::string& layout, std::uint64_t seed)
{
    specimen::Request request;
    request.profile = profile;
    request.layout = layout;
    request.seed = seed;
    const auto made = specimen::make(request);
    EXPECT_TRUE(made.ok()) << profile << " " << layout;
    Drawn page;
    page.pixels = cv::imdecode(std::vector<char>(made->bytes.begin(), made->bytes.end()), cv::IMREAD_COLOR);
    for (const auto& field : made->truth.fields)
        page.fields.push_back(field.region);
    return page;
}

PreparedPicture prepared(const cv::Mat& pixels, double dpi = 300)
{
    const auto picture = std::make_shared<Picture>(pictureOf(pixels, dpi));
    const Layout layout = layOut(*picture).at(0);
    return PreparedPicture(picture, layout.part, layout.across);
}

/// An exemplar of a page as it was drawn: the page's millimetres are its own.
struct Exemplar {
    std::vector<vidimus_key_point_t> points;
    vidimus_exemplar_t raw{};

    explicit Exemplar(const Drawn& page)
    {
        // Strips of the page beside its fields.
        const double width = page.pixels.cols * 25.4 / 300, height = page.pixels.rows * 25.4 / 300;
        std::vector<vidimus_region_t> wording;
        constexpr double step = 2;
        for (double y = 0; y < height; y += step)
            for (double x = 0; x < width; x += step) {
                const Region tile{{x}, {y}, {step}, {step}};
                if (std::none_of(page.fields.begin(), page.fields.end(),
                        [&](const Region& field) { return !intersected(field, tile).empty(); }))
                    wording.push_back({x, y, step, step});
            }
        points = keyPointsOf(
            PreparedPicture(std::make_shared<Picture>(pictureOf(page.pixels, 300)),
                {quadOf({0, 0, static_cast<double>(page.pixels.cols), static_cast<double>(page.pixels.rows)}), width,
                    height, false},
                0),
            ofExemplar, wording);
        raw = {width, height, points.data(), points.size(), nullptr, 0};
    }
    Exemplar(const Exemplar&) = delete;
};

/// How far, at most, nine spots of the drawn page are from where the registration puts them, millimetres.
double worst(const Registration& found, const PreparedPicture& page, const specimen::Acquired& acquired, double dpi,
    const vidimus_exemplar_t& exemplar)
{
    const cv::Matx33d toPrepared = inUnits(page.toAcquiredPixels(), page.dpi() / 25.4, dpi / 25.4).inv();
    double most = 0;
    for (const double across : {0.15, 0.5, 0.85})
        for (const double down : {0.15, 0.5, 0.85}) {
            const cv::Point2d spot(across * exemplar.width_mm, down * exemplar.height_mm);
            const Point there = acquired.fromPage({{spot.x}, {spot.y}});
            const cv::Point2d truth = mapped(toPrepared, cv::Point2d(there.x.value, there.y.value));
            most = std::max(most, lengthOf(mapped(found.toPage, spot) - truth));
        }
    return most;
}

class RegistrationIn : public testing::TestWithParam<const char*> { };

TEST_P(RegistrationIn, LaysAnotherHoldersPageOntoTheDesign)
{
    const Exemplar exemplar(drawn("hk.doctor-practising", "statute", 11));
    const Drawn page = drawn("hk.doctor-practising", "statute", 21);
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        specimen::Acquired acquired{page.pixels.clone(), {300}, {}, {}};
        specimen::degradation(GetParam())->apply(acquired, specimen::Random(seed));
        const PreparedPicture picture = prepared(acquired.pixels, acquired.dpi.value);
        const auto found = registered(exemplar.raw, keyPointsOf(picture, ofPage));
        ASSERT_TRUE(found) << GetParam() << " " << seed;
        EXPECT_LT(worst(*found, picture, acquired, acquired.dpi.value, exemplar.raw), tolerated)
            << GetParam() << " " << seed << ", inliers " << found->inliers;
    }
}

INSTANTIATE_TEST_SUITE_P(EachDegradation, RegistrationIn,
    testing::Values("clean", "scan", "blur", "uneven", "dpi200", "photo", "skew"),
    [](const auto& info) { return std::string(info.param); });

TEST(Registration, RefusesOtherDesigns)
{
    const Exemplar statute(drawn("hk.doctor-practising", "statute", 11));
    const Exemplar card(drawn("hk.identity-card", "smart-2018", 11));
    const std::pair<const char*, const char*> others[]{{"hk.doctor-practising", "boxes"},
        {"hk.doctor-practising", "slip"}, {"hk.pharmacist-practising", "framed"}, {"hk.nurse-practising", "columns"},
        {"cn.physician-practice", "sheet"}, {"gb.medical-registration", "certificate"},
        {"xx.certificate-of-attendance", "course"}};
    for (const auto& [profile, layout] : others) {
        const auto points = keyPointsOf(prepared(drawn(profile, layout, 31).pixels), ofPage);
        EXPECT_FALSE(registered(statute.raw, points)) << profile << " " << layout;
        EXPECT_FALSE(registered(card.raw, points)) << profile << " " << layout;
    }
}

TEST(Registration, RefusesBlankAndTexturedPages)
{
    const Exemplar exemplar(drawn("hk.doctor-practising", "statute", 11));
    cv::Mat noise = drawing::paper(2480, 3508), bricks = noise.clone();
    cv::RNG random(7);
    random.fill(noise, cv::RNG::NORMAL, 180, 40);
    for (int y = 0; y < bricks.rows; y += 80)
        for (int x = y / 80 % 2 * 60; x < bricks.cols; x += 120)
            cv::rectangle(bricks, {x, y}, {x + 110, y + 70}, cv::Scalar::all(random.uniform(40, 160)), -1);
    for (const cv::Mat& page : {drawing::paper(2480, 3508), noise, bricks, drawing::letter()})
        EXPECT_FALSE(registered(exemplar.raw, keyPointsOf(prepared(page), ofPage)));
}

TEST(Registration, RefusesThePageUpsideDownAndAPieceOfIt)
{
    const Drawn page = drawn("hk.doctor-practising", "statute", 11);
    const Exemplar exemplar(page);
    cv::Mat turned, shrunk = drawing::paper(page.pixels.cols, page.pixels.rows), half;
    cv::rotate(page.pixels, turned, cv::ROTATE_180);
    cv::resize(page.pixels, half, {}, 0.6, 0.6, cv::INTER_AREA);
    half.copyTo(shrunk({0, 0, half.cols, half.rows}));
    EXPECT_FALSE(registered(exemplar.raw, keyPointsOf(prepared(turned), ofPage)));
    EXPECT_FALSE(registered(exemplar.raw, keyPointsOf(prepared(shrunk), ofPage)));
}

TEST(KeyPoints, LieInTheWordingAloneAndTellNothingOfWhatStandsBesideIt)
{
    const cv::Mat page = drawing::letter();
    cv::Mat other = page.clone();
    const cv::Rect below(0, page.rows / 2, page.cols, page.rows - page.rows / 2);
    other(below).setTo(cv::Scalar::all(250));
    drawing::text(other, "quite another holder's name", {200, page.rows / 2 + 300});
    const vidimus_region_t upper[]{{0, 0, 210, 297.0 / 2 - 1}};
    const auto one = keyPointsOf(prepared(page), ofExemplar, upper),
               two = keyPointsOf(prepared(other), ofExemplar, upper);
    ASSERT_GT(one.size(), 100u);
    ASSERT_EQ(one.size(), two.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_LT(one[i].y_mm, 297.0 / 2);
        EXPECT_TRUE(std::equal(one[i].descriptor, one[i].descriptor + 32, two[i].descriptor)) << i;
    }
}

TEST(RegistrationPass, WithoutAnExemplarIsNotSupported)
{
    const support::ReadingHost host;
    const auto bytes = drawing::encoded(".png", drawing::letter());
    const auto session = ScanReader().open(bytes, "image/png", {});
    support::CollectingSink collected;
    auto sink = collected.sink();
    for (const char* what : {"registration", "key-points"}) {
        sdk::PassRequest request;
        request.what = what;
        EXPECT_THROW(session->run(request, sink), sdk::Failure) << what;
    }
}

} // namespace
} // namespace vidimus::scan
