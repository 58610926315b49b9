#include "packaging/installed.hpp"

#include <gmock/gmock.h>

#include <fstream>

/// A pack built out of tree with the installed SDK and nothing else of the house.
namespace {

namespace fs = std::filesystem;
using namespace vidimus;
using namespace vidimus::packaging;
using nlohmann::json;
using testing::HasSubstr;

const std::string program = VIDIMUS_BUILD_DIR "/vidimus";

class Sdk : public testing::Test {
protected:
    /// Configures and builds a pack; returns the folder that holds it.
    fs::path build(const fs::path& source)
    {
        const fs::path folder = m_installed.prefix() / "build";
        for (const auto& argv :
            {std::vector<std::string>{VIDIMUS_CMAKE, "-S", source, "-B", folder, "-DCMAKE_CXX_COMPILER=" VIDIMUS_CXX,
                 "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror", "-DCMAKE_PREFIX_PATH=" + m_installed.prefix().string()},
                {VIDIMUS_CMAKE, "--build", folder}}) {
            const auto ran = m_installed.run(argv);
            EXPECT_EQ(ran.status, 0) << ran.output << ran.errors;
        }
        return folder;
    }

    /// Draws a sheet of the template and verifies it with the packs of that folder.
    json verified(const fs::path& packs, const std::string& sheet)
    {
        const fs::path picture = m_installed.prefix() / (sheet + ".png");
        const auto drawn = m_installed.run({program, "specimen", "--sheet",
            packs / "zz.hunting-licence/specimens" / (sheet + ".toml"), "--out", picture});
        EXPECT_EQ(drawn.status, 0) << drawn.errors;
        const auto ran
            = m_installed.run({program, "verify", "--json", "--lang", "en", "--as-of", "2026-11-22", picture},
                {"VIDIMUS_PLUGIN_PATH=" + packs.string()});
        EXPECT_EQ(ran.errors, "");
        m_status = ran.status;
        return json::parse(ran.output);
    }

    const Installed m_installed{"sdk"};
    int m_status = -1;
};

std::string fieldOf(const json& report, const std::string& id)
{
    for (const auto& field : report.at("documents").at(0).at("fields"))
        if (field.at("id") == id)
            return field.at("value");
    return {};
}

} // namespace

TEST_F(Sdk, BuildsTheTemplateWhoseSpecimensAreJudgedAsTheyShould)
{
    EXPECT_FALSE(fs::exists(m_installed.prefix() / "bin")) << "the SDK brings no programs";
    const fs::path packs = build(m_installed.prefix() / "share/vidimus/template");

    const json genuine = verified(packs, "genuine");
    EXPECT_EQ(genuine.at("documents").at(0).at("profile").at("id"), "zz.hunting-licence");
    EXPECT_EQ(fieldOf(genuine, "document.number"), "ON-123455");
    EXPECT_EQ(fieldOf(genuine, "zz.district"), "ON");
    EXPECT_EQ(outcomeOf(genuine, "zz.district-matches-number"), "passed");
    EXPECT_EQ(outcomeOf(genuine, "check-digit-holds"), "passed");
    EXPECT_EQ(genuine.at("proposal"), "no-adverse-finding");
    EXPECT_EQ(m_status, 0);

    const json altered = verified(packs, "altered");
    EXPECT_EQ(outcomeOf(altered, "zz.district-matches-number"), "failed");
    EXPECT_EQ(altered.at("proposal"), "adverse-findings");
    EXPECT_EQ(m_status, 1);

    const json foreign = verified(packs, "foreign");
    EXPECT_TRUE(foreign.at("documents").at(0).at("profile").is_null());
    EXPECT_EQ(m_status, 2);
}

TEST_F(Sdk, MakesANewPackThatBuildsAndHolds)
{
    const fs::path source = m_installed.prefix() / "new";
    const auto made = m_installed.run({program, "plugin", "new", "xx.fishing-permit", source});
    ASSERT_EQ(made.status, 0) << made.errors;
    const fs::path pack = build(source) / "xx.fishing-permit";
    const auto checked = m_installed.run({program, "plugin", "check", "--json", pack});
    EXPECT_EQ(checked.status, 0) << checked.output << checked.errors;
    const json report = json::parse(checked.output);
    EXPECT_EQ(report.at("plugin").at("id"), "xx.fishing-permit");
    std::string tests;
    for (const auto& test : report.at("tests")) {
        EXPECT_EQ(test.at("outcome"), "passed") << test.dump();
        tests += test.at("name").get<std::string>() + " ";
    }
    EXPECT_EQ(tests,
        "manifest profiles messages module-loads validators-answer checks-answer specimen-altered specimen-foreign "
        "specimen-genuine specimens-complete ");

    // A specimen that is not what its author says, a missing question, a broken profile: each is found.
    std::ofstream(pack / "specimens/genuine.toml", std::ios::app) << "\"dates-in-order\" = \"failed\"\n";
    std::ofstream(pack / "messages/en.toml") << "[fields]\n";
    const auto again = m_installed.run({program, "plugin", "check", pack});
    EXPECT_EQ(again.status, 1);
    EXPECT_THAT(again.output, HasSubstr("failed   specimen-genuine: dates-in-order says passed; failed is expected"));
    EXPECT_THAT(
        again.output, HasSubstr("failed   messages: messages/en.toml: xx.district-matches-number has no question"));
    std::ofstream(pack / "profile.toml") << "schema = \"vidimus.profile/1\"\nid = 1\n";
    EXPECT_THAT(m_installed.run({program, "plugin", "check", pack}).output,
        testing::ContainsRegex("failed   profiles: .*profile.toml:[0-9]+:[0-9]+: "));
}

TEST_F(Sdk, RefusesWhatIsNoPackAndNoIdOfOne)
{
    EXPECT_EQ(m_installed.run({program, "plugin", "check", "/nowhere"}).status, 64);
    for (const char* id : {"school", "XX.school", "xx.", "../xx.school", "xx.a/b"})
        EXPECT_EQ(m_installed.run({program, "plugin", "new", id, m_installed.prefix() / "none"}).status, 64) << id;
    EXPECT_EQ(m_installed.run({program, "plugin", "new", "xx.school", m_installed.prefix() / "include"}).status, 64);
    EXPECT_FALSE(fs::exists(m_installed.prefix() / "none"));
}
