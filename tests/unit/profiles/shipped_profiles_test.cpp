#include "profiles/messages.hpp"
#include "profiles/profile_set.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace vidimus;
using namespace vidimus::profiles;

namespace {

constexpr const char* languages[] = {"en", "zh-Hans", "zh-Hant", "pt"};

/// Every pack of the house in this folder of plugins/, as it lies in the source tree.
packs::PackList shippedPacks(const std::filesystem::path& folder = "jurisdictions")
{
    packs::PackList list;
    const std::filesystem::path root = std::filesystem::path(VIDIMUS_SOURCE_DIR) / "plugins" / folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().filename() != "plugin.toml")
            continue;
        auto pack = packs::readPack(entry.path().parent_path());
        if (pack)
            list.packs.push_back(std::move(*pack));
        else
            ADD_FAILURE() << pack.error().message;
    }
    return list;
}

} // namespace

TEST(ShippedProfiles, AllLoad)
{
    const ProfileSet set = ProfileSet::load(shippedPacks());
    for (const Error& error : set.errors())
        ADD_FAILURE() << error.message;
    for (const char* id : {"cn.degree", "cn.device-registration", "cn.drug-registration", "cn.graduation",
             "cn.nurse-practice", "cn.physician-practice", "cn.physician-qualification", "cn.professional-title",
             "cn.residence-permit", "cn.resident-identity-card", "cn.short-term-practice", "gb.medical-registration",
             "hk.academy-fellowship", "hk.doctor-practising", "hk.doctor-registration", "hk.drug-registration",
             "hk.good-standing", "hk.identity-card", "hk.medical-degree", "hk.nurse-practising",
             "hk.pharmacist-practising", "hk.specialist-registration", "mo.accreditation", "mo.licence",
             "xx.hospital-invoice", "xx.insurance-policy", "xx.passport-td3"})
        EXPECT_NE(set.find(id), nullptr) << id;
}

TEST(ShippedProfiles, NameTheirSourceAndTheirTitleInFourLanguages)
{
    const ProfileSet set = ProfileSet::load(shippedPacks());
    for (const Profile& profile : set.all()) {
        EXPECT_FALSE(profile.source.empty()) << profile.id;
        for (const char* language : languages)
            EXPECT_TRUE(profile.title.contains(language)) << profile.id << " " << language;
    }
}

TEST(ShippedProfiles, NameOnlyValidatorsThatAPackOffers)
{
    packs::PackList packs = shippedPacks();
    const auto icao = packs::readPack(std::filesystem::path(VIDIMUS_SOURCE_DIR) / "plugins" / "checks" / "icao");
    ASSERT_TRUE(icao.ok());
    packs.packs.push_back(*icao);
    std::vector<std::string> offered;
    for (const packs::Pack& pack : packs.packs)
        offered.insert(offered.end(), pack.validators.begin(), pack.validators.end());
    const ProfileSet set = ProfileSet::load(packs);
    for (const Profile& profile : set.all())
        for (const FieldSpec& field : profile.fields) {
            const bool known = std::find(offered.begin(), offered.end(), field.validator) != offered.end();
            EXPECT_TRUE(known || field.validator.empty()) << profile.id << ": " << field.validator;
        }
}

TEST(ShippedProfiles, EveryFieldHasANameInFourLanguages)
{
    packs::PackList packs = shippedPacks();
    const auto shared
        = packs::readPack(std::filesystem::path(VIDIMUS_SOURCE_DIR) / "plugins" / "checks" / "consistency");
    ASSERT_TRUE(shared.ok());
    packs.packs.push_back(*shared);
    const ProfileSet set = ProfileSet::load(packs);
    const Messages messages = Messages::load(packs);
    for (const Profile& profile : set.all())
        for (const FieldSpec& field : profile.fields)
            for (const char* language : languages)
                EXPECT_NE(messages.fieldName(field.id, language), field.id) << profile.id << " " << language;
}

TEST(ShippedPacks, EveryProfileGivesLevelsToChecksThatAPackDeclares)
{
    const packs::PackList packs = shippedPacks(".");
    const ProfileSet set = ProfileSet::load(packs);
    for (const Profile& profile : set.all())
        for (const auto& [check, level] : profile.levels)
            EXPECT_NE(packs.check(check).second, nullptr) << profile.id << ": " << check;
}

TEST(ShippedPacks, EveryCheckOfOneJurisdictionHasAProfileToBeAskedOf)
{
    const packs::PackList packs = shippedPacks(".");
    const ProfileSet set = ProfileSet::load(packs);
    for (const packs::Pack& pack : packs.packs)
        for (const packs::CheckDeclaration& check : pack.declarations) {
            const bool anywhere = pack.jurisdiction.empty() || check.ofCase || check.ofAnyDocument;
            EXPECT_TRUE(anywhere
                || std::any_of(set.all().begin(), set.all().end(),
                    [&](const Profile& profile) { return profile.jurisdiction == pack.jurisdiction; }))
                << pack.id << ": " << check.id;
        }
}

TEST(ShippedPacks, SourcesInProseAreToldInFourLanguages)
{
    const packs::PackList packs = shippedPacks("checks");
    const Messages messages = Messages::load(packs);
    int prose = 0;
    for (const packs::Pack& pack : packs.packs)
        for (const packs::CheckDeclaration& check : pack.declarations) {
            Finding finding;
            finding.check = check.id;
            finding.source = check.source;
            const bool title = check.source.find_first_of("0123456789") != std::string::npos;
            const bool told = messages.source(finding, "pt") != check.source;
            prose += told;
            EXPECT_TRUE(told || title || check.source.empty()) << check.id << ": " << check.source;
            for (const char* language : {"zh-Hans", "zh-Hant", "pt"})
                EXPECT_EQ(told, messages.source(finding, language) != check.source) << check.id << " " << language;
        }
    EXPECT_GT(prose, 0);
}
