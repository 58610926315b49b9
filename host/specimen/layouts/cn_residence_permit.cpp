#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// 港澳居民居住证 (since 1 September 2018): the number is made as a resident's, with 810000 or 820000 for the region.
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    facts.set("holder.name.han", person.hanName());
    facts.set("holder.sex", person.sex == Sex::Male ? "M" : "F");
    facts.set("holder.birth-date", person.birth.iso());
    facts.set("holder.address",
        fmt::format("广东省深圳市{}{}{}号{}", random.pick(std::array{"福田区", "南山区", "盐田区"}),
            random.pick(std::array{"海园一路", "后海大道", "沙盐路"}), random.between(1, 900),
            random.between(101, 3306)));
    facts.set("holder.id-number", person.residencePermit);
    facts.set("holder.id-kind", "cn-residence-permit");
    facts.set("cn.travel-permit", "H" + random.digits(8));
    const Date from = asOf.plusYears(-random.between(1, 4)).plusDays(-random.between(3, 200));
    facts.set("valid.from", from.iso());
    facts.set("valid.until", from.plusYears(5).iso());
    facts.set(
        "issuer.name", fmt::format("深圳市公安局{}分局", random.pick(std::array{"福田", "南山", "盐田"})), "zh-Hans");
    return facts;
}

void drawFront(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    const Colour ink{0.10, 0.40, 0.44};
    canvas.fill({{0}, {0}, {85.6}, {54}}, {0.95, 0.975, 0.965}, 3);
    drawGuilloche(canvas, {{1.5}, {1.5}, {82.6}, {51}}, {0.78, 0.90, 0.86, 0.6}, random.stream("front"));
    const Style label{.face = Face::Sans, .points = 7.2, .lang = "zh-Hans", .colour = ink},
        value{.face = Face::Sans, .points = 8.8, .lang = "zh-Hans"};
    pen.row(5, 7, "姓　名", label, 11.5, "holder.name.han",
        {.face = Face::Sans, .points = 10.5, .lang = "zh-Hant", .spacingPt = 1});
    pen.row(5, 14, "性　别", label, 11.5, "holder.sex", value);
    pen.row(5, 20.5, "出　生", label, 11.5, "holder.birth-date", value);
    pen.text(5, 27.5, "住　址", label);
    pen.field(16.5, 27.2, "holder.address",
        {.face = Face::Sans, .points = 8.8, .lang = "zh-Hans", .widthMm = 38, .lineSpacing = 1.1});
    pen.text(5, 45, "公民身份号码", label);
    pen.field(25.5, 44.3, "holder.id-number", {.face = Face::Fixed, .points = 11.5});
    drawPhoto(canvas, {{57.5}, {8}, {24}, {31}}, {0.98, 0.98, 0.98}, facts.value("holder.sex") == "F", faceOf(facts));
}

void drawBack(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Dotted});
    canvas.fill({{0}, {0}, {85.6}, {54}}, {0.95, 0.975, 0.965}, 3);
    drawRosette(canvas, at(64, 32), 17, {0.78, 0.90, 0.86, 0.8}, random.stream("back"));
    drawDevice(canvas, at(12, 11), 7, {0.78, 0.16, 0.15, 0.9}, 5);
    pen.text(50, 5, "中华人民共和国",
        {.face = Face::Song, .points = 12, .lang = "zh-Hans", .bold = true, .align = Align::Centre});
    pen.text(50, 12.5, "港澳居民居住证",
        {.face = Face::Song, .points = 15, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 1});
    const Style label{.face = Face::Sans, .points = 7.4, .lang = "zh-Hans"},
        value{.face = Face::Sans, .points = 8.6, .lang = "zh-Hans"};
    pen.row(10, 27, "签发机关", label, 17, "issuer.name", value);
    pen.text(10, 33.5, "有效期限", label);
    pen.sentence(27, 33.3, "«valid.from»-«valid.until»", value, value);
    pen.text(10, 40, "签发次数", label);
    pen.text(27, 40, "01", value);
    pen.row(10, 46.5, "通行证号码", label, 17, "cn.travel-permit", value);
}

/// What the holder hands in of it: a printed sheet with both faces named and the particulars beside them.
void drawRecord(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Dotted});
    const Colour rule{0.35, 0.45, 0.45};
    canvas.frame({{14}, {16}, {182}, {112}}, 0.4, rule);
    pen.text(105, 22, "中华人民共和国港澳居民居住证",
        {.face = Face::Song, .points = 20, .lang = "zh-Hans", .bold = true, .align = Align::Centre});
    canvas.line(at(14, 36), at(196, 36), 0.3, rule);
    drawPhoto(canvas, {{158}, {42}, {30}, {39}}, {0.92, 0.95, 0.97}, facts.value("holder.sex") == "F", faceOf(facts));
    const Style label{.face = Face::Song, .points = 11.5, .lang = "zh-Hans"},
        value{.face = Face::Sans, .points = 12, .lang = "zh-Hans"}, number{.face = Face::Sans, .points = 12.5};
    pen.row(20, 42, "姓名", label, 32, "holder.name.han", {.face = Face::Sans, .points = 13, .lang = "zh-Hant"});
    pen.row(92, 42, "性别", label, 14, "holder.sex", value);
    pen.with(DateForm::Chinese).row(20, 53, "出生日期", label, 32, "holder.birth-date", value);
    pen.row(20, 64, "公民身份号码", label, 32, "holder.id-number", number);
    pen.row(20, 75, "住址", label, 32, "holder.address", value);
    pen.row(20, 90, "签发机关", label, 32, "issuer.name", value);
    pen.text(20, 101, "有效期限", label);
    pen.sentence(52, 101, "«valid.from»-«valid.until»", number, number);
    pen.row(20, 112, "通行证号码", label, 32, "cn.travel-permit", number);
    drawGuilloche(canvas, {{120}, {96}, {70}, {26}}, {0.80, 0.90, 0.88, 0.6}, random.stream("record"));
}

} // namespace

DocumentType cnResidencePermit()
{
    return {"cn.residence-permit", "港澳居民居住证", facts,
        {{"card", "card of 85.6 × 54 mm, two sides", {85.6}, {54}, drawFront, drawBack, nullptr, {3}},
            {"record", "A5 landscape, a print of both sides' particulars", {210}, {148}, drawRecord}}};
}

} // namespace vidimus::specimen
