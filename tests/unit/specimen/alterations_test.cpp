#define ZX_USE_UTF8 1 // texts as UTF-8 strings, as later releases have them

#include "made.hpp"

#include "specimen/alterations.hpp"

#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <array>
#include <set>

namespace vidimus::specimen {
namespace {

using Values = std::map<std::pair<std::string, std::string>, std::string>;

Values valuesOf(const Truth& truth)
{
    Values values;
    for (const PlacedField& field : truth.fields)
        values[{field.id, field.lang}] = field.value;
    return values;
}

Request request(std::string profile, std::string layout, std::string alteration, std::string idKind = "")
{
    Request request{.profile = std::move(profile), .layout = std::move(layout)};
    request.seed = 21;
    request.dpi = {60};
    if (!alteration.empty())
        request.alterations = {std::move(alteration)};
    if (!idKind.empty())
        request.data.set("holder.id-kind", idKind);
    return request;
}

std::string valueOf(const Truth& truth, std::string_view id)
{
    const PlacedField* field = fieldOf(truth, id);
    return field ? field->value : "";
}

std::string codeOn(const cv::Mat& pixels)
{
    const ZXing::ImageView view(pixels.data, pixels.cols, pixels.rows, ZXing::ImageFormat::BGR);
    return ZXing::ReadBarcode(view).text();
}

/// Alters, and compares. \return false where the document has nothing that could be changed so.
bool changesOnlyWhatItSays(Request altered, const Alteration& alteration, const Values& before)
{
    altered.alterations = {std::string(alteration.name)};
    const auto result = make(altered);
    if (!result) {
        EXPECT_EQ(result.error().kind, ErrorKind::Unsupported) << result.error().message;
        return false;
    }
    const Values after = valuesOf(result->truth);
    const AlterationRecord& record = result->truth.alterations.at(0);
    EXPECT_EQ(record.check, alteration.check);
    for (const auto& [key, value] : before) {
        const auto now = after.find(key);
        const bool same = now != after.end() && now->second == value;
        const bool named = std::find(record.fields.begin(), record.fields.end(), key.first) != record.fields.end();
        EXPECT_TRUE(same || named) << alteration.name << " " << altered.profile << " " << altered.layout << " "
                                   << key.first;
    }
    return true;
}

/// Every alteration on every document, by holders of both kinds of number, changes the fields that it says, and no
/// other.
TEST(SpecimenAlterations, ChangeWhatTheySayAndNothingElse)
{
    std::map<std::string, int> applied;
    for (const Request& layout : everyLayout(30))
        for (const std::string kind : {"hkid", "cn-resident-id"}) {
            const bool mainland = layout.profile.starts_with("cn.");
            if (!mainland && kind != "hkid")
                continue;
            Request plain = request(layout.profile, layout.layout, "", mainland ? kind : "");
            // One deciding date: a design that was called in has another one when it is meant to expire.
            plain.asOf = Date::of(2025, 2, 20);
            const Values before = valuesOf(made(plain).truth);
            // Without an identity number the second holder's paper is the first's.
            if (kind != "hkid" && !before.contains({"holder.id-number", ""}))
                continue;
            for (const Alteration& alteration : alterations())
                applied[std::string(alteration.name)] += changesOnlyWhatItSays(plain, alteration, before) ? 1 : 0;
        }
    for (const Alteration& alteration : alterations())
        EXPECT_GT(applied[std::string(alteration.name)], 0) << alteration.name << " applies to no document";
}

TEST(SpecimenAlterations, CheckDigitIsWrongAfterwards)
{
    const Truth card = made(request("hk.identity-card", "smart-2018", "check-digit")).truth;
    const std::string hkid = valueOf(card, "holder.id-number");
    EXPECT_NE(hkid[8], hkidCheckCharacter(hkid.substr(0, 7)));
    const Truth sheet = made(request("cn.physician-practice", "sheet", "check-digit", "cn-resident-id")).truth;
    const std::string number = valueOf(sheet, "holder.id-number");
    EXPECT_NE(number[17], residentCheckCharacter(number.substr(0, 17)));
    EXPECT_TRUE(valueOf(sheet, "qualification.number").ends_with(number))
        << "the code must agree, or it would be found instead";
}

TEST(SpecimenAlterations, MrzCheckDigitIsWrongAfterwards)
{
    const std::string before = valueOf(made(request("xx.passport-td3", "portrait-left", "")).truth, "mrz.lines");
    const std::string after
        = valueOf(made(request("xx.passport-td3", "portrait-left", "mrz-check-digit")).truth, "mrz.lines");
    EXPECT_EQ(before.substr(0, 88), after.substr(0, 88));
    EXPECT_NE(before.back(), after.back());
}

TEST(SpecimenAlterations, MrzOfAGenuinePassportHolds)
{
    for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u}) {
        Request genuine = request("xx.passport-td3", "portrait-left", "");
        genuine.seed = seed;
        const Truth truth = made(genuine).truth;
        const std::string lines = valueOf(truth, "mrz.lines");
        ASSERT_EQ(lines.size(), 89u);
        const std::string line = lines.substr(45);
        EXPECT_EQ(line.substr(0, 9), valueOf(truth, "document.number"));
        EXPECT_EQ(line[9], mrzCheckDigit(line.substr(0, 9)));
        EXPECT_EQ(line[43], mrzCheckDigit(line.substr(0, 10) + line.substr(13, 7) + line.substr(21, 22)));
    }
}

TEST(SpecimenAlterations, DatesStandWhereTheirNamesSay)
{
    const std::string asOf = "2026-11-22";
    const Truth expired = made(request("hk.doctor-practising", "boxes", "expired")).truth;
    EXPECT_LT(valueOf(expired, "valid.until"), asOf);
    EXPECT_TRUE(valueOf(expired, "valid.until").ends_with("-12-31"));
    const Truth early = made(request("hk.doctor-practising", "boxes", "not-yet-valid")).truth;
    EXPECT_GT(valueOf(early, "valid.from"), asOf);
    EXPECT_LE(valueOf(early, "issue.date"), asOf);
    const Truth shape = made(request("hk.pharmacist-practising", "framed", "validity-shape")).truth;
    EXPECT_FALSE(valueOf(shape, "valid.until").ends_with("-12-31"));
    EXPECT_GT(valueOf(shape, "valid.until"), asOf);
    const Truth future = made(request("cn.physician-practice", "sheet", "in-the-future")).truth;
    EXPECT_GT(valueOf(future, "issue.date"), asOf);
    const Truth order = made(request("hk.doctor-practising", "boxes", "out-of-order")).truth;
    EXPECT_LT(valueOf(order, "valid.until"), valueOf(order, "valid.from"));
}

TEST(SpecimenAlterations, CalledInDesignIsJudgedBeforeThatDayUnlessItIsToExpire)
{
    EXPECT_EQ(made(request("hk.identity-card", "smart-2003", "")).truth.asOf, "2025-03-12");
    EXPECT_EQ(made(request("hk.identity-card", "smart-2003", "expired")).truth.asOf, "2026-11-22");
}

TEST(SpecimenAlterations, EmbeddedIdentityNoLongerIsTheHoldersNumber)
{
    const Truth truth = made(request("cn.physician-qualification", "electronic", "embedded-identity", "hkid")).truth;
    EXPECT_EQ(valueOf(truth, "document.number").find(bareHkid(valueOf(truth, "holder.id-number"))), std::string::npos);
    EXPECT_TRUE(valueOf(truth, "document.number").ends_with("0000000HKG"));
}

TEST(SpecimenAlterations, MissingFieldIsTheOneThatWasNamed)
{
    const Truth truth = made(request("cn.physician-practice", "sheet", "missing-field:practice.place")).truth;
    EXPECT_FALSE(fieldOf(truth, "practice.place"));
    EXPECT_TRUE(fieldOf(truth, "practice.scope"));
    EXPECT_EQ(make(request("cn.physician-practice", "sheet", "missing-field:valid.until")).error().kind,
        ErrorKind::Unsupported);
}

TEST(SpecimenAlterations, CalledInCardDoesNotExpireBeforeItsDay)
{
    Request card = request("hk.identity-card", "smart-2003", "expired");
    for (const auto& [birth, last, first] :
        {std::tuple("1969-12-31", "2025-10-11", "2025-10-12"), std::tuple("1970-01-01", "2025-05-11", "2025-05-12")}) {
        card.data.set("holder.birth-date", birth);
        card.asOf = Date::parse(last);
        const auto refused = make(card);
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().kind, ErrorKind::Unsupported);
        EXPECT_NE(refused.error().message.find("smart-2003"), std::string::npos) << refused.error().message;
        EXPECT_NE(refused.error().message.find(last), std::string::npos) << refused.error().message;
        card.asOf = Date::parse(first);
        const Truth truth = made(card).truth;
        ASSERT_EQ(truth.alterations.size(), 1u);
        EXPECT_TRUE(truth.alterations[0].fields.empty()) << "the paper itself is as it was";
        EXPECT_EQ(truth.kind, "altered");
    }
}

TEST(SpecimenAlterations, AreRefusedWhereTheLayoutDoesNotPrintThem)
{
    const auto refuses = [](Request request, std::string_view field) {
        const auto result = make(request);
        ASSERT_FALSE(result.ok()) << request.alterations[0];
        EXPECT_EQ(result.error().kind, ErrorKind::Unsupported);
        EXPECT_NE(result.error().message.find(request.layout), std::string::npos) << result.error().message;
        EXPECT_NE(result.error().message.find(field), std::string::npos) << result.error().message;
    };
    Request boxes = request("hk.doctor-practising", "boxes", "missing-field:document.number");
    refuses(boxes, "document.number");
    boxes.alterations = {"seal"};
    refuses(boxes, "drawing.seal"); // its seal is drawn by the issuer's name
    boxes.alterations = {"sex-in-number"};
    boxes.data.set("holder.sex", "F");
    boxes.data.set("holder.id-number", "440524188001010014");
    refuses(boxes, "holder.id-number");
    Request licence = request("cn.physician-practice", "sheet", "not-yet-valid");
    licence.data.set("valid.from", "2020-01-01");
    licence.data.set("valid.until", "2025-12-31");
    refuses(licence, "valid.from");
    Request passport = request("xx.passport-td3", "portrait-left", "not-yet-valid");
    passport.data.set("valid.from", "2020-01-01");
    refuses(passport, "valid.from");
    Request course = request("xx.certificate-of-attendance", "course", "out-of-order");
    course.data.set("holder.birth-date", "1975-05-05");
    refuses(course, "holder.birth-date");
    Request back = request("hk.identity-card", "smart-2018", "ccc");
    back.side = "back";
    refuses(back, "holder.ccc");
    refuses(request("cn.physician-practice", "booklet", "code"), "drawing.code");
}

TEST(SpecimenAlterations, NameOnlyFieldsThatArePrintedOtherwiseNow)
{
    const Truth passport = made(request("xx.passport-td3", "portrait-right", "expired")).truth;
    EXPECT_EQ(passport.alterations.at(0).fields, (std::vector<std::string>{"valid.until", "issue.date"}));
    const Truth code = made(request("cn.physician-practice", "sheet", "code")).truth;
    EXPECT_TRUE(code.alterations.at(0).fields.empty());
}

TEST(SpecimenAlterations, ForgersLeaveTheBarcodeAndTheTruthSaysSo)
{
    const auto mayDiffer = [](const Truth& truth) {
        const auto& also = truth.alterations.at(0).mayAlso;
        return std::find(also.begin(), also.end(), "code-agrees/code-differs") != also.end();
    };
    EXPECT_TRUE(mayDiffer(made(request("cn.physician-practice", "sheet", "code-region")).truth));
    EXPECT_TRUE(mayDiffer(made(request("cn.physician-practice", "electronic", "other-name")).truth));
    EXPECT_TRUE(mayDiffer(made(request("hk.pharmacist-practising", "electronic", "number-format")).truth));
    EXPECT_TRUE(mayDiffer(made(request("hk.pharmacist-practising", "electronic", "validity-shape")).truth));
    EXPECT_FALSE(mayDiffer(made(request("cn.physician-practice", "booklet", "code-region")).truth)) << "has none";
    EXPECT_FALSE(mayDiffer(made(request("cn.physician-practice", "sheet", "other-sex")).truth)) << "does not carry it";
    EXPECT_FALSE(mayDiffer(made(request("hk.pharmacist-practising", "electronic", "code")).truth)) << "is found by it";
    // A paper of another year was issued so, its barcode too.
    EXPECT_FALSE(mayDiffer(made(request("hk.pharmacist-practising", "electronic", "expired")).truth));
    EXPECT_FALSE(mayDiffer(made(request("hk.pharmacist-practising", "electronic", "not-yet-valid")).truth));
}

TEST(SpecimenAlterations, BarcodeOfAPaperOfAnotherYearSaysThatYear)
{
    Request paper = request("hk.pharmacist-practising", "electronic", "expired");
    paper.dpi = {150};
    const Made made = specimen::made(paper);
    const std::string until = valueOf(made.truth, "valid.until");
    EXPECT_LT(until, "2026");
    const std::string code = codeOn(pixelsOf(made));
    EXPECT_NE(code.find("valid.until=" + until), std::string::npos) << code;
    paper.alterations = {"validity-shape"};
    EXPECT_NE(codeOn(pixelsOf(specimen::made(paper))).find("valid.until=2026-12-31"), std::string::npos);
}

TEST(SpecimenAlterations, OrderOfDatesIsWrongInAnyCenturyOfATwoDigitYear)
{
    for (const std::string layout : {"smart-2003", "smart-2018"})
        for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u, 6u}) {
            Request card = request("hk.identity-card", layout, "out-of-order");
            card.seed = seed;
            const Truth truth = made(card).truth;
            const PlacedField* issue = fieldOf(truth, "issue.date");
            const std::string birth = valueOf(truth, "holder.birth-date");
            EXPECT_EQ(issue->text.size(), 8u) << "a year of two digits";
            EXPECT_LT(
                "20" + issue->text.substr(6) + "-" + issue->text.substr(3, 2) + "-" + issue->text.substr(0, 2), birth);
            EXPECT_LT(birth, truth.asOf);
            EXPECT_EQ(truth.alterations.at(0).fields, (std::vector<std::string>{"holder.birth-date"}));
        }
    const Truth licence = made(request("cn.physician-practice", "sheet", "out-of-order")).truth;
    EXPECT_LT(valueOf(licence, "issue.date"), valueOf(licence, "holder.birth-date"));
    EXPECT_EQ(licence.alterations.at(0).fields, (std::vector<std::string>{"issue.date"}));
}

/// When an issuer bore a name, to the month, and until when old blanks may still have been used: a year longer.
struct Reign {
    std::string_view name, from, until;
};
constexpr std::array reigns{Reign{"卫生部", "1949-11", "2014-03"},
    Reign{"国家卫生和计划生育委员会", "2013-03", "2019-03"}, Reign{"国家卫生健康委员会", "2018-03", "9999"},
    Reign{"卫生和计划生育委员会", "2013-03", "2020-06"}, Reign{"卫生和人口计划生育委员会", "2009-01", "2016-12"},
    Reign{"卫生健康委员会", "2018-03", "9999"}};

TEST(SpecimenAlterations, IssuerBearsANameThatItHadLongBeforeOrLater)
{
    std::set<std::string> names;
    for (const std::string_view profile : {"cn.physician-qualification", "cn.physician-practice"})
        for (const std::string_view day : {"2010-06-01", "2012-11-20", "2014-09-30", "2014-12-10", "2016-05-05",
                 "2018-12-01", "2019-09-20", "2020-12-31", "2021-02-01", "2024-08-08"}) {
            Request altered = request(std::string(profile), "electronic", "issuer-anachronism");
            altered.data.set("issue.date", std::string(day));
            altered.data.set("issuer.name",
                profile.ends_with("practice") ? "深圳市福田区卫生和计划生育局" : "国家卫生和计划生育委员会", "zh-Hans");
            const std::string issuer = valueOf(made(altered).truth, "issuer.name");
            const Reign* reign = nullptr;
            for (const Reign& candidate : reigns)
                if (issuer.ends_with(candidate.name) && (!reign || candidate.name.size() > reign->name.size()))
                    reign = &candidate;
            ASSERT_TRUE(reign) << issuer;
            EXPECT_TRUE(day < reign->from || day > reign->until) << issuer << " " << day;
            names.emplace(reign->name);
        }
    EXPECT_GE(names.size(), 4u);
}

} // namespace
} // namespace vidimus::specimen
