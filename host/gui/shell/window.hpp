#pragma once
#include "gui/shell/options.hpp"

namespace vidimus::gui {

/// Opens the window and runs until it is closed. Returns the program's exit status: 0, or 70 where no window can be
/// opened.
int runWindow(const Options& options, const std::filesystem::path& programFolder);

} // namespace vidimus::gui
