#pragma once
#include "gui/views/canvas_geometry.hpp"
#include "gui/views/case_selection.hpp"

#include <imgui.h>

/// Drawing of places on a page.
namespace vidimus::gui {

enum class BoxStyle {
    Faint, ///< something is there
    Selected, ///< what the selection points at
};

/// A region (empty: the whole page) as a box over the page.
void drawBox(ImDrawList& draw, const PageFrame& frame, const Region& region, ImU32 colour, BoxStyle style);
/// A small numbered flag at the region's top left.
void drawFlag(ImDrawList& draw, const PageFrame& frame, const Region& region, ImU32 colour, const char* text);

} // namespace vidimus::gui
