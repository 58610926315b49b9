#include "specimen/document_types.hpp"
#include "specimen/ornaments.hpp"
#include "specimen/wording.hpp"

#include <fmt/format.h>

#include <array>

// Papers that look like ours and are none: no profile may fit them. They name real bodies and bear numbers, seals and
// dates.
namespace vidimus::specimen {
namespace {

Facts facts(const Person& person, const Layout&, Random random, const Date& asOf)
{
    Facts facts;
    facts.set("holder.name.latin", person.latinName());
    facts.set("holder.name.han", person.hanName());
    facts.set("registration.number", person.doctorNumber);
    facts.set("issue.date", asOf.plusDays(-random.between(20, 900)).iso());
    facts.set("drawing.course",
        random.pick(std::array{
            "Advances in Cardiology", "Paediatric Emergencies", "Diabetes Update", "Practical Dermatology"}));
    facts.set("drawing.hours", std::to_string(random.between(2, 18)));
    return facts;
}

void drawCourse(Canvas& canvas, const Facts& facts, const Random& random)
{
    drawBorder(canvas, {{10}, {10}, {277}, {190}}, 6, {0.35, 0.30, 0.55});
    drawRosette(canvas, at(148, 105), 60, {0.90, 0.88, 0.95, 0.9}, random.stream("rosette"));
    canvas.text(at(148.5, 30), "Certificate of Attendance",
        {.face = Face::Chancery, .points = 36, .lang = "en", .align = Align::Centre});
    canvas.text(at(148.5, 54), "This is to certify that",
        {.face = Face::Roman, .points = 14, .lang = "en", .italic = true, .align = Align::Centre});
    const std::string name = mixedCase(facts.value("holder.name.latin")), issue = facts.value("issue.date");
    canvas.field(at(148.5, 66), "holder.name.latin", "Dr " + name, name,
        {.face = Face::Roman, .points = 24, .bold = true, .align = Align::Centre});
    canvas.text(at(148.5, 84),
        fmt::format(
            "attended the course \"{}\" ({} hours)", facts.value("drawing.course"), facts.value("drawing.hours")),
        {.face = Face::Roman, .points = 15, .lang = "en", .align = Align::Centre});
    canvas.text(at(148.5, 96),
        "accredited for continuing medical education of doctors registered with the Medical Council of Hong Kong",
        {.face = Face::Roman, .points = 12, .lang = "en", .align = Align::Centre});
    canvas.field(at(148.5, 116), "issue.date", written(issue, DateForm::English), issue,
        {.face = Face::Roman, .points = 14, .lang = "en", .align = Align::Centre});
    drawSeal(canvas,
        {.centre = at(70, 160),
            .diameterMm = 34,
            .arc = "HARBOUR MEDICAL EDUCATION SOCIETY",
            .lang = "en",
            .face = Face::Roman});
    drawSignature(canvas, {{190}, {148}, {44}, {14}}, random.stream("signature"));
    canvas.text(
        at(212, 168), "Course director", {.face = Face::Roman, .points = 12, .lang = "en", .align = Align::Centre});
}

void drawMembership(Canvas& canvas, const Facts& facts, const Random& random)
{
    drawGuilloche(canvas, {{12}, {12}, {186}, {273}}, {0.90, 0.88, 0.78, 0.7}, random.stream("guilloche"));
    canvas.frame({{12}, {12}, {186}, {273}}, 1.0, {0.55, 0.42, 0.12});
    canvas.text(at(105, 40), "港島醫學進修會",
        {.face = Face::Kai, .points = 28, .lang = "zh-Hant", .align = Align::Centre, .spacingPt = 4});
    canvas.text(at(105, 54), "Island Society for Medical Studies",
        {.face = Face::Roman, .points = 15, .lang = "en", .align = Align::Centre});
    canvas.text(at(105, 78), "會員證書 Certificate of Membership",
        {.face = Face::Song, .points = 18, .lang = "zh-Hant", .align = Align::Centre});
    const std::string han = facts.value("holder.name.han"), issue = facts.value("issue.date");
    canvas.text(at(40, 116), "會員姓名", {.face = Face::Song, .points = 14, .lang = "zh-Hant"});
    canvas.field(at(84, 116), "holder.name.han", han, han, {.face = Face::Kai, .points = 18, .lang = "zh-Hant"});
    canvas.text(at(40, 132), "醫生註冊編號", {.face = Face::Song, .points = 14, .lang = "zh-Hant"});
    canvas.field(at(84, 132), "registration.number", facts.value("registration.number"),
        facts.value("registration.number"), {.face = Face::Roman, .points = 15});
    canvas.text(at(40, 148), "入會日期", {.face = Face::Song, .points = 14, .lang = "zh-Hant"});
    canvas.field(at(84, 148), "issue.date", written(issue, DateForm::Chinese), issue,
        {.face = Face::Song, .points = 15, .lang = "zh-Hant"});
    canvas.text(at(105, 180), "茲證明上述人士為本會會員，有效期至每年12月31日。",
        {.face = Face::Song, .points = 13, .lang = "zh-Hant", .align = Align::Centre});
    drawSeal(canvas, {.centre = at(150, 230), .diameterMm = 40, .arc = "港島醫學進修會", .lang = "zh-Hant"});
    drawSignature(canvas, {{50}, {224}, {44}, {14}}, random.stream("signature"));
}

/// A course of a mainland university, completed: no diploma and no degree, though it names both.
void drawCompletion(Canvas& canvas, const Facts& facts, const Random& random)
{
    drawBorder(canvas, {{9}, {9}, {262}, {182}}, 6, {0.62, 0.30, 0.14});
    drawDevice(canvas, at(140, 30), 9, {0.70, 0.16, 0.14, 0.9}, 7);
    canvas.text(at(140, 46), "结业证书",
        {.face = Face::Kai, .points = 36, .lang = "zh-Hans", .align = Align::Centre, .spacingPt = 10});
    const std::string han = facts.value("holder.name.han"), issue = facts.value("issue.date");
    canvas.sentence(at(40, 78),
        "　　«»同志参加深圳大学医学部举办的护理管理培训班学习，修完全部课程，成绩合格，准予结业。",
        {{"holder.name.han", han, han, "zh-Hans"}},
        {.face = Face::Song, .points = 17, .lang = "zh-Hans", .widthMm = 200, .lineSpacing = 1.6},
        {.face = Face::Kai, .points = 18, .lang = "zh-Hans"});
    canvas.text(at(40, 118), "报名时须出示护士执业证书编号、毕业证书或学位证书。",
        {.face = Face::Song, .points = 12, .lang = "zh-Hans"});
    canvas.text(at(40, 150), "证书编号：", {.face = Face::Song, .points = 13, .lang = "zh-Hans"});
    canvas.field(at(66, 150), "registration.number", facts.value("registration.number"),
        facts.value("registration.number"), {.face = Face::Roman, .points = 13});
    canvas.field(at(186, 160), "issue.date", written(issue, DateForm::Chinese), issue,
        {.face = Face::Song, .points = 14, .lang = "zh-Hans"});
    drawSeal(canvas, {.centre = at(204, 152), .diameterMm = 40, .arc = "深圳大学继续教育学院"});
    drawSignature(canvas, {{110}, {150}, {40}, {13}}, random.stream("signature"));
}

} // namespace

DocumentType xxCertificateOfAttendance()
{
    return {"xx.certificate-of-attendance", "Certificate of attendance or membership (none of ours)", facts,
        {{"course", "A4 landscape, English, names the Medical Council in passing", {297}, {210}, drawCourse},
            {"membership", "A4 upright, Chinese, with a registration number", {210}, {297}, drawMembership},
            {"completion", "landscape, Simplified Chinese, names a university, diplomas and numbers", {280}, {200},
                drawCompletion}},
        true};
}

} // namespace vidimus::specimen
