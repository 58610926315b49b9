#pragma once
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// Draws the cut-out of a page around a region at the cursor, as large as fits into width × height, and takes that
/// room. Nothing where the region is empty or the page is not there; a blank where its picture still loads.
/// \return the width that is used, pixels
float drawCropImage(const ViewContext& ctx, const Case& shown, FileIndex file, PageIndex page, const Region& region,
    float width, float height);

} // namespace vidimus::gui
