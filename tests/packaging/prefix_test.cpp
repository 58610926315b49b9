#include "packaging/installed.hpp"

#include <gmock/gmock.h>

namespace fs = std::filesystem;
using namespace vidimus::packaging;
using nlohmann::json;

TEST(PrefixInstallation, VerifiesTheDemoCaseAwayFromSourcesAndBuildFolder)
{
    const Installed installed;
    const fs::path demo = installed.prefix() / "share/vidimus/assets/demo";
    const auto ran = installed.run({installed.prefix() / "bin/vidimus", "verify", "--json", "--lang", "zh-Hant",
        "--as-of", "2026-11-22", "--claims", demo / "claims.json", "--trust", demo / "trust", "--report",
        installed.prefix() / "report.pdf", demo / "files"});
    EXPECT_EQ(ran.errors, "");
    ASSERT_LE(ran.status, 2);
    const json report = json::parse(ran.output);
    std::size_t recognised = 0;
    for (const auto& document : report.at("documents"))
        recognised += !document.at("profile").is_null();
    EXPECT_GE(recognised, 3u);
    EXPECT_THAT(report.at("findings").at(0).at("message").get<std::string>(), testing::ContainsRegex("[^ -~]"))
        << "the packs' words are found";
    EXPECT_FALSE(report.at("confinement").empty());
    EXPECT_GT(fs::file_size(installed.prefix() / "report.pdf"), 10'000u);
}

TEST(PrefixInstallation, FindsItsPacksAndNothingOfTheBuildFolder)
{
    const Installed installed;
    const auto ran = installed.run({installed.prefix() / "bin/vidimus", "plugin", "list", "--json"});
    EXPECT_EQ(ran.status, 0) << ran.errors;
    const json list = json::parse(ran.output);
    EXPECT_GE(list.at("plugins").size(), 10u);
    const std::string packs = fs::canonical(installed.prefix() / "lib/vidimus/packs");
    for (const auto& plugin : list.at("plugins"))
        EXPECT_EQ(fs::canonical(plugin.at("folder").get<std::string>()).parent_path(), packs);
    for (const char* program : {"vidimus-worker", "vidimus-workstation", "vidimus-specimen", "vidimus-scan"})
        EXPECT_TRUE(fs::exists(installed.prefix() / "bin" / program)) << program;
}
