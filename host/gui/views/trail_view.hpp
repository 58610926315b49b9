#pragma once
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// The trail of the open case: who did what, when; newest first.
void drawTrail(const ViewContext& ctx, const app::OpenCase& open);

} // namespace vidimus::gui
