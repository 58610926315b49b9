#pragma once
#include "core/result.hpp"
#include "gui/widgets/theme.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vidimus::gui {

/// What the command line of vidimus-workstation says.
struct Options {
    std::string store, language;
    std::optional<ThemeKind> theme;
    bool demo = false, help = false;
    std::filesystem::path items; ///< names and places of what is drawn go there
    std::filesystem::path screenshot; ///< draw one picture into this PNG and end
    std::string view; ///< for a screenshot: signin, cases, queue, intake, case
    int width = 1440, height = 900;
    std::vector<std::filesystem::path> files;
};

/// Errors: Unsupported, with a sentence that names the argument.
Result<Options> parseOptions(const std::vector<std::string>& arguments);
/// What --help prints.
const char* usageText();

} // namespace vidimus::gui
