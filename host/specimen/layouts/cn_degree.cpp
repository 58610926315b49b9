#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// 学位证书 (中华人民共和国学位条例). Its number has 16 digits: unit 5, level 1, year 4, serial 6.
namespace vidimus::specimen {
namespace {

struct Unit {
    std::string_view code, name;
};
constexpr std::array units{Unit{"10590", "深圳大学"}, Unit{"12121", "南方医科大学"}, Unit{"10570", "广州医科大学"},
    Unit{"10572", "广州中医药大学"}, Unit{"10558", "中山大学"}};

Facts facts(const Person& person, const Layout& layout, Random random, const Date&)
{
    Facts facts;
    setMainlandHolder(facts, person);
    facts.erase("holder.id-number");
    facts.erase("holder.id-kind");
    const Unit& unit = units[random.below(units.size())];
    const bool bachelor = layout.name == "bachelor" || random.chance(0.2), doctor = !bachelor && random.chance(0.4);
    const int year = std::max(person.birth.year() + (bachelor ? 23 : doctor ? 30 : 26), 2009);
    facts.set("institution.name", std::string(unit.name), "zh-Hans");
    facts.set("study.major",
        bachelor ? random.pick(std::array{"临床医学", "口腔医学", "护理学", "预防医学"})
                 : random.pick(std::array{"内科学", "外科学", "儿科学", "妇产科学", "麻醉学"}));
    facts.set("qualification.name", bachelor ? "医学学士" : doctor ? "医学博士" : "医学硕士", "zh-Hans");
    facts.set("document.number",
        fmt::format("{}{}{}{}", unit.code,
            bachelor     ? 4
                : doctor ? 2
                         : 3,
            year, random.digits(6)));
    facts.set("issue.date", Date::of(year, 6, random.between(18, 30))->iso());
    facts.set(sealText, std::string(unit.name), "zh-Hans");
    return facts;
}

/// The bachelor's paper, landscape: prose beside the photo, the chairman's signature at the foot.
void drawBachelor(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    const Colour ochre{0.60, 0.42, 0.10};
    canvas.fill({{0}, {0}, {280}, {200}}, {0.99, 0.975, 0.94});
    drawBorder(canvas, {{8}, {8}, {264}, {184}}, 6, ochre);
    drawDevice(canvas, at(140, 29), 9, {0.75, 0.15, 0.12, 0.9}, 8);
    pen.text(140, 43, "学士学位证书",
        {.face = Face::Song, .points = 32, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 8});
    pen.text(140, 59, "（普通高等教育本科毕业生）",
        {.face = Face::Song, .points = 12, .lang = "zh-Hans", .align = Align::Centre});
    drawPhoto(canvas, {{32}, {76}, {36}, {48}}, {0.95, 0.96, 0.97}, facts.value("holder.sex") == "F", faceOf(facts));
    pen.sentence(84, 76,
        "　　«holder.name.han»，«holder.sex»，«holder.birth-date»生。在«institution.name»«study.major»"
        "专业完成了本科学习计划，业已毕业，经审核符合《中华人民共和国学位条例》的规定，授予«qualification.name»学位。",
        {.face = Face::Song, .points = 15.5, .lang = "zh-Hans", .widthMm = 166, .lineSpacing = 1.65},
        {.face = Face::Kai, .points = 16.5, .lang = "zh-Hans"});
    const Style foot{.face = Face::Song, .points = 13, .lang = "zh-Hans"};
    pen.field(84, 134, "institution.name", {.face = Face::Kai, .points = 20, .lang = "zh-Hans"});
    pen.text(166, 131, "校　　长", foot);
    pen.text(166, 139, "学位评定委员会主席", foot);
    drawSignature(canvas, {{212}, {130}, {40}, {13}}, random.stream("signature"));
    pen.row(32, 162, "证书编号：", foot, 25, "document.number", {.face = Face::Fixed, .points = 12.5});
    pen.field(190, 162, "issue.date", foot);
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(118 + place.real(-4, 4), 146 + place.real(-3, 3)),
            .diameterMm = 42,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-9, 9)}});
}

/// The paper that each university designs for itself since 2016, upright, dates in Chinese numerals.
void drawOwnDesign(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::HanNumerals});
    const Colour blue{0.08, 0.18, 0.42};
    drawGuilloche(canvas, {{10}, {10}, {190}, {260}}, {0.86, 0.89, 0.95, 0.7}, random.stream("guilloche"));
    canvas.frame({{10}, {10}, {190}, {260}}, 1.4, blue, 3);
    pen.text(105, 27,
        facts.value("qualification.name", "zh-Hans") == "医学博士"       ? "博士学位证书"
            : facts.value("qualification.name", "zh-Hans") == "医学硕士" ? "硕士学位证书"
                                                                         : "学士学位证书",
        {.face = Face::Kai, .points = 36, .lang = "zh-Hans", .colour = blue, .align = Align::Centre, .spacingPt = 6});
    drawPhoto(canvas, {{87}, {56}, {36}, {48}}, {0.40, 0.58, 0.82}, facts.value("holder.sex") == "F", faceOf(facts));
    pen.sentence(28, 118,
        "　　«holder.name.han»，性别«holder.sex»，«holder.birth-date»生。在本校«study.major»"
        "学科（专业）已通过学位课程考试和论文答辩，成绩合格。根据《中华人民共和国学位条例》的规定，授予«qualification."
        "name»学位。",
        {.face = Face::Song, .points = 16, .lang = "zh-Hans", .widthMm = 154, .lineSpacing = 1.4},
        {.face = Face::Kai, .points = 17.5, .lang = "zh-Hans"});
    const Style foot{.face = Face::Song, .points = 14, .lang = "zh-Hans"};
    pen.field(132, 194, "institution.name", {.face = Face::Kai, .points = 22, .lang = "zh-Hans", .colour = blue});
    pen.text(30, 197, "校长（院长、所长）", foot);
    drawSignature(canvas, {{76}, {191}, {38}, {14}}, random.stream("signature"));
    pen.field(128, 218, "issue.date", foot);
    pen.row(30, 240, "学位证书编号：", foot, 37, "document.number", {.face = Face::Roman, .points = 14});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(152 + place.real(-4, 4), 212 + place.real(-3, 3)),
            .diameterMm = 44,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "学位专用",
            .turn = {place.real(-9, 9)}});
}

} // namespace

DocumentType cnDegree()
{
    return {"cn.degree", "学位证书", facts,
        {{"bachelor", "landscape, prose beside the photo, two offices at the foot", {280}, {200}, drawBachelor},
            {"own-design", "upright, photo above the prose, date in Chinese numerals", {210}, {280}, drawOwnDesign}}};
}

} // namespace vidimus::specimen
