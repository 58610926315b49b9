#include "gui/shell/options.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace vidimus::gui {

namespace {

Error refused(const std::string& message)
{
    return {.kind = ErrorKind::Unsupported, .message = message, .origin = "workstation"};
}

Result<void> apply(Options& options, const std::string& name, const std::string& value)
{
    static constexpr std::array views{"signin", "cases", "queue", "intake", "case"};
    if (name == "--store")
        options.store = value;
    else if (name == "--items")
        options.items = value;
    else if (name == "--lang")
        options.language = value;
    else if (name == "--screenshot")
        options.screenshot = value;
    else if (name == "--theme" && (value == "light" || value == "dark"))
        options.theme = value == "light" ? ThemeKind::Light : ThemeKind::Dark;
    else if (name == "--view" && std::ranges::find(views, value) != views.end())
        options.view = value;
    else if (name == "--size" && std::sscanf(value.c_str(), "%dx%d", &options.width, &options.height) == 2
        && options.width >= 320 && options.height >= 240 && options.width <= 8192 && options.height <= 8192)
        return {};
    else if (name == "--theme" || name == "--view" || name == "--size")
        return refused("'" + value + "' is no value of " + name);
    else
        return refused("unknown option " + name);
    return {};
}

} // namespace

Result<Options> parseOptions(const std::vector<std::string>& arguments)
{
    Options options;
    bool onlyFiles = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (onlyFiles || !argument.starts_with('-') || argument == "-") {
            options.files.emplace_back(argument);
        } else if (argument == "--") {
            onlyFiles = true;
        } else if (argument == "--demo") {
            options.demo = true;
        } else if (argument == "--help" || argument == "-h") {
            options.help = true;
        } else {
            const std::size_t equals = argument.find('=');
            const std::string name = argument.substr(0, equals);
            if (equals == std::string::npos && i + 1 == arguments.size())
                return refused(name + " needs a value, or is unknown");
            const std::string value = equals != std::string::npos ? argument.substr(equals + 1) : arguments[++i];
            if (const Result<void> applied = apply(options, name, value); !applied)
                return applied.error();
        }
    }
    return options;
}

const char* usageText()
{
    return "vidimus-workstation [options] [FILE...]\n"
           "\n"
           "Opens the workstation; FILEs are put into the intake form.\n"
           "\n"
           "  --store URL              the cases' store (default: your own, an SQLite file)\n"
           "  --demo                   opens the demo case\n"
           "  --lang en|zh-Hans|zh-Hant|pt\n"
           "  --theme light|dark\n"
           "  --screenshot OUT.png     draws one picture without a display, and ends\n"
           "  --view signin|cases|queue|intake|case   what the picture shows\n"
           "  --size WIDTHxHEIGHT      of the picture, pixels (default 1440x900)\n"
           "  --items OUT              keeps a list of what is drawn where, for scripts that drive the window\n"
           "  --help\n";
}

} // namespace vidimus::gui
