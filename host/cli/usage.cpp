#include "cli/commands.hpp"
#include "core/nearest.hpp"

#include <filesystem>

namespace vidimus::cli {
namespace {

/// The command as typed, and the innermost part of it that was understood.
struct Understood {
    const CLI::App* innermost;
    std::string words;
};

Understood understood(const CLI::App& app)
{
    Understood result{&app, "vidimus"};
    for (auto below = app.get_subcommands(); !below.empty(); below = result.innermost->get_subcommands()) {
        result.innermost = below.front();
        result.words += " " + result.innermost->get_name();
    }
    return result;
}

std::vector<std::string> offeredCommands(const CLI::App& command)
{
    std::vector<std::string> names;
    for (const CLI::App* below : command.get_subcommands(std::function<bool(const CLI::App*)>()))
        if (!below->get_group().empty())
            names.push_back(below->get_name());
    return names;
}

std::vector<std::string> offeredOptions(const CLI::App& command)
{
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        if (!option->get_group().empty())
            for (const std::string& name : option->get_lnames())
                names.push_back("--" + name);
    return names;
}

/// \param unknown  the first word, in the order typed, that nothing could be made of
std::string explainedUnknown(const std::string& unknown, const Understood& command)
{
    const bool option = unknown.starts_with('-');
    const auto offered = option ? offeredOptions(*command.innermost) : offeredCommands(*command.innermost);
    const auto nearest = nearestOf(unknown.substr(0, unknown.find('=')), offered);
    const std::string what = "'" + unknown + "' is "
        + (option                 ? "no option of '" + command.words + "'"
                : offered.empty() ? "one word too many for '" + command.words + "'"
                                  : "no command of '" + command.words + "'");
    std::error_code error;
    if (!nearest.empty())
        return what + "; did you mean '" + nearest + "'?";
    if (command.words == "vidimus" && std::filesystem::exists(unknown, error))
        return what + "; did you mean 'vidimus verify " + unknown + "'?";
    return what + "; see '" + command.words + " --help'";
}

} // namespace

std::string explained(const CLI::App& app, const CLI::ParseError& error)
{
    const Understood command = understood(app);
    const bool ofWords
        = dynamic_cast<const CLI::ExtrasError*>(&error) || dynamic_cast<const CLI::RequiredError*>(&error);
    if (const auto unknown = app.remaining(true); ofWords && !unknown.empty())
        return explainedUnknown(unknown.front(), command);
    return std::string(error.what()) + "; see '" + command.words + " --help'";
}

std::vector<std::string> wordsOf(int argc, char** argv)
{
    std::vector<std::string> words(argv + 1, argv + argc);
    if (!words.empty() && words.front() == "help") {
        words.erase(words.begin());
        words.emplace_back("--help");
    }
    return words;
}

} // namespace vidimus::cli
