#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// 港澳医师短期行医执业证书 (卫生部令第62号, 2009): for at most three years, at one institution that employs the doctor.
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    facts.set("holder.name.han", person.hanName());
    facts.set("holder.sex", person.sex == Sex::Male ? "M" : "F");
    facts.set("holder.birth-date", person.birth.iso());
    facts.set("holder.id-number", person.hkid);
    facts.set("holder.id-kind", "hkid");
    facts.set("holder.nationality", "中国香港");
    const Date from = asOf.plusDays(-random.between(20, 700));
    facts.set("valid.from", from.iso());
    facts.set("valid.until", from.plusYears(random.chance(0.7) ? 3 : 2).plusDays(-1).iso());
    facts.set("issue.date", from.plusDays(-random.between(0, 12)).iso());
    facts.set("practice.category", random.chance(0.75) ? "临床" : "口腔", "zh-Hans");
    facts.set("practice.scope",
        facts.value("practice.category", "zh-Hans") == "口腔"
            ? "口腔专业"
            : random.pick(std::array{"内科专业", "外科专业", "儿科专业", "全科医学专业"}));
    facts.set("institution.name",
        random.pick(std::array{"香港大学深圳医院", "深圳市前海蛇口自贸区医院", "深圳希玛林顺潮眼科医院"}), "zh-Hans");
    facts.set("document.number", fmt::format("HK4403{}{}", from.year(), random.digits(4)));
    facts.set("issuer.name", "深圳市卫生健康委员会", "zh-Hans");
    facts.set(sealText, "深圳市卫生健康委员会", "zh-Hans");
    return facts;
}

/// The ministry's booklet: photo and term at the left, particulars at the right.
void drawOpened(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    canvas.fill({{0}, {0}, {230}, {158}}, {0.975, 0.97, 0.99});
    drawGuilloche(canvas, {{5}, {5}, {220}, {148}}, {0.88, 0.86, 0.94, 0.6}, random.stream("ground"));
    canvas.line(at(115, 0), at(115, 158), 0.35, {0.75, 0.73, 0.82});
    const Style label{.face = Face::Song, .points = 12, .lang = "zh-Hans"},
        value{.face = Face::Kai, .points = 13.5, .lang = "zh-Hans"}, number{.face = Face::Roman, .points = 13};
    pen.text(58, 14, "港澳医师短期行医",
        {.face = Face::Song, .points = 18, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 2});
    pen.text(58, 25, "执业证书",
        {.face = Face::Song, .points = 20, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 8});
    drawPhoto(canvas, {{41}, {40}, {34}, {45}}, {0.95, 0.96, 0.97}, facts.value("holder.sex") == "F", faceOf(facts));
    pen.row(16, 96, "编　　号：", label, 25, "document.number", number);
    pen.row(16, 108, "批准机关：", label, 25, "issuer.name", value);
    pen.row(16, 120, "批准日期：", label, 25, "issue.date", value);
    double y = 20;
    const auto line = [&](std::string_view name, std::string_view id, const Style& style) {
        pen.row(124, y, name, label, 27, id, style);
        canvas.line(at(150, y + 6.2), at(222, y + 6.2), 0.2, {0.45, 0.42, 0.55});
        y += 13;
    };
    line("姓　　名：", "holder.name.han", {.face = Face::Kai, .points = 14, .lang = "zh-Hant"});
    line("性　　别：", "holder.sex", value);
    line("出生日期：", "holder.birth-date", value);
    line("地　　区：", "holder.nationality", value);
    line("身份证号：", "holder.id-number", number);
    line("执业类别：", "practice.category", value);
    line("执业范围：", "practice.scope", value);
    line("聘用单位：", "institution.name", value);
    pen.text(124, y, "有效期限：", label);
    pen.sentence(124, y + 8, "自«valid.from»至«valid.until»", label, value);
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(74 + place.real(-4, 4), 122 + place.real(-3, 3)),
            .diameterMm = 38,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-9, 9)}});
}

/// A sheet printed by the city: a framed table of two columns.
void drawCity(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Iso});
    const Colour violet{0.32, 0.22, 0.50};
    canvas.frame({{16}, {18}, {178}, {258}}, 1, violet);
    drawRosette(canvas, at(105, 150), 56, {0.92, 0.89, 0.96, 0.9}, random.stream("rosette"));
    pen.text(105, 32, "香港、澳门特别行政区医师",
        {.face = Face::Sans, .points = 17, .lang = "zh-Hans", .colour = violet, .align = Align::Centre});
    pen.text(105, 44, "短期行医执业证书",
        {.face = Face::Sans, .points = 27, .lang = "zh-Hans", .colour = violet, .bold = true, .align = Align::Centre});
    drawPhoto(canvas, {{146}, {68}, {34}, {45}}, {0.40, 0.58, 0.83}, facts.value("holder.sex") == "F", faceOf(facts));
    const Style label{.face = Face::Sans, .points = 12, .lang = "zh-Hans", .bold = true},
        value{.face = Face::Song, .points = 13, .lang = "zh-Hans"}, number{.face = Face::Roman, .points = 13.5};
    double y = 70;
    const auto line = [&](std::string_view name, std::string_view id, const Style& style) {
        pen.row(26, y, name, label, 40, id, style);
        canvas.line(at(26, y + 8), at(y < 115 ? 140 : 184, y + 8), 0.15, violet);
        y += 13.5;
    };
    line("姓名", "holder.name.han", {.face = Face::Song, .points = 14, .lang = "zh-Hant"});
    line("性别", "holder.sex", value);
    line("出生日期", "holder.birth-date", number);
    line("证件号码", "holder.id-number", number);
    line("证书编号", "document.number", number);
    line("执业类别", "practice.category", value);
    line("执业范围", "practice.scope", value);
    line("执业机构", "institution.name", value);
    line("有效期自", "valid.from", number);
    line("有效期至", "valid.until", number);
    y += 8;
    pen.row(96, y, "发证机关", label, 26, "issuer.name", value);
    pen.row(96, y + 13, "发证日期", label, 26, "issue.date", number);
    pen.text(26, 262, "超出聘用单位和有效期限行医的，按非医师行医处理。",
        {.face = Face::Song, .points = 10, .lang = "zh-Hans"});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(150 + place.real(-4, 4), y + 8 + place.real(-3, 3)),
            .diameterMm = 42,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-8, 8)}});
}

} // namespace

DocumentType cnShortTermPractice()
{
    return {"cn.short-term-practice", "港澳医师短期行医执业证书", facts,
        {{"opened", "spread landscape, photo and number at the left, term in a sentence", {230}, {158}, drawOpened},
            {"city", "A4 upright, a lined table with bold labels", {210}, {297}, drawCity}}};
}

} // namespace vidimus::specimen
