#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// Medical Registration Ordinance (Cap. 161), s. 14: the certificate of registration, given once, without an end.
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout&, Random random, const Date&)
{
    Facts facts;
    setNames(facts, person);
    const Date registered = dayAtAge(person, 26, 1998, random);
    facts.set("registration.number", person.doctorNumber);
    facts.set("registration.part", "General");
    facts.set("registration.date", registered.iso());
    facts.set("issue.date", registered.plusDays(random.between(2, 30)).iso());
    facts.set("qualification.name",
        fmt::format("{} {}", random.pick(std::array{"MBBS (HK)", "MBChB (CUHK)"}), registered.year() - 1), "en");
    facts.set("document.number", fmt::format("R{}", random.digits(5)));
    facts.set("issuer.name", "香港醫務委員會", "zh-Hant");
    facts.set("issuer.name", "The Medical Council of Hong Kong", "en");
    facts.set(sealText, "MEDICAL COUNCIL OF HONG KONG", "en");
    return facts;
}

/// A parchment, landscape: the statute at the head, one certifying sentence, a wafer seal at the left.
void drawParchment(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::EnglishOrdinal, .names = NameForm::Surname});
    const Colour sepia{0.34, 0.22, 0.10};
    canvas.fill({{0}, {0}, {297}, {210}}, {0.985, 0.965, 0.91});
    drawBorder(canvas, {{10}, {10}, {277}, {190}}, 6, {0.62, 0.48, 0.26});
    drawDevice(canvas, at(148.5, 31), 10, {0.55, 0.12, 0.16, 0.9}, 6);
    const Style centre{.face = Face::Book, .points = 12, .lang = "en", .colour = sepia, .align = Align::Centre};
    pen.text(148.5, 45, "HONG KONG · Medical Registration Ordinance (Chapter 161) 醫生註冊條例", centre);
    pen.text(148.5, 55, "Certificate of Registration",
        {.face = Face::Book, .points = 30, .lang = "en", .colour = sepia, .align = Align::Centre});
    pen.text(148.5, 70, "註冊證明書",
        {.face = Face::Kai, .points = 22, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 6});
    pen.text(148.5, 84, "It is hereby certified that", centre);
    pen.field(148.5, 92, "holder.name.latin", {.face = Face::Book, .points = 22, .bold = true, .align = Align::Centre},
        "Dr {}");
    pen.field(148.5, 104, "holder.name.han",
        {.face = Face::Kai, .points = 20, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 2});
    pen.sentence(36, 119,
        "having satisfied the Council as to the qualification of «qualification.name» was on «registration.date» "
        "registered in Part I of the «registration.part» Register of medical practitioners under number "
        "«registration.number».",
        {.face = Face::Book, .points = 13.5, .lang = "en", .widthMm = 226, .lineSpacing = 1.4},
        {.face = Face::Book, .points = 13.5, .lang = "en", .bold = true});
    const Style foot{.face = Face::Book, .points = 11, .lang = "en"};
    pen.row(176, 150, "Dated", foot, 16, "issue.date", foot);
    drawSignature(canvas, {{190}, {158}, {48}, {14}}, random.stream("signature"));
    canvas.line(at(176, 174), at(262, 174), 0.3, sepia);
    pen.text(219, 176, "Registrar of Medical Practitioners 醫生註冊主任",
        {.face = Face::Book, .points = 10.5, .lang = "zh-Hant", .align = Align::Centre});
    pen.field(90, 156, "issuer.name", {.face = Face::Kai, .points = 17, .lang = "zh-Hant"});
    pen.field(90, 166, "issuer.name", {.face = Face::Book, .points = 13, .lang = "en"});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(58 + place.real(-3, 3), 164 + place.real(-2, 2)),
            .diameterMm = 36,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Roman,
            .turn = {place.real(-14, 14)}});
}

/// The newer sheet, upright: a coloured head, bilingual labels above values.
void drawModern(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::English, .names = NameForm::Comma});
    const Colour navy{0.08, 0.16, 0.36};
    drawGuilloche(canvas, {{12}, {62}, {186}, {222}}, {0.88, 0.91, 0.96, 0.6}, random.stream("guilloche"));
    canvas.fill({{0}, {0}, {210}, {50}}, {0.90, 0.93, 0.97});
    drawDevice(canvas, at(30, 25), 12, navy, 8);
    pen.field(50, 13, "issuer.name", {.face = Face::Sans, .points = 19, .lang = "zh-Hant", .colour = navy});
    pen.field(50, 26, "issuer.name", {.face = Face::Sans, .points = 15, .lang = "en", .colour = navy, .bold = true});
    pen.text(105, 64, "醫生註冊證明書",
        {.face = Face::Sans, .points = 24, .lang = "zh-Hant", .colour = navy, .align = Align::Centre, .spacingPt = 3});
    pen.text(105, 78, "CERTIFICATE OF REGISTRATION AS A MEDICAL PRACTITIONER",
        {.face = Face::Sans, .points = 12.5, .lang = "en", .colour = navy, .bold = true, .align = Align::Centre});
    const Style label{.face = Face::Sans, .points = 9, .lang = "zh-Hant", .colour = {0.35, 0.40, 0.50}},
        value{.face = Face::Sans, .points = 14.5}, english{.face = Face::Sans, .points = 14.5, .lang = "en"};
    const auto item = [&](double x, double y, std::string_view name, std::string_view id, const Style& style) {
        pen.text(x, y, name, label);
        pen.field(x, y + 6, id, style);
        canvas.line(at(x, y + 14), at(x + 74, y + 14), 0.2, navy);
    };
    item(26, 98, "英文姓名 Name in English", "holder.name.latin", value);
    item(112, 98, "中文姓名 Name in Chinese", "holder.name.han", {.face = Face::Sans, .points = 15, .lang = "zh-Hant"});
    item(26, 120, "註冊編號 Registration No.", "registration.number", value);
    item(112, 120, "註冊日期 Date of Registration", "registration.date", value);
    item(26, 142, "資格 Qualification", "qualification.name", english);
    item(112, 142, "證明書編號 Certificate No.", "document.number", value);
    item(26, 164, "發出日期 Date of Issue", "issue.date", value);
    pen.text(26, 190,
        "The above-named person is registered in the General Register (Part I) under section 14 of the Medical "
        "Registration Ordinance, Cap. 161.",
        {.face = Face::Sans, .points = 10.5, .lang = "en", .widthMm = 158, .lineSpacing = 1.3});
    pen.text(26, 206, "上述人士已根據《醫生註冊條例》(第161章) 第14條在普通科醫生名冊第I部註冊。",
        {.face = Face::Sans, .points = 10.5, .lang = "zh-Hant", .widthMm = 158});
    drawSignature(canvas, {{120}, {230}, {46}, {14}}, random.stream("signature"));
    canvas.line(at(112, 247), at(186, 247), 0.3, navy);
    pen.text(149, 249, "醫生註冊主任 Registrar",
        {.face = Face::Sans, .points = 10, .lang = "zh-Hant", .align = Align::Centre});
    drawSeal(canvas,
        {.centre = at(62, 244),
            .diameterMm = 36,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Sans,
            .star = false});
}

} // namespace

DocumentType hkDoctorRegistration()
{
    return {"hk.doctor-registration", "Doctor's certificate of registration (Hong Kong)", facts,
        {{"parchment", "A4 landscape, the statute at the head, one certifying sentence", {297}, {210}, drawParchment},
            {"modern", "A4 upright, a coloured head, labels above the values", {210}, {297}, drawModern}}};
}

} // namespace vidimus::specimen
