#include "packs/pack.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

using namespace vidimus;
using testing::HasSubstr;

namespace {

const std::string dataPack = R"(schema = "vidimus.plugin/1"
id = "xx.data"
version = "0.1.0"
title = { en = "Data" }
jurisdiction = "XX"
[offers]
profiles = ["profile.toml"]
)";

std::string codePack(int abi)
{
    return "schema = \"vidimus.plugin/1\"\nid = \"xx.code\"\nversion = \"2.0\"\nabi = " + std::to_string(abi)
        + "\n[offers]\nchecks = [\"a-holds\"]\n[[check]]\nid = \"a-holds\"\nscope = \"case\"\nlevel = \"warn\"\nsource "
          "= \"Act 1\"\n";
}

} // namespace

TEST(Packs, ManifestSaysWhatAPackOffers)
{
    const tests::TemporaryFolder folder;
    folder.write("code/plugin.toml", codePack(1));
    folder.write("code/plugin.so", "no module, never loaded here");
    const auto list = packs::findPacks({folder.path()});
    ASSERT_EQ(list.packs.size(), 1u);
    const auto [pack, declaration] = list.check("a-holds");
    ASSERT_NE(pack, nullptr);
    EXPECT_EQ(pack->id, "xx.code");
    EXPECT_TRUE(declaration->ofCase);
    EXPECT_EQ(declaration->level, Level::Warn);
    EXPECT_EQ(declaration->source, "Act 1");
    EXPECT_EQ(list.check("b-holds").first, nullptr);
}

TEST(Packs, APackIsNoRivalOfItself)
{
    const tests::TemporaryFolder folder;
    folder.write("code/plugin.toml", codePack(1));
    folder.write("code/plugin.so", "");
    const auto list = packs::findPacks({folder.path(), folder.path() / "code", folder.path() / "code" / ".."});
    EXPECT_EQ(list.packs.size(), 1u);
    EXPECT_TRUE(list.rejected.empty());
}

TEST(Packs, AnUnknownMajorAbiIsRefusedWithWhatToDo)
{
    const tests::TemporaryFolder folder;
    folder.write("code/plugin.toml", codePack(99));
    folder.write("code/plugin.so", "");
    const auto list = packs::findPacks({folder.path()});
    EXPECT_TRUE(list.packs.empty());
    ASSERT_EQ(list.rejected.size(), 1u);
    EXPECT_THAT(list.rejected[0].error.message, HasSubstr("install a newer Vidimus"));
    EXPECT_THAT(list.rejected[0].error.message, HasSubstr("ABI 99"));
}

TEST(Packs, ABrokenManifestNamesFileLineAndColumn)
{
    const tests::TemporaryFolder folder;
    folder.write("a/plugin.toml", "schema = \"vidimus.plugin/1\"\nid = \"xx.a\nversion = 1\n");
    folder.write("b/plugin.toml", "schema = \"vidimus.plugin/1\"\nid = \"Not An Id\"\n");
    const auto list = packs::findPacks({folder.path()});
    ASSERT_EQ(list.rejected.size(), 2u);
    EXPECT_THAT(list.rejected[0].error.message, HasSubstr("a/plugin.toml:2:"));
    EXPECT_THAT(list.rejected[1].error.message, HasSubstr("b/plugin.toml:2:"));
}

TEST(Packs, ACheckIsAskedOfDocumentsOfAnyDocumentOrOfTheCaseAndOfNothingElse)
{
    const tests::TemporaryFolder folder;
    const auto scoped = [](const std::string& scope) {
        std::string text = codePack(1);
        return text.replace(text.find("\"case\""), 6, "\"" + scope + "\"");
    };
    for (const std::string scope : {"case", "document", "any-document"}) {
        folder.write("code/plugin.toml", scoped(scope));
        folder.write("code/plugin.so", "");
        const auto list = packs::findPacks({folder.path()});
        ASSERT_EQ(list.packs.size(), 1u) << scope;
        EXPECT_EQ(list.packs[0].declarations[0].ofCase, scope == "case");
        EXPECT_EQ(list.packs[0].declarations[0].ofAnyDocument, scope == "any-document");
    }
    for (const std::string scope : {"hk.identity-card", "documents", "any document", ""}) {
        folder.write("code/plugin.toml", scoped(scope));
        const auto list = packs::findPacks({folder.path()});
        ASSERT_EQ(list.rejected.size(), 1u) << scope;
        EXPECT_THAT(list.rejected[0].error.message, HasSubstr("code/plugin.toml:9:")) << scope;
    }
}

TEST(Packs, EveryManifestOfTheHouseIsTaken)
{
    const std::filesystem::path root = std::filesystem::path(VIDIMUS_SOURCE_DIR) / "plugins";
    int taken = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().filename() != "plugin.toml")
            continue;
        const auto pack = packs::readPack(entry.path().parent_path());
        EXPECT_TRUE(pack.ok()) << (pack ? "" : pack.error().message);
        ++taken;
        if (!pack)
            continue;
        for (const auto& profile : pack->profiles)
            EXPECT_TRUE(std::filesystem::exists(profile)) << profile;
        for (const std::string& check : pack->checks)
            EXPECT_TRUE(std::any_of(pack->declarations.begin(), pack->declarations.end(),
                [&](const auto& declared) { return declared.id == check; }))
                << pack->id << ": " << check;
    }
    EXPECT_GT(taken, 10);
}

TEST(Packs, OneBadPackLeavesTheOthers)
{
    const tests::TemporaryFolder folder;
    folder.write("good/plugin.toml", dataPack);
    folder.write("good/profile.toml", "");
    folder.write("bad/plugin.toml", "[[[");
    const auto list = packs::findPacks({folder.path()});
    EXPECT_EQ(list.packs.size(), 1u);
    EXPECT_EQ(list.rejected.size(), 1u);
}

TEST(Packs, OfTwoWithOneIdTheFirstFoundCounts)
{
    const tests::TemporaryFolder first, second;
    for (const auto* folder : {&first, &second}) {
        folder->write("p/plugin.toml", dataPack);
        folder->write("p/profile.toml", "");
    }
    const auto list = packs::findPacks({first.path(), second.path()});
    ASSERT_EQ(list.packs.size(), 1u);
    EXPECT_EQ(list.packs[0].folder, first / "p");
    ASSERT_EQ(list.rejected.size(), 1u);
    EXPECT_THAT(list.rejected[0].error.message, HasSubstr("already taken"));
}

TEST(Packs, AProfileOutsideThePackIsRefused)
{
    const tests::TemporaryFolder folder;
    folder.write("p/plugin.toml",
        "schema = \"vidimus.plugin/1\"\nid = \"xx.p\"\nversion = \"1\"\n[offers]\nprofiles = [\"../../etc/x.toml\"]\n");
    const auto list = packs::findPacks({folder.path()});
    ASSERT_EQ(list.rejected.size(), 1u);
    EXPECT_THAT(list.rejected[0].error.message, HasSubstr("outside the pack"));
}

TEST(Packs, TheDigestChangesWithEveryFileOfThePack)
{
    const tests::TemporaryFolder folder;
    folder.write("p/plugin.toml", dataPack);
    folder.write("p/profile.toml", "a");
    const auto before = packs::findPacks({folder.path()}).packs.at(0).sha256;
    EXPECT_EQ(packs::findPacks({folder.path()}).packs.at(0).sha256, before);
    folder.write("p/messages/en.toml", "b");
    EXPECT_NE(packs::findPacks({folder.path()}).packs.at(0).sha256, before);
}

TEST(Packs, AFolderThatIsNotThereHoldsNoPacks)
{
    const auto list = packs::findPacks({"/no/such/folder"});
    EXPECT_TRUE(list.packs.empty());
    EXPECT_TRUE(list.rejected.empty());
}
