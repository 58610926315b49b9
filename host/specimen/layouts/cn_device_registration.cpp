#include "specimen/document_types.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/pen.hpp"

#include <fmt/format.h>

#include <array>

// 医疗器械注册证: by the national authority for class III and for devices from outside, by the province for class II.
// The number since October 2014: who registers, 准, 进 or 许, year 4, class 1, code 2, serial 4. For five years.
namespace vidimus::specimen {
namespace {

struct Device {
    std::string_view name, code, scope;
};
constexpr std::array devices{Device{"一次性使用无菌注射器", "14", "供人体皮内、皮下、肌肉和静脉注射药液用。"},
    Device{"医用电子体温计", "07", "供医疗机构测量人体体温用。"},
    Device{"人工髋关节假体", "13", "与同一系统组件配合，用于髋关节置换。"},
    Device{"植入式心脏起搏器", "12", "用于需要长期心脏起搏治疗的患者。"}};

Facts facts(const Person&, const Layout& layout, Random random, const Date& asOf)
{
    Facts facts;
    const bool provincial = layout.name == "provincial";
    const Device& device = devices[random.below(2) + (provincial ? 0 : 2)];
    const Date issue = asOf.plusYears(-random.between(1, 3)).plusDays(-random.between(1, 300));
    const bool imported = !provincial && random.chance(0.4);
    facts.set("product.name", std::string(device.name));
    facts.set("product.registration-number",
        fmt::format("{}械注{}{}{}{}{}", provincial ? "粤" : "国", imported ? "进" : "准", issue.year(),
            provincial ? 2 : 3, device.code, random.digits(4)));
    facts.set("product.class", provincial ? "第二类" : "第三类");
    facts.set("product.holder",
        imported ? "海湾医疗公司 Bay Medical Inc."
                 : random.pick(std::array{"深圳市海滨医疗科技有限公司", "深圳南山生物医学工程有限公司"}));
    if (imported)
        facts.set("product.agent", "海湾医疗（上海）管理有限公司");
    facts.set("drawing.scope", std::string(device.scope));
    facts.set("drawing.address", imported ? "12 Harbour Parkway N.E." : "深圳市南山区高新南一道008号");
    facts.set("issue.date", issue.iso());
    facts.set("valid.until", issue.plusYears(5).plusDays(-1).iso());
    const std::string issuer = provincial ? "广东省药品监督管理局" : "国家药品监督管理局";
    facts.set("issuer.name", issuer, "zh-Hans");
    facts.set(sealText, issuer, "zh-Hans");
    return facts;
}

/// The national certificate: a table over most of the page, the authority at the foot.
void drawNational(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::Chinese});
    const Colour rule{0.10, 0.20, 0.40};
    drawRosette(canvas, at(105, 150), 66, {0.90, 0.93, 0.97, 0.8}, random.stream("rosette"));
    pen.text(105, 26, "中华人民共和国",
        {.face = Face::Song, .points = 20, .lang = "zh-Hans", .align = Align::Centre, .spacingPt = 4});
    pen.text(105, 38, "医疗器械注册证",
        {.face = Face::Song, .points = 28, .lang = "zh-Hans", .bold = true, .align = Align::Centre, .spacingPt = 5});
    const Style label{.face = Face::Song, .points = 11.5, .lang = "zh-Hans"},
        value{.face = Face::Song, .points = 12, .lang = "zh-Hans"};
    pen.row(24, 58, "注册证编号：", label, 27, "product.registration-number", value);
    double y = 68;
    const auto cell = [&](std::string_view name, double height) {
        canvas.frame({{22}, {y}, {40}, {height}}, 0.3, rule);
        canvas.frame({{62}, {y}, {126}, {height}}, 0.3, rule);
        pen.text(25, y + height / 2 - 2.4, name, label);
        y += height;
        return y - height / 2 - 2.4;
    };
    pen.field(66, cell("注册人名称", 13), "product.holder", value);
    pen.text(66, cell("注册人住所", 13), facts.value("drawing.address"), value);
    pen.text(66, cell("生产地址", 13), facts.value("drawing.address"), value);
    pen.field(66, cell("代理人名称", 13), "product.agent", value);
    cell("代理人住所", 13);
    pen.field(66, cell("产品名称", 13), "product.name", value);
    pen.text(66, cell("型号、规格", 13), "见附页", value);
    pen.text(66, cell("结构及组成", 17), "由主体和附件组成，详见附页。", value);
    pen.text(66, cell("适用范围", 17), facts.value("drawing.scope"), value);
    pen.text(66, cell("附件", 13), "产品技术要求", value);
    cell("备注", 13);
    y += 10;
    pen.row(24, y, "审批部门：", label, 24, "issuer.name", value);
    pen.row(112, y, "批准日期：", label, 24, "issue.date", value);
    pen.row(112, y + 12, "有效期至：", label, 24, "valid.until", value);
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(72 + place.real(-4, 4), y + 10 + place.real(-3, 3)),
            .diameterMm = 40,
            .arc = facts.value(sealText, "zh-Hans"),
            .below = "医疗器械注册专用章"});
}

/// The province's certificate for class II, landscape, without a table.
void drawProvincial(Canvas& canvas, const Facts& facts, const Random& random)
{
    const Pen pen(canvas, facts, {.dates = DateForm::ChinesePadded});
    const Colour teal{0.04, 0.38, 0.42};
    canvas.fill({{0}, {0}, {280}, {198}}, {0.97, 0.99, 0.99});
    drawBorder(canvas, {{8}, {8}, {264}, {182}}, 5, {0.45, 0.66, 0.68});
    drawGuilloche(canvas, {{18}, {18}, {244}, {162}}, {0.86, 0.94, 0.94, 0.6}, random.stream("guilloche"));
    pen.text(140, 24, "医疗器械注册证（第二类）",
        {.face = Face::Sans, .points = 24, .lang = "zh-Hans", .colour = teal, .bold = true, .align = Align::Centre});
    const Style label{.face = Face::Sans, .points = 12, .lang = "zh-Hans", .colour = teal},
        value{.face = Face::Song, .points = 13.5, .lang = "zh-Hans"};
    double y = 48;
    const auto line = [&](std::string_view name, std::string_view id) {
        pen.row(28, y, name, label, 36, id, value);
        y += 13.5;
    };
    line("注册证号", "product.registration-number");
    line("注册人", "product.holder");
    line("产品名称", "product.name");
    line("管理类别", "product.class");
    pen.text(28, y, "生产地址", label);
    pen.text(64, y, facts.value("drawing.address"), value);
    y += 13.5;
    pen.text(28, y, "适用范围", label);
    pen.text(64, y, facts.value("drawing.scope"), value);
    y += 18;
    line("发证机关", "issuer.name");
    line("发证日期", "issue.date");
    line("有效期限至", "valid.until");
    Random place = random.stream("seal");
    drawSeal(canvas,
        {.centre = at(206 + place.real(-4, 4), 150 + place.real(-3, 3)),
            .diameterMm = 42,
            .arc = facts.value(sealText, "zh-Hans"),
            .turn = {place.real(-8, 8)}});
}

} // namespace

DocumentType cnDeviceRegistration()
{
    return {"cn.device-registration", "医疗器械注册证", facts,
        {{"national", "A4 upright, a table over the page (class III, and devices from outside)", {210}, {297},
             drawNational},
            {"provincial", "landscape without a table (class II)", {280}, {198}, drawProvincial}}};
}

} // namespace vidimus::specimen
