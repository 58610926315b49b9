#include "specimen/document_types.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// 药品注册证书 (药品注册管理办法, 2020). Approval numbers: 国药准字 and H, Z or S,
// with J for products from abroad, C for those from Hong Kong, Macao and Taiwan; eight digits. For five years.
namespace vidimus::specimen {
namespace {

struct Product {
    std::string_view name, ingredients, form, strength;
};
constexpr std::array products{Product{"阿托伐他汀钙片", "阿托伐他汀钙", "片剂", "20mg"},
    Product{"盐酸二甲双胍缓释片", "盐酸二甲双胍", "片剂", "0.5g"},
    Product{"注射用头孢曲松钠", "头孢曲松钠", "注射剂", "1.0g"},
    Product{"奥美拉唑肠溶胶囊", "奥美拉唑", "胶囊剂", "20mg"}};
constexpr std::array makers{"深圳海滨药业股份有限公司", "珠江口制药厂", "广州南岭制药总厂"};

Facts facts(const Person&, const Layout& layout, Random random, const Date& asOf)
{
    Facts facts;
    const bool overseas = layout.name == "overseas";
    const Product& product = products[random.below(products.size())];
    const Date issue = asOf.plusYears(-random.between(1, 3)).plusDays(-random.between(1, 200));
    facts.set("product.name", std::string(product.name));
    facts.set("product.ingredients", std::string(product.ingredients));
    facts.set("product.form", std::string(product.form));
    facts.set("drawing.strength", std::string(product.strength));
    facts.set("product.registration-number",
        fmt::format("国药准字H{}{}{}", overseas ? "J" : "", issue.year(), random.digits(4)));
    facts.set("product.class", overseas ? "化学药品" : random.pick(std::array{"化学药品4类", "化学药品3类"}));
    facts.set("product.holder", overseas ? "Pacific Laboratories Limited" : random.pick(makers));
    facts.set("product.manufacturer", overseas ? "Pacific Laboratories Limited" : facts.value("product.holder"));
    facts.set("document.number", fmt::format("{}S{:05}", issue.year(), random.between(120, 3900)));
    facts.set("issue.date", issue.iso());
    facts.set("valid.until", issue.plusYears(5).plusDays(-1).iso());
    facts.set("issuer.name", "国家药品监督管理局", "zh-Hans");
    facts.set(sealText, facts.value("issuer.name", "zh-Hans"), "zh-Hans");
    return facts;
}

/// The certificate since 2020: a ruled form of label and value.
void drawForm(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    const Colour rule{0.15, 0.15, 0.17};
    drawGuilloche(canvas, {{12}, {12}, {186}, {273}}, {0.90, 0.93, 0.97, 0.6}, random.stream("guilloche"));
    pen.text(105, 22, "国家药品监督管理局",
        {.face = Face::Song, .points = 20, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 3});
    pen.text(105, 35, "药品注册证书",
        {.face = Face::Song, .points = 27, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 5});
    const Style label{.face = Face::Song, .points = 11.5, .lang = "zh-Hans"},
        value{.face = Face::Song, .points = 12, .lang = "zh-Hans"};
    pen.row(24, 53, "证书编号：", label, 22, "document.number", {.face = Face::Roman, .points = 12.5});
    double y = 62;
    const auto cell = [&](std::string_view name, std::string_view id, double height) {
        canvas.frame({{22}, {y}, {42}, {height}}, 0.25, rule);
        canvas.frame({{64}, {y}, {124}, {height}}, 0.25, rule);
        pen.row(25, y + height / 2 - 2.4, name, label, 43, id, value);
        y += height;
    };
    cell("药品通用名称", "product.name", 13);
    cell("主要成分", "product.ingredients", 13);
    cell("剂型", "product.form", 13);
    cell("规格", "", 13);
    pen.text(68, y - 8.9, facts.value("drawing.strength"), {.face = Face::Roman, .points = 12});
    cell("注册分类", "product.class", 13);
    cell("上市许可持有人", "product.holder", 17);
    cell("生产企业", "product.manufacturer", 17);
    cell("药品批准文号", "product.registration-number", 13);
    cell("批准文号有效期至", "valid.until", 13);
    canvas.frame({{22}, {y}, {166}, {26}}, 0.25, rule);
    pen.text(25, y + 5,
        "根据《中华人民共和国药品管理法》及有关规定，经审查，本品符合药品注册的有关要求，批准注册，发给药品注册证书。",
        {.face = Face::Song, .points = 11.5, .lang = "zh-Hans", .widthMm = 158, .lineSpacing = 1.4});
    y += 34;
    pen.row(104, y, "审批部门：", label, 24, "issuer.name", value);
    pen.row(104, y + 12, "批准日期：", label, 24, "issue.date", value);
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(152 + place.real(-4, 4), y + 6 + place.real(-3, 3)),
            .diameterMm = 42,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "药品注册专用章"});
}

/// The certificate of a drug made abroad, landscape, in two languages.
void drawOverseas(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Iso});
    const Colour green{0.06, 0.34, 0.22};
    canvas.fill({{0}, {0}, {297}, {210}}, {0.975, 0.99, 0.975});
    drawBorder(canvas, {{9}, {9}, {279}, {192}}, 5, {0.42, 0.62, 0.48});
    drawRosette(canvas, at(148, 110), 60, {0.87, 0.94, 0.88, 0.9}, random.stream("rosette"));
    pen.text(148.5, 24, "药品注册证书（境外生产药品）",
        {.face = Face::Kai, .points = 26, .lang = "zh-Hans", .colour = green, .align = Align::Centre, .spacingPt = 6});
    pen.text(148.5, 40, "DRUG REGISTRATION CERTIFICATE",
        {.face = Face::Roman, .points = 15, .lang = "en", .colour = green, .align = Align::Centre});
    const Style han{.face = Face::Song, .points = 12, .lang = "zh-Hans"},
        latin{.face = Face::Roman, .points = 9, .lang = "en"},
        value{.face = Face::Kai, .points = 13.5, .lang = "zh-Hans"}, number{.face = Face::Roman, .points = 13};
    const auto item = [&](double x, double y, std::string_view name, std::string_view english, double to,
                          std::string_view id, const Style& style) {
        pen.row(x, y, name, han, to, id, style);
        pen.text(x, y + 5.4, english, latin);
    };
    item(26, 56, "批准文号", "Approval No.", 34, "product.registration-number", number);
    item(160, 56, "证书编号", "Certificate No.", 34, "document.number", number);
    item(26, 72, "药品名称", "Drug Name", 34, "product.name", value);
    item(160, 72, "剂型", "Dosage Form", 34, "product.form", value);
    item(26, 88, "主要成分", "Active Ingredient", 34, "product.ingredients", value);
    item(160, 88, "药品类别", "Category", 34, "product.class", value);
    item(26, 104, "公司名称", "Company", 34, "product.holder", number);
    item(26, 120, "生产厂", "Manufacturer", 34, "product.manufacturer", number);
    item(26, 142, "发证日期", "Issue Date", 34, "issue.date", number);
    item(26, 158, "有效期至", "Valid Until", 34, "valid.until", number);
    pen.field(216, 162, "issuer.name", {.face = Face::Song, .points = 14, .lang = "zh-Hans", .align = Align::Centre});
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(216 + place.real(-4, 4), 158 + place.real(-3, 3)),
            .diameterMm = 44,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-8, 8)}});
}

} // namespace

DocumentType cnDrugRegistration()
{
    return {"cn.drug-registration", "药品注册证书", facts,
        {{"form", "A4 upright, a ruled form (since 2020)", {210}, {297}, drawForm},
            {"overseas", "A4 landscape, of a drug made abroad, in two languages", {297}, {210}, drawOverseas}}};
}

} // namespace vidimus::specimen
