#include "json/case_json.hpp"

#include "support/sample_case.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace {

using namespace vidimus;
using testing::HasSubstr;

TEST(CaseJson, KeepsEveryMemberOfAFile)
{
    File file = support::sampleCase().files[0];
    file.pages[0].dpiAssumed = true;
    file.pages[0].rotation = {270};
    file.provenance.device = "test:0";
    const auto back = json::fileFrom(json::toJson(file));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(back->source, file.source);
    EXPECT_EQ(back->sha256, file.sha256);
    EXPECT_EQ(back->mediaType, file.mediaType);
    EXPECT_EQ(back->size, file.size);
    EXPECT_EQ(back->pages[0].width, file.pages[0].width);
    EXPECT_EQ(back->pages[0].dpi, file.pages[0].dpi);
    EXPECT_TRUE(back->pages[0].dpiAssumed);
    EXPECT_EQ(back->pages[0].rotation.value, 270);
    EXPECT_EQ(back->provenance.acquiredBy, "olga");
    EXPECT_EQ(back->provenance.device, "test:0");
    EXPECT_EQ(back->provenance.acquiredAt, file.provenance.acquiredAt);
}

TEST(CaseJson, KeepsEveryPassOfAReadingUnderItsKey)
{
    const Reading reading = support::sampleCase().readings[0];
    const auto back = json::readingFrom(json::toJson(reading));
    ASSERT_TRUE(back.ok());
    ASSERT_EQ(back->passes.size(), 1u);
    const auto& [key, pass] = *reading.passes.begin();
    const Pass* found = back->find(pass.request);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->request, pass.request);
    EXPECT_EQ(found->parts[0].toAcquired, pass.parts[0].toAcquired);
    EXPECT_EQ(found->lines[0].text, "陳 大文");
    EXPECT_EQ(found->lines[0].words[0].text, "陳");
    EXPECT_EQ(found->lines[0].quad, pass.lines[0].quad);
    EXPECT_EQ(found->codes[0].symbology, "QRCode");
    EXPECT_EQ(found->zones[0].lines, pass.zones[0].lines);
    EXPECT_EQ(found->facts[0].values.at("sharpness"), "0.8");
}

TEST(CaseJson, KeepsEveryMemberOfEvidence)
{
    const Evidence evidence = support::sampleCase().evidence;
    const auto back = json::evidenceFrom(json::toJson(evidence));
    ASSERT_TRUE(back.ok());
    ASSERT_EQ(back->documents.size(), 3u);
    const Field& number = back->documents[0].fields[2];
    EXPECT_EQ(number.id, "registration.number");
    EXPECT_EQ(number.certainty, Certainty::Uncertain);
    EXPECT_EQ(number.region, evidence.documents[0].fields[2].region);
    EXPECT_EQ(number.alternatives[0].engine, "tesseract");
    EXPECT_EQ(number.validations[0].verdict, Validation::Verdict::CheckDigitWrong);
    EXPECT_EQ(number.validations[0].expected, "M01239");
    EXPECT_EQ(back->documents[0].classification->jurisdiction, "HK");
    EXPECT_EQ(back->documents[0].candidates.size(), 2u);
    EXPECT_EQ(back->documents[0].marks[0].mark.text, "香港醫務委員會");
    EXPECT_EQ(back->documents[1].parts[1].side, "back");
    EXPECT_EQ(*back->documents[1].parts[1].quad, *evidence.documents[1].parts[1].quad);
    EXPECT_FALSE(back->documents[2].classification);
    EXPECT_EQ(back->claims[1].value, "M01234");
    EXPECT_EQ(back->facts[0].fact.values, evidence.facts[0].fact.values);
    EXPECT_EQ(json::compact(json::toJson(*back)), json::compact(json::toJson(evidence)));
}

TEST(CaseJson, KeepsEveryMemberOfAFinding)
{
    for (Finding finding : support::sampleCase().findings) {
        finding.parameters = R"({"years":5})";
        const auto back = json::findingFrom(json::toJson(finding));
        ASSERT_TRUE(back.ok());
        EXPECT_EQ(back->id, finding.id);
        EXPECT_EQ(findingId(*back), finding.id) << "all that the id rests on must survive";
        EXPECT_EQ(back->severity, finding.severity);
        EXPECT_EQ(back->level, finding.level);
        EXPECT_EQ(back->plugin, finding.plugin);
        EXPECT_EQ(back->pluginVersion, finding.pluginVersion);
        EXPECT_EQ(back->source, finding.source);
        EXPECT_EQ(back->parameters, finding.parameters);
    }
}

TEST(CaseJson, KeepsWhatPeopleDid)
{
    const Disposition disposition{"f-1", DispositionKind::Refer, "問一問", "olga", {5}};
    const auto disposed = json::dispositionFrom(json::toJson(disposition));
    ASSERT_TRUE(disposed.ok());
    EXPECT_EQ(disposed->kind, DispositionKind::Refer);
    EXPECT_EQ(disposed->words, "問一問");
    EXPECT_EQ(disposed->at.seconds, 5);

    const Correction correction{{3}, "holder.name.han", "zh-Hant", "陳", "olga", {6}};
    const auto corrected = json::correctionFrom(json::toJson(correction));
    ASSERT_TRUE(corrected.ok());
    EXPECT_EQ(corrected->document.value, 3u);
    EXPECT_EQ(corrected->lang, "zh-Hant");

    const Conclusion conclusion{ConclusionKind::UnableToVerify, "words", "ada", {7}};
    const auto concluded = json::conclusionFrom(json::toJson(conclusion));
    ASSERT_TRUE(concluded.ok());
    EXPECT_EQ(concluded->kind, ConclusionKind::UnableToVerify);
    EXPECT_EQ(concluded->by, "ada");

    const auto plugin = json::pluginUseFrom(json::toJson(PluginUse{"a", "b", "c"}));
    ASSERT_TRUE(plugin.ok());
    EXPECT_EQ(*plugin, (PluginUse{"a", "b", "c"}));

    const auto terms = json::termsFrom(json::toJson(support::sampleCase().terms));
    ASSERT_TRUE(terms.ok());
    EXPECT_EQ(terms->asOf.iso(), "2026-11-22");
    EXPECT_EQ(terms->claims.size(), 2u);
    EXPECT_EQ(terms->pathway, "hk.limited-registration");
}

TEST(CaseJson, NamesTheMemberThatIsWrong)
{
    auto evidence = json::toJson(support::sampleCase().evidence);
    evidence["documents"][0]["fields"][2]["confidence"] = 1.5;
    auto back = json::evidenceFrom(evidence);
    ASSERT_FALSE(back.ok());
    EXPECT_EQ(back.error().kind, ErrorKind::Malformed);
    EXPECT_THAT(back.error().message, HasSubstr("/documents/0/fields/2/confidence"));

    evidence["documents"][0]["fields"][2]["confidence"] = 0.5;
    evidence["documents"][0]["fields"][2]["origin"] = "guess";
    back = json::evidenceFrom(evidence);
    ASSERT_FALSE(back.ok());
    EXPECT_THAT(back.error().message, HasSubstr("/documents/0/fields/2/origin"));

    evidence["documents"][0]["fields"][2].erase("origin");
    back = json::evidenceFrom(evidence);
    ASSERT_FALSE(back.ok());
    EXPECT_THAT(back.error().message, HasSubstr("/documents/0/fields/2 lacks \"origin\""));
}

TEST(CaseJson, RefusesNumbersThatDoNotFit)
{
    for (const nlohmann::json& wrong : {nlohmann::json(-1), nlohmann::json(4294967296ull), nlohmann::json(0.5),
             nlohmann::json("0"), nlohmann::json()}) {
        auto evidence = json::toJson(support::sampleCase().evidence);
        evidence["documents"][0]["parts"][0]["file"] = wrong;
        EXPECT_FALSE(json::evidenceFrom(evidence).ok()) << wrong;
    }
}

TEST(CaseJson, RefusesEveryOtherShapeWithoutFalling)
{
    for (const char* text : {"null", "[]", "3", "\"x\"", "{}", R"({"passes":{}})", R"({"documents":[[]]})"}) {
        const auto wrong = nlohmann::json::parse(text);
        EXPECT_FALSE(json::fileFrom(wrong).ok()) << text;
        EXPECT_FALSE(json::readingFrom(wrong).ok()) << text;
        EXPECT_FALSE(json::evidenceFrom(wrong).ok()) << text;
        EXPECT_FALSE(json::findingFrom(wrong).ok()) << text;
        EXPECT_FALSE(json::termsFrom(wrong).ok()) << text;
    }
}

TEST(Claims, MayBeOneTextOrSeveral)
{
    const auto claims = json::claimsFrom(nlohmann::json::parse(
        R"({"holder.name.latin": "CHAN, Tai Man", "policy.insured": ["陳大文", "CHAN, Tai Man"]})"));
    ASSERT_TRUE(claims.ok());
    ASSERT_EQ(claims->size(), 3u);
    EXPECT_EQ((*claims)[0].field, "holder.name.latin");
    EXPECT_EQ((*claims)[2].value, "CHAN, Tai Man");
}

TEST(Claims, OfAnyOtherShapeAreNamedAndRefused)
{
    const auto wrong = json::claimsFrom(nlohmann::json::parse(R"({"award.date": 2019})"));
    ASSERT_FALSE(wrong.ok());
    EXPECT_THAT(wrong.error().message, HasSubstr("award.date"));
    EXPECT_FALSE(json::claimsFrom(nlohmann::json::array()).ok());
}

TEST(JsonText, TellsWhereItIsBroken)
{
    const auto broken = json::parsed("{\n  \"a\": ,\n}", "claims.json");
    ASSERT_FALSE(broken.ok());
    EXPECT_THAT(broken.error().message, HasSubstr("claims.json: parse error at line 2, column 8"));
}

TEST(JsonText, SurvivesBytesThatAreNotUtf8)
{
    EXPECT_EQ(json::compact(nlohmann::json("a\xff")), "\"a\xEF\xBF\xBD\"");
}

} // namespace
