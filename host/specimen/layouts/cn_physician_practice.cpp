#include "specimen/document_types.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/wording.hpp"

#include <fmt/format.h>

#include <array>

// 医师执业证书: the registration to practise at a place, in a category and scope, by the local health authority.
namespace vidimus::specimen {
namespace {

struct District {
    std::string_view code, name;
};
constexpr std::array districts{
    District{"03", "罗湖区"}, District{"04", "福田区"}, District{"05", "南山区"}, District{"08", "盐田区"}};

std::string_view districtOf(const std::string& code)
{
    for (const District& district : districts)
        if (code.size() == 15 && code.substr(7, 2) == district.code)
            return district.name;
    return "";
}

/// The local authorities took their new names one after the other: 2013 and 2018 belong to neither.
Date awayFromReforms(const Date& date)
{
    if (date.year() == 2013 || date.year() == 2014)
        return *Date::of(2015, 6, 1 + date.day() % 27);
    return date.year() == 2018 || (date.year() == 2019 && date.month() < 7) ? *Date::of(2019, 9, 1 + date.day() % 27)
                                                                            : date;
}

std::string authorityOf(const Date& issue, std::string_view district)
{
    const std::string_view body = issue.year() <= 2012 ? "卫生局"
        : issue.year() <= 2017                         ? "卫生和计划生育局"
                                                       : "卫生健康局";
    return fmt::format("深圳市{}{}", district, body);
}

std::string scopeOf(const std::string& category, Random& random)
{
    if (category == "口腔")
        return "口腔专业";
    if (category == "公共卫生")
        return "公共卫生类别专业";
    return random.pick(std::array{"内科专业", "外科专业", "妇产科专业", "儿科专业", "眼耳鼻咽喉科专业", "全科医学专业",
        "急救医学专业", "医学影像和放射治疗专业", "麻醉专业", "康复医学专业"});
}

std::string codeOf(const Facts& facts)
{
    return fmt::format("执业证书编码:{};姓名:{}", facts.value("document.number"), facts.value("holder.name.han"));
}

Facts facts(const Person& person, const Layout& layout, Random random, const Date& asOf)
{
    Facts facts;
    Date issue = person.practisingSince;
    // Newer forms are issued anew when a registration changes.
    const int since = layout.name == "electronic" ? 2022 : layout.name == "sheet" ? 2017 : 1999;
    if (issue.year() < since)
        issue = *Date::of(
            random.between(since, std::max(since, asOf.year() - 1)), random.between(1, 12), random.between(1, 28));
    issue = awayFromReforms(issue);
    const std::string digits = person.qualificationCode.substr(7, 2);
    const std::string category = digits == "10" ? "临床" : digits == "20" ? "口腔" : "公共卫生";
    const std::string_view district = districtOf(person.practiceCode);
    const bool byPermit = person.fromHongKong && random.chance(0.3);
    facts.set("document.number", person.practiceCode);
    facts.set("qualification.number", person.qualificationCode);
    facts.set("holder.name.han", person.hansName());
    facts.set("holder.sex", person.sex == Sex::Male ? "M" : "F");
    facts.set("holder.birth-date", person.birth.iso());
    facts.set("holder.id-number", byPermit ? person.residencePermit : person.mainlandIdNumber());
    facts.set("holder.id-kind", byPermit ? "cn-residence-permit" : person.fromHongKong ? "hkid" : "cn-resident-id");
    facts.set("registration.part", "执业医师");
    facts.set("practice.category", category, "zh-Hans");
    facts.set("practice.scope", scopeOf(category, random));
    facts.set("practice.place",
        fmt::format("深圳市{}{}", district,
            random.pick(std::array{"人民医院", "中心医院", "妇幼保健院", "第二人民医院", "慢性病防治院"})));
    facts.set("issue.date", issue.iso());
    facts.set("issuer.name", authorityOf(issue, district), "zh-Hans");
    facts.set(sealText, authorityOf(issue, district), "zh-Hans");
    facts.set(codeText, codeOf(facts));
    return facts;
}

/// The old booklet opened: each label ends in a colon, values in Kai on a line.
void drawBooklet(Canvas& canvas, const Facts& facts, const Random& random)
{
    canvas.fill({{0}, {0}, {210}, {148}}, {0.965, 0.98, 0.955});
    drawGuilloche(canvas, {{5}, {5}, {96}, {138}}, {0.78, 0.88, 0.76, 0.75}, random.stream("left"));
    drawGuilloche(canvas, {{109}, {5}, {96}, {138}}, {0.78, 0.88, 0.76, 0.75}, random.stream("right"));
    canvas.line(at(105, 0), at(105, 148), 0.3, {0.7, 0.76, 0.7});
    const auto row = [&](double x, double y, std::string_view label, std::string_view id, const std::string& text,
                         const std::string& value, std::string_view lang = "zh-Hans") {
        const Style style{.face = Face::Song, .points = 11.5, .lang = "zh-Hans"};
        canvas.text(at(x, y), label, style);
        const double from = x + canvas.widthOf(label, style).value + 1.5;
        canvas.field(at(from + 1, y - 0.3), id, text, value,
            {.face = lang.empty() ? Face::Roman : Face::Kai, .points = 12.5, .lang = lang});
        canvas.line(at(from, y + 5.6), at(x < 105 ? 98 : 202, y + 5.6), 0.15);
    };
    drawPhoto(canvas, {{36}, {12}, {32}, {43}}, {0.92, 0.94, 0.96}, facts.value("holder.sex") == "F", faceOf(facts));
    const std::string birth = facts.value("holder.birth-date"), issue = facts.value("issue.date"),
                      issuer = facts.value("issuer.name", "zh-Hans");
    row(9, 66, "姓名：", "holder.name.han", facts.value("holder.name.han"), facts.value("holder.name.han"));
    row(9, 77, "性别：", "holder.sex", sexInHan(facts.value("holder.sex")), facts.value("holder.sex"));
    row(9, 88, "出生日期：", "holder.birth-date", written(birth, DateForm::Chinese), birth);
    row(9, 99, "证件编号：", "holder.id-number", facts.value("holder.id-number"), facts.value("holder.id-number"), "");
    canvas.text(at(9, 111), "医师资格证书编码：", {.face = Face::Song, .points = 11.5, .lang = "zh-Hans"});
    canvas.field(at(12, 119), "qualification.number", facts.value("qualification.number"),
        facts.value("qualification.number"), {.face = Face::Roman, .points = 12});
    canvas.text(at(157, 12), "医师执业证书",
        {.face = Face::Song, .points = 17, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 2});
    row(113, 27, "编码：", "document.number", facts.value("document.number"), facts.value("document.number"), "");
    row(113, 39, "执业级别：", "registration.part", facts.value("registration.part"), facts.value("registration.part"));
    row(113, 51, "执业类别：", "practice.category", facts.value("practice.category", "zh-Hans"),
        facts.value("practice.category", "zh-Hans"));
    row(113, 63, "执业范围：", "practice.scope", facts.value("practice.scope"), facts.value("practice.scope"));
    row(113, 75, "执业地点：", "practice.place", facts.value("practice.place"), facts.value("practice.place"));
    canvas.text(at(113, 94), "批准机关：", {.face = Face::Song, .points = 11.5, .lang = "zh-Hans"});
    canvas.field(at(134, 94), "issuer.name", issuer, issuer, {.face = Face::Song, .points = 11.5, .lang = "zh-Hans"});
    canvas.text(at(113, 118), "批准日期：", {.face = Face::Song, .points = 11.5, .lang = "zh-Hans"});
    canvas.field(at(134, 118), "issue.date", written(issue, DateForm::HanNumerals), issue,
        {.face = Face::Song, .points = 11.5, .lang = "zh-Hans"});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(166 + place.real(-3, 3), 113 + place.real(-3, 3)),
            .diameterMm = 38,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-10, 10)}});
    drawSeal(canvas,
        {.centre = at(66, 52),
            .diameterMm = 30,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "钢印",
            .colour = {0.55, 0.58, 0.55, 0.45}});
}

/// The upright sheet since 2017: labels in a narrow column without colons, a code at the foot.
void drawSheet(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Colour green{0.05, 0.36, 0.30};
    drawBorder(canvas, {{10}, {10}, {190}, {277}}, 5, {0.30, 0.55, 0.48});
    drawGuilloche(canvas, {{16}, {16}, {178}, {265}}, {0.82, 0.91, 0.88, 0.7}, random.stream("guilloche"));
    canvas.text(at(105, 28), "中华人民共和国",
        {.face = Face::Kai, .points = 20, .lang = "zh-Hans", .colour = green, .align = Align::Centre, .spacingPt = 4});
    canvas.text(at(105, 40), "医师执业证书",
        {.face = Face::Kai, .points = 36, .lang = "zh-Hans", .colour = green, .align = Align::Centre, .spacingPt = 6});
    drawPhoto(canvas, {{148}, {66}, {34}, {46}}, {0.38, 0.58, 0.84}, facts.value("holder.sex") == "F", faceOf(facts));
    double y = 70;
    const auto row = [&](std::string_view label, std::string_view id, const std::string& text, const std::string& value,
                         std::string_view lang = "zh-Hans") {
        canvas.text(at(60, y), label,
            {.face = Face::Sans, .points = 12, .lang = "zh-Hans", .colour = green, .align = Align::Right});
        canvas.field(
            at(68, y), id, text, value, {.face = lang.empty() ? Face::Sans : Face::Song, .points = 13, .lang = lang});
        y += 14;
    };
    const std::string birth = facts.value("holder.birth-date"), issue = facts.value("issue.date"),
                      issuer = facts.value("issuer.name", "zh-Hans");
    row("姓名", "holder.name.han", facts.value("holder.name.han"), facts.value("holder.name.han"));
    row("性别", "holder.sex", sexInHan(facts.value("holder.sex")), facts.value("holder.sex"));
    row("出生日期", "holder.birth-date", written(birth, DateForm::ChinesePadded), birth);
    row("身份证号", "holder.id-number", facts.value("holder.id-number"), facts.value("holder.id-number"), "");
    row("医师资格证书编码", "qualification.number", facts.value("qualification.number"),
        facts.value("qualification.number"), "");
    row("医师执业证书编码", "document.number", facts.value("document.number"), facts.value("document.number"), "");
    row("级别", "registration.part", facts.value("registration.part"), facts.value("registration.part"));
    row("类别", "practice.category", facts.value("practice.category", "zh-Hans"),
        facts.value("practice.category", "zh-Hans"));
    row("执业范围", "practice.scope", facts.value("practice.scope"), facts.value("practice.scope"));
    row("主要执业机构", "practice.place", facts.value("practice.place"), facts.value("practice.place"));
    y += 6;
    row("发证机关", "issuer.name", issuer, issuer);
    row("发证日期", "issue.date", written(issue, DateForm::Chinese), issue);
    drawQrCode(canvas, at(28, 240), 30, facts.value(codeText));
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(128 + place.real(-5, 5), 236 + place.real(-4, 4)),
            .diameterMm = 42,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-6, 6)}});
}

/// The electronic licence: two columns, small grey labels above black values.
void drawElectronic(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Colour blue{0.08, 0.30, 0.58}, grey{0.42, 0.45, 0.50};
    canvas.fill({{0}, {0}, {297}, {210}}, {0.955, 0.97, 0.99});
    canvas.fill({{12}, {12}, {273}, {186}}, {1, 1, 1}, 4);
    drawRosette(canvas, at(190, 130), 70, {0.88, 0.93, 0.98, 0.9}, random.stream("rosette"));
    canvas.text(at(24, 22), "医师执业证书",
        {.face = Face::Sans, .points = 26, .lang = "zh-Hans", .colour = blue, .bold = true});
    canvas.text(at(272, 26), "电子证照",
        {.face = Face::Sans, .points = 14, .lang = "zh-Hans", .colour = blue, .align = Align::Right});
    canvas.line(at(24, 38), at(272, 38), 0.6, blue);
    drawPhoto(canvas, {{236}, {48}, {36}, {48}}, {0.94, 0.95, 0.97}, facts.value("holder.sex") == "F", faceOf(facts));
    const auto item = [&](double x, double y, std::string_view label, std::string_view id, const std::string& text,
                          const std::string& value, std::string_view lang = "zh-Hans") {
        canvas.text(at(x, y), label, {.face = Face::Sans, .points = 9.5, .lang = "zh-Hans", .colour = grey});
        canvas.field(at(x, y + 6), id, text, value, {.face = Face::Sans, .points = 14, .lang = lang});
    };
    const std::string birth = facts.value("holder.birth-date"), issue = facts.value("issue.date"),
                      issuer = facts.value("issuer.name", "zh-Hans");
    item(24, 46, "姓名", "holder.name.han", facts.value("holder.name.han"), facts.value("holder.name.han"));
    item(84, 46, "性别", "holder.sex", sexInHan(facts.value("holder.sex")), facts.value("holder.sex"));
    item(134, 46, "出生日期", "holder.birth-date", written(birth, DateForm::Dotted), birth, "");
    item(24, 66, "身份证件号码", "holder.id-number", facts.value("holder.id-number"), facts.value("holder.id-number"),
        "");
    item(134, 66, "执业级别", "registration.part", facts.value("registration.part"), facts.value("registration.part"));
    item(24, 86, "执业证书编码", "document.number", facts.value("document.number"), facts.value("document.number"), "");
    item(134, 86, "资格证书编码", "qualification.number", facts.value("qualification.number"),
        facts.value("qualification.number"), "");
    item(24, 106, "执业类别", "practice.category", facts.value("practice.category", "zh-Hans"),
        facts.value("practice.category", "zh-Hans"));
    item(134, 106, "执业范围", "practice.scope", facts.value("practice.scope"), facts.value("practice.scope"));
    item(24, 126, "执业地点", "practice.place", facts.value("practice.place"), facts.value("practice.place"));
    item(24, 152, "签发机关", "issuer.name", issuer, issuer);
    item(134, 152, "签发日期", "issue.date", written(issue, DateForm::Dotted), issue, "");
    drawQrCode(canvas, at(240, 152), 32, facts.value(codeText));
    drawSeal(canvas,
        {.centre = at(176, 158),
            .diameterMm = 38,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "电子印章",
            .face = Face::Sans,
            .colour = {0.88, 0.08, 0.10, 0.8}});
}

} // namespace

DocumentType cnPhysicianPractice()
{
    return {"cn.physician-practice", "医师执业证书", facts,
        {{"booklet", "A5 spread landscape: photo at the left, labels with colons, Kai values", {210}, {148},
             drawBooklet},
            {"sheet", "A4 upright, right-aligned labels, a code at the foot (since 2017)", {210}, {297}, drawSheet},
            {"electronic", "A4 landscape, grey labels above the values, two columns", {297}, {210}, drawElectronic}},
        false, codeOf};
}

} // namespace vidimus::specimen
