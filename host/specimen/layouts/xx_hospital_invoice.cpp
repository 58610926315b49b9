#include "specimen/document_types.hpp"
#include "specimen/holder.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// An invoice of a hospital, with items that add up to the total.
namespace vidimus::specimen {
namespace {

struct Item {
    std::string_view english, han;
    int least, most; ///< in whole units of the currency
};
constexpr std::array items{Item{"Room and board", "床位費", 900, 4800}, Item{"Laboratory tests", "化驗費", 300, 2600},
    Item{"Medicines", "藥費", 200, 3900}, Item{"Doctor's fee", "診療費", 1200, 9800}};
constexpr std::array itemsHans{"床位费", "检查化验费", "药品费", "诊疗费"};

std::string plain(std::int64_t cents)
{
    return fmt::format("{}.{:02}", cents / 100, cents % 100);
}

/// With commas between thousands.
std::string grouped(const std::string& amount)
{
    std::string text = amount;
    for (std::size_t place = amount.find('.'); place > 3 && place != std::string::npos; place -= 3)
        text.insert(place - 3, ",");
    return text;
}

Facts facts(const Person& person, const Layout& layout, Random random, const Date& asOf)
{
    Facts facts;
    const bool mainland = layout.name == "mainland";
    if (mainland)
        facts.set("holder.name.han", person.hansName());
    else
        setNames(facts, person);
    std::int64_t total = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::int64_t cents = 100 * random.between(items[i].least, items[i].most) + 10 * random.between(0, 9);
        facts.set(fmt::format("drawing.item.{}", i), plain(cents));
        total += cents;
    }
    facts.set("invoice.total", plain(total));
    facts.set("invoice.currency", mainland ? "CNY" : "HKD");
    const Date day = asOf.plusDays(-random.between(4, 160));
    facts.set("invoice.date", day.iso());
    facts.set("document.number",
        mainland ? fmt::format("{}{}", day.year(), random.digits(8)) : fmt::format("INV{}", random.digits(7)));
    facts.set("policy.number", fmt::format("MD-{}-{}", random.digits(7), random.between(1, 9)));
    if (mainland) {
        facts.set("institution.name", "深圳市海滨人民医院", "zh-Hans");
        facts.set(sealText, "深圳市海滨人民医院", "zh-Hans");
    } else {
        facts.set("institution.name", "海港醫院", "zh-Hant");
        facts.set("institution.name", "Harbour Hospital", "en");
    }
    return facts;
}

/// In English first: patient's particulars above a table of charges.
void drawHongKong(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::English, .names = NameForm::Surname});
    const Colour teal{0.0, 0.38, 0.42};
    drawDevice(canvas, at(28, 24), 10, teal, 6);
    pen.field(
        44, 15, "institution.name", {.face = Face::Sans, .points = 19, .lang = "en", .colour = teal, .bold = true});
    pen.field(44, 25, "institution.name", {.face = Face::Sans, .points = 15, .lang = "zh-Hant", .colour = teal});
    pen.text(190, 18, "HOSPITAL INVOICE 醫院帳單",
        {.face = Face::Sans, .points = 14, .lang = "zh-Hant", .bold = true, .align = Align::Right});
    canvas.line(at(20, 38), at(190, 38), 0.6, teal);
    const Style label{.face = Face::Sans, .points = 10, .lang = "zh-Hant"}, value{.face = Face::Sans, .points = 11.5};
    pen.row(20, 46, "Invoice No. 帳單編號", label, 44, "document.number", value);
    pen.row(20, 55, "Invoice Date 帳單日期", label, 44, "invoice.date", value);
    pen.row(20, 64, "Patient 病人姓名", label, 44, "holder.name.latin", value);
    pen.field(64, 73, "holder.name.han", {.face = Face::Sans, .points = 12, .lang = "zh-Hant"});
    pen.row(20, 82, "Policy No. 保單號碼", label, 44, "policy.number", value);
    double y = 98;
    canvas.fill({{20}, {y}, {170}, {9}}, {0.88, 0.95, 0.95});
    pen.text(23, y + 2, "Description 項目", label);
    pen.text(
        187, y + 2, "Amount 金額 (HKD)", {.face = Face::Sans, .points = 10, .lang = "zh-Hant", .align = Align::Right});
    y += 9;
    for (std::size_t i = 0; i < items.size(); ++i, y += 9) {
        pen.text(23, y + 2, fmt::format("{} {}", items[i].english, items[i].han), label);
        pen.text(187, y + 2, grouped(facts.value(fmt::format("drawing.item.{}", i))),
            {.face = Face::Sans, .points = 11, .align = Align::Right});
        canvas.line(at(20, y + 9), at(190, y + 9), 0.12, teal);
    }
    pen.text(23, y + 4, "Total Amount 總額", {.face = Face::Sans, .points = 11.5, .lang = "zh-Hant", .bold = true});
    canvas.field(at(140, y + 4), "invoice.currency", facts.value("invoice.currency"), facts.value("invoice.currency"),
        {.face = Face::Sans, .points = 11.5, .bold = true});
    const std::string total = facts.value("invoice.total");
    canvas.field(at(187, y + 4), "invoice.total", total.empty() ? "" : grouped(total), total,
        {.face = Face::Sans, .points = 12, .bold = true, .align = Align::Right});
    pen.text(20, y + 22, "Please settle this invoice within 14 days. 請於十四天內繳付。",
        {.face = Face::Sans, .points = 9.5, .lang = "zh-Hant"});
    drawSignature(canvas, {{130}, {y + 34}, {40}, {12}}, random.stream("signature"));
    pen.text(150, y + 50, "Accounts Office 會計部",
        {.face = Face::Sans, .points = 10, .lang = "zh-Hant", .align = Align::Centre});
}

/// The mainland's receipt for hospital charges, landscape: items in a row of cells.
void drawMainland(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    const Colour red{0.62, 0.12, 0.16};
    canvas.fill({{0}, {0}, {220}, {130}}, {1, 0.99, 0.985});
    pen.text(110, 10, "医疗住院收费票据",
        {.face = Face::Song, .points = 20, .lang = "zh-Hans", .colour = red, .bold = true, .align = Align::Centre});
    const Style label{.face = Face::Song, .points = 11, .lang = "zh-Hans", .colour = red},
        value{.face = Face::Sans, .points = 11.5, .lang = "zh-Hans"}, number{.face = Face::Sans, .points = 11.5};
    pen.row(14, 26, "票据号码：", label, 22, "document.number", number);
    pen.row(132, 26, "开票日期：", label, 22, "invoice.date", value);
    pen.row(14, 36, "患者姓名：", label, 22, "holder.name.han", value);
    pen.row(132, 36, "保单号：", label, 22, "policy.number", number);
    canvas.frame({{12}, {46}, {196}, {36}}, 0.3, red);
    for (std::size_t i = 0; i < itemsHans.size(); ++i) {
        const double x = 12 + 49 * static_cast<double>(i);
        canvas.line(at(x, 46), at(x, 82), 0.2, red);
        pen.text(x + 4, 50, itemsHans[i], label);
        pen.text(x + 4, 66, grouped(facts.value(fmt::format("drawing.item.{}", i))), number);
    }
    pen.text(14, 90, "金额合计（小写）：", label);
    const std::string total = facts.value("invoice.total");
    canvas.field(at(52, 90), "invoice.total", total.empty() ? "" : "¥" + grouped(total), total,
        {.face = Face::Sans, .points = 12.5, .bold = true});
    pen.row(14, 106, "收款单位：", label, 22, "institution.name", value);
    pen.text(132, 106, "收款人：陈会计", label);
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(104 + place.real(-4, 4), 104 + place.real(-3, 3)),
            .diameterMm = 32,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "收费专用章"});
}

} // namespace

DocumentType xxHospitalInvoice()
{
    return {"xx.hospital-invoice", "Invoice of a hospital", facts,
        {{"hong-kong", "A4 upright, a table of charges", {210}, {297}, drawHongKong},
            {"mainland", "landscape receipt, items in a row of cells", {220}, {130}, drawMainland}}};
}

} // namespace vidimus::specimen
