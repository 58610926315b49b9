#include "app/house.hpp"
#include "cli/commands.hpp"
#include "core/plain_text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace vidimus::cli {

int complain(int status, const std::string& message)
{
    fmt::print(stderr, "vidimus: {}\n", inOnePlainLine(message));
    return status;
}

void printJson(const nlohmann::ordered_json& json)
{
    fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

int becomeProgram(const std::string& name, std::vector<std::string> arguments)
{
    const auto folder = app::programFolder();
    if (!folder)
        return complain(exitOurFailure, folder.error().message);
    const std::string program = (*folder / name).string();
    arguments.insert(arguments.begin(), program);
    std::vector<char*> argv;
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    std::fflush(nullptr);
    execv(program.c_str(), argv.data());
    return complain(exitOurFailure, program + " cannot be started: " + std::strerror(errno));
}

void addSpecimen(CLI::App& app, Run& run)
{
    // The drawing program has its own options: they are passed on unread.
    auto* command = app.add_subcommand("specimen", "draw a synthetic document, with its truth beside it")
                        ->prefix_command()
                        ->allow_extras();
    command->set_help_flag();
    command->callback([&run, command] {
        const auto arguments = command->remaining();
        run = [arguments] { return becomeProgram("vidimus-specimen", arguments); };
    });
}

void addNotBuilt(CLI::App& app, Run& run)
{
    for (const char* name : {"work", "import", "register"}) {
        auto* command = app.add_subcommand(name)->prefix_command()->allow_extras()->group(""); // not offered by --help
        command->callback([&run, name = std::string(name)] {
            run = [name] { return complain(exitUsage, "'" + name + "' is not built in this version"); };
        });
    }
}

} // namespace vidimus::cli
