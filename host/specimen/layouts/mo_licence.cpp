#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// Macao, Law 18/2020: the licence (執照, licença) to practise one of fifteen health professions, by the Health Bureau,
// since 1 October 2021.
namespace vidimus::specimen {
namespace {

struct Profession {
    std::string_view han, portuguese;
    char letter;
};
constexpr std::array professions{Profession{"醫生", "Médico", 'M'}, Profession{"護士", "Enfermeiro", 'E'},
    Profession{"藥劑師", "Farmacêutico", 'F'}, Profession{"中醫生", "Médico de Medicina Tradicional Chinesa", 'C'}};

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    setNames(facts, person);
    const Profession& profession = professions[random.below(professions.size())];
    const Date issue = asOf.plusDays(-random.between(20, 700));
    facts.set("practice.category", std::string(profession.han), "zh-Hant");
    facts.set("practice.category", std::string(profession.portuguese), "pt");
    facts.set("document.number", fmt::format("{}-{}", profession.letter, random.digits(4)));
    facts.set("registration.part", random.chance(0.8) ? "Integral" : "Limitada");
    facts.set("issue.date", issue.iso());
    facts.set("valid.from", issue.iso());
    facts.set("valid.until",
        facts.value("registration.part") == "Limitada" ? issue.plusYears(1).plusDays(-1).iso()
                                                       : issue.plusYears(3).plusDays(-1).iso());
    facts.set("issuer.name", "衛生局", "zh-Hant");
    facts.set("issuer.name", "Serviços de Saúde", "pt");
    facts.set(sealText, "澳門特別行政區政府衛生局", "zh-Hant");
    return facts;
}

/// Chinese and Portuguese one above the other, upright.
void drawUpright(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Slashed, .names = NameForm::Comma});
    const Colour green{0.00, 0.38, 0.26};
    canvas.frame({{12}, {12}, {186}, {273}}, 1.2, green);
    drawRosette(canvas, at(105, 158), 60, {0.87, 0.95, 0.91, 0.9}, random.stream("rosette"));
    drawDevice(canvas, at(105, 32), 11, green, 5);
    const Style centre{.face = Face::Roman, .points = 13, .lang = "pt", .align = Align::Centre};
    pen.text(
        105, 48, "澳門特別行政區政府", {.face = Face::Song, .points = 16, .lang = "zh-Hant", .align = Align::Centre});
    pen.text(105, 56, "Governo da Região Administrativa Especial de Macau", centre);
    pen.field(105, 66, "issuer.name", {.face = Face::Song, .points = 17, .lang = "zh-Hant", .align = Align::Centre});
    pen.field(105, 75, "issuer.name",
        {.face = Face::Roman, .points = 14, .lang = "pt", .bold = true, .align = Align::Centre});
    pen.text(105, 90, "執　照",
        {.face = Face::Kai, .points = 30, .lang = "zh-Hant", .colour = green, .align = Align::Centre});
    pen.text(105, 105, "LICENÇA",
        {.face = Face::Roman, .points = 21, .lang = "pt", .colour = green, .bold = true, .align = Align::Centre});
    const Style label{.face = Face::Song, .points = 11.5, .lang = "zh-Hant"},
        value{.face = Face::Roman, .points = 13.5}, portuguese{.face = Face::Roman, .points = 13.5, .lang = "pt"};
    double y = 126;
    const auto line = [&](std::string_view name, std::string_view id, const Style& style) {
        pen.row(28, y, name, label, 66, id, style);
        canvas.line(at(92, y + 7.2), at(182, y + 7.2), 0.15, green);
        y += 13.5;
    };
    line("執照編號 Licença n.º", "document.number", value);
    line("姓名 Nome", "holder.name.latin", value);
    line("中文姓名 Nome em chinês", "holder.name.han", {.face = Face::Kai, .points = 15, .lang = "zh-Hant"});
    line("職業 Profissão", "practice.category", {.face = Face::Kai, .points = 14, .lang = "zh-Hant"});
    line("", "practice.category", portuguese);
    line("執照類別 Tipo de licença", "registration.part", value);
    line("發出日期 Data de emissão", "issue.date", value);
    line("有效期至 Válida até", "valid.until", value);
    drawSignature(canvas, {{124}, {244}, {44}, {13}}, random.stream("signature"));
    pen.text(
        146, 260, "局長 O Director", {.face = Face::Roman, .points = 11, .lang = "zh-Hant", .align = Align::Centre});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(62 + place.real(-3, 3), 252 + place.real(-3, 3)),
            .diameterMm = 34,
            .arc = facts.value(sealText, "zh-Hant"),
            .below = "",
            .lang = "zh-Hant",
            .turn = {place.real(-9, 9)}});
}

/// Two columns, a language each, landscape.
void drawColumns(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Dashed, .names = NameForm::Surname});
    const Colour blue{0.06, 0.28, 0.46};
    canvas.fill({{0}, {0}, {260}, {180}}, {0.98, 0.99, 1});
    drawGuilloche(canvas, {{10}, {10}, {240}, {160}}, {0.87, 0.92, 0.97, 0.6}, random.stream("guilloche"));
    canvas.frame({{10}, {10}, {240}, {160}}, 0.8, blue);
    pen.field(26, 20, "issuer.name", {.face = Face::Sans, .points = 16, .lang = "zh-Hant", .colour = blue});
    pen.field(26, 30, "issuer.name", {.face = Face::Sans, .points = 13, .lang = "pt", .colour = blue});
    pen.text(234, 20, "醫療人員執照",
        {.face = Face::Sans, .points = 17, .lang = "zh-Hant", .bold = true, .align = Align::Right});
    pen.text(234, 31, "Licença de Profissional de Saúde",
        {.face = Face::Sans, .points = 13, .lang = "pt", .bold = true, .align = Align::Right});
    canvas.line(at(26, 42), at(234, 42), 0.4, blue);
    const Style label{.face = Face::Sans, .points = 9.5, .lang = "zh-Hant", .colour = {0.35, 0.42, 0.50}},
        value{.face = Face::Sans, .points = 13.5}, han{.face = Face::Sans, .points = 14, .lang = "zh-Hant"};
    const auto item = [&](double x, double y, std::string_view name, std::string_view id, const Style& style) {
        pen.text(x, y, name, label);
        pen.field(x, y + 6, id, style);
    };
    item(26, 52, "姓名（中文） Nome (em chinês)", "holder.name.han", han);
    item(120, 52, "姓名（葡文） Nome (em português)", "holder.name.latin", value);
    item(26, 74, "職業 Profissão", "practice.category", han);
    pen.field(120, 80, "practice.category", {.face = Face::Sans, .points = 13.5, .lang = "pt"});
    item(26, 96, "執照編號 N.º da licença", "document.number", value);
    item(120, 96, "類別 Modalidade", "registration.part", value);
    item(26, 118, "生效日期 Início de validade", "valid.from", value);
    item(120, 118, "屆滿日期 Termo de validade", "valid.until", value);
    drawSignature(canvas, {{60}, {140}, {42}, {13}}, random.stream("signature"));
    pen.text(26, 156, "衛生局局長 O Director dos Serviços de Saúde", label);
    drawSeal(canvas,
        {.centre = at(200, 140),
            .diameterMm = 34,
            .arc = facts.value(sealText, "zh-Hant"),
            .below = "",
            .lang = "zh-Hant",
            .face = Face::Sans,
            .star = false});
}

} // namespace

DocumentType moLicence()
{
    return {"mo.licence", "Licence of a health profession (Macao)", facts,
        {{"upright", "A4 upright, Chinese above Portuguese, lines", {210}, {297}, drawUpright},
            {"columns", "landscape, small labels above the values", {260}, {180}, drawColumns}}};
}

} // namespace vidimus::specimen
