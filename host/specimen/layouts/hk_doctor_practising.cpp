#include "specimen/document_types.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/wording.hpp"

#include <array>

// Medical Registration Ordinance (Cap. 161), s. 20A: the annual practising certificate of a doctor with full
// registration runs from 1 January, or its day of issue, to 31 December.
namespace vidimus::specimen {
namespace {

using Inset = Canvas::Inset;

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    const int year = asOf.year();
    const bool newcomer = random.chance(0.2);
    const Date first = *Date::of(year, 1, 1);
    const Date issue = newcomer ? first.plusDays(random.between(5, 90)) : first.plusDays(-random.between(3, 45));
    facts.set("issuer.name", "香港醫務委員會", "zh-Hant");
    facts.set("issuer.name", "The Medical Council of Hong Kong", "en");
    facts.set("holder.name.han", person.hanName());
    facts.set("holder.name.latin", person.latinName());
    facts.set("registration.number", person.doctorNumber);
    facts.set("registration.part", "General");
    facts.set("issue.date", issue.iso());
    facts.set("valid.from", (newcomer ? issue : first).iso());
    facts.set("valid.until", Date::of(year, 12, 31)->iso());
    facts.set("document.number", std::to_string(year % 100) + "-" + random.digits(5));
    static constexpr std::array<std::string_view, 5> streets{
        "Nathan Road", "Queen's Road Central", "Castle Peak Road", "Hennessy Road", "Waterloo Road"};
    static constexpr std::array<std::string_view, 5> districts{
        "Kowloon", "Hong Kong", "New Territories", "Wan Chai, Hong Kong", "Kowloon"};
    const std::size_t place = random.below(streets.size());
    facts.set("holder.address",
        "Room " + std::to_string(random.between(201, 2912)) + ", " + std::to_string(random.between(8, 640)) + " "
            + std::string(streets[place]) + ", " + std::string(districts[place]));
    facts.set(sealText, "THE MEDICAL COUNCIL OF HONG KONG", "en");
    return facts;
}

/// The block below the sentence: numbers, signature, seal.
void drawStatuteParticulars(Canvas& canvas, const Facts& facts, const Random& random)
{
    const auto row = [&](double y, std::string_view han_, std::string_view english, std::string_view id,
                         const std::string& text, const std::string& value) {
        canvas.text(at(30, y), han_, {.face = Face::Song, .points = 11, .lang = "zh-Hant"});
        canvas.text(at(30, y + 5), english, {.face = Face::Roman, .points = 10, .lang = "en"});
        canvas.field(at(84, y + 1.5), id, text, value, {.face = Face::Roman, .points = 14, .bold = true});
    };
    row(194, "註冊編號", "Registration No.", "registration.number", facts.value("registration.number"),
        facts.value("registration.number"));
    row(208, "發證日期", "Date of issue", "issue.date", written(facts.value("issue.date"), DateForm::English),
        facts.value("issue.date"));
    row(222, "證明書編號", "Certificate No.", "document.number", facts.value("document.number"),
        facts.value("document.number"));
    drawSignature(canvas, {{132}, {236}, {42}, {13}}, random.stream("signature"));
    canvas.line(at(124, 252), at(182, 252), 0.3);
    canvas.text(
        at(153, 254), "醫生註冊主任", {.face = Face::Song, .points = 10.5, .lang = "zh-Hant", .align = Align::Centre});
    canvas.text(at(153, 259.5), "Registrar of Medical Practitioners",
        {.face = Face::Roman, .points = 10, .lang = "en", .align = Align::Centre});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(58 + place.real(-4, 4), 256 + place.real(-2, 3)),
            .diameterMm = 34,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Roman,
            .turn = {place.real(-12, 12)}});
}

/// A letter that certifies in two languages, then a block of particulars.
void drawStatute(Canvas& canvas, const Facts& facts, const Random& random)
{
    drawGuilloche(canvas, {{12}, {12}, {186}, {273}}, {0.72, 0.82, 0.88, 0.55}, random.stream("guilloche"));
    drawBorder(canvas, {{10}, {10}, {190}, {277}}, 5, {0.25, 0.38, 0.50, 0.9});
    drawDevice(canvas, at(105, 35), 11, {0.62, 0.14, 0.18, 0.9}, 5);
    canvas.field(at(105, 50), "issuer.name", facts.value("issuer.name", "zh-Hant"),
        facts.value("issuer.name", "zh-Hant"),
        {.face = Face::Song, .points = 22, .lang = "zh-Hant", .bold = true, .align = Align::Centre, .spacingPt = 4});
    canvas.field(at(105, 61), "issuer.name", upperCase(facts.value("issuer.name", "en")),
        upperCase(facts.value("issuer.name", "en")),
        {.face = Face::Roman, .points = 15, .lang = "en", .bold = true, .align = Align::Centre});
    canvas.text(at(105, 73), "醫生註冊條例 (第161章)",
        {.face = Face::Song, .points = 11, .lang = "zh-Hant", .align = Align::Centre});
    canvas.text(at(105, 79), "MEDICAL REGISTRATION ORDINANCE (CHAPTER 161)",
        {.face = Face::Roman, .points = 11, .lang = "en", .align = Align::Centre});
    canvas.text(at(105, 89), "執業證明書",
        {.face = Face::Kai, .points = 24, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 6});
    canvas.text(at(105, 101), "PRACTISING CERTIFICATE",
        {.face = Face::Roman, .points = 17, .lang = "en", .bold = true, .align = Align::Centre});

    const std::string name = facts.value("holder.name.latin"), han = facts.value("holder.name.han"),
                      until = facts.value("valid.until"), from = facts.value("valid.from");
    canvas.text(
        at(30, 117), "This is to certify that", {.face = Face::Roman, .points = 12, .lang = "en", .italic = true});
    canvas.field(at(105, 125), "holder.name.latin", name.empty() ? "" : "Dr " + withoutComma(name), name,
        {.face = Face::Roman, .points = 18, .bold = true, .align = Align::Centre});
    canvas.field(at(105, 135), "holder.name.han", han, han,
        {.face = Face::Kai, .points = 20, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 3});
    canvas.sentence(at(30, 148),
        "whose name is entered in the «» Register of medical practitioners is entitled to practise medicine, surgery "
        "and midwifery in Hong Kong from «» to «», both dates inclusive.",
        {{"registration.part", "General", facts.value("registration.part"), "en"},
            {"valid.from", written(from, DateForm::English), from, "en"},
            {"valid.until", written(until, DateForm::English), until, "en"}},
        {.face = Face::Roman, .points = 12, .lang = "en", .widthMm = 150, .lineSpacing = 1.35},
        {.face = Face::Roman, .points = 12, .lang = "en", .bold = true});
    canvas.text(at(30, 172),
        "茲證明上述人士的姓名已列入普通科醫生名冊，有權於有效期內在香港從事內科、外科及助產科執業。",
        {.face = Face::Song, .points = 11.5, .lang = "zh-Hant", .widthMm = 150, .lineSpacing = 1.35});
    drawStatuteParticulars(canvas, facts, random);
}

/// A landscape form: small labels above the values, in ruled boxes.
void drawBoxes(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Colour green{0.10, 0.33, 0.25};
    canvas.fill({{0}, {0}, {297}, {34}}, {0.88, 0.94, 0.90});
    drawRosette(canvas, at(240, 120), 62, {0.75, 0.87, 0.80, 0.7}, random.stream("rosette"));
    drawDevice(canvas, at(28, 17), 11, green, 7);
    const std::string issuerEn = facts.value("issuer.name", "en"), issuerHan = facts.value("issuer.name", "zh-Hant");
    canvas.field(at(46, 6), "issuer.name", issuerEn, issuerEn,
        {.face = Face::Sans, .points = 17, .lang = "en", .colour = green, .bold = true});
    canvas.field(at(46, 17), "issuer.name", issuerHan, issuerHan,
        {.face = Face::Sans, .points = 18, .lang = "zh-Hant", .colour = green, .bold = true});
    canvas.text(at(283, 8), "Annual Practising Certificate",
        {.face = Face::Sans, .points = 15, .lang = "en", .bold = true, .align = Align::Right});
    canvas.text(
        at(283, 18), "周年執業證明書", {.face = Face::Sans, .points = 16, .lang = "zh-Hant", .align = Align::Right});
    const auto box
        = [&](double x, double y, double w, std::string_view label, std::string_view labelHan, std::string_view id,
              const std::string& text, const std::string& value, std::string_view lang) {
              canvas.frame({{x}, {y}, {w}, {19}}, 0.25, green);
              canvas.text(at(x + 2, y + 1.2), label, {.face = Face::Sans, .points = 8, .lang = "en", .colour = green});
              canvas.text(at(x + w - 2, y + 1.0), labelHan,
                  {.face = Face::Sans, .points = 8, .lang = "zh-Hant", .colour = green, .align = Align::Right});
              canvas.field(at(x + 4, y + 8), id, text, value, {.face = Face::Sans, .points = 14, .lang = lang});
          };
    const std::string name = facts.value("holder.name.latin"), han = facts.value("holder.name.han"),
                      number = facts.value("registration.number");
    box(16, 46, 130, "Name", "姓名", "holder.name.latin", name, name, "");
    box(150, 46, 62, "Name in Chinese", "中文姓名", "holder.name.han", han, han, "zh-Hant");
    box(216, 46, 65, "Registration Number", "註冊號碼", "registration.number", number, number, "");
    box(16, 69, 196, "Registered Address", "註冊地址", "holder.address", facts.value("holder.address"),
        facts.value("holder.address"), "");
    box(216, 69, 65, "Register", "名冊", "registration.part", facts.has("registration.part") ? "General Register" : "",
        facts.value("registration.part"), "en");
    box(16, 92, 62, "Valid from", "有效期由", "valid.from", written(facts.value("valid.from"), DateForm::Slashed),
        facts.value("valid.from"), "");
    box(82, 92, 64, "Valid until", "至", "valid.until", written(facts.value("valid.until"), DateForm::Slashed),
        facts.value("valid.until"), "");
    box(150, 92, 62, "Date of Issue", "簽發日期", "issue.date", written(facts.value("issue.date"), DateForm::Slashed),
        facts.value("issue.date"), "");
    canvas.text(at(16, 122),
        "The above-named registered medical practitioner holds a practising certificate under section 20A of the "
        "Medical Registration Ordinance, Cap. 161.",
        {.face = Face::Sans, .points = 10.5, .lang = "en", .widthMm = 190, .lineSpacing = 1.3});
    canvas.text(at(16, 137), "上述註冊醫生持有根據《醫生註冊條例》(第161章) 第20A條發出的執業證明書。",
        {.face = Face::Sans, .points = 10.5, .lang = "zh-Hant", .widthMm = 190});
    canvas.text(at(16, 150),
        "This certificate should be displayed at the place of practice. 本證明書應於執業處所展示。",
        {.face = Face::Sans, .points = 9, .lang = "zh-Hant"});
    drawSignature(canvas, {{210}, {160}, {45}, {14}}, random.stream("signature"));
    canvas.line(at(200, 177), at(268, 177), 0.3);
    canvas.text(at(234, 179), "註冊主任 Registrar",
        {.face = Face::Sans, .points = 10, .lang = "zh-Hant", .align = Align::Centre});
    drawSeal(canvas,
        {.centre = at(160, 174),
            .diameterMm = 36,
            .arc = facts.value("issuer.name", "zh-Hant"),
            .below = "",
            .lang = "zh-Hant",
            .face = Face::Song});
}

/// Half a sheet in English first, labels at the left with colons.
void drawSlip(Canvas& canvas, const Facts& facts, const Random& random)
{
    canvas.fill({{0}, {0}, {210}, {148}}, {0.99, 0.98, 0.93});
    drawGuilloche(canvas, {{6}, {6}, {198}, {136}}, {0.90, 0.84, 0.68, 0.6}, random.stream("guilloche"));
    canvas.frame({{6}, {6}, {198}, {136}}, 0.8, {0.45, 0.33, 0.12});
    const std::string issuerEn = "Medical Council of Hong Kong";
    const bool renamed = facts.value("issuer.name", "en") != "The Medical Council of Hong Kong";
    const std::string shown = renamed ? facts.value("issuer.name", "en") : issuerEn;
    canvas.field(at(105, 13), "issuer.name", shown, shown,
        {.face = Face::Book, .points = 20, .lang = "en", .bold = true, .align = Align::Centre});
    canvas.field(at(105, 24), "issuer.name", facts.value("issuer.name", "zh-Hant"),
        facts.value("issuer.name", "zh-Hant"),
        {.face = Face::Kai, .points = 18, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 8});
    canvas.text(at(105, 36), "CERTIFICATE TO PRACTISE MEDICINE 醫生執業證明書",
        {.face = Face::Book, .points = 13, .lang = "zh-Hant", .align = Align::Centre});
    const std::string name = mixedCase(facts.value("holder.name.latin")), han = facts.value("holder.name.han");
    const auto row = [&](double y, std::string_view label, std::string_view id, const std::string& text,
                         const std::string& value, std::string_view lang) {
        canvas.text(at(24, y), label, {.face = Face::Book, .points = 12, .lang = "zh-Hant"});
        canvas.field(at(92, y - 0.5), id, text, value,
            {.face = lang.empty() ? Face::Book : Face::Kai,
                .points = lang.empty() ? 13.0 : 15.0,
                .lang = lang,
                .bold = lang.empty()});
    };
    row(52, "Practitioner 姓名：", "holder.name.latin", name.empty() ? "" : "Dr. " + name, name, "");
    row(61, "", "holder.name.han", han.empty() ? "" : han + "醫生", han, "zh-Hant");
    row(71, "Registration No. 註冊編號：", "registration.number", facts.value("registration.number"),
        facts.value("registration.number"), "");
    const std::string from = facts.value("valid.from"), until = facts.value("valid.until"),
                      issue = facts.value("issue.date");
    canvas.text(at(24, 81), "Period of validity 有效期：", {.face = Face::Book, .points = 12, .lang = "zh-Hant"});
    canvas.sentence(at(92, 80.5), "«» to «»",
        {{"valid.from", written(from, DateForm::English), from, "en"},
            {"valid.until", written(until, DateForm::English), until, "en"}},
        {.face = Face::Book, .points = 12, .lang = "en"},
        {.face = Face::Book, .points = 12, .lang = "en", .bold = true});
    row(91, "Issued on 發出日期：", "issue.date", written(issue, DateForm::English), issue, "");
    drawSignature(canvas, {{140}, {108}, {40}, {12}}, random.stream("signature"));
    canvas.text(at(160, 122), "Registrar, Medical Council",
        {.face = Face::Book, .points = 10, .lang = "en", .align = Align::Centre});
    canvas.text(
        at(24, 128), "Not valid unless sealed.", {.face = Face::Book, .points = 9, .lang = "en", .italic = true});
    drawSeal(canvas,
        {.centre = at(102, 118),
            .diameterMm = 30,
            .arc = facts.value("issuer.name", "zh-Hant"),
            .below = "",
            .lang = "zh-Hant",
            .face = Face::Kai,
            .colour = {0.70, 0.12, 0.20, 0.7},
            .star = false});
}

} // namespace

DocumentType hkDoctorPractising()
{
    return {"hk.doctor-practising", "Doctor's annual practising certificate (Hong Kong)", facts,
        {{"statute", "A4 upright, a certifying sentence, particulars below, two languages", {210}, {297}, drawStatute},
            {"boxes", "A4 landscape, labels above the values in ruled boxes", {297}, {210}, drawBoxes},
            {"slip", "A5 landscape, labels at the left, one period line", {210}, {148}, drawSlip}}};
}

} // namespace vidimus::specimen
