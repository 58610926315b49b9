#pragma once
#include "gui/views/case_selection.hpp"
#include "gui/views/correction_dialog.hpp"
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// What was read: for each field the cut-out of the page beside its value, how sure the reading is, and corrections.
class FieldTableView {
public:
    void draw(const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection);
    /// Opens the correction dialog for the selected field, if that is allowed.
    void correct(const app::OpenCase& open, const CaseSelection& selection);

private:
    void drawDocument(
        const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection, DocumentIndex document);
    void drawField(const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection, FieldRef ref);
    void drawDetails(const ViewContext& ctx, const app::OpenCase& open, const Field& field, FieldRef ref);
    /// Name, certainty, text and correction of a field, between a place and a right edge.
    void drawReading(const ViewContext& ctx, const app::OpenCase& open, FieldRef ref, ImVec2 at, float right);

    CorrectionDialog m_dialog;
    std::string m_filter;
    std::optional<FieldRef> m_scrolledTo;
};

} // namespace vidimus::gui
