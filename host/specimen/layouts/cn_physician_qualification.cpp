#include "specimen/document_types.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/wording.hpp"

#include <array>

// 医师资格证书: for life, issued once the national examination is passed. Its code: year, province, level, category,
// then the identity number; for Hong Kong holders the card's number, seven zeros and HKG (卫医发〔2004〕194号).
namespace vidimus::specimen {
namespace {

using Inset = Canvas::Inset;

std::string ministryOf(const Date& issue)
{
    if (issue.year() <= 2012)
        return "中华人民共和国卫生部";
    return issue.year() <= 2017 ? "国家卫生和计划生育委员会" : "国家卫生健康委员会";
}

std::string categoryOf(const std::string& code)
{
    const std::string digits = code.substr(7, 2);
    return digits == "10" ? "临床" : digits == "20" ? "口腔" : "公共卫生";
}

Facts facts(const Person& person, const Layout&, Random random, const Date&)
{
    Facts facts;
    facts.set("document.number", person.qualificationCode);
    facts.set("holder.name.han", person.hansName());
    facts.set("holder.sex", person.sex == Sex::Male ? "M" : "F");
    facts.set("holder.birth-date", person.birth.iso());
    facts.set("holder.id-number", person.mainlandIdNumber());
    facts.set("holder.id-kind", person.fromHongKong ? "hkid" : "cn-resident-id");
    facts.set("qualification.class", random.pick(std::array{"本科", "硕士研究生", "博士研究生"}));
    facts.set("practice.category", categoryOf(person.qualificationCode), "zh-Hans");
    facts.set("registration.part", "执业医师");
    facts.set("issue.date", person.qualified.iso());
    facts.set("issuer.name", ministryOf(person.qualified), "zh-Hans");
    facts.set(sealText, ministryOf(person.qualified), "zh-Hans");
    return facts;
}

/// The booklet opened: photo and code at the left, particulars at the right, wide-set labels.
void drawBooklet(Canvas& canvas, const Facts& facts, const Random& random)
{
    canvas.fill({{0}, {0}, {250}, {176}}, {0.985, 0.965, 0.93});
    drawGuilloche(canvas, {{8}, {8}, {112}, {160}}, {0.93, 0.82, 0.74, 0.75}, random.stream("left"));
    drawGuilloche(canvas, {{130}, {8}, {112}, {160}}, {0.93, 0.82, 0.74, 0.75}, random.stream("right"));
    canvas.line(at(125, 0), at(125, 176), 0.4, {0.8, 0.74, 0.66});
    drawPhoto(canvas, {{43}, {26}, {40}, {53}}, {0.35, 0.55, 0.80}, facts.value("holder.sex") == "F", faceOf(facts));
    canvas.text(at(20, 108), "证书编码", {.face = Face::Song, .points = 12, .lang = "zh-Hans"});
    canvas.field(at(20, 116), "document.number", facts.value("document.number"), facts.value("document.number"),
        {.face = Face::Roman, .points = 14, .spacingPt = 0.6});
    canvas.line(at(20, 123), at(112, 123), 0.2);
    const Date issue = facts.date("issue.date").value_or(*Date::of(2010, 1, 1));
    canvas.text(
        at(63, 146), "中华人民共和国", {.face = Face::Song, .points = 11, .lang = "zh-Hans", .align = Align::Centre});
    canvas.text(at(63, 153), issue.year() <= 2012 ? "卫生部监制" : "国家卫生行政部门监制",
        {.face = Face::Song, .points = 11, .lang = "zh-Hans", .align = Align::Centre});

    canvas.text(at(186, 20), "医师资格证书",
        {.face = Face::Kai, .points = 22, .lang = "zh-Hans", .align = Align::Centre, .spacingPt = 4});
    const auto row = [&](double y, std::string_view label, std::string_view id, const std::string& text,
                         const std::string& value, std::string_view lang = "zh-Hans") {
        canvas.text(at(140, y), label, {.face = Face::Song, .points = 13, .lang = "zh-Hans"});
        canvas.field(at(170, y - 0.4), id, text, value,
            {.face = lang.empty() ? Face::Roman : Face::Kai, .points = 14, .lang = lang});
        canvas.line(at(168, y + 6), at(236, y + 6), 0.18);
    };
    const std::string birth = facts.value("holder.birth-date");
    row(40, "姓　　名", "holder.name.han", facts.value("holder.name.han"), facts.value("holder.name.han"));
    row(52, "性　　别", "holder.sex", sexInHan(facts.value("holder.sex")), facts.value("holder.sex"));
    row(64, "出生日期", "holder.birth-date", written(birth, DateForm::ChinesePadded), birth);
    row(76, "身份证号", "holder.id-number", facts.value("holder.id-number"), facts.value("holder.id-number"), "");
    row(88, "学　　历", "qualification.class", facts.value("qualification.class"), facts.value("qualification.class"));
    row(100, "类　　别", "practice.category", facts.value("practice.category", "zh-Hans"),
        facts.value("practice.category", "zh-Hans"));
    canvas.text(at(140, 116), "签发机关", {.face = Face::Song, .points = 13, .lang = "zh-Hans"});
    canvas.field(at(170, 115.6), "issuer.name", facts.value("issuer.name", "zh-Hans"),
        facts.value("issuer.name", "zh-Hans"), {.face = Face::Kai, .points = 13, .lang = "zh-Hans"});
    canvas.text(at(140, 130), "签发日期", {.face = Face::Song, .points = 13, .lang = "zh-Hans"});
    canvas.field(at(170, 129.6), "issue.date", written(facts.value("issue.date"), DateForm::Chinese),
        facts.value("issue.date"), {.face = Face::Kai, .points = 13, .lang = "zh-Hans"});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(84 + place.real(-4, 4), 80 + place.real(-3, 3)),
            .diameterMm = 38,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "医师资格专用章",
            .turn = {place.real(-10, 10)}});
    drawSeal(canvas,
        {.centre = at(206 + place.real(-4, 4), 132 + place.real(-3, 3)),
            .diameterMm = 38,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "医师资格专用章",
            .turn = {place.real(-10, 10)}});
}

/// One upright sheet: a statement in prose, number and date below.
void drawStatement(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Colour maroon{0.45, 0.08, 0.12};
    drawBorder(canvas, {{12}, {12}, {186}, {273}}, 6, {0.70, 0.52, 0.22});
    drawRosette(canvas, at(105, 160), 62, {0.94, 0.87, 0.78, 0.9}, random.stream("rosette"));
    drawDevice(canvas, at(105, 40), 12, {0.76, 0.58, 0.18, 0.95}, 9);
    canvas.text(at(105, 60), "医师资格证书",
        {.face = Face::Song,
            .points = 34,
            .lang = "zh-Hans",
            .colour = maroon,
            .bold = true,
            .align = Align::Centre,
            .spacingPt = 8});
    drawPhoto(canvas, {{88}, {84}, {34}, {45}}, {0.95, 0.96, 0.97}, facts.value("holder.sex") == "F", faceOf(facts));
    const std::string name = facts.value("holder.name.han"), sex = facts.value("holder.sex"),
                      birth = facts.value("holder.birth-date"), number = facts.value("holder.id-number");
    canvas.sentence(at(32, 142),
        "　　«»，性别«»，«»出生，身份证件号码«»，参加国家医师资格考试，成绩合格，具有«»类别«»资格，特发此证。",
        {{"holder.name.han", name, name, "zh-Hans"}, {"holder.sex", sexInHan(sex), sex, "zh-Hans"},
            {"holder.birth-date", written(birth, DateForm::Chinese), birth, "zh-Hans"},
            {"holder.id-number", number, number, ""},
            {"practice.category", facts.value("practice.category", "zh-Hans"),
                facts.value("practice.category", "zh-Hans"), "zh-Hans"},
            {"registration.part", facts.value("registration.part"), facts.value("registration.part"), "zh-Hans"}},
        {.face = Face::Song, .points = 16, .lang = "zh-Hans", .widthMm = 146, .lineSpacing = 1.55},
        {.face = Face::Kai, .points = 17, .lang = "zh-Hans"});
    canvas.text(at(32, 214), "编　码：", {.face = Face::Song, .points = 14, .lang = "zh-Hans"});
    canvas.field(at(56, 214), "document.number", facts.value("document.number"), facts.value("document.number"),
        {.face = Face::Fixed, .points = 14});
    canvas.text(at(98, 232), "发证机关：", {.face = Face::Song, .points = 13, .lang = "zh-Hans"});
    canvas.field(at(123, 232), "issuer.name", facts.value("issuer.name", "zh-Hans"),
        facts.value("issuer.name", "zh-Hans"), {.face = Face::Song, .points = 13, .lang = "zh-Hans"});
    canvas.text(at(98, 244), "发证日期：", {.face = Face::Song, .points = 13, .lang = "zh-Hans"});
    canvas.field(at(123, 244), "issue.date", written(facts.value("issue.date"), DateForm::HanNumerals),
        facts.value("issue.date"), {.face = Face::Song, .points = 13, .lang = "zh-Hans"});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(152 + place.real(-4, 4), 244 + place.real(-3, 3)),
            .diameterMm = 42,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-8, 8)}});
}

/// A print-out of the electronic certificate: a ruled table in sans serif, four columns.
void drawElectronic(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Colour rule{0.55, 0.10, 0.14};
    canvas.fill({{0}, {0}, {297}, {210}}, {1, 0.985, 0.98});
    drawGuilloche(canvas, {{14}, {14}, {269}, {182}}, {0.96, 0.88, 0.88, 0.8}, random.stream("guilloche"));
    canvas.frame({{14}, {14}, {269}, {182}}, 0.9, rule, 2);
    canvas.text(at(148.5, 26), "中华人民共和国医师资格证书（电子证照）",
        {.face = Face::Sans, .points = 22, .lang = "zh-Hans", .colour = rule, .bold = true, .align = Align::Centre});
    drawPhoto(canvas, {{232}, {52}, {36}, {48}}, {0.40, 0.58, 0.82}, facts.value("holder.sex") == "F", faceOf(facts));
    const auto cell = [&](double x, double y, double w, std::string_view label, std::string_view id,
                          const std::string& text, const std::string& value, std::string_view lang = "zh-Hans") {
        canvas.frame({{x}, {y}, {w}, {16}}, 0.2, rule);
        canvas.fill({{x}, {y}, {34}, {16}}, {0.97, 0.90, 0.89});
        canvas.text(at(x + 17, y + 5.4), label,
            {.face = Face::Sans, .points = 11.5, .lang = "zh-Hans", .align = Align::Centre});
        canvas.field(at(x + 38, y + 5.2), id, text, value, {.face = Face::Sans, .points = 12, .lang = lang});
    };
    const std::string birth = facts.value("holder.birth-date"), issue = facts.value("issue.date");
    cell(26, 52, 100, "姓名", "holder.name.han", facts.value("holder.name.han"), facts.value("holder.name.han"));
    cell(126, 52, 98, "性别", "holder.sex", sexInHan(facts.value("holder.sex")), facts.value("holder.sex"));
    cell(26, 68, 100, "出生日期", "holder.birth-date", written(birth, DateForm::Iso), birth, "");
    cell(126, 68, 98, "学历", "qualification.class", facts.value("qualification.class"),
        facts.value("qualification.class"));
    cell(26, 84, 198, "身份证件号码", "holder.id-number", facts.value("holder.id-number"),
        facts.value("holder.id-number"), "");
    cell(26, 100, 198, "资格证书编码", "document.number", facts.value("document.number"),
        facts.value("document.number"), "");
    cell(26, 116, 100, "资格级别", "registration.part", facts.value("registration.part"),
        facts.value("registration.part"));
    cell(126, 116, 98, "资格类别", "practice.category", facts.value("practice.category", "zh-Hans"),
        facts.value("practice.category", "zh-Hans"));
    cell(26, 132, 198, "签发机关", "issuer.name", facts.value("issuer.name", "zh-Hans"),
        facts.value("issuer.name", "zh-Hans"));
    cell(26, 148, 198, "签发日期", "issue.date", written(issue, DateForm::Iso), issue, "");
    drawSeal(canvas,
        {.centre = at(196, 152),
            .diameterMm = 40,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "电子印章",
            .face = Face::Sans,
            .colour = {0.88, 0.08, 0.10, 0.8}});
    canvas.text(at(26, 180), "本证照由系统生成，与纸质证书具有同等效力。",
        {.face = Face::Sans, .points = 9, .lang = "zh-Hans"});
}

} // namespace

DocumentType cnPhysicianQualification()
{
    return {"cn.physician-qualification", "医师资格证书", facts,
        {{"booklet", "B5 spread landscape: photo and code at the left, wide-set labels at the right", {250}, {176},
             drawBooklet},
            {"statement", "A4 upright, one sentence of prose, number and date below", {210}, {297}, drawStatement},
            {"electronic", "A4 landscape, a ruled table in sans serif", {297}, {210}, drawElectronic}}};
}

} // namespace vidimus::specimen
