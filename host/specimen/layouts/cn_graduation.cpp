#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// 毕业证书 of higher education. Its number has 18 digits since 2002: school 5, type 1, year 4, level 2, serial 6.
namespace vidimus::specimen {
namespace {

struct School {
    std::string_view code, name;
};
constexpr std::array schools{School{"10590", "深圳大学"}, School{"12121", "南方医科大学"},
    School{"10570", "广州医科大学"}, School{"10560", "汕头大学"}, School{"10571", "广东医科大学"}};

Facts facts(const Person& person, const Layout&, Random random, const Date&)
{
    Facts facts;
    setMainlandHolder(facts, person);
    facts.erase("holder.id-number");
    facts.erase("holder.id-kind");
    const School& school = schools[random.below(schools.size())];
    const int year = std::max(person.birth.year() + 23, 2003);
    const bool regular = year - person.birth.year() <= 25, master = random.chance(0.3);
    const int length = master ? 3 : 5;
    facts.set("institution.name", std::string(school.name), "zh-Hans");
    facts.set("study.from", Date::of(year - length, 9)->iso());
    facts.set("study.until", Date::of(year, 6)->iso());
    facts.set("study.major", random.pick(std::array{"临床医学", "口腔医学", "护理学", "药学", "中医学", "预防医学"}));
    facts.set("qualification.class", master ? "硕士研究生" : "本科");
    facts.set("document.number",
        fmt::format("{}{}{}{}{}", school.code, regular ? 1 : 5, year, master ? "02" : "05", random.digits(6)));
    facts.set("issue.date", Date::of(year, 6, random.between(15, 30))->iso());
    facts.set(sealText, std::string(school.name), "zh-Hans");
    facts.set("drawing.length", master ? "三" : "五");
    return facts;
}

/// The diploma as universities print it: one sentence in prose at the right, the photo at the left.
void drawProse(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::HanNumerals});
    drawBorder(canvas, {{9}, {9}, {279}, {192}}, 7, {0.72, 0.20, 0.20});
    drawGuilloche(canvas, {{22}, {22}, {253}, {166}}, {0.97, 0.91, 0.84, 0.8}, random.stream("guilloche"));
    pen.text(186, 32, facts.value("qualification.class") == "本科" ? "普通高等学校" : "硕士研究生",
        {.face = Face::Song, .points = 20, .lang = "zh-Hans", .align = Align::Centre, .spacingPt = 5});
    pen.text(186, 46, "毕业证书",
        {.face = Face::Kai, .points = 40, .lang = "zh-Hans", .align = Align::Centre, .spacingPt = 14});
    drawPhoto(canvas, {{44}, {46}, {38}, {52}}, {0.36, 0.54, 0.80}, facts.value("holder.sex") == "F", faceOf(facts));
    const Style prose{.face = Face::Song, .points = 15.5, .lang = "zh-Hans", .widthMm = 158, .lineSpacing = 1.6},
        filled{.face = Face::Kai, .points = 17, .lang = "zh-Hans"},
        foot{.face = Face::Song, .points = 14, .lang = "zh-Hans"};
    pen.sentence(112, 74,
        "　　学生«holder.name.han»，性别«holder.sex»，«holder.birth-date»生，于«study.from»至«study.until»在本校«study."
        "major»"
        "专业"
            + facts.value("drawing.length")
            + "年制«qualification.class»学习，修完教学计划规定的全部课程，成绩合格，准予毕业。",
        prose, filled);
    pen.row(112, 140, "校　　名：", foot, 27, "institution.name", {.face = Face::Kai, .points = 18, .lang = "zh-Hans"});
    pen.text(200, 140, "校（院）长：", foot);
    drawSignature(canvas, {{229}, {133}, {34}, {13}}, random.stream("signature"));
    pen.row(112, 158, "证书编号：", foot, 27, "document.number", {.face = Face::Roman, .points = 14});
    pen.field(204, 158, "issue.date", foot);
    pen.text(46, 172, "中华人民共和国教育部学历证书查询网址：http://www.chsi.com.cn",
        {.face = Face::Song, .points = 8.5, .lang = "zh-Hans"});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(222 + place.real(-4, 4), 152 + place.real(-3, 3)),
            .diameterMm = 44,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-9, 9)}});
    drawSeal(canvas,
        {.centre = at(74, 94),
            .diameterMm = 32,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "学历证明",
            .colour = {0.55, 0.55, 0.58, 0.4}});
}

/// The upright form of continuing education: labels and lines, the school's name at the head.
void drawForm(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    const Colour crimson{0.62, 0.07, 0.12};
    canvas.fill({{0}, {0}, {210}, {285}}, {0.995, 0.985, 0.965});
    canvas.frame({{12}, {12}, {186}, {261}}, 1.2, crimson);
    canvas.frame({{14.5}, {14.5}, {181}, {256}}, 0.3, crimson);
    drawRosette(canvas, at(105, 150), 54, {0.96, 0.90, 0.86, 0.9}, random.stream("rosette"));
    pen.field(105, 28, "institution.name",
        {.face = Face::Kai,
            .points = 26,
            .lang = "zh-Hans",
            .colour = crimson,
            .align = Align::Centre,
            .spacingPt = 6});
    pen.text(105, 46, "毕　业　证　书",
        {.face = Face::Song, .points = 32, .lang = "zh-Hans", .bold = true, .align = Align::Centre});
    drawPhoto(canvas, {{142}, {72}, {35}, {46}}, {0.94, 0.95, 0.96}, facts.value("holder.sex") == "F", faceOf(facts));
    const Style label{.face = Face::Song, .points = 13.5, .lang = "zh-Hans"},
        value{.face = Face::Kai, .points = 15, .lang = "zh-Hans"}, number{.face = Face::Roman, .points = 14};
    double y = 76;
    const auto line = [&](std::string_view name, std::string_view id, const Style& style, double right) {
        pen.row(30, y, name, label, 31, id, style);
        canvas.line(at(60, y + 6.8), at(right, y + 6.8), 0.2, {0.45, 0.35, 0.33});
        y += 14.5;
    };
    line("姓　　名", "holder.name.han", value, 130);
    line("性　　别", "holder.sex", value, 130);
    line("出生日期", "holder.birth-date", value, 130);
    line("入学时间", "study.from", value, 180);
    line("毕业时间", "study.until", value, 180);
    line("专　　业", "study.major", value, 180);
    line("层　　次", "qualification.class", value, 180);
    pen.text(30, y + 4, "该生在本校学习期满，修完全部课程，成绩合格，准予毕业。", label);
    pen.row(30, y + 24, "毕业证书编号", label, 36, "document.number", number);
    pen.row(30, y + 38, "发证日期", label, 36, "issue.date", value);
    pen.text(120, y + 52, "校长", label);
    drawSignature(canvas, {{136}, {y + 46}, {38}, {14}}, random.stream("signature"));
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(150 + place.real(-5, 5), y + 34 + place.real(-3, 3)),
            .diameterMm = 42,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-8, 8)}});
}

} // namespace

DocumentType cnGraduation()
{
    return {"cn.graduation", "毕业证书", facts,
        {{"prose", "A4 landscape, photo at the left, one sentence in prose at the right", {297}, {210}, drawProse},
            {"form", "upright, labels and lines below the school's name", {210}, {285}, drawForm}}};
}

} // namespace vidimus::specimen
