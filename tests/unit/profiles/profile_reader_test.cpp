#include "profiles/profile_set.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <re2/re2.h>

#include <fstream>

using namespace vidimus;
using namespace vidimus::profiles;
using testing::EndsWith;
using testing::HasSubstr;

namespace {

const std::string head = R"(schema = "vidimus.profile/1"
id = "zz.test"
title = { en = "A test" }
)";
const std::string recognise = R"(
[[recognise]]
text = "TEST"
weight = 0.6
)";

class ProfileReader : public testing::Test {
protected:
    Result<Profile> read(const std::string& text)
    {
        std::ofstream(m_folder.path() / "profile.toml") << text;
        packs::Pack pack;
        pack.id = "zz.pack";
        pack.version = "1.0";
        pack.jurisdiction = "ZZ";
        return readProfile(m_folder.path() / "profile.toml", pack);
    }
    std::string errorOf(const std::string& text)
    {
        const auto profile = read(text);
        EXPECT_FALSE(profile.ok());
        return profile.ok() ? std::string() : profile.error().message;
    }

    tests::TemporaryFolder m_folder;
};

} // namespace

TEST_F(ProfileReader, TakesTheJurisdictionAndVersionFromThePack)
{
    const auto profile = read(head + recognise);
    ASSERT_TRUE(profile.ok()) << profile.error().message;
    EXPECT_EQ(profile->jurisdiction, "ZZ");
    EXPECT_EQ(profile->packVersion, "1.0");
    EXPECT_EQ(profile->threshold, 0.5);
}

TEST_F(ProfileReader, ReadsEveryKeyOfAField)
{
    const auto profile = read(head + recognise + R"(
[[side]]
id = "front"

[[field]]
id = "document.number"
lang = "en"
kind = "number"
label = ["Serial No.", "Certificate No."]
until = "of"
region_mm = [140, 12.5, 60, 10]
pattern = '^HS-\d{7}$'
search = '(HS-\d{7})'
validate = "zz.serial"
alphabet = "HS-0123456789"
languages = "eng"
side = "front"
lines = 2
last = true
required = true
)");
    ASSERT_TRUE(profile.ok()) << profile.error().message;
    ASSERT_EQ(profile->fields.size(), 1u);
    const FieldSpec& field = profile->fields[0];
    EXPECT_EQ(field.kind, FieldKind::Number);
    EXPECT_THAT(field.labels, testing::ElementsAre("Serial No.", "Certificate No."));
    EXPECT_THAT(field.untils, testing::ElementsAre("of"));
    EXPECT_EQ(field.region->y.value, 12.5);
    EXPECT_TRUE(field.required && field.last);
    EXPECT_EQ(profile->rules.at("field.document.number.required"), "true");
    EXPECT_EQ(profile->rules.at("field.document.number.pattern"), R"(^HS-\d{7}$)");
    EXPECT_EQ(profile->rules.at("field.document.number.validator"), "zz.serial");
}

TEST_F(ProfileReader, FlattensRulesListsAndTablesInLists)
{
    const auto profile = read(head + recognise + R"(
[rules.issuer-existed]
grace = true
dates = ["issue.date", "award.date"]
[[rules.issuer-existed.issuers]]
name = "Board of Examiners"
from = 1990-04-01
[[rules.issuer-existed.issuers]]
name = "Ministry"
months = 12
)");
    ASSERT_TRUE(profile.ok()) << profile.error().message;
    EXPECT_EQ(profile->rules.at("issuer-existed.grace"), "true");
    EXPECT_EQ(profile->rules.at("issuer-existed.dates.1"), "award.date");
    EXPECT_EQ(profile->rules.at("issuer-existed.issuers.0.name"), "Board of Examiners");
    EXPECT_EQ(profile->rules.at("issuer-existed.issuers.0.from"), "1990-04-01");
    EXPECT_EQ(profile->rules.at("issuer-existed.issuers.1.months"), "12");
}

TEST_F(ProfileReader, NamesFileLineAndColumnOfASyntaxError)
{
    EXPECT_THAT(errorOf(head + "languages = \n"), HasSubstr("profile.toml:4:"));
}

TEST_F(ProfileReader, NamesAnUnknownKeyAndItsPlace)
{
    const std::string error = errorOf(head + "colour = 3\n" + recognise);
    EXPECT_THAT(error, HasSubstr("profile.toml:4:1: "));
    EXPECT_THAT(error, HasSubstr("'colour'"));
}

TEST_F(ProfileReader, NamesAnUnknownKeyOfAField)
{
    EXPECT_THAT(errorOf(head + recognise + "[[field]]\nid = \"a\"\nlabels = [\"x\"]\n"), HasSubstr("'labels'"));
}

TEST_F(ProfileReader, RefusesABrokenExpression)
{
    EXPECT_THAT(errorOf(head + recognise + "[[field]]\nid = \"a\"\npattern = '(['\n"), HasSubstr("'pattern'"));
}

TEST_F(ProfileReader, KnowsADateInASearchInEveryPrintedForm)
{
    const auto profile = read(head + recognise + "[[field]]\nid = \"a\"\nsearch = '(?i)from\\s+({date})'\n");
    ASSERT_TRUE(profile.ok()) << profile.error().message;
    const RE2 search(profile->fields[0].search[0]);
    ASSERT_TRUE(search.ok());
    for (const std::string date : {"8 February 2026", "8th February 2026", "January 1, 2026", "1 de março de 2026",
             "31.12.2026", "2026-02-08", "2026年2月8日", "二零二六年二月八日"}) {
        std::string found;
        EXPECT_TRUE(RE2::PartialMatch("valid from " + date + " on", search, &found)) << date;
        EXPECT_EQ(found, date);
    }
    EXPECT_FALSE(RE2::PartialMatch("from Part 2 of 2026", search));
}

TEST_F(ProfileReader, KnowsTheSentenceThatNamesAPerson)
{
    const auto profile
        = read(head + recognise + "[[field]]\nid = \"a\"\nsearch = '({han-name}){comma}[男女]{comma}{date}'\n");
    ASSERT_TRUE(profile.ok()) << profile.error().message;
    const RE2 search(profile->fields[0].search[0]);
    ASSERT_TRUE(search.ok());
    std::string found;
    EXPECT_TRUE(RE2::PartialMatch("柏若溪. 女,1992年1月20日出生", search, &found));
    EXPECT_EQ(found, "柏若溪");
    EXPECT_TRUE(RE2::PartialMatch("阿依古丽·买买提，女，1992-01-20生", search, &found));
    EXPECT_EQ(found, "阿依古丽·买买提");
    EXPECT_TRUE(RE2::PartialMatch("兹有,柏若溪(女)，1992年1月20日生", search, &found));
    EXPECT_EQ(found, "柏若溪");
    EXPECT_FALSE(RE2::PartialMatch("管理人员（女）\n2021年3月8日", search)) << "no sentence goes on";
    EXPECT_FALSE(RE2::PartialMatch("经审核，准予注册，1992年1月20日", search));
}

TEST_F(ProfileReader, AsksForExactlyOneGroupInASearch)
{
    EXPECT_THAT(errorOf(head + recognise + "[[field]]\nid = \"a\"\nsearch = '\\d+'\n"), HasSubstr("one group"));
}

TEST_F(ProfileReader, RefusesALevelThatDoesNotExist)
{
    EXPECT_THAT(errorOf(head + recognise + "[checks]\nin-force = \"deadly\"\n"),
        EndsWith("a level is one of fail, warn, inform, ignore"));
}

TEST_F(ProfileReader, RefusesASideThatIsNotDeclared)
{
    EXPECT_THAT(errorOf(head + recognise + "[[field]]\nid = \"a\"\nside = \"back\"\n"), HasSubstr("'back'"));
}

TEST_F(ProfileReader, RefusesAProfileThatNothingRecognises)
{
    EXPECT_THAT(errorOf(head), HasSubstr("[[recognise]]"));
}

TEST_F(ProfileReader, LeavesABrokenProfileOutAndKeepsItsError)
{
    std::ofstream(m_folder.path() / "good.toml") << head + recognise;
    std::ofstream(m_folder.path() / "bad.toml") << "schema = 1\n";
    packs::Pack pack;
    pack.id = "zz.pack";
    pack.profiles = {m_folder.path() / "bad.toml", m_folder.path() / "good.toml"};
    packs::PackList list;
    list.packs.push_back(pack);
    const ProfileSet set = ProfileSet::load(list);
    EXPECT_NE(set.find("zz.test"), nullptr);
    ASSERT_EQ(set.errors().size(), 1u);
    EXPECT_THAT(set.errors()[0].message, HasSubstr("bad.toml:1:"));
}
