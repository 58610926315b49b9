#pragma once
#include <CLI/CLI.hpp>
#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>

/// The command line: parses, asks app, prints, sets the exit status. One file a command.
namespace vidimus::cli {

/// Exit statuses of the contract beside a report's own (0, 1, 2); see sysexits.h.
inline constexpr int exitUsage = 64;
inline constexpr int exitOurFailure = 70;

/// What main runs once the arguments are understood.
using Run = std::function<int()>;

void addVerify(CLI::App& app, Run& run);
void addCase(CLI::App& app, Run& run);
void addAudit(CLI::App& app, Run& run);
void addNames(CLI::App& app, Run& run);
void addPlugin(CLI::App& app, Run& run);
/// `plugin check`, `plugin new` and `plugin exemplar`, below `plugin`.
void addPackCommands(CLI::App& plugin, Run& run);
void addSpecimen(CLI::App& app, Run& run);
/// Commands that the contract names and that this version does not have: they say so and exit 64.
void addNotBuilt(CLI::App& app, Run& run);

/// The words after the program's name; `help WORD…` becomes `WORD… --help`.
std::vector<std::string> wordsOf(int argc, char** argv);
/// What is wrong with a command line, and what was probably meant.
std::string explained(const CLI::App& app, const CLI::ParseError& error);

/// Replaces this process by a program that lies beside it. Returns only on failure, with the exit status.
int becomeProgram(const std::string& name, std::vector<std::string> arguments);

/// On standard output, for a machine. What came in from outside may be no UTF-8: ill-formed bytes become U+FFFD.
void printJson(const nlohmann::ordered_json& json);

/// "vidimus: message" on standard error; returns status.
int complain(int status, const std::string& message);

} // namespace vidimus::cli
