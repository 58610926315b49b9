#include "cli/commands.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>

namespace {

/// `vidimus` alone, or with the workstation's options, opens the workstation.
void addWorkstation(CLI::App& app, vidimus::cli::Run& run)
{
    auto arguments = std::make_shared<std::vector<std::string>>();
    const auto pass = [arguments](const std::string& name) {
        return [arguments, name](const std::string& value) { arguments->insert(arguments->end(), {name, value}); };
    };
    app.add_option_function<std::string>(
        "--store", pass("--store"), "workstation: the case store (a file, or sqlite:///path)");
    app.add_option_function<std::string>("--lang", pass("--lang"), "workstation: en, zh-Hans, zh-Hant or pt");
    app.add_flag_function(
        "--demo", [arguments](std::int64_t) { arguments->push_back("--demo"); }, "workstation: open the demo case");
    run = [arguments] { return vidimus::cli::becomeProgram("vidimus-workstation", *arguments); };
}

/// What was printed may still wait in a buffer: a full disk shows only when it leaves. A status that stands for less
/// than was asked would be a lie.
int whenPrinted(int status)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return status;
    return vidimus::cli::complain(vidimus::cli::exitOurFailure,
        "standard output could not be written to its end and is not complete; is its disk full, or its reader gone?");
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("Vidimus reads licences and certificates, checks them, and shows a reviewer what was found.\nWithout "
                 "a command it opens the workstation.",
        "vidimus");
    app.set_version_flag("--version", std::string(VIDIMUS_VERSION));
    app.require_subcommand(0, 1);
    app.fallthrough(false);
    vidimus::cli::Run run;
    addWorkstation(app, run);
    vidimus::cli::addVerify(app, run);
    vidimus::cli::addCase(app, run);
    vidimus::cli::addAudit(app, run);
    vidimus::cli::addNames(app, run);
    vidimus::cli::addPlugin(app, run);
    vidimus::cli::addSpecimen(app, run);
    vidimus::cli::addNotBuilt(app, run);
    try {
        auto words = vidimus::cli::wordsOf(argc, argv);
        std::ranges::reverse(words); // the parser takes them from the end
        app.parse(std::move(words));
    } catch (const CLI::Success& success) {
        return app.exit(success); // --help, --version
    } catch (const CLI::ParseError& error) {
        return vidimus::cli::complain(vidimus::cli::exitUsage, vidimus::cli::explained(app, error));
    }
    try {
        return whenPrinted(run());
    } catch (const std::exception& error) {
        return vidimus::cli::complain(vidimus::cli::exitOurFailure, error.what());
    }
}
