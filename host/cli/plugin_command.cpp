#include "app/house.hpp"
#include "cli/commands.hpp"
#include "core/spelling.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace vidimus::cli {
namespace {

nlohmann::ordered_json jsonOf(const packs::Pack& pack, const app::House& house)
{
    std::vector<std::string> profiles;
    for (const auto& profile : house.profiles.all())
        if (profile.pack == pack.id)
            profiles.push_back(profile.id);
    return {{"id", pack.id}, {"version", pack.version}, {"sha256", pack.sha256}, {"folder", pack.folder.string()},
        {"jurisdiction", pack.jurisdiction}, {"abi", pack.abi}, {"readers", pack.readers}, {"engines", pack.engines},
        {"checks", pack.checks}, {"validators", pack.validators}, {"fieldReaders", pack.fieldReaders},
        {"profiles", profiles}};
}

void printForPerson(const app::House& house)
{
    for (const auto& pack : house.packs.packs) {
        fmt::print("{} {}  {}\n", pack.id, pack.version, pack.folder.string());
        const auto line = [](std::string_view what, const std::vector<std::string>& ids) {
            if (!ids.empty())
                fmt::print("    {:<13} {}\n", what, fmt::join(ids, ", "));
        };
        line("readers", pack.readers);
        line("engines", pack.engines);
        line("checks", pack.checks);
        line("validators", pack.validators);
        line("field readers", pack.fieldReaders);
        for (const auto& profile : house.profiles.all())
            if (profile.pack == pack.id)
                fmt::print("    {:<13} {}\n", "profile", profile.id);
    }
}

int list(bool asJson)
{
    const auto folder = app::programFolder();
    if (!folder)
        return complain(exitOurFailure, folder.error().message);
    const auto house = app::House::open(*folder);
    if (asJson) {
        nlohmann::ordered_json out{{"schema", "vidimus.plugins/1"}, {"plugins", nlohmann::ordered_json::array()},
            {"rejected", nlohmann::ordered_json::array()}};
        for (const auto& pack : house.packs.packs)
            out["plugins"].push_back(jsonOf(pack, house));
        for (const Error& trouble : house.troubles())
            out["rejected"].push_back({{"kind", nameOf(trouble.kind)}, {"message", trouble.message}});
        printJson(out);
    } else {
        printForPerson(house);
    }
    const auto troubles = house.troubles();
    for (const Error& trouble : troubles)
        complain(0, trouble.message);
    return troubles.empty() ? 0 : exitOurFailure;
}

} // namespace

void addPlugin(CLI::App& app, Run& run)
{
    auto* plugin = app.add_subcommand("plugin", "the plugins and what they offer")->require_subcommand(1);
    auto asJson = std::make_shared<bool>(false);
    auto* listing = plugin->add_subcommand("list", "all packs that are found; runs none of their code");
    listing->add_flag("--json", *asJson, "as JSON");
    listing->callback([&run, asJson] { run = [asJson] { return list(*asJson); }; });
    addPackCommands(*plugin, run);
}

} // namespace vidimus::cli
