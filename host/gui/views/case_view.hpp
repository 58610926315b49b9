#pragma once
#include "gui/views/decision_dialog.hpp"
#include "gui/views/export_dialog.hpp"
#include "gui/views/field_table_view.hpp"
#include "gui/views/findings_view.hpp"
#include "gui/views/page_canvas_view.hpp"
#include "gui/views/page_strip_view.hpp"
#include "gui/views/terms_view.hpp"

namespace vidimus::gui {

enum class CaseTab { Findings, Fields, Terms, Trail };

/// The open case: page strip, page canvas, and findings, fields, terms and trail beside it.
class CaseView {
public:
    void draw(const ViewContext& ctx);

    // What the shortcuts do; ctx.snapshot.open is set.
    void show(CaseTab tab) { m_tab = static_cast<int>(tab); }
    void stepFinding(const ViewContext& ctx, int by);
    void disposeSelected(const ViewContext& ctx, DispositionKind kind);
    void correctSelected(const ViewContext& ctx);
    void turnPage(const ViewContext& ctx, int by) { turnPages(m_selection, *ctx.snapshot.open->checked, by); }
    void decide(const ViewContext& ctx);
    void exportReport(const ViewContext& ctx) { m_export.open(ctx); }
    PageCanvasView& canvas() { return m_canvas; }
    const CaseSelection& selection() const { return m_selection; }

private:
    void enter(const app::OpenCase& open);
    void drawHead(const ViewContext& ctx, const app::OpenCase& open);
    void drawActs(const ViewContext& ctx, const app::OpenCase& open, float y);
    void perform(const ViewContext& ctx, const std::string& id);
    void drawBanner(const ViewContext& ctx, const Case& shown);
    void drawPanel(const ViewContext& ctx, const app::OpenCase& open);

    std::string m_caseId;
    CaseSelection m_selection;
    int m_tab = 0;
    PageStripView m_strip;
    PageCanvasView m_canvas;
    FindingsView m_findings;
    FieldTableView m_fields;
    TermsView m_terms;
    DecisionDialog m_decision;
    ExportDialog m_export;
};

} // namespace vidimus::gui
