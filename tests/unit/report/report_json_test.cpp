#include "unit/report/report_words.hpp"

#include "support/json_schema.hpp"
#include "support/sample_case.hpp"

#include <gmock/gmock.h>

namespace vidimus::report::tests {
namespace {

using Json = nlohmann::ordered_json;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> complaints(const std::string& report)
{
    return support::schemaComplaints(
        std::filesystem::path(VIDIMUS_SOURCE_DIR) / "assets/schema/report.schema.json", nlohmann::json::parse(report));
}

std::vector<std::string> keysOf(const Json& object)
{
    std::vector<std::string> keys;
    for (auto member = object.begin(); member != object.end(); ++member)
        keys.push_back(member.key());
    return keys;
}

Json reportOf(const Case& checked)
{
    return Json::parse(toJson(checked, someWords("en")));
}

TEST(ReportJson, HoldsItsSchema)
{
    EXPECT_THAT(complaints(toJson(support::sampleCase(), someWords("en"))), IsEmpty());
    EXPECT_THAT(complaints(toJson(concludedCase(), someWords("zh-Hant"))), IsEmpty());
    EXPECT_THAT(complaints(toJson(Case{}, someWords("en"))), IsEmpty());
}

TEST(ReportJson, HasTheMembersOfTheContractInItsOrder)
{
    const Json report = reportOf(support::sampleCase());
    EXPECT_THAT(keysOf(report),
        ElementsAre("schema", "version", "asOf", "plugins", "proposal", "confinement", "toolConfinement", "textEngines",
            "engineVersions", "calibration", "files", "documents", "findings"));
    EXPECT_THAT(keysOf(report["files"][0]), ElementsAre("source", "sha256", "mediaType", "pages", "signatures"));
    EXPECT_THAT(
        keysOf(report["documents"][0]), ElementsAre("source", "parts", "profile", "jurisdiction", "fields", "marks"));
    auto field = keysOf(report["documents"][0]["fields"][0]);
    field.resize(10);
    EXPECT_THAT(field,
        ElementsAre("id", "text", "value", "confidence", "lang", "file", "page", "regionMm", "origin", "alternatives"));
    auto finding = keysOf(report["findings"][0]);
    finding.resize(11);
    EXPECT_THAT(finding,
        ElementsAre("id", "check", "plugin", "outcome", "level", "severity", "reason", "message", "citations", "values",
            "source"));
    EXPECT_THAT(keysOf(report["findings"][0]["citations"][0]),
        ElementsAre("document", "file", "page", "regionMm", "field", "text"));
}

TEST(ReportJson, SaysWhatTheCaseSays)
{
    const Json report = reportOf(support::sampleCase());
    EXPECT_EQ(report["schema"], "vidimus.report/1");
    EXPECT_EQ(report["asOf"], "2026-11-22");
    EXPECT_EQ(report["proposal"], "adverse-findings");
    EXPECT_EQ(report["confinement"], (Json{"rlimits", "no-new-privs", "landlock-3", "seccomp"}));
    EXPECT_EQ(report["toolConfinement"], (Json{"rlimits", "bubblewrap"}));
    EXPECT_EQ(report["documents"][0]["profile"], (Json{{"id", "hk.mchk.annual-practising"}, {"score", 0.97}}));
    EXPECT_EQ(report["documents"][0]["jurisdiction"], "HK");
    EXPECT_EQ(report["engineVersions"], (Json{{"vidimus.tesseract", "5.3.0 data:0123456789abcdef"}}));
    EXPECT_EQ(report["calibration"], (Json{{"state", "applied"}, {"table", std::string(64, 'f')}}));
    EXPECT_EQ(report["documents"][0]["fields"][0]["rawConfidence"], 0.91);
    EXPECT_EQ(report["documents"][0]["fields"][0]["calibrationGroup"], "vidimus.tesseract/han-name");
    EXPECT_FALSE(report["documents"][0]["fields"][1].contains("rawConfidence"));
    EXPECT_EQ(report["documents"][0]["fields"][0]["value"], "陳大文");
    EXPECT_EQ(report["documents"][0]["fields"][0]["regionMm"], Json::parse("[31.2, 80.1, 22.0, 6.1]"));
    EXPECT_EQ(report["documents"][1]["source"], "card.jpg");
    EXPECT_EQ(report["documents"][1]["parts"][0]["quadMm"].size(), 8u);
    EXPECT_FALSE(report["documents"][0]["parts"][0].contains("quadMm"));
    EXPECT_TRUE(report["documents"][2]["profile"].is_null());
    EXPECT_EQ(report["findings"][0]["severity"], "adverse");
    EXPECT_EQ(report["findings"][0]["message"],
        "Does each check digit hold? The check digit does not hold; by the published rule it would be M01239.");
    EXPECT_EQ(report["findings"][0]["values"]["expected"], "M01239");
}

TEST(ReportJson, CitesTheWholePageWhereNoRegionIsNamed)
{
    const Json report = reportOf(support::sampleCase());
    for (const Json& finding : report["findings"])
        if (finding["check"] == "pdf-origin-plausible") {
            EXPECT_EQ(finding["citations"][0]["regionMm"], Json::parse("[0.0, 0.0, 210.0, 297.0]"));
        }
}

TEST(ReportJson, TellsEachSignatureByFactAndFinding)
{
    const Json file = reportOf(support::sampleCase())["files"][2];
    ASSERT_EQ(file["signatures"].size(), 1u);
    const Json signature = file["signatures"][0];
    EXPECT_THAT(keysOf(signature),
        ElementsAre("kind", "field", "indication", "subIndication", "integrity", "coverage", "modification", "signer",
            "signedAt", "digest", "docMdp"));
    EXPECT_EQ(signature["indication"], "INDETERMINATE");
    EXPECT_EQ(signature["subIndication"], "NO_CERTIFICATE_CHAIN_FOUND");
    EXPECT_EQ(signature["integrity"], true);
    EXPECT_EQ(signature["modification"], "form-filling");
    EXPECT_EQ(signature["docMdp"], 2);
}

TEST(ReportJson, NeverCallsASignatureGoodWithoutAFinding)
{
    Case checked = support::sampleCase();
    checked.findings.clear();
    EXPECT_EQ(reportOf(checked)["files"][2]["signatures"][0]["indication"], "INDETERMINATE");
    checked.evidence.facts[0].fact.values["integrity"] = "false";
    EXPECT_EQ(reportOf(checked)["files"][2]["signatures"][0]["indication"], "TOTAL-FAILED");
    checked.evidence.facts[0].fact.values.erase("integrity");
    EXPECT_TRUE(reportOf(checked)["files"][2]["signatures"][0]["integrity"].is_null());
}

TEST(ReportJson, LaysACorrectionBesideItsField)
{
    const Json fields = reportOf(concludedCase())["documents"][0]["fields"];
    std::vector<Json> numbers;
    for (const Json& field : fields)
        if (field["id"] == "registration.number")
            numbers.push_back(field);
    ASSERT_EQ(numbers.size(), 2u);
    EXPECT_EQ(numbers[0]["value"], "M01234") << "the first is the one that the checks used";
    EXPECT_EQ(numbers[0]["origin"], "ocr");
    EXPECT_EQ(numbers[1]["value"], "M01239");
    EXPECT_EQ(numbers[1]["origin"], "correction");
    EXPECT_EQ(numbers[1]["by"], "olga");
}

TEST(ReportJson, SurvivesTextThatIsNotUtf8)
{
    Case checked = support::sampleCase();
    checked.evidence.documents[0].fields[0].text = "a\xff\xfe";
    EXPECT_THAT(complaints(toJson(checked, someWords("en"))), IsEmpty());
}

TEST(ReportJson, IsTheSameForTheSameCase)
{
    EXPECT_EQ(toJson(concludedCase(), someWords("en")), toJson(concludedCase(), someWords("en")));
}

} // namespace
} // namespace vidimus::report::tests
