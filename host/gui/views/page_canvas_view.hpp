#pragma once
#include "gui/views/canvas_geometry.hpp"
#include "gui/views/case_selection.hpp"
#include "gui/views/view_context.hpp"

#include <map>

namespace vidimus::gui {

/// One page, large: zoom to the cursor, pan, turn, and the places that fields and findings point at.
class PageCanvasView {
public:
    void draw(const ViewContext& ctx, const Case& shown, CaseSelection& selection);

    // What the shortcuts do.
    void zoomBy(float factor) { m_zoomBy *= factor; }
    void fit() { m_state.fitted = true; }
    void actualSize() { m_wantActualSize = true; }
    void turn() { m_turns[m_page] = (m_turns[m_page] + 1) % 4; }
    void toggleFields() { m_showFields = !m_showFields; }
    void toggleFindings() { m_showFindings = !m_showFindings; }
    const CanvasState& state() const { return m_state; }

private:
    void follow(const Case& shown, const Page& page, CaseSelection& selection, ImVec2 min, ImVec2 max);
    void drawTools(const ViewContext& ctx, const Case& shown, CaseSelection& selection);
    void drawPaper(const ViewContext& ctx, const PageFrame& frame, const Page& page);
    void drawBoxes(const ViewContext& ctx, const Case& shown, const CaseSelection& selection, const PageFrame& frame);
    void handleInput(const Case& shown, const PageFrame& frame, CaseSelection& selection, ImVec2 min, ImVec2 max);

    CanvasState m_state;
    PageRef m_page;
    std::map<PageRef, int> m_turns; ///< quarter turns that a person added
    float m_zoomBy = 1, m_percent = 0;
    bool m_wantActualSize = false, m_showFields = true, m_showFindings = true, m_started = false;
    bool m_dragged = false;
};

/// The field whose box on that page holds the point; the smallest where several do.
std::optional<FieldRef> fieldUnder(const Case& shown, PageRef page, Point point);

} // namespace vidimus::gui
