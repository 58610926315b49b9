#include "plugin_host/wire/cbor.hpp"
#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace vidimus;
using namespace vidimus::wire;
using Json = nlohmann::json;

namespace {

Line line()
{
    Line line;
    line.text = "陈 大文";
    line.region = {{1.25}, {2}, {3}, {4}};
    line.quad = quadOf(line.region);
    line.confidence = 0.5;
    line.origin = Origin::PdfText;
    line.engine = "engine";
    line.languages = "chi_sim";
    line.words = {{"陈", line.region, 0.25}};
    return line;
}

Pass pass()
{
    Pass pass;
    pass.parts.push_back({{200}, {290}, quadOf({{0}, {0}, {200}, {290}}), {}, {90}});
    pass.lines = {line()};
    pass.codes = {{"QRCode", "text", {}}};
    pass.zones = {{"TD3", {"P<", "A1"}, {}, 0.75}};
    pass.marks = {{"seal", "章", {}, 1}};
    pass.facts = {{"pdf.revision", {{"a", "b"}}, 3}};
    return pass;
}

/// Through the very bytes that cross the wire.
Json sent(const Json& json)
{
    return *decodeBody(encode(json));
}

/// Is it refused when this one member is changed?
bool refused(Json json, const Json::json_pointer& member, const Json& value)
{
    json[member] = value;
    return !decode([&] { return passFromWire(json, Limits()); }).ok();
}

} // namespace

TEST(Codec, GivesBackAPassAsItWas)
{
    const auto back = decode([&] { return passFromWire(sent(toWire(pass())), Limits()); });
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(toWire(*back), toWire(pass()));
    EXPECT_EQ(back->lines[0].region, line().region);
    EXPECT_EQ(back->lines[0].origin, Origin::PdfText);
    EXPECT_EQ(back->zones[0].lines.size(), 2u);
    EXPECT_EQ(back->facts[0].page, 3);
    EXPECT_EQ(back->parts[0].turned.value, 90);
}

TEST(Codec, GivesBackEvidenceRulesAndResults)
{
    Evidence evidence;
    Document& document = evidence.documents.emplace_back();
    document.classification = Classification{"hk.apc", 0.5, "HK"};
    document.parts.push_back({{1}, {2}, 0, quadOf({{1}, {1}, {2}, {2}}), {}});
    Field& field = document.fields.emplace_back();
    field.id = "holder.id-number";
    field.origin = Origin::Correction;
    field.validations = {{"hk.hkid", Validation::Verdict::CheckDigitWrong, "3"}};
    document.marks.push_back({{0}, {1}, {"photo", "", {}, 1}});
    evidence.claims = {{"holder.sex", "F"}};
    evidence.facts = {{{2}, {"pdf.signature", {{"integrity", "true"}}, -1}}};
    const auto back = evidenceFromWire(sent(toWire(evidence)), Limits());
    EXPECT_EQ(toWire(back), toWire(evidence));
    EXPECT_EQ(back.documents[0].fields[0].validations[0].verdict, Validation::Verdict::CheckDigitWrong);

    const Rules rules{{{"as-of", "2026-11-22"}}, {{{"a", "b"}}, {}}};
    EXPECT_EQ(toWire(rulesFromWire(sent(toWire(rules)), Limits())), toWire(rules));

    CheckResult result;
    result.outcome = Outcome::Failed;
    result.atMost = Level::Inform;
    result.citations = {{DocumentIndex{0}, {1}, {2}, {}, "field", "text"}, {std::nullopt, {}, {}, {}, "", ""}};
    EXPECT_EQ(toWire(checkResultFromWire(sent(toWire(result)), Limits())), toWire(result));
}

TEST(Codec, RefusesNumbersThatAreNone)
{
    const Json sound = toWire(pass());
    const Json::json_pointer x("/lines/0/region/0");
    EXPECT_TRUE(refused(sound, x, NAN));
    EXPECT_TRUE(refused(sound, x, INFINITY));
    EXPECT_TRUE(refused(sound, x, 1e9));
    EXPECT_TRUE(refused(sound, x, "1"));
    EXPECT_FALSE(refused(sound, x, 5));
}

TEST(Codec, RefusesWhatIsOutOfRange)
{
    const Json sound = toWire(pass());
    EXPECT_TRUE(refused(sound, Json::json_pointer("/lines/0/confidence"), 1.5));
    EXPECT_TRUE(refused(sound, Json::json_pointer("/lines/0/origin"), 4)); // no reader corrects
    EXPECT_TRUE(refused(sound, Json::json_pointer("/lines/0/part"), 1));
    EXPECT_TRUE(refused(sound, Json::json_pointer("/lines/0/text"), "\xff"));
    EXPECT_TRUE(refused(sound, Json::json_pointer("/facts/0/page"), -2));
    EXPECT_TRUE(refused(sound, Json::json_pointer("/lines"), Json::object()));
    EXPECT_TRUE(refused(sound, Json::json_pointer("/lines/0/words/0"), Json::array({"too short"})));
}

TEST(Codec, RefusesMoreThanTheLimits)
{
    Limits limits;
    limits.lines = 1;
    Pass two = pass();
    two.lines.push_back(line());
    EXPECT_TRUE(decode([&] { return passFromWire(toWire(pass()), limits); }).ok());
    EXPECT_FALSE(decode([&] { return passFromWire(toWire(two), limits); }).ok());
    limits.text = 3;
    EXPECT_FALSE(decode([&] { return passFromWire(toWire(pass()), limits); }).ok());
}

TEST(Codec, GivesBackLimits)
{
    Limits limits;
    limits.memory = 12345;
    limits.call = std::chrono::milliseconds(99);
    EXPECT_EQ(toWire(limitsFromWire(sent(toWire(limits)))), toWire(limits));
}
