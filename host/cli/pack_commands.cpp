#include "app/exemplar_maker.hpp"
#include "app/pack_check.hpp"
#include "app/pack_template.hpp"
#include "cli/commands.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace vidimus::cli {
namespace {

struct PackArguments {
    std::string path, id, folder, profile;
    bool json = false;
};

const char* nameOf(app::PackTest::Outcome outcome)
{
    switch (outcome) {
    case app::PackTest::Outcome::Passed:
        return "passed";
    case app::PackTest::Outcome::Failed:
        return "failed";
    case app::PackTest::Outcome::Skipped:
        return "skipped";
    }
    return "";
}

void print(const app::PackReport& report, bool asJson)
{
    auto tests = nlohmann::ordered_json::array();
    for (const app::PackTest& test : report.tests) {
        if (!asJson)
            fmt::print("{:<8} {}{}{}\n", nameOf(test.outcome), test.name, test.what.empty() ? "" : ": ", test.what);
        tests.push_back({{"name", test.name}, {"outcome", nameOf(test.outcome)}, {"what", test.what}});
    }
    if (asJson)
        printJson({{"schema", "vidimus.plugin-check/1"}, {"plugin", {{"id", report.id}, {"version", report.version}}},
            {"holds", report.holds()}, {"tests", tests}});
}

int check(const PackArguments& arguments)
{
    const auto folder = app::programFolder();
    if (!folder)
        return complain(exitOurFailure, folder.error().message);
    const auto report = app::checkPack(arguments.path, *folder);
    if (!report)
        return complain(
            report.error().kind == ErrorKind::NotFound ? exitUsage : exitOurFailure, report.error().message);
    print(*report, arguments.json);
    return report->holds() ? 0 : 1;
}

int makeNew(const PackArguments& arguments)
{
    const auto programs = app::programFolder();
    if (!programs)
        return complain(exitOurFailure, programs.error().message);
    const std::string folder = arguments.folder.empty() ? arguments.id : arguments.folder;
    if (const auto made = app::newPack(arguments.id, folder, app::templateFolder(*programs)); !made)
        return complain(made.error().kind == ErrorKind::Refused ? exitUsage : exitOurFailure, made.error().message);
    fmt::print(
        "{0}: the pack {1} to start from. Build it with the installed SDK, then try it:\n"
        "  cmake -S {0} -B {0}/build -DCMAKE_PREFIX_PATH=<where Vidimus is installed> && cmake --build {0}/build\n"
        "  vidimus plugin check {0}/build/{1}\n",
        folder, arguments.id);
    return 0;
}

int makeExemplar(const PackArguments& arguments)
{
    const auto programs = app::programFolder();
    if (!programs)
        return complain(exitOurFailure, programs.error().message);
    const auto house = app::House::open(*programs);
    const auto workers = app::Workers::start(house);
    if (!workers)
        return complain(exitOurFailure, workers.error().message);
    const auto made = app::makeExemplars({arguments.path, arguments.profile, arguments.folder}, house, **workers);
    if (!made)
        return complain(made.error().kind == ErrorKind::System ? exitOurFailure : exitUsage, made.error().message);
    for (const app::MadeExemplar& one : *made) {
        fmt::print("{}: {} key points of the design's wording, boxes of {}\n", one.file.string(), one.keyPoints,
            fmt::join(one.boxes, ", "));
        if (!one.missing.empty())
            fmt::print("  no box (not accepted on this page): {}\n", fmt::join(one.missing, ", "));
    }
    return 0;
}

} // namespace

void addPackCommands(CLI::App& plugin, Run& run)
{
    auto arguments = std::make_shared<PackArguments>();
    auto* checking = plugin.add_subcommand("check",
        "put a pack to every test: manifest, profiles, messages, its code in a confined worker, its specimens");
    checking->add_option("PATH", arguments->path, "the pack's folder, built")->required();
    checking->add_flag("--json", arguments->json, "as JSON");
    checking->callback([&run, arguments] { run = [arguments] { return check(*arguments); }; });
    auto* exemplar = plugin.add_subcommand("exemplar",
        "make an exemplar of a design from a document: where its fields stand, and its print without any value");
    exemplar->add_option("FILE", arguments->path, "a document of the design, well read")->required();
    exemplar->add_option("--profile", arguments->profile, "id of its profile")->required();
    exemplar->add_option("--out", arguments->folder, "folder to write into: exemplars/ of the profile's pack")
        ->required();
    exemplar->callback([&run, arguments] { run = [arguments] { return makeExemplar(*arguments); }; });
    auto* making = plugin.add_subcommand("new", "copy the template pack under an id of its own");
    making->add_option("ID", arguments->id, "country and document, e.g. xx.school-certificate")->required();
    making->add_option("FOLDER", arguments->folder, "where to (default: a folder of the id's name)");
    making->callback([&run, arguments] { run = [arguments] { return makeNew(*arguments); }; });
}

} // namespace vidimus::cli
