#include "specimen/document_types.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/wording.hpp"

#include <array>

// Registration of Persons Regulations (Cap. 177A): the smart identity cards of 2003 and of 2018. Cards of the first
// design were called in: invalid from 12 May 2025 for holders born in 1970 or later, from 12 October 2025 for others.
namespace vidimus::specimen {
namespace {

constexpr Millimetres cardWidth{85.6}, cardHeight{54.0}, cardCorners{3.2}; // ISO/IEC 7810 ID-1

Facts facts(const Person& person, const Layout& layout, Random random, const Date& asOf)
{
    Facts facts;
    const bool first = layout.name == "smart-2003";
    const Date from = first ? *Date::of(2003, 7, 1) : *Date::of(2018, 11, 26);
    const Date until = first ? *Date::of(2018, 11, 20) : asOf.plusDays(-20);
    const Date earliest = std::max(from.dayNumber(), person.birth.plusYears(18).dayNumber()) == from.dayNumber()
        ? from
        : person.birth.plusYears(18);
    const int days = static_cast<int>(until.dayNumber() - earliest.dayNumber());
    const Date issue = earliest.plusDays(random.between(0, std::max(1, days)));
    const bool permanent = random.chance(0.85);
    facts.set("holder.name.han", person.hanName());
    facts.set("holder.name.latin", person.latinName());
    facts.set("holder.ccc", person.commercialCodes);
    facts.set("holder.birth-date", person.birth.iso());
    facts.set("holder.sex", person.sex == Sex::Male ? "M" : "F");
    facts.set("hk.symbols",
        permanent ? random.pick(std::array{"***AZ", "***AX", "AZ", "***AO"})
                  : random.pick(std::array{"CO", "UX", "RO"}));
    facts.set("registration.date", person.firstHongKongCard.iso().substr(0, 7));
    facts.set("issue.date", issue.iso());
    facts.set("holder.id-number", person.hkid);
    facts.set("holder.id-kind", "hkid");
    facts.set("drawing.permanent", permanent ? "yes" : "");
    return facts;
}

Date calledIn(const Date& birth)
{
    return birth.year() >= 1970 ? *Date::of(2025, 5, 11) : *Date::of(2025, 10, 11);
}

/// `(MM-YY)`: when a first card was issued.
std::string firstIssue(const Facts& facts)
{
    const std::string month = facts.value("registration.date");
    return month.size() == 7 ? "(" + month.substr(5, 2) + "-" + month.substr(2, 2) + ")" : "";
}

std::string sexText(const Facts& facts)
{
    const std::string sex = facts.value("holder.sex");
    return sex.empty() ? "" : sexInHan(sex) + " " + sex;
}

void drawCardGround(Canvas& canvas, Colour paper, Colour lines, const Random& random)
{
    canvas.fill({{0}, {0}, cardWidth, cardHeight}, paper, cardCorners.value);
    drawGuilloche(canvas, {{1.5}, {1.5}, cardWidth - Millimetres{3}, cardHeight - Millimetres{3}}, lines,
        random.stream("guilloche"));
    canvas.frame({{0}, {0}, cardWidth, cardHeight}, 0.15, {0.7, 0.7, 0.7}, cardCorners.value);
}

/// 2003: title over the whole width, chip at the left, portrait at the right.
void drawSmart2003(Canvas& canvas, const Facts& facts, const Random& random)
{
    drawCardGround(canvas, {0.93, 0.96, 0.93}, {0.72, 0.84, 0.76, 0.7}, random);
    const bool permanent = facts.has("drawing.permanent") && !facts.value("drawing.permanent").empty();
    canvas.text(at(42.8, 2.4), permanent ? "香港永久性居民身份證" : "香港居民身份證",
        {.face = Face::Song, .points = 11, .lang = "zh-Hant", .bold = true, .align = Align::Centre, .spacingPt = 1});
    canvas.text(at(42.8, 7.0), permanent ? "HONG KONG PERMANENT IDENTITY CARD" : "HONG KONG IDENTITY CARD",
        {.face = Face::Sans, .points = 7, .lang = "en", .bold = true, .align = Align::Centre});
    const Style value{.face = Face::Sans, .points = 9};
    const std::string han = facts.value("holder.name.han"), name = facts.value("holder.name.latin");
    canvas.field(at(5, 11.4), "holder.name.han", han, han,
        {.face = Face::Song, .points = 12, .lang = "zh-Hant", .bold = true, .spacingPt = 1.5});
    canvas.field(at(5, 17.0), "holder.name.latin", name, name, value);
    canvas.field(at(5, 21.4), "holder.ccc", facts.value("holder.ccc"), facts.value("holder.ccc"),
        {.face = Face::Sans, .points = 8, .spacingPt = 0.5});
    canvas.fill({{5}, {27}, {12}, {10}}, {0.85, 0.74, 0.42}, 1.2);
    canvas.line(at(5, 32), at(17, 32), 0.15, {0.5, 0.4, 0.2});
    canvas.line(at(11, 27), at(11, 37), 0.15, {0.5, 0.4, 0.2});
    canvas.text(at(20, 26.6), "出生日期 Date of Birth", {.face = Face::Sans, .points = 6, .lang = "zh-Hant"});
    canvas.field(at(20, 29.6), "holder.birth-date", written(facts.value("holder.birth-date"), DateForm::Dashed),
        facts.value("holder.birth-date"), value);
    canvas.field(at(42, 29.6), "holder.sex", sexText(facts), facts.value("holder.sex"),
        {.face = Face::Sans, .points = 9, .lang = "zh-Hant"});
    canvas.field(at(20, 34.4), "hk.symbols", facts.value("hk.symbols"), facts.value("hk.symbols"), value);
    canvas.text(at(5, 40.0), "簽發日期 Date of Issue", {.face = Face::Sans, .points = 6, .lang = "zh-Hant"});
    canvas.field(at(5, 43.2), "registration.date", firstIssue(facts), facts.value("registration.date"), value);
    canvas.field(at(5, 47.4), "issue.date", written(facts.value("issue.date"), DateForm::DashedShort),
        facts.value("issue.date"), value);
    drawPhoto(canvas, {{60}, {12}, {21}, {27}}, {0.90, 0.93, 0.95}, facts.value("holder.sex") == "F", faceOf(facts));
    canvas.field(at(81, 45.2), "holder.id-number", facts.value("holder.id-number"), facts.value("holder.id-number"),
        {.face = Face::Sans, .points = 13, .bold = true, .align = Align::Right});
}

/// 2018: portrait at the left, the number at the bottom right, a second small portrait in a window.
void drawSmart2018(Canvas& canvas, const Facts& facts, const Random& random)
{
    drawCardGround(canvas, {0.95, 0.955, 0.975}, {0.74, 0.80, 0.90, 0.7}, random);
    drawRosette(canvas, at(62, 30), 15, {0.86, 0.78, 0.86, 0.8}, random.stream("rosette"));
    const bool permanent = !facts.value("drawing.permanent").empty();
    canvas.text(at(4, 2.6), permanent ? "香港永久性居民身份證" : "香港居民身份證",
        {.face = Face::Sans, .points = 9.5, .lang = "zh-Hant", .bold = true});
    canvas.text(at(4, 6.8), permanent ? "HONG KONG PERMANENT IDENTITY CARD" : "HONG KONG IDENTITY CARD",
        {.face = Face::Sans, .points = 6.6, .lang = "en"});
    const bool woman = facts.value("holder.sex") == "F";
    drawPhoto(canvas, {{4}, {15}, {24}, {31}}, {0.93, 0.94, 0.96}, woman, faceOf(facts));
    drawPhoto(canvas, {{73}, {13.5}, {8}, {10.5}}, {0.88, 0.90, 0.94}, woman, faceOf(facts));
    const Style value{.face = Face::Sans, .points = 8.5};
    const std::string han = facts.value("holder.name.han"), name = facts.value("holder.name.latin");
    canvas.field(at(32, 11.2), "holder.name.han", han, han,
        {.face = Face::Sans, .points = 11.5, .lang = "zh-Hant", .spacingPt = 2});
    canvas.field(at(32, 16.6), "holder.name.latin", name, name, value);
    canvas.field(at(32, 20.8), "holder.ccc", facts.value("holder.ccc"), facts.value("holder.ccc"),
        {.face = Face::Sans, .points = 7.5});
    canvas.text(at(32, 25.0), "出生日期", {.face = Face::Sans, .points = 5.8, .lang = "zh-Hant"});
    canvas.text(at(42, 25.0), "Date of Birth", {.face = Face::Sans, .points = 5.8, .lang = "en"});
    canvas.field(at(32, 27.8), "holder.birth-date", written(facts.value("holder.birth-date"), DateForm::Dashed),
        facts.value("holder.birth-date"), value);
    canvas.text(at(58, 25.0), "性別 Sex", {.face = Face::Sans, .points = 5.8, .lang = "zh-Hant"});
    canvas.field(at(58, 27.8), "holder.sex", sexText(facts), facts.value("holder.sex"),
        {.face = Face::Sans, .points = 8.5, .lang = "zh-Hant"});
    canvas.field(at(32, 32.6), "hk.symbols", facts.value("hk.symbols"), facts.value("hk.symbols"), value);
    canvas.text(at(32, 37.2), "簽發日期 Date of Issue", {.face = Face::Sans, .points = 5.8, .lang = "zh-Hant"});
    canvas.field(at(32, 40.0), "registration.date", firstIssue(facts), facts.value("registration.date"), value);
    canvas.field(at(32, 44.4), "issue.date", written(facts.value("issue.date"), DateForm::DashedShort),
        facts.value("issue.date"), value);
    canvas.field(at(82, 45.6), "holder.id-number", facts.value("holder.id-number"), facts.value("holder.id-number"),
        {.face = Face::Sans, .points = 12, .bold = true, .align = Align::Right});
}

void drawBack2003(Canvas& canvas, const Facts& facts, const Random& random)
{
    drawCardGround(canvas, {0.93, 0.96, 0.93}, {0.76, 0.86, 0.79, 0.7}, random.stream("back"));
    drawDevice(canvas, at(42.8, 12), 7, {0.70, 0.25, 0.30, 0.8}, 5);
    if (!facts.value("drawing.permanent").empty()) {
        canvas.text(at(42.8, 22), "本證持有人擁有香港居留權。",
            {.face = Face::Song, .points = 8.5, .lang = "zh-Hant", .align = Align::Centre});
        canvas.text(at(42.8, 26.5), "The holder of this card has the right of abode in Hong Kong.",
            {.face = Face::Roman, .points = 7, .lang = "en", .align = Align::Centre});
    }
    canvas.field(at(42.8, 34), "issuer.name", "香港特別行政區政府入境事務處", "香港特別行政區政府入境事務處",
        {.face = Face::Song, .points = 8, .lang = "zh-Hant", .align = Align::Centre});
    canvas.field(at(42.8, 38.2), "issuer.name", "Immigration Department, Hong Kong Special Administrative Region",
        "Immigration Department, Hong Kong Special Administrative Region",
        {.face = Face::Roman, .points = 6.5, .lang = "en", .align = Align::Centre});
    canvas.text(at(42.8, 45), "如拾獲此證，請投入任何郵箱。",
        {.face = Face::Song, .points = 6.5, .lang = "zh-Hant", .align = Align::Centre});
}

void drawBack2018(Canvas& canvas, const Facts& facts, const Random& random)
{
    drawCardGround(canvas, {0.95, 0.955, 0.975}, {0.78, 0.83, 0.92, 0.7}, random.stream("back"));
    canvas.fill({{8}, {18}, {12.5}, {11}}, {0.84, 0.74, 0.45}, 1.2);
    canvas.line(at(8, 23.5), at(20.5, 23.5), 0.15, {0.5, 0.4, 0.2});
    canvas.line(at(14.2, 18), at(14.2, 29), 0.15, {0.5, 0.4, 0.2});
    canvas.text(at(26, 8), "香港特別行政區 Hong Kong Special Administrative Region",
        {.face = Face::Sans, .points = 5.8, .lang = "zh-Hant"});
    if (!facts.value("drawing.permanent").empty()) {
        canvas.text(at(26, 17), "本證持有人擁有香港居留權", {.face = Face::Sans, .points = 7.5, .lang = "zh-Hant"});
        canvas.text(at(26, 21), "The holder of this card has the right of abode in Hong Kong",
            {.face = Face::Sans, .points = 5.6, .lang = "en"});
    }
    canvas.text(at(26, 29), "此證屬香港特別行政區政府所有", {.face = Face::Sans, .points = 6, .lang = "zh-Hant"});
    canvas.field(
        at(26, 36), "issuer.name", "入境事務處", "入境事務處", {.face = Face::Sans, .points = 7.5, .lang = "zh-Hant"});
    canvas.field(at(48, 36), "issuer.name", "Immigration Department", "Immigration Department",
        {.face = Face::Sans, .points = 7, .lang = "en"});
    canvas.field(at(81, 46.4), "holder.id-number", facts.value("holder.id-number"), facts.value("holder.id-number"),
        {.face = Face::Sans, .points = 8, .align = Align::Right});
}

} // namespace

DocumentType hkIdentityCard()
{
    return {"hk.identity-card", "Hong Kong identity card", facts,
        {{"smart-2018", "ID-1, the design since November 2018: portrait at the left", cardWidth, cardHeight,
             drawSmart2018, drawBack2018, nullptr, cardCorners},
            {"smart-2003", "ID-1, the design of 2003 to 2018: chip in front, portrait at the right", cardWidth,
                cardHeight, drawSmart2003, drawBack2003, calledIn, cardCorners}}};
}

} // namespace vidimus::specimen
