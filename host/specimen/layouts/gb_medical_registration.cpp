#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// General Medical Council: certificate of (full) registration under the Medical Act 1983; GMC reference number of seven
// digits; a licence to practise is told since 16 November 2009.
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    facts.set("holder.name.latin", person.latinName());
    const Date full = dayAtAge(person, 27, 2010, random);
    facts.set("registration.number", fmt::format("{}{}", random.pick(std::array{4, 6, 7}), random.digits(6)));
    facts.set("registration.part", "Full");
    facts.set("registration.status", "Registered with a licence to practise");
    facts.set("registration.date", full.iso());
    facts.set("qualification.name",
        fmt::format("{} {}", random.pick(std::array{"MB BS University of London", "MB ChB University of Leeds"}),
            full.year() - 1),
        "en");
    facts.set("issue.date", asOf.plusDays(-random.between(10, 300)).iso());
    facts.set("issuer.name", "General Medical Council", "en");
    facts.set(sealText, "GENERAL MEDICAL COUNCIL", "en");
    return facts;
}

/// The certificate: centred prose and the registrar's signature.
void drawCertificate(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::English, .names = NameForm::Mixed});
    const Colour blue{0.02, 0.20, 0.42};
    canvas.frame({{12}, {12}, {186}, {273}}, 0.6, blue);
    canvas.fill({{12}, {12}, {186}, {34}}, {0.90, 0.94, 0.98});
    pen.field(24, 22, "issuer.name", {.face = Face::Sans, .points = 24, .lang = "en", .colour = blue, .bold = true});
    pen.text(105, 66, "Certificate of Full Registration as a Medical Practitioner",
        {.face = Face::Book, .points = 18, .lang = "en", .align = Align::Centre});
    const Style centre{.face = Face::Book, .points = 13, .lang = "en", .align = Align::Centre};
    pen.text(105, 80, "Medical Act 1983", centre);
    pen.text(105, 98, "I certify that", centre);
    pen.field(105, 108, "holder.name.latin", {.face = Face::Book, .points = 22, .bold = true, .align = Align::Centre},
        "Dr {}");
    pen.field(105, 122, "qualification.name", centre);
    pen.sentence(34, 138,
        "was registered with full registration on «registration.date» and that the GMC reference number is "
        "«registration.number».",
        {.face = Face::Book, .points = 13, .lang = "en", .widthMm = 142, .lineSpacing = 1.5},
        {.face = Face::Book, .points = 13, .lang = "en", .bold = true});
    const Style label{.face = Face::Book, .points = 12, .lang = "en"}, value{.face = Face::Book, .points = 13};
    pen.row(34, 176, "Status:", label, 28, "registration.status", value);
    pen.row(34, 190, "Date of issue:", label, 34, "issue.date", value);
    drawSignature(canvas, {{36}, {212}, {48}, {14}}, random.stream("signature"));
    pen.text(34, 230, "Chief Executive and Registrar", label);
    pen.text(105, 270, "The General Medical Council is a charity registered in England and Wales (1089278)",
        {.face = Face::Book, .points = 8.5, .lang = "en", .align = Align::Centre});
    drawSeal(canvas,
        {.centre = at(152, 224),
            .diameterMm = 36,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Book,
            .colour = {0.02, 0.20, 0.42, 0.6},
            .star = false});
}

/// A print of the entry in the register: labels at the left, ruled.
void drawEntry(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Capitals, .names = NameForm::Surname});
    const Colour teal{0.0, 0.34, 0.40};
    canvas.fill({{0}, {0}, {210}, {26}}, teal);
    pen.field(
        16, 8, "issuer.name", {.face = Face::Sans, .points = 20, .lang = "en", .colour = {1, 1, 1}, .bold = true});
    pen.text(16, 36, "Certificate of registration and licence to practise",
        {.face = Face::Sans, .points = 17, .lang = "en", .bold = true});
    pen.text(
        16, 48, "Entry in the medical register on the date of issue", {.face = Face::Sans, .points = 11, .lang = "en"});
    const Style label{.face = Face::Sans, .points = 11.5, .lang = "en", .colour = teal},
        value{.face = Face::Sans, .points = 12.5}, english{.face = Face::Sans, .points = 12.5, .lang = "en"};
    double y = 64;
    const auto line = [&](std::string_view name, std::string_view id, const Style& style) {
        pen.row(18, y, name, label, 74, id, style);
        canvas.line(at(16, y + 9), at(194, y + 9), 0.15, teal);
        y += 15;
    };
    line("Name", "holder.name.latin", value);
    line("GMC reference number", "registration.number", value);
    line("Type of registration", "registration.part", value);
    line("Registration status", "registration.status", value);
    line("Primary medical qualification", "qualification.name", english);
    line("Full registration date", "registration.date", value);
    line("Issue date", "issue.date", value);
    pen.text(18, y + 8,
        "This certificate shows the position on the date of issue. Check the medical register at www.gmc-uk.org for "
        "the current status.",
        {.face = Face::Sans, .points = 10, .lang = "en", .widthMm = 172, .lineSpacing = 1.3});
    drawSignature(canvas, {{20}, {y + 30}, {44}, {13}}, random.stream("signature"));
    pen.text(18, y + 46, "Registrar", label);
    drawRosette(canvas, at(160, y + 44), 22, {0.80, 0.92, 0.93, 0.9}, random.stream("rosette"));
}

} // namespace

DocumentType gbMedicalRegistration()
{
    return {"gb.medical-registration", "Certificate of registration with the General Medical Council", facts,
        {{"certificate", "A4 upright, centred prose", {210}, {297}, drawCertificate},
            {"entry", "A4 upright, a print of the register's entry, ruled", {210}, {297}, drawEntry}}};
}

} // namespace vidimus::specimen
