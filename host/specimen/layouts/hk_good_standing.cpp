#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// Certificate of good standing of the Medical Council: says what the register says on one day; sent to another
// authority.
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    setNames(facts, person);
    const Date registered = dayAtAge(person, 26, 1998, random), issue = asOf.plusDays(-random.between(6, 80));
    facts.set("registration.number", person.doctorNumber);
    facts.set("registration.part", "General");
    facts.set("registration.date", registered.iso());
    facts.set("qualification.name",
        fmt::format("{} {}", random.pick(std::array{"MBBS (HK)", "MBChB (CUHK)"}), registered.year() - 1), "en");
    facts.set("issue.date", issue.iso());
    facts.set("document.number", fmt::format("CGS/{}/{}", issue.year(), random.digits(4)));
    facts.set("issuer.name", "香港醫務委員會", "zh-Hant");
    facts.set("issuer.name", "The Medical Council of Hong Kong", "en");
    facts.set(sealText, "THE MEDICAL COUNCIL OF HONG KONG", "en");
    return facts;
}

/// A letter on the Council's paper.
void drawLetter(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::English, .names = NameForm::Surname});
    pen.field(30, 20, "issuer.name", {.face = Face::Song, .points = 17, .lang = "zh-Hant"});
    pen.field(30, 29, "issuer.name", {.face = Face::Roman, .points = 14, .lang = "en", .bold = true});
    pen.text(30, 38, "4th Floor, Wu Chung House, 213 Queen's Road East, Wan Chai, Hong Kong",
        {.face = Face::Roman, .points = 9, .lang = "en"});
    canvas.line(at(30, 45), at(182, 45), 0.4);
    const Style label{.face = Face::Roman, .points = 11.5, .lang = "en"}, value{.face = Face::Roman, .points = 11.5};
    pen.row(30, 54, "Our Ref.:", label, 22, "document.number", value);
    pen.row(128, 54, "Date:", label, 14, "issue.date", value);
    pen.text(30, 70, "To whom it may concern", label);
    pen.text(105, 86, "CERTIFICATE OF GOOD STANDING",
        {.face = Face::Roman, .points = 16, .lang = "en", .bold = true, .align = Align::Centre});
    const Style prose{.face = Face::Roman, .points = 12.5, .lang = "en", .widthMm = 152, .lineSpacing = 1.5},
        bold{.face = Face::Roman, .points = 12.5, .lang = "en", .bold = true};
    pen.text(30, 104, "This is to certify that", label);
    pen.field(105, 112, "holder.name.latin", {.face = Face::Roman, .points = 16, .bold = true, .align = Align::Centre},
        "Dr {}");
    pen.field(
        105, 121, "holder.name.han", {.face = Face::Song, .points = 15, .lang = "zh-Hant", .align = Align::Centre});
    pen.sentence(30, 134,
        "holder of the qualification «qualification.name», has been registered as a medical practitioner in the "
        "«registration.part» Register of Hong Kong since «registration.date» with registration number "
        "«registration.number».",
        prose, bold);
    pen.text(30, 164,
        "According to the Council's records, the above-named is in good standing, no disciplinary order has been made "
        "against the practitioner and there are no disciplinary proceedings pending as at the date of this letter.",
        prose);
    drawSignature(canvas, {{118}, {212}, {46}, {14}}, random.stream("signature"));
    pen.text(118, 230, "for Registrar, Medical Council of Hong Kong", label);
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(62 + place.real(-4, 4), 226 + place.real(-3, 3)),
            .diameterMm = 36,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Roman,
            .colour = {0.25, 0.25, 0.30, 0.5},
            .star = false});
}

/// A form with numbered particulars, bilingual title.
void drawForm(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Slashed, .names = NameForm::Comma});
    const Colour teal{0.05, 0.32, 0.34};
    drawBorder(canvas, {{10}, {10}, {190}, {277}}, 4, {0.50, 0.68, 0.68});
    pen.text(105, 24, "良好聲譽證明書",
        {.face = Face::Kai, .points = 25, .lang = "zh-Hant", .colour = teal, .align = Align::Centre, .spacingPt = 4});
    pen.text(105, 37, "Certificate of Good Standing",
        {.face = Face::Book, .points = 19, .lang = "en", .colour = teal, .bold = true, .align = Align::Centre});
    pen.field(105, 52, "issuer.name", {.face = Face::Song, .points = 15, .lang = "zh-Hant", .align = Align::Centre});
    pen.field(105, 61, "issuer.name", {.face = Face::Book, .points = 12, .lang = "en", .align = Align::Centre});
    const Style label{.face = Face::Book, .points = 11.5, .lang = "zh-Hant"}, value{.face = Face::Book, .points = 13};
    double y = 80;
    const auto line = [&](std::string_view name, std::string_view id, const Style& style) {
        pen.row(26, y, name, label, 78, id, style);
        canvas.line(at(102, y + 7), at(186, y + 7), 0.15, teal);
        y += 13.5;
    };
    line("1. Name of practitioner 姓名", "holder.name.latin", value);
    line("2. Name in Chinese 中文姓名", "holder.name.han", {.face = Face::Song, .points = 14, .lang = "zh-Hant"});
    line("3. Registration No. 註冊編號", "registration.number", value);
    line("4. Date of first registration 首次註冊日期", "registration.date", value);
    line("5. Qualification 資格", "qualification.name", {.face = Face::Book, .points = 13, .lang = "en"});
    line("6. Certificate No. 證明書編號", "document.number", value);
    line("7. Date of issue 發出日期", "issue.date", value);
    pen.text(26, y + 8,
        "The practitioner named above is currently registered and has not been the subject of any disciplinary finding "
        "under the Medical Registration Ordinance (Cap. 161).",
        {.face = Face::Book, .points = 11.5, .lang = "en", .widthMm = 158, .lineSpacing = 1.35});
    pen.text(26, y + 28, "上述醫生現時名列醫生名冊，並無紀律處分紀錄。",
        {.face = Face::Song, .points = 12, .lang = "zh-Hant", .widthMm = 158});
    drawSignature(canvas, {{126}, {236}, {44}, {13}}, random.stream("signature"));
    pen.text(148, 252, "Registrar 註冊主任",
        {.face = Face::Book, .points = 10.5, .lang = "zh-Hant", .align = Align::Centre});
    drawSeal(canvas,
        {.centre = at(62, 246),
            .diameterMm = 36,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Book});
}

} // namespace

DocumentType hkGoodStanding()
{
    return {"hk.good-standing", "Certificate of good standing of a doctor (Hong Kong)", facts,
        {{"letter", "A4 upright, a letter", {210}, {297}, drawLetter},
            {"numbered", "A4 upright, numbered particulars in two languages", {210}, {297}, drawForm}}};
}

} // namespace vidimus::specimen
