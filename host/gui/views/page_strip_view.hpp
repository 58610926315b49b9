#pragma once
#include "gui/views/case_selection.hpp"
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// The pages of all files as thumbnails; pages that the selection points at are told apart.
class PageStripView {
public:
    void draw(const ViewContext& ctx, const Case& shown, CaseSelection& selection);

private:
    bool drawThumbnail(const ViewContext& ctx, const Case& shown, PageRef page, bool selected, bool cited);
    PageRef m_scrolledTo;
};

/// Width and height of a thumbnail that lies within width × height.
ImVec2 thumbnailSize(const Page& page, int turn, float width, float height);

} // namespace vidimus::gui
