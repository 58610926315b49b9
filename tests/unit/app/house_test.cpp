#include "app/house.hpp"
#include "digest/digest.hpp"
#include "pipeline/extract/calibration.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>

using namespace vidimus;
using testing::HasSubstr;

TEST(TrustRoots, AreEveryCertificateInFilesAndFolders)
{
    const tests::TemporaryFolder folder;
    const std::string one = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                      two = "-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----\n";
    const auto file = folder.write("bundle.pem", "words before\n" + one + two);
    folder.write("roots/a.pem", one);
    folder.write("roots/b.crt", two);
    folder.write("roots/readme.txt", "no certificate");
    EXPECT_THAT(*app::trustRootsFrom({file}), testing::ElementsAre(one, two));
    EXPECT_THAT(*app::trustRootsFrom({folder / "roots"}), testing::ElementsAre(one, two));
}

TEST(TrustRoots, ThatAreNoneAreNamed)
{
    const tests::TemporaryFolder folder;
    EXPECT_THAT(app::trustRootsFrom({folder / "none.pem"}).error().message, HasSubstr("none.pem"));
    EXPECT_THAT(
        app::trustRootsFrom({folder.write("text.pem", "hello")}).error().message, HasSubstr("no PEM certificate"));
}

namespace {
/// A house installed with these words as its calibration table; the troubles that speak of it.
std::vector<std::string> calibrationTroubles(const std::optional<std::string>& table, app::House& house)
{
    const tests::TemporaryFolder folder;
    folder.write("share/vidimus/assets/packages", "");
    if (table)
        folder.write("share/vidimus/assets/calibration.json", *table);
    setenv("VIDIMUS_PLUGIN_PATH", "", 1);
    folder.write("bin/vidimus", "");
    house = app::House::open(folder / "bin");
    std::vector<std::string> messages;
    for (const Error& trouble : house.troubles())
        if (trouble.message.find("calibra") != std::string::npos)
            messages.push_back(trouble.message);
    return messages;
}
} // namespace

TEST(House, WithABrokenCalibrationTableSaysSoOnce)
{
    app::House house;
    const auto troubles = calibrationTroubles("{\"schema\": \"vidimus.calibration/1\"", house);
    ASSERT_EQ(troubles.size(), 1u);
    EXPECT_THAT(troubles[0], testing::AllOf(HasSubstr("calibration.json"), HasSubstr("not JSON")));
    ASSERT_TRUE(house.calibration);
    EXPECT_FALSE(house.calibration->table);
    EXPECT_EQ(house.calibration->without, CalibrationState::Malformed);
}

TEST(House, WithoutACalibrationTableSaysSoOnce)
{
    app::House house;
    EXPECT_EQ(calibrationTroubles(std::nullopt, house).size(), 1u);
    ASSERT_TRUE(house.calibration);
    EXPECT_EQ(house.calibration->without, CalibrationState::NoTable);
}

TEST(House, UsesTheCalibrationTableThatIsInstalled)
{
    app::House house;
    const std::string table = R"({"schema": "vidimus.calibration/1", "command": "", "engines": {"an.engine": "1"},
        "fields": 9, "set": "", "files": [], "maps": {"any/any": {"fields": 9, "right": 8, "points": [[0.5, 0.8]]}}})";
    EXPECT_THAT(calibrationTroubles(table, house), testing::IsEmpty());
    ASSERT_TRUE(house.calibration && house.calibration->table);
    EXPECT_EQ(house.calibration->digest, digest::sha256(table));
}

TEST(House, WithoutPluginsSaysWhereToPutThem)
{
    const tests::TemporaryFolder folder;
    setenv("VIDIMUS_PLUGIN_PATH", "", 1);
    setenv("XDG_DATA_HOME", folder.path().c_str(), 1);
    const auto troubles = app::House::open(folder.path()).troubles();
    ASSERT_EQ(troubles.size(), 1u);
    EXPECT_THAT(troubles[0].message, HasSubstr("VIDIMUS_PLUGIN_PATH"));
}
