#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// 居民身份证 of the second generation (居民身份证法, 2004). Valid 10 years from 16, 20 years from 26, without end
// from 46.
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    facts.set("holder.name.han", person.hansName());
    facts.set("holder.sex", person.sex == Sex::Male ? "M" : "F");
    facts.set("holder.ethnicity", random.chance(0.85) ? "汉" : random.pick(std::array{"壮", "满", "回", "土家"}));
    facts.set("holder.birth-date", person.birth.iso());
    facts.set("holder.address",
        fmt::format("广东省深圳市{}{}{}号{}栋{}房", random.pick(std::array{"福田区", "南山区", "罗湖区", "龙岗区"}),
            random.pick(std::array{"深南大道", "红荔路", "侨香路", "翠竹路"}), random.between(11, 4200),
            random.between(1, 9), random.between(101, 2808)));
    facts.set("holder.id-number", person.residentId);
    facts.set("holder.id-kind", "cn-resident-id");
    const Date from = asOf.plusYears(-random.between(1, 8)).plusDays(-random.between(1, 300));
    const bool endless = from.year() - person.birth.year() > 46;
    facts.set("valid.from", from.iso());
    facts.set("valid.until", endless ? "9999-12-31" : from.plusYears(20).iso());
    facts.set("issuer.name", fmt::format("深圳市公安局{}分局", random.pick(std::array{"福田", "南山", "罗湖", "龙岗"})),
        "zh-Hans");
    return facts;
}

/// What a face shows, whose left upper corner stands at the point.
struct Tint {
    Colour label, ground, fine;
};

void front(Canvas& canvas, const Facts& facts, const Random& random, Point corner, const Tint& tint)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    const double x = corner.x.value, y = corner.y.value;
    canvas.fill({{x}, {y}, {85.6}, {54}}, tint.ground, 3);
    drawGuilloche(canvas, {{x + 2}, {y + 2}, {81.6}, {50}}, tint.fine, random.stream("front"));
    const Style label{.face = Face::Sans, .points = 7.5, .lang = "zh-Hans", .colour = tint.label},
        value{.face = Face::Sans, .points = 9, .lang = "zh-Hans"};
    pen.row(x + 6, y + 6.2, "姓名", label, 10, "holder.name.han",
        {.face = Face::Sans, .points = 10.5, .lang = "zh-Hans", .spacingPt = 1});
    pen.row(x + 6, y + 13, "性别", label, 10, "holder.sex", value);
    pen.row(x + 25, y + 13, "民族", label, 9, "holder.ethnicity", value);
    pen.row(x + 6, y + 19.4, "出生", label, 10, "holder.birth-date", value);
    pen.text(x + 6, y + 26, "住址", label);
    pen.field(x + 16, y + 26, "holder.address",
        {.face = Face::Sans, .points = 9, .lang = "zh-Hans", .widthMm = 38, .lineSpacing = 1.1});
    pen.text(x + 6, y + 44.6, "公民身份号码", label);
    pen.field(x + 28, y + 44, "holder.id-number", {.face = Face::Fixed, .points = 11.5, .bold = true});
    drawPhoto(
        canvas, {{x + 57}, {y + 7}, {25}, {32}}, {0.97, 0.97, 0.98}, facts.value("holder.sex") == "F", faceOf(facts));
}

void back(Canvas& canvas, const Facts& facts, const Random& random, Point corner, const Tint& tint)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Dotted});
    const double x = corner.x.value, y = corner.y.value;
    canvas.fill({{x}, {y}, {85.6}, {54}}, tint.ground, 3);
    drawGuilloche(canvas, {{x + 2}, {y + 2}, {81.6}, {50}}, tint.fine, random.stream("back"));
    drawDevice(canvas, at(x + 14, y + 13), 8, {0.80, 0.18, 0.16, 0.9}, 5);
    pen.text(x + 53, y + 7, "中华人民共和国",
        {.face = Face::Song, .points = 13, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 2});
    pen.text(x + 53, y + 16, "居民身份证",
        {.face = Face::Song, .points = 18, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 3});
    const Style label{.face = Face::Sans, .points = 8, .lang = "zh-Hans"},
        value{.face = Face::Sans, .points = 9, .lang = "zh-Hans"};
    pen.text(x + 20, y + 37, "签发机关", label);
    pen.field(x + 35, y + 36.8, "issuer.name", value);
    pen.text(x + 20, y + 44.4, "有效期限", label);
    pen.sentence(x + 35, y + 44.2, "«valid.from»-«valid.until»", value, value);
}

constexpr Tint coloured{{0.18, 0.38, 0.62}, {0.955, 0.97, 0.985}, {0.80, 0.88, 0.95, 0.6}};
constexpr Tint copied{{0.32, 0.32, 0.33}, {0.96, 0.96, 0.96}, {0.87, 0.87, 0.87, 0.6}};

void drawFront(Canvas& canvas, const Facts& facts, const Random& random)
{
    front(canvas, facts, random, at(0, 0), coloured);
}

void drawBack(Canvas& canvas, const Facts& facts, const Random& random)
{
    back(canvas, facts, random, at(0, 0), coloured);
}

/// A certified photocopy of both faces on half a sheet.
void drawCopy(Canvas& canvas, const Facts& facts, const Random& random)
{
    front(canvas, facts, random, at(31, 20), copied);
    canvas.frame({{31}, {20}, {85.6}, {54}}, 0.2, {0.5, 0.5, 0.5}, 3);
    back(canvas, facts, random, at(31, 92), copied);
    canvas.frame({{31}, {92}, {85.6}, {54}}, 0.2, {0.5, 0.5, 0.5}, 3);
    const Pen pen(canvas, facts, {});
    pen.text(40, 166, "复印件与原件一致", {.face = Face::Kai, .points = 15, .lang = "zh-Hans"});
    drawSignature(canvas, {{90}, {162}, {32}, {12}}, random.stream("signature"));
}

} // namespace

DocumentType cnResidentIdentityCard()
{
    return {"cn.resident-identity-card", "居民身份证", facts,
        {{"second-generation", "card of 85.6 × 54 mm, two sides", {85.6}, {54}, drawFront, drawBack, nullptr, {3}},
            {"copy", "A5 upright, a grey copy of both sides", {148}, {210}, drawCopy}}};
}

} // namespace vidimus::specimen
