#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// Nurses Registration Ordinance (Cap. 164), s. 10A: the practising certificate of a registered (RN) or enrolled (EN)
// nurse runs for three years at most, to 31 December.
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    setNames(facts, person);
    const bool registered = random.chance(0.7);
    const int first = asOf.year() - random.between(0, 2);
    facts.set("registration.part", registered ? "RN" : "EN");
    facts.set("registration.number", fmt::format("{}{}", registered ? "RN" : "EN", random.digits(6)));
    facts.set("valid.from", Date::of(first, 1, 1)->iso());
    facts.set("valid.until", Date::of(first + 2, 12, 31)->iso());
    facts.set("issue.date", Date::of(first - 1, 12, random.between(1, 24))->iso());
    facts.set("practice.category", "General", "en");
    facts.set("document.number", fmt::format("PC{}{}", first, random.digits(5)));
    facts.set("issuer.name", "香港護士管理局", "zh-Hant");
    facts.set("issuer.name", "The Nursing Council of Hong Kong", "en");
    facts.set("drawing.kind", registered ? "Registered Nurse (General)" : "Enrolled Nurse (General)");
    facts.set("drawing.kind-han", registered ? "註冊護士（普通科）" : "登記護士（普通科）");
    facts.set(sealText, "NURSING COUNCIL OF HONG KONG", "en");
    return facts;
}

std::string partInWords(const Facts& facts)
{
    const std::string part = facts.value("registration.part");
    return part.empty() ? "" : facts.value("drawing.kind");
}

/// A half sheet with two languages side by side.
void drawColumns(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Slashed, .names = NameForm::Comma});
    const Colour rose{0.55, 0.10, 0.30};
    canvas.fill({{0}, {0}, {210}, {148}}, {1, 0.985, 0.99});
    drawGuilloche(canvas, {{7}, {7}, {196}, {134}}, {0.95, 0.87, 0.91, 0.6}, random.stream("guilloche"));
    canvas.frame({{7}, {7}, {196}, {134}}, 0.6, rose);
    pen.field(105, 13, "issuer.name",
        {.face = Face::Song, .points = 19, .lang = "zh-Hant", .colour = rose, .align = Align::Centre, .spacingPt = 4});
    pen.field(105, 24, "issuer.name",
        {.face = Face::Sans, .points = 13.5, .lang = "en", .colour = rose, .bold = true, .align = Align::Centre});
    pen.text(105, 34, "執業證明書 PRACTISING CERTIFICATE",
        {.face = Face::Sans, .points = 14, .lang = "zh-Hant", .align = Align::Centre});
    const Style label{.face = Face::Sans, .points = 10, .lang = "zh-Hant"}, value{.face = Face::Sans, .points = 12.5};
    double y = 47;
    const auto line = [&](std::string_view name, std::string_view id, const Style& style) {
        pen.row(20, y, name, label, 76, id, style);
        y += 9.6;
    };
    line("姓名 Name", "holder.name.latin", value);
    line("中文姓名 Name in Chinese", "holder.name.han", {.face = Face::Sans, .points = 13, .lang = "zh-Hant"});
    pen.text(20, y, "護士類別 Category of Nurse", label);
    canvas.field(at(96, y), "registration.part", partInWords(facts), facts.value("registration.part"), value);
    y += 9.6;
    line("註冊／登記編號 Registration / Enrolment No.", "registration.number", value);
    line("有效期由 Valid from", "valid.from", value);
    line("有效期至 Valid until", "valid.until", value);
    line("發出日期 Date of Issue", "issue.date", value);
    drawSignature(canvas, {{146}, {108}, {40}, {12}}, random.stream("signature"));
    pen.text(
        166, 123, "秘書 Secretary", {.face = Face::Sans, .points = 9.5, .lang = "zh-Hant", .align = Align::Centre});
    pen.text(20, 126, "Nurses Registration Ordinance (Cap. 164) 護士註冊條例",
        {.face = Face::Sans, .points = 8.5, .lang = "zh-Hant"});
    drawSeal(canvas,
        {.centre = at(178, 88),
            .diameterMm = 28,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Sans});
}

/// The upright certificate: a certifying sentence, then numbers.
void drawCertificate(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::English, .names = NameForm::Surname});
    const Colour blue{0.10, 0.28, 0.50};
    drawBorder(canvas, {{10}, {10}, {190}, {277}}, 5, {0.50, 0.62, 0.78});
    drawRosette(canvas, at(105, 160), 58, {0.88, 0.92, 0.97, 0.9}, random.stream("rosette"));
    drawDevice(canvas, at(105, 36), 11, blue, 4);
    pen.field(105, 52, "issuer.name",
        {.face = Face::Roman, .points = 21, .lang = "en", .colour = blue, .bold = true, .align = Align::Centre});
    pen.field(105, 64, "issuer.name",
        {.face = Face::Kai, .points = 21, .lang = "zh-Hant", .colour = blue, .align = Align::Centre, .spacingPt = 3});
    pen.text(105, 80, "Nurses Registration Ordinance, Chapter 164",
        {.face = Face::Roman, .points = 11.5, .lang = "en", .italic = true, .align = Align::Centre});
    pen.text(105, 91, "PRACTISING CERTIFICATE 執業證明書",
        {.face = Face::Roman, .points = 17, .lang = "zh-Hant", .align = Align::Centre});
    pen.text(
        105, 110, "This is to certify that", {.face = Face::Roman, .points = 13, .lang = "en", .align = Align::Centre});
    pen.field(105, 119, "holder.name.latin", {.face = Face::Roman, .points = 20, .bold = true, .align = Align::Centre});
    pen.field(
        105, 130, "holder.name.han", {.face = Face::Kai, .points = 20, .lang = "zh-Hant", .align = Align::Centre});
    pen.text(105, 142, "is entitled to practise in Hong Kong as",
        {.face = Face::Roman, .points = 13, .lang = "en", .align = Align::Centre});
    canvas.field(at(105, 151), "registration.part", partInWords(facts), facts.value("registration.part"),
        {.face = Face::Roman, .points = 17, .lang = "en", .bold = true, .align = Align::Centre});
    pen.text(105, 161, facts.value("drawing.kind-han"),
        {.face = Face::Kai, .points = 17, .lang = "zh-Hant", .align = Align::Centre});
    pen.sentence(34, 176, "for the period from «valid.from» to «valid.until».",
        {.face = Face::Roman, .points = 13.5, .lang = "en", .widthMm = 150},
        {.face = Face::Roman, .points = 13.5, .lang = "en", .bold = true});
    const Style label{.face = Face::Roman, .points = 11.5, .lang = "zh-Hant"}, value{.face = Face::Roman, .points = 13};
    pen.row(34, 196, "Nurse No. 護士編號", label, 50, "registration.number", value);
    pen.row(34, 208, "Certificate No. 證明書編號", label, 50, "document.number", value);
    pen.row(34, 220, "Issued on 發出日期", label, 50, "issue.date", value);
    drawSignature(canvas, {{128}, {238}, {44}, {13}}, random.stream("signature"));
    canvas.line(at(120, 254), at(182, 254), 0.3, blue);
    pen.text(151, 256, "Secretary, Nursing Council",
        {.face = Face::Roman, .points = 10.5, .lang = "en", .align = Align::Centre});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(62 + place.real(-3, 3), 250 + place.real(-2, 2)),
            .diameterMm = 34,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Roman,
            .turn = {place.real(-10, 10)}});
}

} // namespace

DocumentType hkNursePractising()
{
    return {"hk.nurse-practising", "Nurse's practising certificate (Hong Kong)", facts,
        {{"columns", "A5 landscape, bilingual labels at the left", {210}, {148}, drawColumns},
            {"certificate", "A4 upright, a certifying sentence, numbers below", {210}, {297}, drawCertificate}}};
}

} // namespace vidimus::specimen
