#pragma once
#include "gui/shell/options.hpp"

namespace vidimus::gui {

/// Draws one view into a PNG without a display. Returns the program's exit status.
int takeScreenshot(const Options& options, const std::filesystem::path& programFolder);

} // namespace vidimus::gui
