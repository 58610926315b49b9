#include "support/sample_case.hpp"

namespace vidimus::support {

const std::vector<unsigned char>& tinyPng()
{
    static const std::vector<unsigned char> png{0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d,
        0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x04, 0x00, 0x00, 0x00, 0x03, 0x08, 0x02, 0x00, 0x00, 0x00, 0x3b,
        0x96, 0x39, 0x91, 0x00, 0x00, 0x00, 0x10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xd8, 0xa2, 0x61, 0x03,
        0x47, 0x0c, 0x38, 0x39, 0x00, 0x05, 0xc6, 0x0d, 0x21, 0x0a, 0x35, 0xc1, 0xa3, 0x00, 0x00, 0x00, 0x00, 0x49,
        0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};
    return png;
}

namespace {

using namespace vidimus::literals;

Region at(double x, double y, double width, double height)
{
    return {{x}, {y}, {width}, {height}};
}

File file(std::string source, std::string mediaType, std::size_t pages, char digit)
{
    File made;
    made.source = std::move(source);
    made.sha256 = std::string(64, digit);
    made.mediaType = std::move(mediaType);
    made.size = 12345;
    made.pages.assign(pages, Page{210.0_mm, 297.0_mm, 300_dpi, false, 0.0_deg});
    made.provenance = {"file", "olga", UtcTime{1790000000}, ""};
    return made;
}

Field field(
    std::string id, std::string text, std::string value, double confidence, Region region, std::string lang = "")
{
    Field made;
    made.id = std::move(id);
    made.text = std::move(text);
    made.value = std::move(value);
    made.confidence = confidence;
    made.certainty = confidence > 0.8 ? Certainty::Accepted : Certainty::Uncertain;
    made.lang = std::move(lang);
    made.region = region;
    made.pass = "text|p0|s-1||||";
    return made;
}

Document practisingCertificate()
{
    Document document;
    document.parts.push_back({});
    document.classification = Classification{"hk.mchk.annual-practising", 0.97, "HK"};
    document.candidates = {*document.classification, {"hk.nchk.practising", 0.31, "HK"}};
    document.fields = {
        field("holder.name.han", "陳 大文 醫生", "陳大文", 0.98, at(31.2, 80.1, 22, 6.1), "zh-Hant"),
        field("holder.name.latin", "Dr CHAN, Tai Man", "CHAN, Tai Man", 0.95, at(31.2, 90.1, 40, 6.1), "en"),
        field("registration.number", "M01234", "M01234", 0.62, at(140, 40.5, 25, 5)),
        field("valid.until", "31 December 2026", "2026-12-31", 0.91, at(60, 150, 40, 5)),
    };
    document.fields[0].rawConfidence = 0.91;
    document.fields[0].calibrationGroup = "vidimus.tesseract/han-name";
    document.fields[2].alternatives = {{"M0I234", "M0I234", 0.41, "tesseract"}};
    document.fields[2].validations = {{"hk.mchk-number", Validation::Verdict::CheckDigitWrong, "M01239"}};
    document.marks.push_back({{0}, {0}, {"seal", "香港醫務委員會", quadOf(at(150, 220, 30, 30)), 0.8}});
    return document;
}

Document identityCard()
{
    Document document;
    document.parts
        = {{{1}, {0}, 0, quadOf(at(20, 30, 85.6, 54)), "front"}, {{1}, {0}, 1, quadOf(at(20, 120, 85.6, 54)), "back"}};
    document.classification = Classification{"hk.id-card.2018", 0.88, "HK"};
    document.fields = {
        field("holder.id-number", "A123456(3)", "A123456(3)", 0.97, at(60, 75, 30, 5)),
        field("holder.name.han", "陳大明", "陳大明", 0.93, at(30, 45, 22, 6), "zh-Hant"),
    };
    for (Field& each : document.fields)
        each.file = {1};
    return document;
}

Citation citing(std::uint32_t document, std::uint32_t onFile, const Field& cited)
{
    return {DocumentIndex{document}, FileIndex{onFile}, PageIndex{0}, cited.region, cited.id, cited.text};
}

Finding finding(std::string check, Outcome outcome, Level level, std::string reason, std::vector<Citation> citations,
    std::map<std::string, std::string> values = {}, std::string source = "")
{
    Finding made;
    made.check = std::move(check);
    made.plugin = "vidimus.consistency";
    made.pluginVersion = "0.1.0";
    made.outcome = outcome;
    made.level = level;
    made.severity = severityOf(outcome, level);
    made.reason = std::move(reason);
    made.citations = std::move(citations);
    made.values = std::move(values);
    made.source = std::move(source);
    made.id = findingId(made);
    return made;
}

Reading someReading()
{
    Pass pass;
    pass.request.what = "text";
    pass.request.languages = "chi_tra+eng";
    pass.request.region = at(10, 10, 100, 20);
    pass.parts.push_back({210.0_mm, 297.0_mm, quadOf(at(0, 0, 210, 297)), Transform{}, 1.5_deg});
    Line line{"陳 大文", at(31.2, 80.1, 22, 6.1), quadOf(at(31.2, 80.1, 22, 6.1)), 0.98, Origin::Ocr,
        "vidimus.tesseract", "chi_tra+eng", 0, {{"陳", at(31.2, 80.1, 6, 6.1), 0.99}}};
    pass.lines.push_back(line);
    pass.codes.push_back({"QRCode", "https://www.example.org/?n=M01234", quadOf(at(170, 20, 20, 20))});
    pass.zones.push_back({"TD1", {"I<HKGA123456<3<<<<<<<<<<<<<<<<", "8001019M3001019HKG<<<<<<<<<<<4"}, Quad{}, 0.7});
    pass.facts.push_back({"page.quality", {{"sharpness", "0.8"}}, 0});
    Reading reading;
    reading.add(pass);
    return reading;
}

std::vector<FileFact> signatureFacts()
{
    Fact signature{"pdf.signature",
        {{"field", "Signature1"}, {"kind", "signature"}, {"integrity", "true"}, {"coverage", "entire-revision"},
            {"modification", "form-filling"}, {"signer", "CN=Registrar of Examples"},
            {"signedAt", "2026-01-05T02:00:00Z"}, {"digest", "sha256"}, {"docMdp", "2"}},
        -1};
    return {{FileIndex{2}, signature}};
}

std::vector<Finding> findingsOn(const Document& licence, const Document& card)
{
    std::vector<Finding> all{
        finding("check-digit-holds", Outcome::Failed, Level::Fail, "check-digit-wrong",
            {citing(0, 0, licence.fields[2])}, {{"expected", "M01239"}}, "Cap. 161E, Schedule 2"),
        finding("names-agree", Outcome::Failed, Level::Warn, "name-conflict",
            {citing(0, 0, licence.fields[0]), citing(1, 1, card.fields[1])}, {{"relation", "conflict"}}),
        finding("mrz-agrees", Outcome::Indeterminate, Level::Fail, "field-unreadable", {citing(1, 1, card.fields[0])}),
        finding("pdf-signature-holds", Outcome::Indeterminate, Level::Inform, "no-trust-roots",
            {{std::nullopt, FileIndex{2}, PageIndex{0}, {}, "", ""}},
            {{"field", "Signature1"}, {"indication", "INDETERMINATE"},
                {"sub-indication", "NO_CERTIFICATE_CHAIN_FOUND"}}),
        finding("pdf-origin-plausible", Outcome::Failed, Level::Inform, "revised",
            {{std::nullopt, FileIndex{2}, PageIndex{0}, {}, "", ""}}, {{"revisions", "2"}}),
        finding("in-force", Outcome::Passed, Level::Fail, "", {citing(0, 0, licence.fields[3])}),
        finding("register-agrees", Outcome::NotApplicable, Level::Fail, "no-register", {}),
    };
    sortFindings(all);
    return all;
}

} // namespace

Case sampleCase()
{
    Case made;
    made.terms = {"Application 2026/118", *Date::parse("2026-11-22"), "hk.limited-registration",
        {{"holder.name.latin", "CHAN, Tai Man"}, {"registration.number", "M01234"}}};
    made.officer = "olga";
    made.createdAt = {1790000000};
    made.changedAt = {1790000600};
    made.files = {file("licence.png", "image/png", 1, 'a'), file("card.jpg", "image/jpeg", 1, 'b'),
        file("degree.pdf", "application/pdf", 2, 'c')};
    made.readings.assign(3, Reading{});
    made.readings[0] = someReading();
    made.evidence.documents = {practisingCertificate(), identityCard(), Document{}};
    made.evidence.documents[2].parts = {{{2}, {0}, 0, {}, ""}, {{2}, {1}, 0, {}, ""}};
    made.evidence.claims = made.terms.claims;
    made.evidence.facts = signatureFacts();
    made.findings = findingsOn(made.evidence.documents[0], made.evidence.documents[1]);
    made.crops = {{{0}, {0}, made.evidence.documents[0].fields[2].region, tinyPng()},
        {{1}, {0}, made.evidence.documents[1].fields[1].region, tinyPng()}};
    made.plugins
        = {{"vidimus.consistency", "0.1.0", std::string(64, 'd')}, {"vidimus.scan", "0.1.0", std::string(64, 'e')}};
    made.engines = {{"vidimus.tesseract", "5.3.0 data:0123456789abcdef"}};
    made.calibration = {CalibrationState::Applied, std::string(64, 'f')};
    made.confinement = {"rlimits", "no-new-privs", "landlock-3", "seccomp"};
    made.toolConfinement = {"rlimits", "bubblewrap"};
    made.version = "0.1.0";
    return made;
}

std::vector<std::vector<std::uint8_t>> sampleFileBytes()
{
    std::vector<std::vector<std::uint8_t>> all(3);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t k = 0; k < 4000 * (i + 1); ++k)
            all[i].push_back(static_cast<std::uint8_t>((k * 31 + i * 7) & 0xff));
    return all;
}

} // namespace vidimus::support
