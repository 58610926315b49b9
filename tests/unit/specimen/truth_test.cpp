#include "made.hpp"

#include <opencv2/imgproc.hpp>

#include <set>

namespace vidimus::specimen {
namespace {

constexpr double dpi = 130;

/// Where two pictures differ, in millimetres.
Region difference(const cv::Mat& a, const cv::Mat& b)
{
    cv::Mat apart, grey;
    cv::absdiff(a, b, apart);
    cv::cvtColor(apart, grey, cv::COLOR_BGR2GRAY);
    const cv::Rect box = cv::boundingRect(grey > 12);
    const Dpi scale{dpi};
    return {scale.length(box.x), scale.length(box.y), scale.length(box.width), scale.length(box.height)};
}

/// Layouts in which each field stands for itself: taking one away moves no other.
const std::set<std::string> separate{
    "electronic", "booklet", "sheet", "boxes", "framed", "smart-2018", "smart-2003", "portrait-left", "portrait-right"};

TEST(SpecimenTruth, RegionIsWhereTheInkOfTheFieldIs)
{
    int compared = 0;
    for (Request request : everyLayout(dpi)) {
        if (!separate.contains(request.layout))
            continue;
        const Made whole = made(request);
        const cv::Mat with = pixelsOf(whole);
        std::set<std::string> twice;
        for (const PlacedField& field : whole.truth.fields) {
            // The photo follows the sex; a field printed twice is taken away in both places.
            const auto same = [&](const PlacedField& other) { return other.id == field.id; };
            if (field.id == "holder.sex"
                || std::count_if(whole.truth.fields.begin(), whole.truth.fields.end(), same) > 1)
                continue;
            if (field.id == "issuer.name"
                || (request.profile == "cn.physician-qualification" && field.id == "issue.date"))
                continue; // the seal, or who supervised the printing, follows them
            request.alterations = {"missing-field:" + field.id};
            const Region ink = difference(with, pixelsOf(made(request)));
            const std::string what = request.profile + " " + request.layout + " " + field.id;
            EXPECT_NEAR(ink.x.value, field.region.x.value, 0.3) << what;
            EXPECT_NEAR(ink.y.value, field.region.y.value, 0.3) << what;
            EXPECT_NEAR(ink.width.value, field.region.width.value, 0.5) << what;
            EXPECT_NEAR(ink.height.value, field.region.height.value, 0.5) << what;
            ++compared;
        }
    }
    EXPECT_GT(compared, 80);
}

TEST(SpecimenTruth, FieldsLieOnThePageAndHaveValues)
{
    for (Request request : everyLayout(60))
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            request.seed = seed;
            const Truth truth = made(request).truth;
            EXPECT_EQ(truth.kind, request.profile == "xx.certificate-of-attendance" ? "foreign" : "genuine");
            for (const PlacedField& field : truth.fields) {
                const std::string what = request.profile + " " + request.layout + " " + field.id;
                EXPECT_GE(field.region.x.value, 0) << what;
                EXPECT_GE(field.region.y.value, 0) << what;
                EXPECT_LE(field.region.right(), truth.pages[0].width) << what << " " << field.text;
                EXPECT_LE(field.region.bottom(), truth.pages[0].height) << what;
                EXPECT_FALSE(field.value.empty()) << what;
            }
        }
}

TEST(SpecimenTruth, LanguageBelongsOnlyToFieldsThatArePrintedInSeveral)
{
    int issuers = 0;
    for (const Request& request : everyLayout(40))
        for (const PlacedField& field : made(request).truth.fields) {
            if (field.id == "issuer.name" && !field.lang.empty())
                ++issuers;
            if (!hasLanguage(field.id)) {
                EXPECT_EQ(field.lang, "") << request.profile << " " << request.layout << " " << field.id;
            }
        }
    EXPECT_GE(issuers, 16); // two in each layout of Hong Kong's certificates, one in each of the mainland's
}

TEST(SpecimenTruth, IssuerIsAsPrintedInCapitals)
{
    Request request{.profile = "hk.doctor-practising", .layout = "statute"};
    request.dpi = {60};
    const Truth truth = made(request).truth;
    const auto issuer = std::find_if(truth.fields.begin(), truth.fields.end(),
        [](const PlacedField& field) { return field.id == "issuer.name" && field.lang == "en"; });
    ASSERT_NE(issuer, truth.fields.end());
    EXPECT_EQ(issuer->value, "THE MEDICAL COUNCIL OF HONG KONG");
    EXPECT_EQ(issuer->value, issuer->text);
}

TEST(SpecimenTruth, SamePersonStandsOnAllDocuments)
{
    Request request{.profile = "hk.identity-card", .layout = "smart-2018"};
    request.seed = 70;
    request.personSeed = 9;
    request.dpi = {60};
    request.data.set("holder.id-kind", "hkid");
    const Truth card = made(request).truth;
    request.profile = "cn.physician-qualification";
    request.layout = "electronic";
    request.seed = 71;
    const Truth qualification = made(request).truth;
    EXPECT_EQ(fieldOf(card, "holder.id-number")->value, fieldOf(qualification, "holder.id-number")->value);
    EXPECT_EQ(fieldOf(card, "holder.birth-date")->value, fieldOf(qualification, "holder.birth-date")->value);
    EXPECT_EQ(fieldOf(card, "holder.sex")->value, fieldOf(qualification, "holder.sex")->value);
}

TEST(SpecimenTruth, JsonHoldsWhatTheTruthHolds)
{
    Request request{.profile = "hk.doctor-practising", .layout = "boxes"};
    request.alterations = {"expired"};
    request.degradations = {"scan"};
    request.dpi = {100};
    const Truth truth = made(request).truth;
    const auto json = toJson(truth);
    EXPECT_EQ(json["kind"], "altered");
    EXPECT_EQ(json["alterations"][0]["check"], "in-force");
    EXPECT_EQ(json["alterations"][0]["reason"], "expired");
    EXPECT_EQ(json["degradations"][0], "scan");
    EXPECT_EQ(json["fields"].size(), truth.fields.size());
    EXPECT_EQ(json["fields"][0]["regionMm"].size(), 4u);
}

} // namespace
} // namespace vidimus::specimen
