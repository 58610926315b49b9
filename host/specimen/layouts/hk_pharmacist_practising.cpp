#include "specimen/document_types.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/wording.hpp"

#include <fmt/format.h>

// Pharmacy and Poisons Ordinance (Cap. 138): the practising certificate of a registered pharmacist runs in one calendar
// year. The board sends it as a PDF file.
namespace vidimus::specimen {
namespace {

std::string codeOf(const Facts& facts)
{
    return fmt::format(
        "registration.number={};valid.until={}", facts.value("registration.number"), facts.value("valid.until"));
}

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    const Date first = *Date::of(asOf.year(), 1, 1);
    facts.set("issuer.name", "藥劑業及毒藥管理局", "zh-Hant");
    facts.set("issuer.name", "Pharmacy and Poisons Board", "en");
    facts.set("holder.name.han", person.hanName());
    facts.set("holder.name.latin", person.latinName());
    facts.set("registration.number", person.pharmacistNumber);
    facts.set("document.number", fmt::format("PC/{}/{}", asOf.year(), random.digits(4)));
    facts.set("issue.date", first.plusDays(-random.between(4, 40)).iso());
    facts.set("valid.from", first.iso());
    facts.set("valid.until", Date::of(asOf.year(), 12, 31)->iso());
    facts.set(codeText, codeOf(facts));
    return facts;
}

/// A letter of our days: left-aligned, a table with a tinted column, a code.
void drawElectronic(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Colour blue{0.06, 0.25, 0.48};
    canvas.fill({{0}, {0}, {210}, {9}}, blue);
    const std::string han = facts.value("issuer.name", "zh-Hant"), english = facts.value("issuer.name", "en");
    const std::string longHan = han.starts_with("香港") ? han : "香港" + han;
    const std::string longEnglish
        = english.find("Hong Kong") != std::string::npos ? english : english + " of Hong Kong";
    canvas.field(at(22, 22), "issuer.name", longHan, longHan,
        {.face = Face::Sans, .points = 17, .lang = "zh-Hant", .colour = blue, .bold = true});
    canvas.field(at(22, 31), "issuer.name", longEnglish, longEnglish,
        {.face = Face::Sans, .points = 14, .lang = "en", .colour = blue, .bold = true});
    canvas.line(at(22, 41), at(188, 41), 0.6, blue);
    canvas.text(at(22, 50), "Practising Certificate for Registered Pharmacist",
        {.face = Face::Sans, .points = 18, .lang = "en", .bold = true});
    canvas.text(at(22, 60), "註冊藥劑師執業證書", {.face = Face::Sans, .points = 17, .lang = "zh-Hant"});
    canvas.text(at(22, 74),
        "Issued pursuant to section 10A of the Pharmacy and Poisons Ordinance (Cap. 138). "
        "根據《藥劑業及毒藥條例》(第138章) 第10A條發出。",
        {.face = Face::Sans, .points = 9.5, .lang = "zh-Hant", .widthMm = 166, .lineSpacing = 1.25});
    double y = 92;
    const auto row = [&](std::string_view label, std::string_view id, const std::string& text, const std::string& value,
                         std::string_view lang) {
        canvas.fill({{22}, {y}, {66}, {13}}, {0.90, 0.94, 0.98});
        canvas.frame({{22}, {y}, {166}, {13}}, 0.2, {0.6, 0.7, 0.8});
        canvas.text(at(25, y + 4), label, {.face = Face::Sans, .points = 10, .lang = "zh-Hant"});
        canvas.field(at(92, y + 3.6), id, text, value, {.face = Face::Sans, .points = 11.5, .lang = lang});
        y += 13;
    };
    const auto same = [&](std::string_view label, std::string_view id, std::string_view lang = "") {
        row(label, id, facts.value(id), facts.value(id), lang);
    };
    const auto day = [&](std::string_view label, std::string_view id) {
        row(label, id, written(facts.value(id), DateForm::English), facts.value(id), "en");
    };
    row("Name of pharmacist 英文姓名", "holder.name.latin", withoutComma(facts.value("holder.name.latin")),
        facts.value("holder.name.latin"), "");
    same("Name in Chinese 中文姓名", "holder.name.han", "zh-Hant");
    same("Registration no. 註冊編號", "registration.number");
    same("Certificate no. 證書編號", "document.number");
    day("Commencement date 生效日期", "valid.from");
    day("Expiry date 屆滿日期", "valid.until");
    day("Date of issue 發出日期", "issue.date");
    if (facts.has(codeText))
        drawQrCode(canvas, at(22, 198), 30, facts.value(codeText));
    canvas.text(at(56, 204), "Scan to check this certificate against the list of registered pharmacists.",
        {.face = Face::Sans, .points = 8.5, .lang = "en", .widthMm = 50, .lineSpacing = 1.2});
    drawSignature(canvas, {{132}, {200}, {40}, {14}}, random.stream("signature"));
    canvas.line(at(124, 218), at(186, 218), 0.25);
    canvas.text(at(155, 220), "Secretary, Pharmacy and Poisons Board",
        {.face = Face::Sans, .points = 9, .lang = "en", .align = Align::Centre});
    canvas.text(
        at(155, 225), "管理局秘書", {.face = Face::Sans, .points = 9, .lang = "zh-Hant", .align = Align::Centre});
    canvas.text(at(22, 270), "This is a computer-generated document.",
        {.face = Face::Sans, .points = 8, .lang = "en", .colour = {0.4, 0.4, 0.4}});
}

/// The older printed form: framed, centred, everything in two centred columns with dotted lines.
void drawFramed(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Colour brown{0.40, 0.24, 0.10};
    canvas.fill({{0}, {0}, {210}, {297}}, {0.995, 0.985, 0.955});
    drawBorder(canvas, {{14}, {14}, {182}, {269}}, 4, brown);
    drawRosette(canvas, at(105, 150), 58, {0.92, 0.86, 0.74, 0.8}, random.stream("rosette"));
    const std::string han = facts.value("issuer.name", "zh-Hant"), english = facts.value("issuer.name", "en");
    canvas.text(at(105, 30), "HONG KONG 香港",
        {.face = Face::Book, .points = 12, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 2});
    canvas.field(at(105, 40), "issuer.name", upperCase(english), upperCase(english),
        {.face = Face::Book, .points = 17, .lang = "en", .bold = true, .align = Align::Centre});
    canvas.field(at(105, 50), "issuer.name", han, han,
        {.face = Face::Kai, .points = 22, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 3});
    canvas.text(at(105, 68), "CERTIFICATE OF AUTHORITY TO PRACTISE PHARMACY",
        {.face = Face::Book, .points = 13, .lang = "en", .align = Align::Centre});
    canvas.text(
        at(105, 76), "藥劑師執業證明書", {.face = Face::Kai, .points = 18, .lang = "zh-Hant", .align = Align::Centre});
    const auto line = [&](double y, std::string_view english_, std::string_view han_, std::string_view id,
                          const std::string& text, const std::string& value, std::string_view lang) {
        canvas.text(at(34, y), english_, {.face = Face::Book, .points = 11, .lang = "en", .colour = brown});
        canvas.text(at(34, y + 5.4), han_, {.face = Face::Song, .points = 10, .lang = "zh-Hant", .colour = brown});
        for (double x = 92; x < 176; x += 1.6)
            canvas.line(at(x, y + 7.2), at(x + 0.5, y + 7.2), 0.25, brown);
        canvas.field(at(134, y + 1.2), id, text, value,
            {.face = lang.starts_with("zh") ? Face::Kai : Face::Book,
                .points = lang.starts_with("zh") ? 17.0 : 14.0,
                .lang = lang,
                .align = Align::Centre});
    };
    const std::string name = facts.value("holder.name.latin");
    line(98, "Registered pharmacist", "註冊藥劑師", "holder.name.latin", mixedCase(name), mixedCase(name), "");
    line(114, "In Chinese", "中文", "holder.name.han", facts.value("holder.name.han"), facts.value("holder.name.han"),
        "zh-Hant");
    line(130, "Registration number", "註冊號碼", "registration.number", facts.value("registration.number"),
        facts.value("registration.number"), "");
    line(146, "In force from", "有效日期由", "valid.from", written(facts.value("valid.from"), DateForm::EnglishOrdinal),
        facts.value("valid.from"), "en");
    line(162, "Until and including", "至", "valid.until", written(facts.value("valid.until"), DateForm::EnglishOrdinal),
        facts.value("valid.until"), "en");
    line(178, "Dated", "日期", "issue.date", written(facts.value("issue.date"), DateForm::EnglishOrdinal),
        facts.value("issue.date"), "en");
    canvas.text(at(105, 200),
        "The person named above is a registered pharmacist who may practise in Hong Kong while this certificate is in "
        "force.",
        {.face = Face::Book,
            .points = 11,
            .lang = "en",
            .italic = true,
            .align = Align::Centre,
            .widthMm = 140,
            .lineSpacing = 1.3});
    drawSeal(canvas,
        {.centre = at(66, 240), .diameterMm = 36, .arc = han, .lang = "zh-Hant", .face = Face::Kai, .star = false});
    drawSignature(canvas, {{118}, {226}, {44}, {14}}, random.stream("signature"));
    canvas.line(at(112, 245), at(170, 245), 0.25, brown);
    canvas.text(at(141, 247), "Chairman of the Board 主席",
        {.face = Face::Book, .points = 10, .lang = "zh-Hant", .align = Align::Centre});
}

} // namespace

DocumentType hkPharmacistPractising()
{
    return {"hk.pharmacist-practising", "Pharmacist's practising certificate (Hong Kong)", facts,
        {{"electronic", "A4, a table with a tinted label column, a code", {210}, {297}, drawElectronic},
            {"framed", "A4, a frame, labels in two lines beside dotted lines", {210}, {297}, drawFramed}},
        false, codeOf};
}

} // namespace vidimus::specimen
