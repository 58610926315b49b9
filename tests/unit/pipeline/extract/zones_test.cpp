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

} // namespace

TEST(Zones, GiveTheFieldsOfAPassport)
{
    // The specimen of ICAO Doc 9303-4, appendix A.
    const Mrz zone{"TD3",
        {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"}, {}, 0.9};
    const auto fields = fieldsOfZone(zone, true);
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
    EXPECT_EQ(find(fieldsOfZone(zone, true), "document.number")->certainty, Certainty::Uncertain);
}

TEST(Zones, OfAWrongSizeAreKeptWholeOnly)
{
    const Mrz zone{"TD3", {"P<UTO", "L898902C36"}, {}, 0.3};
    EXPECT_EQ(fieldsOfZone(zone, false).size(), 1u);
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
