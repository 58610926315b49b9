#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// 职称证书 of health professions: senior titles reviewed by a committee, issued by the province's personnel authority.
namespace vidimus::specimen {
namespace {

std::string codeOf(const Facts& facts)
{
    return fmt::format("证书编号:{};姓名:{}", facts.value("document.number"), facts.value("holder.name.han"));
}

Facts facts(const Person& person, const Layout&, Random random, const Date&)
{
    Facts facts;
    setMainlandHolder(facts, person);
    const Date award = dayAtAge(person, 36, 2019, random), last = *Date::of(2024, 6, 1);
    const Date granted = award.dayNumber() > last.dayNumber() ? last : award;
    facts.set("title.rank", random.pick(std::array{"主任医师", "副主任医师"}));
    facts.set("title.specialty",
        random.pick(std::array{"心血管内科", "普通外科", "儿科", "妇产科", "麻醉学", "骨外科"}), "zh-Hans");
    facts.set("qualification.class", facts.value("title.rank") == "主任医师" ? "正高级" : "副高级");
    facts.set("award.date", granted.iso());
    facts.set("issue.date", granted.plusDays(random.between(40, 120)).iso());
    facts.set("document.number", fmt::format("{:02}03001{}", granted.year() % 100, random.digits(6)));
    facts.set("issuer.name", "广东省人力资源和社会保障厅", "zh-Hans");
    facts.set("drawing.committee", "深圳市卫生系列高级职称评审委员会");
    facts.set(sealText, "广东省人力资源和社会保障厅", "zh-Hans");
    facts.set(codeText, codeOf(facts));
    return facts;
}

/// The province's electronic paper, printed out: a photo above, rows with colons, a code at the foot.
void drawProvince(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    drawBorder(canvas, {{11}, {11}, {188}, {275}}, 5, {0.68, 0.50, 0.22});
    drawRosette(canvas, at(105, 160), 60, {0.96, 0.92, 0.82, 0.9}, random.stream("rosette"));
    pen.text(105, 30, "广东省职称证书",
        {.face = Face::Song, .points = 32, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 4});
    drawPhoto(canvas, {{87}, {56}, {36}, {48}}, {0.94, 0.95, 0.97}, facts.value("holder.sex") == "F", faceOf(facts));
    const Style label{.face = Face::Song, .points = 14, .lang = "zh-Hans"},
        value{.face = Face::Song, .points = 14, .lang = "zh-Hans"}, number{.face = Face::Roman, .points = 14};
    double y = 118;
    const auto line = [&](std::string_view name, std::string_view id, const Style& style) {
        pen.row(46, y, name, label, 34, id, style);
        y += 12.5;
    };
    line("姓　　名：", "holder.name.han", value);
    line("身份证号：", "holder.id-number", number);
    line("职称名称：", "title.rank", value);
    line("专　　业：", "title.specialty", value);
    line("级　　别：", "qualification.class", value);
    pen.text(46, y, "取得方式：", label);
    pen.text(80, y, "职称评审", value);
    y += 12.5;
    line("通过时间：", "award.date", value);
    pen.text(46, y, "评审组织：", label);
    pen.text(80, y, facts.value("drawing.committee"), value);
    y += 12.5;
    line("证书编号：", "document.number", number);
    line("发证单位：", "issuer.name", value);
    line("发证时间：", "issue.date", value);
    drawQrCode(canvas, at(28, 252), 24, facts.value(codeText));
    pen.text(56, 266, "在线验证：www.gdhrss.gov.cn", {.face = Face::Song, .points = 9, .lang = "zh-Hans"});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(150 + place.real(-4, 4), 238 + place.real(-3, 3)),
            .diameterMm = 42,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "职称专用章"});
}

/// The booklet before: 高级专业技术资格证书, opened, particulars at the right in a ruled table.
void drawRuled(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::ChinesePadded});
    const Colour red{0.66, 0.10, 0.14};
    canvas.fill({{0}, {0}, {236}, {160}}, {0.99, 0.965, 0.955});
    drawGuilloche(canvas, {{6}, {6}, {106}, {148}}, {0.95, 0.85, 0.83, 0.75}, random.stream("left"));
    canvas.line(at(118, 0), at(118, 160), 0.4, {0.85, 0.74, 0.72});
    pen.text(59, 22, "高级专业技术资格证书",
        {.face = Face::Kai, .points = 21, .lang = "zh-Hans", .colour = red, .align = Align::Centre, .spacingPt = 1});
    drawPhoto(canvas, {{41}, {42}, {36}, {48}}, {0.38, 0.57, 0.83}, facts.value("holder.sex") == "F", faceOf(facts));
    const Style label{.face = Face::Sans, .points = 11.5, .lang = "zh-Hans"},
        value{.face = Face::Kai, .points = 13, .lang = "zh-Hans"}, number{.face = Face::Fixed, .points = 12};
    pen.row(20, 104, "粤高职证字第", label, 30, "document.number", number);
    pen.text(59, 138, "持证人经评审具备相应的专业技术资格",
        {.face = Face::Song, .points = 10.5, .lang = "zh-Hans", .align = Align::Centre});
    double y = 16;
    const auto cell = [&](std::string_view name, std::string_view id, const Style& style) {
        canvas.frame({{126}, {y}, {34}, {13.2}}, 0.25, red);
        canvas.frame({{160}, {y}, {68}, {13.2}}, 0.25, red);
        pen.row(129, y + 4, name, label, 34, id, style);
        y += 13.2;
    };
    cell("姓名", "holder.name.han", value);
    cell("性别", "holder.sex", value);
    cell("出生日期", "holder.birth-date", value);
    cell("身份证号码", "holder.id-number", number);
    cell("专业名称", "title.specialty", value);
    cell("资格名称", "title.rank", value);
    cell("授予时间", "award.date", value);
    cell("发证机关", "issuer.name", {.face = Face::Kai, .points = 12, .lang = "zh-Hans"});
    cell("签发日期", "issue.date", value);
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(92 + place.real(-3, 3), 92 + place.real(-3, 3)),
            .diameterMm = 36,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-9, 9)}});
}

} // namespace

DocumentType cnProfessionalTitle()
{
    return {"cn.professional-title", "职称证书", facts,
        {{"province", "A4 upright, photo above rows with colons, a code at the foot", {210}, {297}, drawProvince},
            {"ruled", "spread landscape, title and photo at the left, a ruled table at the right", {236}, {160},
                drawRuled}},
        false, codeOf};
}

} // namespace vidimus::specimen
