#include "gui/sample_case.hpp"

#include <algorithm>
#include <cmath>

using namespace vidimus;

namespace sample {

namespace {

Field field(std::string id, std::string text, std::string value, double confidence, Certainty certainty,
    std::uint32_t file, Region region)
{
    Field made;
    made.id = std::move(id);
    made.text = std::move(text);
    made.value = std::move(value);
    made.confidence = confidence;
    made.certainty = certainty;
    made.file = {file};
    made.region = region;
    made.readings = certainty == Certainty::Accepted ? 2 : 1;
    return made;
}

Region at(double x, double y, double width, double height)
{
    return {{x}, {y}, {width}, {height}};
}

Document licence()
{
    Document document;
    document.parts.push_back({.file = {0}, .page = {0}, .part = 0, .quad = {}, .side = {}});
    document.classification = {.profile = "hk.mchk.practising.2022", .score = 0.97, .jurisdiction = "HK"};
    document.fields = {
        field("document.number", "PC-2026-00417", "PC-2026-00417", 0.96, Certainty::Accepted, 0, at(140, 32, 44, 6)),
        field("holder.name.han", "\xF0\xA0\xAE\xB7田 靜雯", "\xF0\xA0\xAE\xB7田靜雯", 0.93, Certainty::Accepted, 0,
            at(62, 92, 34, 8)),
        field("holder.name.latin", "YOSHIDA, Ching Man", "YOSHIDA, Ching Man", 0.98, Certainty::Accepted, 0,
            at(62, 104, 58, 6)),
        field("registration.number", "M98765", "M98765", 0.58, Certainty::Uncertain, 0, at(62, 118, 24, 6)),
        field("valid.from", "1 January 2025", "2025-01-01", 0.97, Certainty::Accepted, 0, at(62, 140, 40, 6)),
        field("valid.until", "31 December 2025", "2025-12-31", 0.97, Certainty::Accepted, 0, at(110, 140, 44, 6)),
        field("issuer.name", "The Medical Council of Hong Kong", "The Medical Council of Hong Kong", 0.99,
            Certainty::Accepted, 0, at(50, 44, 110, 9)),
        field("registration.status", "", "", 0.12, Certainty::Unreadable, 0, at(62, 156, 30, 6)),
    };
    document.fields[3].alternatives
        = {{.text = "M98785", .value = "M98785", .confidence = 0.41, .engine = "tesseract"}};
    return document;
}

Document identityCard()
{
    Document document;
    document.parts.push_back({.file = {1}, .page = {0}, .part = 0, .quad = {}, .side = "front"});
    document.classification = {.profile = "hk.hkid.2018", .score = 0.91, .jurisdiction = "HK"};
    document.fields = {
        field("holder.birth-date", "04-07-1985", "1985-07-04", 0.95, Certainty::Accepted, 1, at(34, 34, 22, 4)),
        field("holder.id-number", "Z683365(4)", "Z683365(4)", 0.97, Certainty::Accepted, 1, at(58, 47, 22, 5)),
        field("holder.name.latin", "YOSHIDA, Ching Man", "YOSHIDA, Ching Man", 0.98, Certainty::Accepted, 1,
            at(34, 16, 36, 4)),
    };
    document.fields[1].validations
        = {{.validator = "hk.hkid", .verdict = Validation::Verdict::CheckDigitWrong, .expected = "5"}};
    return document;
}

Citation cite(const Document& document, std::uint32_t index, std::size_t fieldIndex)
{
    const Field& cited = document.fields[fieldIndex];
    return {.document = DocumentIndex{index},
        .file = cited.file,
        .page = cited.page,
        .region = cited.region,
        .field = cited.id,
        .text = cited.text};
}

Finding finding(std::string id, std::string check, Outcome outcome, Level level, std::string reason,
    std::vector<Citation> citations)
{
    Finding made;
    made.id = std::move(id);
    made.check = std::move(check);
    made.plugin = "vidimus.consistency";
    made.pluginVersion = "0.1.0";
    made.outcome = outcome;
    made.level = level;
    made.severity = severityOf(outcome, level);
    made.reason = std::move(reason);
    made.citations = std::move(citations);
    return made;
}

std::vector<Finding> findings(const Document& a, const Document& b)
{
    std::vector<Finding> all{
        finding("f-digit", "check-digit-holds", Outcome::Failed, Level::Fail, "check-digit-wrong", {cite(b, 1, 1)}),
        finding("f-force", "in-force", Outcome::Failed, Level::Warn, "expired", {cite(a, 0, 4), cite(a, 0, 5)}),
        finding("f-register", "number-well-formed", Outcome::Indeterminate, Level::Fail, "field-uncertain",
            {cite(a, 0, 3)}),
        finding("f-names", "names-agree", Outcome::Passed, Level::Fail, "", {cite(a, 0, 2), cite(b, 1, 2)}),
        finding("f-shape", "validity-shape-holds", Outcome::Passed, Level::Warn, "", {cite(a, 0, 4), cite(a, 0, 5)}),
        finding("f-quality", "page-readable", Outcome::Failed, Level::Inform, "resolution-too-low",
            {{.document = DocumentIndex{1}, .file = {1}, .page = {0}, .region = {}, .field = {}, .text = {}}}),
        finding("f-list", "register-agrees", Outcome::NotApplicable, Level::Warn, "no-register", {}),
    };
    all[0].source = "HKID check digit, modulo 11 with weights 9 to 1";
    all[1].source = "Medical Registration Ordinance (Cap. 161), s. 20A";
    return all;
}

std::vector<app::FindingWords> words(const std::string& language)
{
    if (language == "zh-Hans")
        return {{"每个校验码都成立吗？", "身份证号码 Z683365(4) 的校验码应为 5。"},
            {"在判定日期仍然有效吗？", "有效期于 2025-12-31 届满，判定日期为 2026-11-22。"},
            {"每个编号都符合签发机构的格式吗？", "注册编号读取不确定，因此无法判断。"},
            {"所有文件都是同一人吗？", "姓名一致。"}, {"有效期符合签发机构的惯例吗？", "1 月 1 日至 12 月 31 日。"},
            {"页面质量足以读取吗？", "第 2 份文件的分辨率为 150 dpi。"},
            {"登记册中的记录一致吗？", "没有可用的登记册。"}};
    return {{"Does each check digit hold?", "The check digit of identity number Z683365(4) should be 5."},
        {"Is it in force on the deciding date?", "It ran out on 2025-12-31; the case is decided as of 2026-11-22."},
        {"Does each number have its issuer's form?",
            "The registration number was read with doubt, so this cannot be told."},
        {"Do all documents name the same person?", "The names agree."},
        {"Does the validity have the issuer's shape?", "1 January to 31 December."},
        {"Is the page good enough to be read?", "Document 2 has 150 dpi."},
        {"Does the register say the same?", "No register of that kind is loaded."}};
}

File file(const std::string& name, double width, double height, double dpi)
{
    File made;
    made.source = "/home/officer/scans/" + name;
    made.mediaType = "image/png";
    Page page;
    page.width = {width};
    page.height = {height};
    page.dpi = {dpi};
    made.pages.push_back(page);
    return made;
}

struct Painter {
    pipeline::PagePicture& picture;
    double pixelsPerMm;

    void fill(Region r, std::uint8_t red, std::uint8_t green, std::uint8_t blue) const
    {
        const auto edge = [&](Millimetres mm, std::uint32_t most) {
            return static_cast<std::uint32_t>(std::clamp(mm.value * pixelsPerMm, 0.0, double(most)));
        };
        for (std::uint32_t y = edge(r.y, picture.height); y < edge(r.bottom(), picture.height); ++y)
            for (std::uint32_t x = edge(r.x, picture.width); x < edge(r.right(), picture.width); ++x) {
                std::uint8_t* p = &picture.pixels[(std::size_t(y) * picture.width + x) * 3];
                p[0] = red, p[1] = green, p[2] = blue;
            }
    }
    /// Strokes where letters would stand.
    void write(Region r, std::uint8_t ink) const
    {
        const double step = r.height.value * 0.55;
        for (double x = 0; x + step * 0.7 < r.width.value; x += step) {
            const double tall = 0.45 + 0.4 * std::abs(std::sin(x * 3.1 + r.y.value));
            fill(at(r.x.value + x, r.bottom().value - r.height.value * tall, step * 0.18, r.height.value * tall), ink,
                ink, ink);
            fill(at(r.x.value + x, r.centreY().value, step * 0.62, r.height.value * 0.12), ink, ink, ink);
        }
    }
    void seal(double x, double y, double radius) const
    {
        for (double angle = 0; angle < 360; angle += 0.4)
            fill(at(x + std::cos(angle / 57.2958) * radius, y + std::sin(angle / 57.2958) * radius, 1.2, 1.2), 196, 40,
                44);
    }
};

} // namespace

app::OpenCase openCase(const std::string& language)
{
    auto made = std::make_shared<Case>();
    made->id = "3f9c1e20";
    made->terms.subject = "Yoshida Ching Man 靜雯";
    made->terms.asOf = *Date::parse("2026-11-22");
    made->terms.claims = {{"holder.name.latin", "YOSHIDA, Ching Man"}, {"registration.number", "M98765"}};
    made->officer = "chan";
    made->files = {file("practising-certificate.png", 210, 297, 300), file("identity-card-front.png", 85.6, 54, 150)};
    made->evidence.documents = {licence(), identityCard()};
    made->findings = findings(made->evidence.documents[0], made->evidence.documents[1]);
    made->dispositions = {{.finding = "f-force",
        .kind = DispositionKind::Explain,
        .words = "Renewal was applied for; the receipt is on file.",
        .by = "chan",
        .at = *UtcTime::parse("2026-11-22T10:12:00Z")}};
    made->corrections = {{.document = {0},
        .field = "registration.number",
        .lang = {},
        .value = "M98785",
        .by = "chan",
        .at = *UtcTime::parse("2026-11-22T10:15:00Z")}};
    app::OpenCase open;
    open.checked = made;
    open.words = words(language);
    open.profileTitles = {"Annual practising certificate (Hong Kong)", "Hong Kong identity card"};
    open.mayEdit = true;
    open.canUndo = true;
    open.undoWhat = "M98785";
    open.trail = {{.number = 1,
                      .at = *UtcTime::parse("2026-11-22T10:02:00Z"),
                      .by = "chan",
                      .kind = "case-checked",
                      .caseId = made->id,
                      .summary = "2 files"},
        {.number = 2,
            .at = *UtcTime::parse("2026-11-22T10:12:00Z"),
            .by = "chan",
            .kind = "finding-disposed",
            .caseId = made->id,
            .summary = "in-force"}};
    return open;
}

std::vector<std::shared_ptr<const pipeline::PagePicture>> pages(const Case& shown)
{
    std::vector<std::shared_ptr<const pipeline::PagePicture>> all;
    for (std::uint32_t f = 0; f < shown.files.size(); ++f) {
        const Page& page = shown.files[f].pages.front();
        auto picture = std::make_shared<pipeline::PagePicture>();
        const double dpi = 150, scale = dpi / millimetresPerInch;
        picture->dpi = {dpi};
        picture->width = static_cast<std::uint32_t>(page.width.value * scale);
        picture->height = static_cast<std::uint32_t>(page.height.value * scale);
        picture->pixels.assign(std::size_t(picture->width) * picture->height * 3, 252);
        const Painter paint{*picture, scale};
        paint.fill(at(0, 0, page.width.value, page.height.value), 251, 249, 243);
        if (f == 0) {
            for (double y = 60; y < 84; y += 9)
                paint.write(at(40, y, 130, 4), 150);
            for (double y = 176; y < 230; y += 9)
                paint.write(at(40, y, 120, 4), 150);
            paint.seal(150, 240, 20);
        } else {
            paint.fill(at(6, 14, 22, 30), 205, 212, 220);
        }
        for (const Field& one : shown.evidence.documents[f].fields)
            if (!one.text.empty())
                paint.write(one.region, 40);
        all.push_back(std::move(picture));
    }
    return all;
}

std::vector<store::CaseSummary> summaries()
{
    const auto one = [](std::string id, std::string subject, CaseState state, std::size_t adverse, std::size_t cautions,
                         const char* changed) {
        store::CaseSummary made;
        made.id = std::move(id);
        made.subject = std::move(subject);
        made.state = state;
        made.officer = "chan";
        made.changedAt = *UtcTime::parse(changed);
        made.asOf = *Date::parse("2026-11-22");
        made.adverse = adverse;
        made.cautions = cautions;
        return made;
    };
    std::vector<store::CaseSummary> all{
        one("3f9c1e20", "Yoshida Ching Man 靜雯", CaseState::Open, 1, 2, "2026-11-22T10:15:00Z"),
        one("77aa0b13", "陈大文 医师执业证书", CaseState::Submitted, 0, 1, "2026-11-22T09:40:00Z"),
        one("90cc4d52", "Lam Siu Ming, pharmacist", CaseState::Returned, 0, 3, "2026-11-21T16:05:00Z"),
        one("a1ee7f08", "Fong Ka Yan 方嘉欣", CaseState::Concluded, 0, 0, "2026-11-20T11:30:00Z"),
        one("b20d9a61", "O’Brien, Máire", CaseState::Concluded, 2, 0, "2026-11-19T08:12:00Z")};
    all[3].conclusion = ConclusionKind::Verified;
    all[4].conclusion = ConclusionKind::Discrepancy;
    return all;
}

} // namespace sample
