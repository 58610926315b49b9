#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// 护士执业证书: registration of a nurse for five years (护士条例, 2008), renewed in the booklet or issued anew.
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout& layout, Random random, const Date& asOf)
{
    Facts facts;
    setMainlandHolder(facts, person);
    const Date first = dayAtAge(person, 23, 2009, random);
    // Registered anew every five years; the electronic form came in 2021.
    const int years = layout.name == "electronic" ? random.between(1, 3) : random.between(1, 4);
    const Date issue = asOf.plusYears(-years).plusDays(-random.between(10, 200));
    facts.set("holder.nationality", "中国");
    facts.set("document.number", fmt::format("{}44{}", first.year(), random.digits(6)));
    facts.set("registration.date", first.iso());
    facts.set("practice.place",
        random.pick(std::array{"深圳市第二人民医院", "香港大学深圳医院", "深圳市南山区人民医院", "深圳市妇幼保健院"}));
    facts.set("issue.date", issue.iso());
    facts.set("valid.until", issue.plusYears(5).iso());
    const std::string issuer = issue.year() < 2020 ? "深圳市卫生和计划生育委员会" : "深圳市卫生健康委员会";
    facts.set("issuer.name", issuer, "zh-Hans");
    facts.set(sealText, issuer, "zh-Hans");
    return facts;
}

/// The green booklet opened: photo and number at the left, particulars on lines at the right.
void drawPages(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    canvas.fill({{0}, {0}, {240}, {165}}, {0.96, 0.985, 0.975});
    drawGuilloche(canvas, {{127}, {8}, {105}, {149}}, {0.80, 0.90, 0.86, 0.7}, random.stream("right"));
    canvas.line(at(120, 0), at(120, 165), 0.4, {0.72, 0.80, 0.77});
    drawPhoto(canvas, {{42}, {20}, {36}, {48}}, {0.42, 0.60, 0.84}, facts.value("holder.sex") == "F", faceOf(facts));
    const Style label{.face = Face::Song, .points = 12.5, .lang = "zh-Hans"},
        value{.face = Face::Kai, .points = 14, .lang = "zh-Hans"}, number{.face = Face::Roman, .points = 13.5};
    pen.row(18, 84, "证书编号：", label, 27, "document.number", number);
    pen.row(18, 98, "发证机关：", label, 27, "issuer.name", {.face = Face::Kai, .points = 12.5, .lang = "zh-Hans"});
    pen.row(18, 112, "发证日期：", label, 27, "issue.date", value);
    pen.text(60, 146, "中华人民共和国卫生行政部门监制",
        {.face = Face::Song, .points = 10, .lang = "zh-Hans", .align = Align::Centre});
    pen.text(180, 18, "护士执业证书",
        {.face = Face::Song, .points = 23, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 5});
    double y = 38;
    const auto line = [&](std::string_view name, std::string_view id, const Style& style) {
        pen.row(132, y, name, label, 34, id, style);
        canvas.line(at(165, y + 6.4), at(230, y + 6.4), 0.2, {0.4, 0.45, 0.43});
        y += 13.5;
    };
    line("姓　　名：", "holder.name.han", value);
    line("性　　别：", "holder.sex", value);
    line("出生日期：", "holder.birth-date", value);
    line("国　　籍：", "holder.nationality", value);
    line("身份证件号：", "holder.id-number", number);
    line("执业地点：", "practice.place", value);
    line("首次注册：", "registration.date", value);
    line("有效期至：", "valid.until", value);
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(66 + place.real(-4, 4), 122 + place.real(-3, 3)),
            .diameterMm = 39,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "护士注册专用章",
            .turn = {place.real(-9, 9)}});
}

/// The electronic licence, A4 upright: a teal head, pairs of label and value in two columns.
void drawElectronic(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Iso});
    const Colour teal{0.02, 0.45, 0.48};
    canvas.fill({{0}, {0}, {210}, {297}}, {0.975, 0.992, 0.992});
    drawBorder(canvas, {{9}, {9}, {192}, {279}}, 4, {0.45, 0.70, 0.70});
    drawRosette(canvas, at(105, 172), 58, {0.84, 0.94, 0.94, 0.9}, random.stream("rosette"));
    pen.text(105, 30, "中华人民共和国",
        {.face = Face::Sans, .points = 16, .lang = "zh-Hans", .colour = teal, .align = Align::Centre});
    pen.text(105, 42, "护士执业证书",
        {.face = Face::Sans, .points = 30, .lang = "zh-Hans", .colour = teal, .bold = true, .align = Align::Centre});
    drawPhoto(canvas, {{145}, {72}, {36}, {48}}, {0.95, 0.96, 0.97}, facts.value("holder.sex") == "F", faceOf(facts));
    const Style label{.face = Face::Sans, .points = 12, .lang = "zh-Hans", .colour = teal},
        value{.face = Face::Sans, .points = 13, .lang = "zh-Hans"}, number{.face = Face::Sans, .points = 13};
    pen.row(28, 76, "姓名", label, 34, "holder.name.han", value);
    pen.row(28, 89, "性别", label, 34, "holder.sex", value);
    pen.row(28, 102, "出生日期", label, 34, "holder.birth-date", number);
    pen.row(28, 115, "国籍", label, 34, "holder.nationality", value);
    pen.row(28, 136, "身份证件号码", label, 42, "holder.id-number", number);
    pen.row(28, 149, "护士执业证书编号", label, 42, "document.number", number);
    pen.row(28, 162, "主要执业机构", label, 42, "practice.place", value);
    pen.row(28, 175, "首次注册日期", label, 42, "registration.date", number);
    pen.row(28, 205, "发证机关", label, 42, "issuer.name", value);
    pen.row(28, 218, "发证日期", label, 42, "issue.date", number);
    pen.row(28, 231, "有效期至", label, 42, "valid.until", number);
    drawSeal(canvas,
        {.centre = at(150, 222),
            .diameterMm = 40,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "电子印章",
            .face = Face::Sans,
            .colour = {0.88, 0.08, 0.10, 0.75}});
    pen.text(105, 268, "本电子证照与纸质证照具有同等法律效力",
        {.face = Face::Sans, .points = 9.5, .lang = "zh-Hans", .colour = teal, .align = Align::Centre});
}

} // namespace

DocumentType cnNursePractice()
{
    return {"cn.nurse-practice", "护士执业证书", facts,
        {{"pages", "spread landscape: photo and number at the left, lined particulars at the right", {240}, {165},
             drawPages},
            {"electronic", "A4 upright, the electronic licence, labels in two columns", {210}, {297}, drawElectronic}}};
}

} // namespace vidimus::specimen
