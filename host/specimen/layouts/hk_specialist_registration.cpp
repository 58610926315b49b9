#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <array>

// Medical Registration Ordinance (Cap. 161), s. 20K: inclusion in the Specialist Register, kept since 1998.
namespace vidimus::specimen {
namespace {

struct Specialty {
    std::string_view english, han;
};
constexpr std::array specialties{Specialty{"Cardiology", "心臟科"}, Specialty{"General Surgery", "外科"},
    Specialty{"Paediatrics", "兒科"}, Specialty{"Anaesthesiology", "麻醉科"},
    Specialty{"Obstetrics and Gynaecology", "婦產科"}, Specialty{"Family Medicine", "家庭醫學"}};

Facts facts(const Person& person, const Layout&, Random random, const Date&)
{
    Facts facts;
    setNames(facts, person);
    const Date included = dayAtAge(person, 34, 1999, random), last = *Date::of(2024, 3, 1);
    const Date entered = included.dayNumber() > last.dayNumber() ? last : included;
    const Specialty& specialty = specialties[random.below(specialties.size())];
    facts.set("registration.number", person.doctorNumber);
    facts.set("registration.part", "Specialist");
    facts.set("title.specialty", std::string(specialty.han), "zh-Hant");
    facts.set("title.specialty", std::string(specialty.english), "en");
    facts.set("registration.date", entered.iso());
    facts.set("issue.date", entered.plusDays(random.between(5, 40)).iso());
    facts.set("issuer.name", "香港醫務委員會", "zh-Hant");
    facts.set("issuer.name", "The Medical Council of Hong Kong", "en");
    facts.set(sealText, "香港醫務委員會", "zh-Hant");
    return facts;
}

/// A certificate with a sentence in each language, one above the other.
void drawTwoTongues(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::English, .names = NameForm::Surname});
    const Colour wine{0.42, 0.08, 0.20};
    canvas.frame({{11}, {11}, {188}, {275}}, 1.6, wine);
    canvas.frame({{14}, {14}, {182}, {269}}, 0.3, wine);
    drawRosette(canvas, at(105, 165), 60, {0.95, 0.88, 0.91, 0.9}, random.stream("rosette"));
    const Style head{.face = Face::Song, .points = 21, .lang = "zh-Hant", .colour = wine, .align = Align::Centre};
    pen.field(105, 28, "issuer.name", head);
    pen.field(105, 40, "issuer.name",
        {.face = Face::Roman, .points = 15, .lang = "en", .colour = wine, .align = Align::Centre});
    pen.text(105, 58, "專科醫生註冊證明書",
        {.face = Face::Kai, .points = 24, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 3});
    pen.text(105, 71, "Certificate of Specialist Registration",
        {.face = Face::Roman, .points = 19, .lang = "en", .bold = true, .align = Align::Centre});
    const Style prose{.face = Face::Roman, .points = 13, .lang = "en", .widthMm = 150, .lineSpacing = 1.45},
        bold{.face = Face::Roman, .points = 13, .lang = "en", .bold = true};
    pen.text(30, 92, "This is to certify that", {.face = Face::Roman, .points = 13, .lang = "en", .italic = true});
    pen.field(105, 101, "holder.name.latin", {.face = Face::Roman, .points = 19, .bold = true, .align = Align::Centre},
        "Dr {}");
    pen.field(
        105, 110, "holder.name.han", {.face = Face::Song, .points = 17, .lang = "zh-Hant", .align = Align::Centre});
    pen.sentence(30, 122,
        "(Registration No. «registration.number») was included in the Specialist Register under the specialty of "
        "«title.specialty» on «registration.date».",
        prose, bold);
    pen.with(DateForm::Chinese)
        .sentence(30, 150, "茲證明上述醫生已於«registration.date»名列專科醫生名冊，專科為«title.specialty»。",
            {.face = Face::Song, .points = 13, .lang = "zh-Hant", .widthMm = 150, .lineSpacing = 1.5},
            {.face = Face::Song, .points = 13, .lang = "zh-Hant", .bold = true});
    const Style foot{.face = Face::Roman, .points = 11.5, .lang = "zh-Hant"};
    pen.row(30, 190, "Date of Issue 發出日期", foot, 50, "issue.date", {.face = Face::Roman, .points = 12});
    drawSignature(canvas, {{124}, {216}, {44}, {13}}, random.stream("signature"));
    canvas.line(at(114, 232), at(178, 232), 0.3, wine);
    pen.text(146, 234, "Registrar 註冊主任",
        {.face = Face::Roman, .points = 10.5, .lang = "zh-Hant", .align = Align::Centre});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(62 + place.real(-3, 3), 232 + place.real(-3, 3)),
            .diameterMm = 38,
            .arc = facts.value(sealText, "zh-Hant"),
            .below = "",
            .lang = "zh-Hant",
            .turn = {place.real(-10, 10)}});
}

/// A half sheet: a table of two columns, English before Chinese.
void drawTable(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Slashed, .names = NameForm::Comma});
    const Colour slate{0.20, 0.28, 0.34};
    canvas.fill({{0}, {0}, {230}, {160}}, {0.98, 0.985, 0.985});
    drawGuilloche(canvas, {{8}, {8}, {214}, {144}}, {0.88, 0.92, 0.93, 0.6}, random.stream("guilloche"));
    drawDevice(canvas, at(24, 24), 9, {0.55, 0.12, 0.16, 0.9}, 5);
    pen.field(40, 14, "issuer.name", {.face = Face::Sans, .points = 15, .lang = "en", .bold = true});
    pen.field(40, 24, "issuer.name", {.face = Face::Sans, .points = 14, .lang = "zh-Hant"});
    pen.text(115, 40, "SPECIALIST REGISTER — Certificate 專科醫生名冊證明書",
        {.face = Face::Sans, .points = 14, .lang = "zh-Hant", .colour = slate, .bold = true, .align = Align::Centre});
    const Style label{.face = Face::Sans, .points = 10.5, .lang = "zh-Hant", .colour = slate},
        value{.face = Face::Sans, .points = 12.5};
    double y = 54;
    const auto cell = [&](std::string_view name, std::string_view id, const Style& style) {
        canvas.frame({{20}, {y}, {70}, {12}}, 0.2, slate);
        canvas.frame({{90}, {y}, {120}, {12}}, 0.2, slate);
        pen.row(23, y + 3.6, name, label, 71, id, style);
        y += 12;
    };
    cell("Name 姓名", "holder.name.latin", value);
    cell("Name in Chinese 中文姓名", "holder.name.han", {.face = Face::Sans, .points = 13, .lang = "zh-Hant"});
    cell("Registration Number 註冊編號", "registration.number", value);
    cell("Specialty 專科", "title.specialty", {.face = Face::Sans, .points = 12.5, .lang = "en"});
    cell("Date of Inclusion 列入名冊日期", "registration.date", value);
    cell("Date of Issue 簽發日期", "issue.date", value);
    pen.text(20, 132, "Section 20K, Medical Registration Ordinance (Cap. 161) 醫生註冊條例",
        {.face = Face::Sans, .points = 9, .lang = "zh-Hant"});
    drawSignature(canvas, {{160}, {134}, {40}, {12}}, random.stream("signature"));
    drawSeal(canvas,
        {.centre = at(136, 138),
            .diameterMm = 26,
            .arc = facts.value(sealText, "zh-Hant"),
            .below = "",
            .lang = "zh-Hant",
            .face = Face::Sans});
}

} // namespace

DocumentType hkSpecialistRegistration()
{
    return {"hk.specialist-registration", "Certificate of specialist registration (Hong Kong)", facts,
        {{"two-tongues", "A4 upright, a sentence in each language", {210}, {297}, drawTwoTongues},
            {"table", "landscape, a table of two columns", {230}, {160}, drawTable}}};
}

} // namespace vidimus::specimen
