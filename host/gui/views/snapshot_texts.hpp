#pragma once
#include "app/snapshot.hpp"
#include "gui/widgets/fonts.hpp"

namespace vidimus::gui {

/// Notes the characters of every text of a snapshot, so that what is folded away now opens with its glyphs in place.
void needTextsOf(const app::Snapshot& snapshot, GlyphNeeds& needs);

} // namespace vidimus::gui
