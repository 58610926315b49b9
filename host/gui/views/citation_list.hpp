#pragma once
#include "gui/views/case_selection.hpp"
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// Everything that a finding cites: where it stands, what stands there, and a cut-out of the page. A click selects it.
void drawCitations(const ViewContext& ctx, const Case& shown, CaseSelection& selection, const Finding& finding);

} // namespace vidimus::gui
