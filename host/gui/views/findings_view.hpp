#pragma once
#include "gui/views/case_selection.hpp"
#include "gui/views/disposition_dialog.hpp"
#include "gui/views/finding_groups.hpp"
#include "gui/views/view_context.hpp"

#include <array>

namespace vidimus::gui {

/// The findings of the open case by group; the selected one unfolded, with what it cites and what a person may do.
class FindingsView {
public:
    void draw(const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection);
    /// Selects the finding so many places on among those unfolded.
    void step(const app::OpenCase& open, CaseSelection& selection, int by);
    /// Opens the disposition dialog for the selected finding, if that is allowed.
    void dispose(const app::OpenCase& open, const CaseSelection& selection, DispositionKind kind);

private:
    static void drawSummary(const ViewContext& ctx, const app::OpenCase& open, const GroupedFindings& groups);
    void drawGroup(const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection, FindingGroup group,
        const std::vector<std::size_t>& members);
    void drawFinding(const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection, std::size_t index);
    static void drawWords(const ViewContext& ctx, const app::OpenCase& open, std::size_t index, float room);
    void drawDetails(const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection, std::size_t index);
    void drawActs(const ViewContext& ctx, const app::OpenCase& open, const Finding& finding);

    std::array<bool, allFindingGroups.size()> m_unfolded{true, true, true, true, false, false};
    std::string m_scrolledTo;
    DispositionDialog m_dialog;
};

} // namespace vidimus::gui
