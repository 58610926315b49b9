#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// A certificate of medical insurance: who is insured, by which policy, for which year. Every insurer has a form of its
// own.
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout& layout, Random random, const Date& asOf)
{
    Facts facts;
    const bool mainland = layout.name == "mainland";
    facts.set("policy.insured", mainland ? person.hansName() : person.latinName());
    const Date from = asOf.plusDays(-random.between(20, 330));
    facts.set("policy.number",
        mainland ? fmt::format("P{}{}", from.year(), random.digits(10))
                 : fmt::format("MD-{}-{}", random.digits(7), random.between(1, 9)));
    facts.set("policy.from", from.iso());
    facts.set("policy.until", from.plusYears(1).plusDays(-1).iso());
    facts.set("issue.date", from.plusDays(-random.between(2, 20)).iso());
    if (mainland) {
        facts.set("issuer.name", "南方健康保险股份有限公司", "zh-Hans");
        facts.set(sealText, "南方健康保险股份有限公司", "zh-Hans");
    } else {
        facts.set("issuer.name", "維港保險有限公司", "zh-Hant");
        facts.set("issuer.name", "Victoria Harbour Insurance Company Limited", "en");
    }
    facts.set("drawing.limit", mainland ? "人民币2,000,000.00元" : "HKD 2,000,000");
    return facts;
}

/// A letter-like certificate in English with Chinese beside it.
void drawHongKong(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::English, .names = NameForm::Surname});
    const Colour blue{0.02, 0.25, 0.52};
    canvas.fill({{0}, {0}, {210}, {22}}, {0.90, 0.94, 0.99});
    drawDevice(canvas, at(24, 11), 8, blue, 9);
    pen.field(38, 5, "issuer.name", {.face = Face::Sans, .points = 13, .lang = "en", .colour = blue, .bold = true});
    pen.field(38, 12.5, "issuer.name", {.face = Face::Sans, .points = 12, .lang = "zh-Hant", .colour = blue});
    pen.text(20, 36, "CERTIFICATE OF INSURANCE 保險證明書",
        {.face = Face::Sans, .points = 18, .lang = "zh-Hant", .bold = true});
    pen.text(20, 48, "Individual Medical Insurance Plan 個人醫療保險計劃",
        {.face = Face::Sans, .points = 12, .lang = "zh-Hant"});
    const Style label{.face = Face::Sans, .points = 10.5, .lang = "zh-Hant"}, value{.face = Face::Sans, .points = 12};
    double y = 64;
    const auto line = [&](std::string_view name, std::string_view id) {
        pen.row(22, y, name, label, 72, id, value);
        canvas.line(at(20, y + 8.4), at(190, y + 8.4), 0.12, blue);
        y += 14;
    };
    line("Policy No. 保單號碼", "policy.number");
    canvas.field(
        at(94, y), "policy.insured", withoutComma(facts.value("policy.insured")), facts.value("policy.insured"), value);
    line("Insured Person 受保人", "");
    line("Period of Insurance from 保險期由", "policy.from");
    line("to 至", "policy.until");
    pen.text(94, y, facts.value("drawing.limit"), value);
    line("Annual Benefit Limit 每年保障限額", "");
    line("Date of Issue 簽發日期", "issue.date");
    pen.text(22, y + 8,
        "This certificate is evidence of cover subject to the terms, conditions and exclusions of the policy. "
        "Hospital confinement, surgical and out-patient benefits apply in Hong Kong and the Greater Bay Area.",
        {.face = Face::Sans, .points = 10, .lang = "en", .widthMm = 166, .lineSpacing = 1.35});
    drawSignature(canvas, {{24}, {y + 40}, {46}, {14}}, random.stream("signature"));
    pen.text(22, y + 58, "Authorised Signature 授權簽署", label);
}

/// The mainland's policy schedule: a table, the company's seal.
void drawMainland(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    const Colour green{0.0, 0.42, 0.30};
    drawGuilloche(canvas, {{10}, {10}, {190}, {210}}, {0.88, 0.95, 0.92, 0.6}, random.stream("guilloche"));
    pen.field(105, 20, "issuer.name",
        {.face = Face::Song, .points = 17, .lang = "zh-Hans", .colour = green, .bold = true, .align = Align::Centre});
    pen.text(105, 33, "医疗保险保险单",
        {.face = Face::Song, .points = 22, .lang = "zh-Hans", .align = Align::Centre, .spacingPt = 3});
    const Style label{.face = Face::Song, .points = 11.5, .lang = "zh-Hans"},
        value{.face = Face::Song, .points = 12, .lang = "zh-Hans"}, number{.face = Face::Roman, .points = 12.5};
    pen.row(22, 49, "保险单号：", label, 24, "policy.number", number);
    double y = 58;
    const auto cell = [&](std::string_view name, std::string_view id, const Style& style) {
        canvas.frame({{20}, {y}, {46}, {13}}, 0.25, green);
        canvas.frame({{66}, {y}, {124}, {13}}, 0.25, green);
        pen.row(23, y + 4, name, label, 47, id, style);
        y += 13;
    };
    cell("投保人", "", value);
    pen.text(70, y - 9, "深圳海滨国际贸易有限公司", value);
    cell("被保险人", "policy.insured", value);
    cell("险种名称", "", value);
    pen.text(70, y - 9, "跨境医疗保险（大湾区版）", value);
    cell("保险金额", "", value);
    pen.text(70, y - 9, facts.value("drawing.limit"), value);
    cell("保险期间起始日期", "policy.from", value);
    cell("保险期间终止日期", "policy.until", value);
    cell("签单日期", "issue.date", value);
    pen.text(23, y + 6, "本公司按照保险条款的约定承担保险责任。", value);
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(150 + place.real(-4, 4), y + 28 + place.real(-3, 3)),
            .diameterMm = 40,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "承保专用章"});
}

} // namespace

DocumentType xxInsurancePolicy()
{
    return {"xx.insurance-policy", "Certificate of medical insurance", facts,
        {{"hong-kong", "A4 upright, English with Chinese, lines", {210}, {297}, drawHongKong},
            {"mainland", "upright, a ruled table in Simplified Chinese", {210}, {230}, drawMainland}}};
}

} // namespace vidimus::specimen
