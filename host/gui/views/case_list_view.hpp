#pragma once
#include "gui/views/case_rows.hpp"
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// All cases, or the auditor's queue.
class CaseListView {
public:
    enum class Kind { All, Queue };
    explicit CaseListView(Kind kind)
        : m_kind(kind)
    {
    }
    void draw(const ViewContext& ctx);
    /// Puts the keyboard into the search field at the next frame.
    void focusSearch() { m_focusSearch = true; }

private:
    void drawHead(const ViewContext& ctx, std::size_t count);
    void drawTable(const ViewContext& ctx, const std::vector<store::CaseSummary>& cases, std::vector<std::size_t> rows);
    void drawRow(const ViewContext& ctx, const store::CaseSummary& one);
    void drawEmpty(const ViewContext& ctx, bool filtered);

    Kind m_kind;
    CaseFilter m_filter;
    int m_state = 0; ///< 0: every state
    bool m_focusSearch = false, m_focusRow = false;
    int m_lastFrame = -2; ///< in which the list was drawn
};

} // namespace vidimus::gui
