#pragma once
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// The overlay that lists every key.
void drawHelp(const ViewContext& ctx, bool& open);

} // namespace vidimus::gui
