#include "specimen/document_types.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/wording.hpp"

#include <fmt/format.h>

#include <array>

// ICAO Doc 9303-4: the data page of a machine-readable passport (TD3), visual zone above, two lines of 44 characters
// below.
namespace vidimus::specimen {
namespace {

struct State {
    std::string_view code, name, nationality, authority;
};
constexpr std::array states{State{"UTO", "UTOPIA", "UTOPIAN", "PASSPORT OFFICE"},
    State{"GBR", "UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND", "BRITISH CITIZEN", "HMPO"},
    State{"AUS", "AUSTRALIA", "AUSTRALIAN", "AUSTRALIA"},
    State{"CHN", "PEOPLE'S REPUBLIC OF CHINA", "CHINESE", "NIA, P.R. CHINA"},
    State{"SGP", "REPUBLIC OF SINGAPORE", "SINGAPORE CITIZEN", "ICA"}};

std::string filled(std::string text, std::size_t length)
{
    for (char& c : text)
        c = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '<';
    text.resize(length, '<');
    return text;
}

std::string sixDigits(const Date& date)
{
    const std::string iso = date.iso();
    return iso.substr(2, 2) + iso.substr(5, 2) + iso.substr(8, 2);
}

std::string secondLine(const Facts& facts, const State& state, const Date& birth, const Date& until)
{
    const std::string number = filled(facts.value("document.number"), 9);
    const std::string numberPart = number + mrzCheckDigit(number),
                      birthPart = sixDigits(birth) + mrzCheckDigit(sixDigits(birth));
    const std::string untilPart = sixDigits(until) + mrzCheckDigit(sixDigits(until));
    const std::string optional = filled("", 14) + "<";
    const std::string composite = numberPart + birthPart + untilPart + optional;
    return numberPart + std::string(state.code) + birthPart + facts.value("holder.sex") + untilPart + optional
        + mrzCheckDigit(composite);
}

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    const State state = random.pick(states);
    const bool pinyin = state.code == "CHN";
    const std::string surname = upperCase(pinyin ? person.surnamePinyin : person.surnameLatin),
                      given = upperCase(pinyin ? person.givenPinyin : person.givenLatin);
    const Date issue = asOf.plusDays(-random.between(60, 3200)), until = issue.plusYears(10).plusDays(-1);
    std::string number(1, static_cast<char>('A' + random.below(26)));
    number += random.digits(8);
    facts.set("document.number", number);
    facts.set("holder.name.latin", surname + ", " + given);
    facts.set("holder.nationality", std::string(state.nationality));
    facts.set("holder.birth-date", person.birth.iso());
    facts.set("holder.sex", person.sex == Sex::Male ? "M" : "F");
    facts.set("issue.date", issue.iso());
    facts.set("valid.until", until.iso());
    facts.set("issuer.name", std::string(state.authority), "en");
    facts.set("drawing.state", std::string(state.code));
    facts.set("drawing.state-name", std::string(state.name));
    const std::string names = filled(
        fmt::format("P<{}{}<<{}", state.code, filled(surname, surname.size()), filled(given, given.size())), 44);
    facts.set("mrz.lines", names + "\n" + secondLine(facts, state, person.birth, until));
    return facts;
}

void drawMrz(Canvas& canvas, double x, double y, const Facts& facts)
{
    canvas.field(at(x, y), "mrz.lines", facts.value("mrz.lines"), facts.value("mrz.lines"),
        {.face = Face::MachineReadable, .points = 10, .lineSpacing = 1.75});
}

/// Portrait at the left, captions in English and French above the values.
void drawLeft(Canvas& canvas, const Facts& facts, const Random& random)
{
    canvas.fill({{0}, {0}, {125}, {88}}, {0.945, 0.96, 0.985});
    drawGuilloche(canvas, {{0}, {0}, {125}, {64}}, {0.76, 0.82, 0.93, 0.7}, random.stream("guilloche"));
    canvas.text(
        at(6, 3), facts.value("drawing.state-name"), {.face = Face::Sans, .points = 8, .lang = "en", .bold = true});
    drawPhoto(canvas, {{6}, {12}, {34}, {44}}, {0.93, 0.94, 0.95}, facts.value("holder.sex") == "F", faceOf(facts));
    const auto item = [&](double x, double y, std::string_view label, std::string_view id, const std::string& text,
                          const std::string& value) {
        canvas.text(at(x, y), label, {.face = Face::Sans, .points = 5.5, .lang = "en", .colour = {0.2, 0.3, 0.5}});
        canvas.field(at(x, y + 2.6), id, text, value, {.face = Face::Sans, .points = 8.5});
    };
    const std::string name = facts.value("holder.name.latin");
    canvas.text(at(46, 8), "PASSPORT / PASSEPORT", {.face = Face::Sans, .points = 6.5, .lang = "en", .bold = true});
    canvas.text(at(79, 8), "Code " + facts.value("drawing.state"), {.face = Face::Sans, .points = 7, .lang = "en"});
    item(94, 8, "Passport No. / No. du passeport", "document.number", facts.value("document.number"),
        facts.value("document.number"));
    item(46, 15, "Name / Nom", "holder.name.latin", name, name);
    item(46, 23, "Nationality / Nationalité", "holder.nationality", facts.value("holder.nationality"),
        facts.value("holder.nationality"));
    item(46, 31, "Date of birth / Date de naissance", "holder.birth-date",
        written(facts.value("holder.birth-date"), DateForm::Capitals), facts.value("holder.birth-date"));
    item(94, 31, "Sex / Sexe", "holder.sex", facts.value("holder.sex"), facts.value("holder.sex"));
    item(46, 39, "Date of issue / Date de délivrance", "issue.date",
        written(facts.value("issue.date"), DateForm::Capitals), facts.value("issue.date"));
    item(94, 39, "Authority / Autorité", "issuer.name", facts.value("issuer.name", "en"),
        facts.value("issuer.name", "en"));
    item(46, 47, "Date of expiry / Date d'expiration", "valid.until",
        written(facts.value("valid.until"), DateForm::Capitals), facts.value("valid.until"));
    canvas.fill({{0}, {64}, {125}, {24}}, {1, 1, 1});
    drawMrz(canvas, 6.5, 70, facts);
}

/// Portrait at the right, labels at the left of the values.
void drawRight(Canvas& canvas, const Facts& facts, const Random& random)
{
    canvas.fill({{0}, {0}, {125}, {88}}, {0.98, 0.95, 0.945});
    drawRosette(canvas, at(60, 34), 30, {0.90, 0.80, 0.80, 0.8}, random.stream("rosette"));
    canvas.text(at(62.5, 3), "PASSPORT",
        {.face = Face::Book, .points = 10, .lang = "en", .bold = true, .align = Align::Centre});
    canvas.text(at(8, 8.6), facts.value("drawing.state-name"), {.face = Face::Book, .points = 7, .lang = "en"});
    drawPhoto(canvas, {{86}, {14}, {33}, {43}}, {0.94, 0.94, 0.94}, facts.value("holder.sex") == "F", faceOf(facts));
    double y = 15;
    const auto row
        = [&](std::string_view label, std::string_view id, const std::string& text, const std::string& value) {
              canvas.text(at(8, y), label, {.face = Face::Book, .points = 7, .lang = "en", .italic = true});
              canvas.field(at(36, y - 0.4), id, text, value, {.face = Face::Book, .points = 8.5, .bold = true});
              y += 5.6;
          };
    const std::string name = facts.value("holder.name.latin");
    row("Document No.", "document.number", facts.value("document.number"), facts.value("document.number"));
    row("Name", "holder.name.latin", name, name);
    row("Nationality", "holder.nationality", facts.value("holder.nationality"), facts.value("holder.nationality"));
    row("Sex", "holder.sex", facts.value("holder.sex"), facts.value("holder.sex"));
    row("Date of birth", "holder.birth-date", written(facts.value("holder.birth-date"), DateForm::English),
        facts.value("holder.birth-date"));
    row("Issued on", "issue.date", written(facts.value("issue.date"), DateForm::English), facts.value("issue.date"));
    row("Valid until", "valid.until", written(facts.value("valid.until"), DateForm::English),
        facts.value("valid.until"));
    row("Issued by", "issuer.name", facts.value("issuer.name", "en"), facts.value("issuer.name", "en"));
    canvas.fill({{0}, {64}, {125}, {24}}, {1, 1, 1});
    drawMrz(canvas, 6.5, 70, facts);
}

} // namespace

DocumentType xxPassportTd3()
{
    return {"xx.passport-td3", "Passport data page (TD3)", facts,
        {{"portrait-left", "ID-3, captions above the values in English and French", {125}, {88}, drawLeft},
            {"portrait-right", "ID-3, labels at the left of the values", {125}, {88}, drawRight}}};
}

} // namespace vidimus::specimen
