#include "profiles/messages.hpp"
#include "profiles/profile_set.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace vidimus;
using namespace vidimus::profiles;

namespace {

/// Every pack of the house that offers a profile, as it lies in the source tree.
packs::PackList shippedPacks()
{
    packs::PackList list;
    const std::filesystem::path root = std::filesystem::path(VIDIMUS_SOURCE_DIR) / "plugins" / "jurisdictions";
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
    for (const char* id : {"hk.doctor-practising", "hk.identity-card", "hk.pharmacist-practising",
             "cn.physician-practice", "cn.physician-qualification", "xx.passport-td3"})
        EXPECT_NE(set.find(id), nullptr) << id;
}

TEST(ShippedProfiles, NameTheirSourceAndTheirTitleInFourLanguages)
{
    const ProfileSet set = ProfileSet::load(shippedPacks());
    for (const Profile& profile : set.all()) {
        EXPECT_FALSE(profile.source.empty()) << profile.id;
        for (const char* language : {"en", "zh-Hans", "zh-Hant", "pt"})
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
            for (const char* language : {"en", "zh-Hans", "zh-Hant", "pt"})
                EXPECT_NE(messages.fieldName(field.id, language), field.id) << profile.id << " " << language;
}
