#include "cli/commands.hpp"
#include "names/compare.hpp"
#include "names/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace vidimus::cli {
namespace {

struct NamesArguments {
    std::string a, b;
    bool json = false;
};

int compare(const NamesArguments& arguments)
{
    for (const std::string& name : {arguments.a, arguments.b})
        if (names::codePoints(name).find(U'\ufffd') != std::u32string::npos)
            return complain(exitUsage, "this name is not UTF-8: " + name);
    const auto knowledge = names::NameKnowledge::load();
    if (!knowledge)
        return complain(exitOurFailure, knowledge.error().message);
    const auto relation = knowledge->compare(arguments.a, arguments.b);
    const auto kind = names::nameOf(relation.relation);
    if (arguments.json)
        printJson({{"schema", "vidimus.names/1"}, {"a", arguments.a}, {"b", arguments.b}, {"relation", kind},
            {"explanation", relation.explanation}});
    else
        fmt::print("{}: {}\n", kind, relation.explanation);
    return 0;
}

} // namespace

void addNames(CLI::App& app, Run& run)
{
    auto arguments = std::make_shared<NamesArguments>();
    auto* names = app.add_subcommand("names", "personal names across scripts")->require_subcommand(1);
    auto* command = names->add_subcommand(
        "compare", "how two names relate: identical, variant, romanisation, subset, conflict, undecided");
    command->add_option("A", arguments->a)->required();
    command->add_option("B", arguments->b)->required();
    command->add_flag("--json", arguments->json, "as JSON");
    command->callback([&run, arguments] { run = [arguments] { return compare(*arguments); }; });
}

} // namespace vidimus::cli
