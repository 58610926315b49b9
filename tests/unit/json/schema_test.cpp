#include "json/case_json.hpp"

#include "support/json_schema.hpp"
#include "support/sample_case.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace {

using namespace vidimus;
using Json = nlohmann::json;
using support::schemaComplaints;
using testing::HasSubstr;
using testing::IsEmpty;

const std::filesystem::path schemas = std::filesystem::path(VIDIMUS_SOURCE_DIR) / "assets/schema";

TEST(CaseSchema, HoldsForAWholeCase)
{
    Case whole = support::sampleCase();
    whole.conclusion = Conclusion{ConclusionKind::Verified, "words", "ada", {9}};
    whole.dispositions.push_back({whole.findings[0].id, DispositionKind::Explain, "words", "olga", {8}});
    whole.corrections.push_back({{0}, "registration.number", "", "M01239", "olga", {8}});
    EXPECT_THAT(schemaComplaints(schemas / "case.schema.json", json::toJson(whole)), IsEmpty());
}

TEST(CaseSchema, MissesAnythingThatIsTakenAwayOrAdded)
{
    const Json whole = json::toJson(support::sampleCase());
    for (const auto& required : Json::parse(R"(["id","terms","files","evidence","findings","version"])")) {
        Json less = whole;
        less.erase(required.get<std::string>());
        EXPECT_FALSE(schemaComplaints(schemas / "case.schema.json", less).empty()) << required;
    }
    Json more = whole;
    more["evidence"]["documents"][0]["fields"][0]["verdict"] = true;
    EXPECT_FALSE(schemaComplaints(schemas / "case.schema.json", more).empty());
}

TEST(ClaimsSchema, HoldsForTextsAndLists)
{
    const auto file = schemas / "claims.schema.json";
    EXPECT_THAT(schemaComplaints(file, Json::parse(R"({"award.date": "2019-06", "a.b-c": ["x"]})")), IsEmpty());
    EXPECT_FALSE(schemaComplaints(file, Json::parse(R"({"award.date": 2019})")).empty());
    EXPECT_FALSE(schemaComplaints(file, Json::parse(R"({"Award date": "2019"})")).empty());
}

TEST(CalibrationSchema, HoldsForTheTableThatIsInstalled)
{
    const auto file = schemas / "calibration.schema.json";
    std::ifstream stream(schemas.parent_path() / "calibration.json");
    Json table = Json::parse(stream);
    EXPECT_THAT(schemaComplaints(file, table), IsEmpty());
    table["maps"].erase("any/any");
    EXPECT_FALSE(schemaComplaints(file, table).empty());
}

TEST(SchemaChecker, AnswersEveryKeywordItKnows)
{
    const auto complains = [](const char* schema, const char* document) {
        return !schemaComplaints(Json::parse(schema), Json::parse(document)).empty();
    };
    EXPECT_TRUE(complains(R"({"type":"string"})", "1"));
    EXPECT_FALSE(complains(R"({"type":["string","integer"]})", "1"));
    EXPECT_TRUE(complains(R"({"type":"integer"})", "1.5"));
    EXPECT_TRUE(complains(R"({"const":1})", "2"));
    EXPECT_TRUE(complains(R"({"enum":[1,2]})", "3"));
    EXPECT_TRUE(complains(R"({"required":["a"]})", "{}"));
    EXPECT_TRUE(complains(R"({"properties":{"a":{"type":"null"}}})", R"({"a":1})"));
    EXPECT_TRUE(complains(R"({"additionalProperties":false})", R"({"a":1})"));
    EXPECT_TRUE(complains(R"({"propertyNames":{"pattern":"^b$"}})", R"({"a":1})"));
    EXPECT_TRUE(complains(R"({"items":{"type":"null"}})", "[null,1]"));
    EXPECT_TRUE(complains(R"({"prefixItems":[{"type":"null"}],"items":false})", "[null,1]"));
    EXPECT_TRUE(complains(R"({"minItems":2})", "[1]"));
    EXPECT_TRUE(complains(R"({"maxItems":0})", "[1]"));
    EXPECT_TRUE(complains(R"({"minLength":1})", R"("")"));
    EXPECT_TRUE(complains(R"({"pattern":"^a$"})", R"("b")"));
    EXPECT_TRUE(complains(R"({"minimum":0})", "-1"));
    EXPECT_TRUE(complains(R"({"maximum":1})", "2"));
    EXPECT_TRUE(complains(R"({"anyOf":[{"type":"null"},{"type":"string"}]})", "2"));
    EXPECT_TRUE(complains(R"({"oneOf":[{"minimum":0},{"type":"integer"}]})", "2"));
    EXPECT_TRUE(complains(R"({"allOf":[{"minimum":0},{"type":"null"}]})", "2"));
    EXPECT_TRUE(complains(R"({"$ref":"#/$defs/x","$defs":{"x":{"type":"null"}}})", "2"));
    EXPECT_TRUE(complains(R"({"someNewKeyword":1})", "2"));
}

} // namespace
