#pragma once
#include "gui/views/view_context.hpp"

#include <filesystem>

namespace vidimus::gui {

/// $XDG_CONFIG_HOME/vidimus/workstation.conf: lines "name = value". Holds looks and a folder, nothing about cases.
std::filesystem::path preferencesPath();
/// What the file says; what it lacks or garbles keeps its default.
Preferences loadPreferences(const std::filesystem::path& path);
/// Best effort: a workstation without a writable home works, it only forgets.
void savePreferences(const Preferences& preferences, const std::filesystem::path& path);

} // namespace vidimus::gui
