#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <algorithm>

// The two medical degrees of Hong Kong: MBBS of the University of Hong Kong, MBChB of the Chinese University (since
// 1986).
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout& layout, Random random, const Date&)
{
    Facts facts;
    setNames(facts, person);
    const bool chinese = layout.name == "chinese-university";
    const int year = std::max(person.birth.year() + 24, chinese ? 1988 : 1980);
    facts.set("institution.name", chinese ? "香港中文大學" : "香港大學", "zh-Hant");
    facts.set(
        "institution.name", chinese ? "The Chinese University of Hong Kong" : "The University of Hong Kong", "en");
    facts.set("qualification.name", "內外全科醫學士", "zh-Hant");
    facts.set("qualification.name", "Bachelor of Medicine and Bachelor of Surgery", "en");
    if (random.chance(0.3))
        facts.set("qualification.class", "Honours");
    facts.set("award.date", Date::of(year, random.between(11, 12), random.between(1, 28))->iso());
    facts.set(sealText, chinese ? "THE CHINESE UNIVERSITY OF HONG KONG" : "UNIVERSITY OF HONG KONG", "en");
    return facts;
}

/// In English alone, landscape, small text on a wide sheet.
void drawUniversity(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::EnglishOrdinal, .names = NameForm::Surname});
    canvas.fill({{0}, {0}, {300}, {212}}, {0.995, 0.992, 0.975});
    canvas.frame({{12}, {12}, {276}, {188}}, 0.5, {0.30, 0.40, 0.30});
    drawDevice(canvas, at(150, 34), 13, {0.10, 0.35, 0.25, 0.95}, 6);
    const Style centre{.face = Face::Roman, .points = 15, .lang = "en", .align = Align::Centre};
    pen.field(150, 54, "institution.name", {.face = Face::Roman, .points = 30, .lang = "en", .align = Align::Centre});
    pen.text(150, 74, "It is hereby certified that", centre);
    pen.field(150, 86, "holder.name.latin", {.face = Face::Roman, .points = 24, .align = Align::Centre});
    pen.text(150, 102, "having completed the approved course of study and passed the prescribed examinations", centre);
    pen.text(150, 111, "has this day been admitted to the degree of", centre);
    pen.field(150, 122, "qualification.name",
        {.face = Face::Roman, .points = 23, .lang = "en", .bold = true, .align = Align::Centre});
    pen.field(150, 135, "qualification.class", centre, "with {}");
    pen.field(150, 148, "award.date", {.face = Face::Roman, .points = 14, .lang = "en", .align = Align::Centre},
        "Dated this {}");
    drawSignature(canvas, {{52}, {164}, {46}, {13}}, random.stream("vice-chancellor"));
    drawSignature(canvas, {{200}, {164}, {46}, {13}}, random.stream("registrar"));
    pen.text(75, 181, "Vice-Chancellor", centre);
    pen.text(223, 181, "Registrar", centre);
    drawSeal(canvas,
        {.centre = at(150, 176),
            .diameterMm = 34,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Roman,
            .colour = {0.60, 0.10, 0.14, 0.8},
            .star = false});
}

/// In two languages side by side, upright.
void drawChineseUniversity(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::English, .names = NameForm::Surname});
    const Colour purple{0.38, 0.12, 0.40}, gold{0.66, 0.52, 0.16};
    drawBorder(canvas, {{12}, {12}, {186}, {273}}, 5, gold);
    drawDevice(canvas, at(105, 42), 14, purple, 7);
    pen.field(105, 62, "institution.name",
        {.face = Face::Kai, .points = 32, .lang = "zh-Hant", .colour = purple, .align = Align::Centre, .spacingPt = 6});
    pen.field(105, 81, "institution.name",
        {.face = Face::Book, .points = 18, .lang = "en", .colour = purple, .align = Align::Centre});
    const Style han{.face = Face::Kai, .points = 17, .lang = "zh-Hant", .align = Align::Centre},
        english{.face = Face::Book, .points = 13, .lang = "en", .align = Align::Centre};
    pen.field(105, 104, "holder.name.han",
        {.face = Face::Kai, .points = 24, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 2});
    pen.text(105, 118, "修業期滿，考試及格，經教務會通過，准予頒授", han);
    pen.field(105, 129, "qualification.name",
        {.face = Face::Kai, .points = 24, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 3});
    pen.text(105, 142, "學位，此證。", han);
    pen.text(105, 160, "This is to certify that", english);
    pen.field(105, 168, "holder.name.latin", {.face = Face::Book, .points = 19, .bold = true, .align = Align::Centre});
    pen.text(105, 181, "having fulfilled all the requirements was conferred the degree of", english);
    pen.field(105, 190, "qualification.name",
        {.face = Face::Book, .points = 16, .lang = "en", .bold = true, .align = Align::Centre});
    pen.field(105, 200, "qualification.class", english, "with {}");
    pen.field(105, 211, "award.date", english, "on {}");
    drawSignature(canvas, {{32}, {234}, {44}, {13}}, random.stream("vice-chancellor"));
    pen.text(
        54, 250, "校長 Vice-Chancellor", {.face = Face::Book, .points = 11, .lang = "zh-Hant", .align = Align::Centre});
    drawSignature(canvas, {{134}, {234}, {44}, {13}}, random.stream("registrar"));
    pen.text(
        156, 250, "教務長 Registrar", {.face = Face::Book, .points = 11, .lang = "zh-Hant", .align = Align::Centre});
    drawSeal(canvas,
        {.centre = at(105, 246),
            .diameterMm = 32,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Book,
            .colour = {0.62, 0.48, 0.14, 0.85},
            .star = false});
}

} // namespace

DocumentType hkMedicalDegree()
{
    return {"hk.medical-degree", "Medical degree of a Hong Kong university", facts,
        {{"university", "landscape, in English alone", {300}, {212}, drawUniversity},
            {"chinese-university", "A4 upright, Chinese above English", {210}, {297}, drawChineseUniversity}}};
}

} // namespace vidimus::specimen
