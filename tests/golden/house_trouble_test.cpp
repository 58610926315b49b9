#include "store/case_store.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

/// Trouble of the house itself: no plugins, a broken profile, a full disk. Said once, with the status of the contract.
namespace {

namespace fs = std::filesystem;
using namespace vidimus;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string program = VIDIMUS_BUILD_DIR "/vidimus";
const std::string good = VIDIMUS_SOURCE_DIR "/assets/demo/files/5-physician-practice.pdf";
constexpr int ourFailure = 70;

std::size_t linesIn(const std::string& text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// A pack of data alone, whose profile is this.
void writePack(const tests::TemporaryFolder& folder, const std::string& profile)
{
    folder.write("packs/zz.note/plugin.toml",
        "schema = \"vidimus.plugin/1\"\nid = \"zz.note\"\nversion = \"1\"\njurisdiction = \"ZZ\"\n"
        "[offers]\nprofiles = [\"profile.toml\"]\n");
    folder.write("packs/zz.note/profile.toml", profile);
}

json verifyWith(const std::string& packs, std::string& errors)
{
    const auto ran = tests::runProgram(
        {program, "verify", "--json", "--lang", "en", "--as-of", "2026-11-22", good}, {"VIDIMUS_PLUGIN_PATH=" + packs});
    errors = ran.errors;
    return json::parse(ran.output, nullptr, false);
}

/// A store without cases.
std::string newStore(const tests::TemporaryFolder& folder)
{
    const std::string url = folder / "cases.db";
    EXPECT_TRUE(store::CaseStore::open(url).ok());
    return url;
}

/// The program refuses these words in one line, and leaves nothing behind in the folder.
std::string refusal(const fs::path& folder, std::vector<std::string> words)
{
    const auto before = std::distance(fs::directory_iterator(folder), fs::directory_iterator());
    words.insert(words.begin(), program);
    const auto ran = tests::runProgram(words);
    EXPECT_EQ(ran.status, 64) << ran.errors;
    EXPECT_EQ(ran.output, "");
    EXPECT_EQ(linesIn(ran.errors), 1u) << ran.errors;
    EXPECT_THAT(ran.errors, testing::StartsWith("vidimus: "));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), before);
    return ran.errors;
}

/// Runs with this folder a disk of its own of 64 KiB.
tests::Ran onSmallDisk(const fs::path& folder, const std::vector<std::string>& argv)
{
    fs::create_directories(folder);
    std::vector<std::string> all{"bwrap", "--dev-bind", "/", "/", "--size", "65536", "--tmpfs", folder, "--"};
    all.insert(all.end(), argv.begin(), argv.end());
    return tests::runProgram(all);
}

} // namespace

TEST(HouseTrouble, AnArgumentThatIsNoUtf8IsRefusedInWords)
{
    for (const char* option : {"--json", "--"}) {
        const auto ran = tests::runProgram({program, "names", "compare", option, "CHAN Tai Man", "CHAN\xff\xc3"});
        EXPECT_EQ(ran.status, 64) << ran.errors;
        EXPECT_THAT(ran.errors, AllOf(HasSubstr("not UTF-8"), HasSubstr("CHAN"), Not(HasSubstr("json"))));
        EXPECT_EQ(ran.output, "");
    }
    const tests::TemporaryFolder folder;
    const auto shown = tests::runProgram({program, "case", "show", "--json", "--store", newStore(folder), "2026-\xff"});
    EXPECT_EQ(shown.status, 64) << shown.errors;
    EXPECT_THAT(shown.errors, AllOf(HasSubstr("There is no case"), Not(HasSubstr("json"))));
}

TEST(HouseTrouble, WithoutPluginsSaysWhereToPutThemAndReadsNothing)
{
    const tests::TemporaryFolder folder;
    fs::create_directory(folder / "bin");
    fs::copy_file(program, folder / "bin" / "vidimus");
    const auto ran = tests::runProgram({folder / "bin" / "vidimus", "verify", good},
        {"XDG_DATA_HOME=" + folder.path().string(), "VIDIMUS_PLUGIN_PATH="});
    EXPECT_EQ(ran.status, ourFailure);
    EXPECT_EQ(ran.output, "");
    EXPECT_THAT(ran.errors, AllOf(HasSubstr("no plugin was found"), HasSubstr("VIDIMUS_PLUGIN_PATH")));
    EXPECT_EQ(linesIn(ran.errors), 1u);
}

TEST(HouseTrouble, OfABrokenProfileNamesFileLineAndColumnAndKeepsTheRest)
{
    const tests::TemporaryFolder folder;
    for (const auto& [profile, where] : {std::pair{"schema = \"vidimus.profile/1\"\nid = zz.note\n", "profile.toml:2:"},
             {"schema = \"vidimus.profile/1\"\nid = \"zz.note\"\ntitle = { en = \"Note\" }\nthreshhold = 0.5\n"
              "[[recognise]]\ntext = \"NOTE\"\nweight = 1\n",
                 "profile.toml:4:"}}) {
        writePack(folder, profile);
        std::string errors;
        const json report = verifyWith(folder / "packs", errors);
        EXPECT_THAT(errors, testing::ContainsRegex(std::string(where) + "[0-9]+: "));
        EXPECT_EQ(linesIn(errors), 1u) << errors;
        ASSERT_FALSE(report.is_discarded());
        EXPECT_EQ(report.at("documents").at(0).at("profile").at("id"), "cn.physician-practice");
    }
}

TEST(HouseTrouble, OfAFullDiskUnderAReportNamesTheReportAndKeepsTheRest)
{
    const tests::TemporaryFolder folder;
    const fs::path full = folder / "full", html = full / "report.html", pdf = full / "report.pdf",
                   elsewhere = folder / "report.html";
    const auto ran = onSmallDisk(full,
        {program, "verify", "--json", "--as-of", "2026-11-22", "--report", html, "--report", pdf, "--report", elsewhere,
            good});
    EXPECT_EQ(ran.status, ourFailure);
    EXPECT_THAT(
        ran.errors, AllOf(HasSubstr(html.string() + ": No space left"), HasSubstr(pdf.string() + ": No space left")));
    EXPECT_EQ(linesIn(ran.errors), 2u);
    EXPECT_FALSE(json::parse(ran.output, nullptr, false).is_discarded()) << "the report on standard output is whole";
    EXPECT_GT(fs::file_size(elsewhere), 65536u) << "the report on the other disk is written";
}

TEST(HouseTrouble, OfAFullDiskLeavesNoHalfReport)
{
    const tests::TemporaryFolder folder;
    const fs::path full = folder / "full", html = full / "report.html";
    const auto ran = onSmallDisk(full,
        {"sh", "-c", "\"$0\" verify --report \"$1\" \"$2\" > /dev/null; ls -A \"$3\"", program, html, good, full});
    EXPECT_EQ(ran.output, "");
}

TEST(HouseTrouble, OfAFullDiskUnderStandardOutputIsNoSuccess)
{
    for (const std::string command : {"verify \"$1\"", "verify --json \"$1\"", "plugin list", "names compare A B"}) {
        const auto ran = tests::runProgram({"sh", "-c", "\"$0\" " + command + " > /dev/full", program, good});
        EXPECT_EQ(ran.status, ourFailure) << command;
        EXPECT_THAT(ran.errors, AllOf(HasSubstr("standard output"), HasSubstr("disk full"))) << command;
    }
}

TEST(HouseTrouble, OfAFullDiskUnderTheStoreNamesTheStore)
{
    const tests::TemporaryFolder folder;
    const fs::path full = folder / "full";
    const auto ran = onSmallDisk(full,
        {"sh", "-c",
            "cp \"$2\" \"$1\"/cases.db; head -c 65536 /dev/zero > \"$1\"/filler 2> /dev/null; \"$0\" case list --store "
            "\"$1\"/cases.db",
            program, full, newStore(folder)});
    EXPECT_EQ(ran.status, ourFailure);
    EXPECT_THAT(ran.errors, AllOf(HasSubstr("cases.db"), HasSubstr("full")));
    EXPECT_EQ(linesIn(ran.errors), 1u) << ran.errors;
}

TEST(HouseTrouble, AReportIsNeverWrittenOverAPaper)
{
    const tests::TemporaryFolder folder;
    const fs::path paper = folder / "papers" / "p.pdf", hard = folder / "papers" / "hard.pdf",
                   soft = folder / "soft.pdf";
    fs::create_directory(folder / "papers");
    fs::copy_file(good, paper);
    fs::create_hard_link(paper, hard);
    fs::create_symlink(paper, soft);
    for (const fs::path& out : {paper, hard, soft, folder / "papers" / ".." / "papers" / "p.pdf"})
        for (const fs::path& input : {paper, paper.parent_path()})
            EXPECT_THAT(refusal(folder.path(), {"verify", input, "--report", out}), HasSubstr("never written over"));
    EXPECT_EQ(fs::file_size(paper), fs::file_size(good));
}

TEST(HouseTrouble, AReportWithoutAPlaceIsRefusedBeforeTheReading)
{
    const tests::TemporaryFolder folder;
    EXPECT_THAT(
        refusal(folder.path(), {"verify", good, "--report", folder / "none" / "r.pdf"}), HasSubstr("no folder"));
    EXPECT_THAT(refusal(folder.path(), {"verify", good, "--report", "/proc/r.pdf"}), HasSubstr("cannot be written"));
}

TEST(HouseTrouble, OfAMistypedStoreNamesItAndMakesNone)
{
    const tests::TemporaryFolder folder;
    const std::string typo = folder / "typo.db";
    const std::vector<std::vector<std::string>> commands{{"audit", "verify"}, {"case", "list"}, {"case", "show", "1"},
        {"case", "report", "1", "r.pdf"}, {"case", "export", "1", "--out", folder / "out"}};
    for (auto words : commands) {
        words.insert(words.end(), {"--store", typo});
        EXPECT_THAT(refusal(folder.path(), words), HasSubstr(typo));
    }
    EXPECT_THAT(refusal(folder.path(), {"case", "list", "--store", folder.write("empty.db", "")}), HasSubstr("empty"));
}

TEST(HouseTrouble, OfAClaimThatCannotBeComparedSaysWhatWasMeant)
{
    const tests::TemporaryFolder folder;
    const auto told = [&](const std::string& claims) {
        return refusal(folder.path(), {"verify", good, "--claims", folder.write("claims.json", claims)});
    };
    folder.write("claims.json", "");
    EXPECT_THAT(told(R"({"holder.birthdate": "1981-07-14"})"), HasSubstr("did you mean holder.birth-date?"));
    EXPECT_THAT(told(R"({"holder.birth-date": "long ago"})"), AllOf(HasSubstr("not a date"), HasSubstr("1981-07-14")));
    EXPECT_THAT(told(R"({"holder.sex": "?"})"), HasSubstr("F or M"));
}

TEST(HouseTrouble, OfMistypedWordsNamesTheFirstAndTheNearest)
{
    const tests::TemporaryFolder folder;
    EXPECT_THAT(refusal(folder.path(), {"verfy", "a", "b"}), AllOf(HasSubstr("'verfy'"), HasSubstr("'verify'")));
    EXPECT_THAT(refusal(folder.path(), {"verify", "a", "--josn"}), AllOf(HasSubstr("'--josn'"), HasSubstr("'--json'")));
    EXPECT_THAT(refusal(folder.path(), {"case", "lst"}), AllOf(HasSubstr("'lst'"), HasSubstr("'list'")));
    EXPECT_THAT(refusal(folder.path(), {"work", "--store", "x"}), HasSubstr("not built"));
    EXPECT_THAT(refusal(folder.path(), {good}), HasSubstr("vidimus verify " + good));
}

TEST(HouseTrouble, HelpTellsTheExitStatusesAndOnlyWhatThereIs)
{
    const auto help = tests::runProgram({program, "help", "verify"});
    EXPECT_EQ(help.status, 0);
    EXPECT_EQ(help.output, tests::runProgram({program, "verify", "--help"}).output);
    EXPECT_THAT(
        help.output, AllOf(HasSubstr("Exit status"), Not(HasSubstr("--pathway")), Not(HasSubstr("--register"))));
    EXPECT_THAT(tests::runProgram({program, "help"}).output, Not(HasSubstr("import")));
}

TEST(HouseTrouble, WithoutADisplayTheWorkstationLeavesNoStore)
{
    const tests::TemporaryFolder folder;
    const auto ran
        = tests::runProgram({"env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "-u", "VIDIMUS_LOG", program, "--demo"},
            {"XDG_DATA_HOME=" + folder.path().string()});
    EXPECT_EQ(ran.status, ourFailure);
    EXPECT_EQ(linesIn(ran.errors), 1u) << ran.errors;
    EXPECT_TRUE(fs::is_empty(folder.path()));
}
