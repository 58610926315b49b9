#include "made.hpp"

#include "specimen/rendering.hpp"

#include <algorithm>

namespace vidimus::specimen {
namespace {

TEST(SpecimenFiles, SameSeedGivesTheSameBytesInEveryLayout)
{
    for (Request request : everyLayout(80)) {
        for (const FileKind kind : {FileKind::Png, FileKind::Pdf}) {
            request.kind = kind;
            EXPECT_EQ(made(request).bytes, made(request).bytes) << request.profile << " " << request.layout;
        }
    }
}

TEST(SpecimenFiles, SameSeedGivesTheSameBytesInEveryDegradation)
{
    Request request{.profile = "cn.physician-practice", .layout = "booklet"};
    request.dpi = {100};
    request.kind = FileKind::Jpeg;
    for (const std::string way : {"scan", "blur", "uneven", "dpi200", "photo", "skew", "noise", "jpeg"}) {
        request.degradations = {way};
        EXPECT_EQ(made(request).bytes, made(request).bytes) << way;
    }
}

TEST(SpecimenFiles, AnotherSeedGivesAnotherPersonAndOtherBytes)
{
    for (Request request : everyLayout(60)) {
        const Made first = made(request);
        request.seed = 12;
        const Made second = made(request);
        EXPECT_NE(first.bytes, second.bytes);
        // Papers of a product name nobody: another number.
        constexpr std::string_view names[]
            = {"holder.name.han", "holder.name.latin", "policy.insured", "product.registration-number"};
        const auto name = std::find_if(std::begin(names), std::end(names),
            [&](std::string_view id) { return fieldOf(first.truth, id) != nullptr; });
        ASSERT_NE(name, std::end(names)) << request.profile;
        ASSERT_TRUE(fieldOf(second.truth, *name)) << request.profile;
        EXPECT_NE(fieldOf(first.truth, *name)->value, fieldOf(second.truth, *name)->value) << request.profile;
    }
}

TEST(SpecimenFiles, PngStatesItsResolution)
{
    auto file = encodePng(cv::Mat(10, 20, CV_8UC3, cv::Scalar::all(200)), {300});
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->substr(37, 4), "pHYs");
    // 11811 pixels a metre = 300 dpi
    EXPECT_EQ(file->substr(41, 9), std::string("\x00\x00\x2E\x23\x00\x00\x2E\x23\x01", 9));
    const cv::Mat back = cv::imdecode(std::vector<unsigned char>(file->begin(), file->end()), cv::IMREAD_COLOR);
    EXPECT_EQ(back.cols, 20);
}

TEST(SpecimenFiles, JpegStatesItsResolution)
{
    auto file = encodeJpeg(cv::Mat(10, 20, CV_8UC3, cv::Scalar::all(200)), {200}, 90);
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->substr(13, 5), std::string("\x01\x00\xC8\x00\xC8", 5));
}

TEST(SpecimenFiles, PictureIsAsLargeAsTheTruthSays)
{
    for (const Request& request : everyLayout(90)) {
        const Made specimen = made(request);
        const cv::Mat pixels = pixelsOf(specimen);
        ASSERT_EQ(specimen.truth.pages.size(), 1u);
        const TruthPage& page = specimen.truth.pages[0];
        EXPECT_NEAR(pixels.cols / page.dpi * 25.4, page.width.value, 0.01);
        EXPECT_NEAR(pixels.rows / page.dpi * 25.4, page.height.value, 0.01);
    }
}

TEST(SpecimenFiles, CardHasTwoSidesAndBothFitOnePage)
{
    Request request{.profile = "hk.identity-card", .layout = "smart-2018", .side = "back"};
    EXPECT_TRUE(fieldOf(made(request).truth, "issuer.name"));
    request.side = "both";
    const Truth truth = made(request).truth;
    EXPECT_NEAR(truth.pages[0].width.value, 210, 0.05);
    ASSERT_TRUE(fieldOf(truth, "holder.name.han") && fieldOf(truth, "issuer.name"));
    EXPECT_LT(fieldOf(truth, "holder.name.han")->region.bottom(), fieldOf(truth, "issuer.name")->region.y);
    request.profile = "hk.doctor-practising";
    request.layout = "slip";
    EXPECT_EQ(make(request).error().kind, ErrorKind::Unsupported);
}

TEST(SpecimenFiles, UnknownNamesAreToldApart)
{
    EXPECT_EQ(make({.profile = "hk.nothing"}).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(make({.profile = "hk.identity-card", .layout = "9"}).error().kind, ErrorKind::NotFound);
    Request request{.profile = "hk.identity-card"};
    request.alterations = {"no-such"};
    EXPECT_EQ(make(request).error().kind, ErrorKind::NotFound);
    request.alterations = {"validity-shape"};
    EXPECT_EQ(make(request).error().kind, ErrorKind::Unsupported);
    request.alterations = {};
    request.degradations = {"no-such"};
    EXPECT_EQ(make(request).error().kind, ErrorKind::NotFound);
}

TEST(SpecimenFiles, ListNamesTheFixedProfilesWithTwoLayoutsOrMore)
{
    const auto list = listing();
    std::vector<std::string> ids;
    for (const auto& profile : list["profiles"]) {
        ids.push_back(profile["id"]);
        EXPECT_GE(profile["layouts"].size(), 2u) << profile["id"];
    }
    EXPECT_EQ(ids,
        (std::vector<std::string>{"cn.degree", "cn.device-registration", "cn.drug-registration", "cn.graduation",
            "cn.nurse-practice", "cn.physician-practice", "cn.physician-qualification", "cn.professional-title",
            "cn.residence-permit", "cn.resident-identity-card", "cn.short-term-practice", "gb.medical-registration",
            "hk.academy-fellowship", "hk.doctor-practising", "hk.doctor-registration", "hk.drug-registration",
            "hk.good-standing", "hk.identity-card", "hk.medical-degree", "hk.nurse-practising",
            "hk.pharmacist-practising", "hk.specialist-registration", "mo.accreditation", "mo.licence",
            "xx.certificate-of-attendance", "xx.hospital-invoice", "xx.insurance-policy", "xx.passport-td3"}));
}

TEST(SpecimenFiles, LanguagesCanBeLeftOut)
{
    Request request{.profile = "hk.pharmacist-practising", .layout = "framed"};
    request.langs = {"en"};
    const Truth truth = made(request).truth;
    EXPECT_FALSE(fieldOf(truth, "holder.name.han"));
    EXPECT_TRUE(fieldOf(truth, "holder.name.latin"));
    EXPECT_TRUE(fieldOf(truth, "valid.until"));
}

} // namespace
} // namespace vidimus::specimen
