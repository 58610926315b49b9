#include "app/house.hpp"
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

TEST(House, WithoutPluginsSaysWhereToPutThem)
{
    const tests::TemporaryFolder folder;
    setenv("VIDIMUS_PLUGIN_PATH", "", 1);
    setenv("XDG_DATA_HOME", folder.path().c_str(), 1);
    const auto troubles = app::House::open(folder.path()).troubles();
    ASSERT_EQ(troubles.size(), 1u);
    EXPECT_THAT(troubles[0].message, HasSubstr("VIDIMUS_PLUGIN_PATH"));
}
