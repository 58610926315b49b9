#include "gui/shell/preferences_file.hpp"

#include <cstdlib>
#include <fstream>

namespace vidimus::gui {

namespace {

void take(Preferences& preferences, const std::string& name, const std::string& value)
{
    const auto width = [&](float& target, float least, float most) {
        const float read = std::strtof(value.c_str(), nullptr);
        if (read >= least && read <= most)
            target = read;
    };
    if (name == "theme")
        preferences.theme = value == "dark" ? ThemeKind::Dark : ThemeKind::Light;
    else if (name == "folder")
        preferences.folder = value;
    else if (name == "all-files")
        preferences.allFiles = value == "yes";
    else if (name == "pathway")
        preferences.pathways.push_back(value);
    else if (name == "pages-width")
        width(preferences.pagesWidth, 104, 240);
    else if (name == "panel-width")
        width(preferences.panelWidth, 320, 1600);
}

} // namespace

std::filesystem::path preferencesPath()
{
    if (const char* config = std::getenv("XDG_CONFIG_HOME"); config && *config)
        return std::filesystem::path(config) / "vidimus" / "workstation.conf";
    const char* home = std::getenv("HOME");
    return home ? std::filesystem::path(home) / ".config" / "vidimus" / "workstation.conf" : std::filesystem::path();
}

Preferences loadPreferences(const std::filesystem::path& path)
{
    Preferences preferences;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);)
        if (const auto at = line.find(" = "); at != std::string::npos)
            take(preferences, line.substr(0, at), line.substr(at + 3));
    return preferences;
}

void savePreferences(const Preferences& preferences, const std::filesystem::path& path)
{
    std::error_code ignored;
    std::filesystem::create_directories(path.parent_path(), ignored);
    std::ofstream out(path, std::ios::trunc);
    out << "theme = " << (preferences.theme == ThemeKind::Dark ? "dark" : "light") << '\n'
        << "folder = " << preferences.folder << '\n'
        << "all-files = " << (preferences.allFiles ? "yes" : "no") << '\n'
        << "pages-width = " << preferences.pagesWidth << '\n'
        << "panel-width = " << preferences.panelWidth << '\n';
    for (const std::string& pathway : preferences.pathways)
        out << "pathway = " << pathway << '\n';
}

} // namespace vidimus::gui
