#include "app/demo.hpp"
#include "gui/shell/options.hpp"
#include "gui/shell/screenshot.hpp"
#include "gui/shell/window.hpp"

#include <iostream>

/// vidimus-workstation: the window that officers and auditors work in.
int main(int argc, char** argv)
{
    using namespace vidimus;
    Result<gui::Options> options = gui::parseOptions(std::vector<std::string>(argv + 1, argv + argc));
    if (!options) {
        std::cerr << "vidimus-workstation: " << options.error().message << "\n\n" << gui::usageText();
        return 64;
    }
    if (options->help) {
        std::cout << gui::usageText();
        return 0;
    }
    if (options->demo && options->store.empty())
        options->store = app::demoStoreUrl();
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto folder = program.parent_path();
    return options->screenshot.empty() ? gui::runWindow(*options, folder) : gui::takeScreenshot(*options, folder);
}
