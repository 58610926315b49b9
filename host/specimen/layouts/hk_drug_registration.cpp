#include "specimen/document_types.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// Pharmacy and Poisons Regulations (Cap. 138A), reg. 36: certificate of registration of a pharmaceutical product, HK-
// and five digits, for five years.
namespace vidimus::specimen {
namespace {

struct Product {
    std::string_view name, ingredients, form, poison;
};
constexpr std::array products{
    Product{"HARBOUR ATORVASTATIN TABLETS 20MG", "Atorvastatin (as calcium)", "Tablet", "Part 1 Poison"},
    Product{"VICTORIA METFORMIN TABLETS 500MG", "Metformin Hydrochloride", "Tablet", "Part 1 Poison"},
    Product{"LION ROCK CEFTRIAXONE FOR INJECTION 1G", "Ceftriaxone (as sodium)", "Powder for injection", "Antibiotic"},
    Product{"PEAK OMEPRAZOLE CAPSULES 20MG", "Omeprazole", "Capsule", "Part 1 Poison"}};

Facts facts(const Person&, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    const Product& product = products[random.below(products.size())];
    const Date from = asOf.plusYears(-random.between(1, 3)).plusDays(-random.between(2, 300));
    facts.set("product.name", std::string(product.name));
    facts.set("product.ingredients", std::string(product.ingredients));
    facts.set("product.form", std::string(product.form));
    facts.set("product.class", std::string(product.poison));
    facts.set("product.registration-number", fmt::format("HK-{}", random.between(30100, 69900)));
    facts.set("product.holder",
        random.pick(std::array{"Harbour Pharmaceuticals Limited", "Kowloon Medical Supplies Company Limited"}));
    facts.set("product.manufacturer", random.pick(std::array{"Rhine Pharma GmbH", "Swan River Laboratories Pty Ltd"}));
    facts.set("issue.date", from.iso());
    facts.set("valid.until", from.plusYears(5).plusDays(-1).iso());
    facts.set("issuer.name", "藥劑業及毒藥管理局", "zh-Hant");
    facts.set("issuer.name", "Pharmacy and Poisons Board", "en");
    facts.set(sealText, "PHARMACY AND POISONS BOARD HONG KONG", "en");
    return facts;
}

/// The Board's certificate: numbered particulars below the statute's name.
void drawBoard(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::English});
    drawGuilloche(canvas, {{14}, {14}, {182}, {269}}, {0.90, 0.93, 0.88, 0.6}, random.stream("guilloche"));
    const Style centre{.face = Face::Roman, .points = 12, .lang = "en", .align = Align::Centre};
    pen.text(105, 20, "PHARMACY AND POISONS ORDINANCE (Chapter 138)", centre);
    pen.text(105, 27, "藥劑業及毒藥條例（第138章）",
        {.face = Face::Song, .points = 12, .lang = "zh-Hant", .align = Align::Centre});
    pen.text(105, 39, "Certificate of Registration of Pharmaceutical Product/Substance",
        {.face = Face::Roman, .points = 16.5, .lang = "en", .bold = true, .align = Align::Centre});
    pen.text(105, 49, "藥劑製品／物質註冊證明書",
        {.face = Face::Song, .points = 17, .lang = "zh-Hant", .bold = true, .align = Align::Centre});
    const Style label{.face = Face::Roman, .points = 11, .lang = "en"}, value{.face = Face::Roman, .points = 12.5},
        han{.face = Face::Song, .points = 9.5, .lang = "zh-Hant"};
    double y = 68;
    const auto line = [&](std::string_view name, std::string_view chinese, std::string_view id) {
        pen.row(24, y, name, label, 62, id, value);
        pen.text(24, y + 5.2, chinese, han);
        y += 15;
    };
    line("Registration No.", "註冊編號", "product.registration-number");
    line("Name of product", "製品名稱", "product.name");
    line("Dosage form", "劑型", "product.form");
    line("Active ingredients", "有效成分", "product.ingredients");
    line("Registration certificate holder", "註冊證明書持有人", "product.holder");
    line("Manufacturer", "製造商", "product.manufacturer");
    line("Classification", "分類", "product.class");
    line("Date of registration", "註冊日期", "issue.date");
    line("Valid until", "有效期至", "valid.until");
    pen.text(24, y + 4, "This registration is subject to the conditions printed overleaf.", label);
    drawSignature(canvas, {{128}, {226}, {44}, {13}}, random.stream("signature"));
    pen.field(150, 244, "issuer.name", {.face = Face::Roman, .points = 11.5, .lang = "en", .align = Align::Centre},
        "Chairman, {}");
    pen.field(150, 251, "issuer.name", {.face = Face::Song, .points = 11, .lang = "zh-Hant", .align = Align::Centre},
        "{}主席");
    drawSeal(canvas,
        {.centre = at(60, 244),
            .diameterMm = 36,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Roman});
}

/// The Drug Office's print: a shaded table, landscape.
void drawOffice(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Slashed});
    const Colour green{0.05, 0.36, 0.20};
    canvas.fill({{0}, {0}, {297}, {210}}, {0.985, 0.995, 0.985});
    drawBorder(canvas, {{8}, {8}, {281}, {194}}, 4, {0.50, 0.70, 0.56});
    pen.text(148.5, 20, "Drug Office, Department of Health 衞生署藥物辦公室",
        {.face = Face::Sans, .points = 12.5, .lang = "zh-Hant", .align = Align::Centre});
    pen.field(92, 29, "issuer.name",
        {.face = Face::Sans, .points = 14, .lang = "en", .colour = green, .align = Align::Centre});
    pen.field(205, 29, "issuer.name",
        {.face = Face::Sans, .points = 15, .lang = "zh-Hant", .colour = green, .align = Align::Centre});
    pen.text(148.5, 42, "CERTIFICATE OF DRUG/PRODUCT REGISTRATION 藥物註冊證明書",
        {.face = Face::Sans, .points = 16, .lang = "zh-Hant", .bold = true, .align = Align::Centre});
    const Style label{.face = Face::Sans, .points = 10.5, .lang = "zh-Hant"}, value{.face = Face::Sans, .points = 12};
    double y = 58;
    const auto cell = [&](double x, double width, std::string_view name, std::string_view id) {
        canvas.fill({{x}, {y}, {56}, {14}}, {0.88, 0.95, 0.89});
        canvas.frame({{x}, {y}, {width}, {14}}, 0.2, green);
        pen.row(x + 2, y + 4.4, name, label, 58, id, value);
    };
    cell(20, 257, "Name of Product 產品名稱", "product.name");
    y += 14;
    cell(20, 128, "HK Reg. No. 香港註冊編號", "product.registration-number");
    cell(149, 128, "Legal Classification 法定分類", "product.class");
    y += 14;
    cell(20, 257, "Active Ingredients 有效成分", "product.ingredients");
    y += 14;
    cell(20, 257, "Certificate Holder 證書持有人", "product.holder");
    y += 14;
    cell(20, 257, "Manufacturer 製造商", "product.manufacturer");
    y += 14;
    cell(20, 128, "Registration Date 註冊日期", "issue.date");
    cell(149, 128, "Expiry Date 屆滿日期", "valid.until");
    drawSignature(canvas, {{210}, {158}, {46}, {14}}, random.stream("signature"));
    pen.text(233, 176, "Secretary 秘書", {.face = Face::Sans, .points = 10, .lang = "zh-Hant", .align = Align::Centre});
    drawSeal(canvas,
        {.centre = at(160, 172),
            .diameterMm = 34,
            .arc = facts.value(sealText, "en"),
            .below = "",
            .lang = "en",
            .face = Face::Sans,
            .star = false});
}

} // namespace

DocumentType hkDrugRegistration()
{
    return {"hk.drug-registration", "Certificate of drug registration (Hong Kong)", facts,
        {{"board", "A4 upright, particulars in two languages", {210}, {297}, drawBoard},
            {"office", "A4 landscape, a shaded table", {297}, {210}, drawOffice}}};
}

} // namespace vidimus::specimen
