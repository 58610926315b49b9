#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// Macao, Law 18/2020: the accreditation (資格認可證書, cédula de acreditação) by the Council of Health Professions.
namespace vidimus::specimen {
namespace {

struct Profession {
    std::string_view han, portuguese;
};
constexpr std::array professions{Profession{"醫生", "Médico"}, Profession{"牙科醫生", "Médico Dentista"},
    Profession{"護士", "Enfermeiro"}, Profession{"物理治療師", "Fisioterapeuta"}};

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    setNames(facts, person);
    const Profession& profession = professions[random.below(professions.size())];
    const Date issue = std::max(asOf.plusDays(-random.between(60, 1100)), *Date::of(2021, 10, 4),
        [](const Date& a, const Date& b) { return a.dayNumber() < b.dayNumber(); });
    facts.set("practice.category", std::string(profession.han), "zh-Hant");
    facts.set("practice.category", std::string(profession.portuguese), "pt");
    facts.set("document.number", fmt::format("{}/{}", random.digits(4), issue.year()));
    facts.set("holder.id-number",
        fmt::format("{}{}({})", random.pick(std::array{1, 5, 7}), random.digits(6), random.digits(1)));
    facts.set("holder.id-kind", "mo-bir");
    facts.set("issue.date", issue.iso());
    facts.set("issuer.name", "醫療專業委員會", "zh-Hant");
    facts.set("issuer.name", "Conselho dos Profissionais de Saúde", "pt");
    facts.set(sealText, "醫療專業委員會", "zh-Hant");
    return facts;
}

/// A diploma with a sentence in each language.
void drawSentences(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Slashed, .names = NameForm::Surname});
    const Colour brown{0.40, 0.22, 0.08};
    canvas.fill({{0}, {0}, {297}, {210}}, {0.99, 0.98, 0.95});
    drawBorder(canvas, {{9}, {9}, {279}, {192}}, 6, {0.66, 0.50, 0.28});
    drawDevice(canvas, at(148.5, 29), 9, {0.10, 0.45, 0.30, 0.95}, 5);
    pen.field(148.5, 42, "issuer.name",
        {.face = Face::Song, .points = 18, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 3});
    pen.field(148.5, 52, "issuer.name", {.face = Face::Book, .points = 14, .lang = "pt", .align = Align::Centre});
    pen.text(148.5, 65, "資格認可證書",
        {.face = Face::Kai, .points = 26, .lang = "zh-Hant", .colour = brown, .align = Align::Centre, .spacingPt = 5});
    pen.text(148.5, 79, "Cédula de Acreditação",
        {.face = Face::Book, .points = 21, .lang = "pt", .colour = brown, .align = Align::Centre});
    pen.sentence(34, 96,
        "茲證明«holder.name.han»，澳門居民身份證編號«holder.id-number»，具備從事«practice.category»職業之資格。",
        {.face = Face::Song, .points = 14, .lang = "zh-Hant", .widthMm = 230, .lineSpacing = 1.5},
        {.face = Face::Song, .points = 14, .lang = "zh-Hant", .bold = true});
    pen.sentence(34, 116,
        "Certifica-se que «holder.name.latin» possui as habilitações para o exercício da profissão de "
        "«practice.category», nos termos da Lei n.º 18/2020.",
        {.face = Face::Book, .points = 13, .lang = "pt", .widthMm = 230, .lineSpacing = 1.4},
        {.face = Face::Book, .points = 13, .lang = "pt", .bold = true});
    const Style label{.face = Face::Book, .points = 11.5, .lang = "zh-Hant"}, value{.face = Face::Book, .points = 13};
    pen.row(34, 146, "證書編號 Cédula n.º", label, 52, "document.number", value);
    pen.row(34, 160, "發出日期 Data de emissão", label, 52, "issue.date", value);
    drawSignature(canvas, {{200}, {150}, {44}, {13}}, random.stream("signature"));
    pen.text(
        222, 167, "主席 O Presidente", {.face = Face::Book, .points = 11, .lang = "zh-Hant", .align = Align::Centre});
    drawSeal(canvas,
        {.centre = at(160, 162),
            .diameterMm = 36,
            .arc = facts.value(sealText, "zh-Hant"),
            .below = "",
            .lang = "zh-Hant",
            .star = false});
}

/// A card-like form, upright, with ruled cells.
void drawCells(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Iso, .names = NameForm::Comma});
    const Colour teal{0.02, 0.36, 0.42};
    drawGuilloche(canvas, {{10}, {10}, {155}, {215}}, {0.86, 0.94, 0.95, 0.6}, random.stream("guilloche"));
    canvas.frame({{10}, {10}, {155}, {215}}, 1, teal, 4);
    pen.text(87.5, 18, "Região Administrativa Especial de Macau 澳門特別行政區",
        {.face = Face::Sans, .points = 10, .lang = "zh-Hant", .align = Align::Centre});
    pen.field(87.5, 28, "issuer.name",
        {.face = Face::Sans, .points = 14, .lang = "pt", .colour = teal, .bold = true, .align = Align::Centre});
    pen.field(87.5, 37, "issuer.name",
        {.face = Face::Sans, .points = 15, .lang = "zh-Hant", .colour = teal, .align = Align::Centre});
    pen.text(87.5, 52, "CÉDULA DE ACREDITAÇÃO",
        {.face = Face::Sans, .points = 17, .lang = "pt", .bold = true, .align = Align::Centre});
    pen.text(87.5, 62, "資格認可證書", {.face = Face::Sans, .points = 17, .lang = "zh-Hant", .align = Align::Centre});
    const Style label{.face = Face::Sans, .points = 9, .lang = "zh-Hant", .colour = teal},
        value{.face = Face::Sans, .points = 13};
    double y = 76;
    const auto cell = [&](std::string_view name, std::string_view id, const Style& style) {
        canvas.frame({{18}, {y}, {139}, {17}}, 0.2, teal);
        pen.text(20, y + 1.6, name, label);
        pen.field(22, y + 7.6, id, style);
        y += 17;
    };
    cell("Número 編號", "document.number", value);
    cell("Nome 姓名", "holder.name.latin", value);
    cell("Nome em chinês 中文姓名", "holder.name.han", {.face = Face::Sans, .points = 14, .lang = "zh-Hant"});
    cell("Profissão 職業", "practice.category", {.face = Face::Sans, .points = 13, .lang = "pt"});
    cell("B.I.R. n.º 居民身份證編號", "holder.id-number", value);
    cell("Data de emissão 發出日期", "issue.date", value);
    drawSignature(canvas, {{98}, {190}, {42}, {13}}, random.stream("signature"));
    pen.text(120, 206, "O Presidente 主席", label);
    drawSeal(canvas,
        {.centre = at(52, 200),
            .diameterMm = 32,
            .arc = facts.value(sealText, "zh-Hant"),
            .below = "",
            .lang = "zh-Hant",
            .face = Face::Sans});
}

} // namespace

DocumentType moAccreditation()
{
    return {"mo.accreditation", "Accreditation of a health profession (Macao)", facts,
        {{"sentences", "A4 landscape, a sentence in each language", {297}, {210}, drawSentences},
            {"cells", "upright, small, ruled cells", {175}, {235}, drawCells}}};
}

} // namespace vidimus::specimen
