#include "pipeline/extract/barcodes.hpp"
#include "pipeline/extract/zones.hpp"

#include <gtest/gtest.h>

using namespace vidimus;
using namespace vidimus::pipeline;

namespace {

const Field* find(const std::vector<Field>& fields, std::string_view id)
{
    for (const Field& field : fields)
        if (field.id == id)
            return &field;
    return nullptr;
}

const Date asOf = *Date::parse("2026-11-22");

/// A passport of a holder born on that day (YYMMDD), its check digit as it should be.
Mrz bornOn(const std::string& day, char digit)
{
    return {"TD3",
        {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO" + day + digit + "F1204159ZE184226B<<<<<10"},
        {}, 0.9};
}

/// The name on a passport with these names, filled up.
Field nameFrom(std::string names)
{
    names.resize(39, '<');
    const Mrz zone{"TD3", {"P<UTO" + names, "L898902C36UTO7408122F1204159ZE184226B<<<<<10"}, {}, 0.9};
    const auto fields = fieldsOfZone(zone, {zone}, asOf);
    const Field* name = find(fields, "holder.name.latin");
    return name ? *name : Field{};
}

} // namespace

TEST(Zones, GiveTheFieldsOfAPassport)
{
    // The specimen of ICAO Doc 9303-4, appendix A.
    const Mrz zone{"TD3",
        {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"}, {}, 0.9};
    const auto fields = fieldsOfZone(zone, {zone}, asOf);
    EXPECT_EQ(find(fields, "document.number")->value, "L898902C3");
    EXPECT_EQ(find(fields, "holder.birth-date")->value, "1974-08-12");
    EXPECT_EQ(find(fields, "valid.until")->value, "2012-04-15");
    EXPECT_EQ(find(fields, "holder.name.latin")->value, "ERIKSSON, ANNA MARIA");
    EXPECT_EQ(find(fields, "document.number")->certainty, Certainty::Accepted);
}

TEST(Zones, DoNotRelyOnAPartWhoseCheckDigitFails)
{
    const Mrz zone{"TD3",
        {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C46UTO7408122F1204159ZE184226B<<<<<10"}, {}, 0.9};
    EXPECT_EQ(find(fieldsOfZone(zone, {zone}, asOf), "document.number")->certainty, Certainty::Uncertain);
}

TEST(Zones, AreAsSureAsEachPartWasReadAlike)
{
    const Mrz zone{"TD3",
        {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"}, {}, 0.9};
    Mrz other = zone;
    other.lines[1] = "L898902C36UTO7408122M1204159ZE184226B<K<<<<<";
    const auto fields = fieldsOfZone(zone, {other}, asOf);
    EXPECT_EQ(find(fields, "mrz.lines")->certainty, Certainty::Uncertain);
    EXPECT_EQ(find(fields, "document.number")->certainty, Certainty::Accepted) << "what was misread stands elsewhere";
    EXPECT_EQ(find(fields, "valid.until")->certainty, Certainty::Accepted);
    EXPECT_EQ(find(fields, "holder.sex")->certainty, Certainty::Uncertain);
    EXPECT_EQ(holdingDigits(zone), 3);
    EXPECT_FALSE(readAlike(zone, {other}));
    other.lines[1][9] = '7';
    EXPECT_EQ(find(fieldsOfZone(zone, {other}, asOf), "document.number")->certainty, Certainty::Uncertain)
        << "its check digit was read otherwise";
    EXPECT_EQ(holdingDigits(other), 2);
    Mrz differs = zone;
    differs.lines[1][8] = '4';
    EXPECT_EQ(
        find(fieldsOfZone(zone, {differs, zone, differs}, asOf), "document.number")->certainty, Certainty::Uncertain)
        << "most read it otherwise";
}

TEST(Zones, TellTheCenturyOfABirthByTheDecidingDate)
{
    const auto birth = [](const Mrz& zone, const char* decided) {
        const auto fields = fieldsOfZone(zone, {zone}, *Date::parse(decided));
        const Field* field = find(fields, "holder.birth-date");
        return field ? field->value : "absent";
    };
    const Mrz zone = bornOn("050101", '3');
    EXPECT_EQ(birth(zone, "2026-11-22"), "2005-01-01");
    EXPECT_EQ(birth(zone, "2001-05-01"), "1905-01-01") << "whoever decides in 2001 sees nobody born in 2005";
    EXPECT_EQ(birth(zone, "2005-01-01"), "2005-01-01");
    EXPECT_EQ(birth(zone, "2004-12-31"), "1905-01-01");
    EXPECT_EQ(birth(bornOn("261201", '8'), "2026-11-22"), "1926-12-01") << "later in the same year";
    EXPECT_EQ(birth(bornOn("000229", '9'), "2026-11-22"), "2000-02-29");
}

TEST(Zones, DoNotRelyOnNamesThatAreNotWellDivided)
{
    EXPECT_EQ(nameFrom("ERIKSSON<<ANNA<MARIA").certainty, Certainty::Accepted);
    EXPECT_EQ(nameFrom("ERIKSSON").certainty, Certainty::Accepted) << "some have one name only";
    EXPECT_EQ(nameFrom("VAN<DER<MUELLEN<<JOHAN<MICHAEL<ALEXANDE").certainty, Certainty::Accepted) << "truncated";
    for (const char* names :
        {"ERIKSSON<<<ANNA<MARIA", "ERIKSSON<<ANNA<<MARIA", "ERIKSSON<<ANNA<<<MARIA", "<ERIKSSON<<ANNA"})
        EXPECT_EQ(nameFrom(names).certainty, Certainty::Uncertain) << names;
    EXPECT_EQ(nameFrom("ERIKSSON<<<ANNA<MARIA").value, "ERIKSSON, ANNA MARIA");
}

TEST(Zones, OfAWrongSizeAreKeptWholeOnly)
{
    const Mrz zone{"TD3", {"P<UTO", "L898902C36"}, {}, 0.3};
    EXPECT_EQ(fieldsOfZone(zone, {}, asOf).size(), 1u);
}

TEST(Barcodes, AreUnderstoodWhereTheyAreLabelled)
{
    profiles::Profile profile;
    profiles::FieldSpec number;
    number.id = "document.number";
    number.kind = profiles::FieldKind::Number;
    number.labels = {"编码"};
    number.pattern = R"(^\d{6}$)";
    profile.fields = {number};
    for (const char* text : {"{\"document.number\":\"123456\"}", "https://example.org/v?x=1&document.number=123456",
             "编码：123456", "123456"}) {
        const auto fields = fieldsOfCode({"QRCode", text, {}}, profile);
        ASSERT_EQ(fields.size(), 1u) << text;
        EXPECT_EQ(fields[0].value, "123456");
        EXPECT_EQ(fields[0].origin, Origin::Barcode);
    }
    EXPECT_TRUE(fieldsOfCode({"QRCode", "hello", {}}, profile).empty());
}
