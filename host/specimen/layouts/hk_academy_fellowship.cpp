#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <array>

// Fellowship of the Hong Kong Academy of Medicine (Cap. 419), founded in 1993.
namespace vidimus::specimen {
namespace {

struct College {
    std::string_view name, specialty;
};
constexpr std::array colleges{College{"Hong Kong College of Physicians", "Medicine"},
    College{"College of Surgeons of Hong Kong", "Surgery"},
    College{"Hong Kong College of Paediatricians", "Paediatrics"},
    College{"Hong Kong College of Anaesthesiologists", "Anaesthesiology"},
    College{"Hong Kong College of Family Physicians", "Family Medicine"}};

Facts facts(const Person& person, const Layout&, Random random, const Date&)
{
    Facts facts;
    setNames(facts, person);
    const College& college = colleges[random.below(colleges.size())];
    const Date award = dayAtAge(person, 33, 1995, random), last = *Date::of(2024, 12, 1);
    const Date admitted = award.dayNumber() > last.dayNumber() ? last : award;
    facts.set("qualification.name", "Fellow of the Hong Kong Academy of Medicine", "en");
    facts.set("title.specialty", std::string(college.specialty), "en");
    facts.set("institution.name", std::string(college.name), "en");
    facts.set("award.date", admitted.iso());
    facts.set("issuer.name", "香港醫學專科學院", "zh-Hant");
    facts.set("issuer.name", "Hong Kong Academy of Medicine", "en");
    facts.set(sealText, "HONG KONG ACADEMY OF MEDICINE", "en");
    return facts;
}

/// The diploma of admission, landscape, in the style of a college.
void drawDiploma(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::EnglishOrdinal, .names = NameForm::Mixed});
    const Colour green{0.07, 0.30, 0.18};
    canvas.fill({{0}, {0}, {330}, {230}}, {0.995, 0.985, 0.955});
    drawBorder(canvas, {{12}, {12}, {306}, {206}}, 7, {0.72, 0.60, 0.30});
    drawDevice(canvas, at(165, 40), 13, {0.70, 0.55, 0.20, 0.95}, 10);
    pen.field(165, 58, "issuer.name",
        {.face = Face::Book, .points = 27, .lang = "en", .colour = green, .align = Align::Centre});
    pen.field(165, 73, "issuer.name",
        {.face = Face::Kai, .points = 22, .lang = "zh-Hant", .colour = green, .align = Align::Centre, .spacingPt = 5});
    const Style centre{.face = Face::Book, .points = 15, .lang = "en", .align = Align::Centre};
    pen.text(165, 92, "Be it known that", centre);
    pen.field(165, 102, "holder.name.latin", {.face = Face::Chancery, .points = 34, .align = Align::Centre});
    pen.field(165, 119, "holder.name.han",
        {.face = Face::Kai, .points = 20, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 2});
    pen.text(165, 132, "having satisfied all the requirements of the Academy was elected and admitted as a", centre);
    pen.field(165, 141, "qualification.name",
        {.face = Face::Book, .points = 20, .lang = "en", .bold = true, .align = Align::Centre});
    pen.field(165, 154, "title.specialty", {.face = Face::Book, .points = 16, .lang = "en", .align = Align::Centre},
        "in the specialty of {}");
    pen.field(
        165, 165, "award.date", {.face = Face::Book, .points = 14, .lang = "en", .align = Align::Centre}, "on {}");
    drawSignature(canvas, {{64}, {176}, {44}, {13}}, random.stream("president"));
    drawSignature(canvas, {{222}, {176}, {44}, {13}}, random.stream("secretary"));
    pen.text(86, 192, "President", centre);
    pen.text(244, 192, "Honorary Secretary", centre);
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(165 + place.real(-3, 3), 192 + place.real(-2, 2)),
            .diameterMm = 34,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Book,
            .colour = {0.70, 0.52, 0.16, 0.85}});
}

/// The certificate with the college, upright.
void drawCollege(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::English, .names = NameForm::Surname});
    const Colour purple{0.27, 0.13, 0.36};
    canvas.frame({{14}, {14}, {182}, {269}}, 2, purple);
    drawRosette(canvas, at(105, 150), 64, {0.91, 0.87, 0.95, 0.9}, random.stream("rosette"));
    pen.field(105, 32, "issuer.name",
        {.face = Face::Song,
            .points = 26,
            .lang = "zh-Hant",
            .colour = purple,
            .align = Align::Centre,
            .spacingPt = 4});
    pen.field(105, 48, "issuer.name",
        {.face = Face::Roman, .points = 20, .lang = "en", .colour = purple, .align = Align::Centre});
    pen.text(105, 68, "院士證書  CERTIFICATE OF FELLOWSHIP",
        {.face = Face::Roman, .points = 15, .lang = "zh-Hant", .align = Align::Centre});
    const Style left{.face = Face::Roman, .points = 13.5, .lang = "en"},
        prose{.face = Face::Roman, .points = 14, .lang = "en", .widthMm = 146, .lineSpacing = 1.6};
    pen.text(32, 92, "This is to certify that", left);
    pen.field(32, 102, "holder.name.latin", {.face = Face::Roman, .points = 22, .bold = true}, "Dr. {}");
    pen.field(32, 114, "holder.name.han", {.face = Face::Song, .points = 19, .lang = "zh-Hant"});
    pen.sentence(32, 130,
        "upon the recommendation of the «institution.name» has been admitted as «qualification.name», FHKAM "
        "(«title.specialty»), on «award.date».",
        prose, {.face = Face::Roman, .points = 14, .lang = "en", .bold = true});
    drawSignature(canvas, {{38}, {214}, {44}, {13}}, random.stream("president"));
    canvas.line(at(32, 230), at(92, 230), 0.3, purple);
    pen.text(32, 232, "President 主席", {.face = Face::Roman, .points = 11, .lang = "zh-Hant"});
    drawSignature(canvas, {{124}, {214}, {44}, {13}}, random.stream("censor"));
    canvas.line(at(118, 230), at(178, 230), 0.3, purple);
    pen.text(118, 232, "Vice-President (Education)", {.face = Face::Roman, .points = 11, .lang = "en"});
    drawSeal(canvas,
        {.centre = at(105, 256),
            .diameterMm = 34,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Roman,
            .colour = {0.30, 0.15, 0.40, 0.6},
            .star = false});
}

} // namespace

DocumentType hkAcademyFellowship()
{
    return {"hk.academy-fellowship", "Fellowship of the Hong Kong Academy of Medicine", facts,
        {{"diploma", "larger than A4, landscape, the diploma of admission", {330}, {230}, drawDiploma},
            {"college", "A4 upright, with the college and the specialty in one sentence", {210}, {297}, drawCollege}}};
}

} // namespace vidimus::specimen
