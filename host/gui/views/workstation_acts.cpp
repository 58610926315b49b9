#include "gui/views/workstation_view.hpp"

#include "messages/ui_messages.hpp"

#include <imgui_internal.h>

#include <algorithm>

/// What the keys do.
namespace vidimus::gui {

void WorkstationView::act(const ViewContext& ctx)
{
    // While a dialog asks something, only its own keys count.
    const bool asking = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    for (const Shortcut& shortcut : allShortcuts()) {
        if (!pressed(shortcut))
            continue;
        if (shortcut.act == Act::Help)
            m_help = !m_help && !asking;
        else if (asking)
            continue;
        else if (shortcut.group == ActGroup::Everywhere)
            actEverywhere(ctx, shortcut.act);
        else if (m_screen == Screen::Case && ctx.snapshot.open && ctx.snapshot.signedIn)
            actInCase(ctx, shortcut.act);
    }
}

void WorkstationView::actEverywhere(const ViewContext& ctx, Act act)
{
    const auto& languages = messages::UiMessages::languages();
    const auto language = std::ranges::find(languages, ctx.text.language());
    const bool in = ctx.snapshot.signedIn.has_value(), auditor = in && ctx.snapshot.signedIn->role == Role::Auditor;
    const bool officer = in && ctx.snapshot.signedIn->role == Role::Officer;
    switch (act) {
    case Act::Theme:
        ctx.preferences.theme = ctx.preferences.theme == ThemeKind::Light ? ThemeKind::Dark : ThemeKind::Light;
        return;
    case Act::Language:
        return ctx.send(app::SetLanguage{std::string(
            language == languages.end() || language + 1 == languages.end() ? languages.front() : *(language + 1))});
    case Act::NewCase:
    case Act::AddFiles:
        if (!officer)
            return;
        if (act == Act::NewCase && ctx.snapshot.open)
            ctx.send(app::CloseCase{});
        m_screen = Screen::Intake;
        if (act == Act::AddFiles)
            m_intake.browse(ctx);
        return;
    case Act::ShowCases:
        if (in)
            m_screen = Screen::Cases;
        return;
    case Act::ShowQueue:
        if (auditor)
            m_screen = Screen::Queue;
        return;
    case Act::Search:
        if (in)
            (m_screen == Screen::Queue ? m_queue : m_cases).focusSearch();
        return;
    case Act::Back:
        if (m_screen == Screen::Case)
            ctx.send(app::CloseCase{});
        else if (m_screen == Screen::Intake)
            m_screen = ctx.snapshot.open ? Screen::Case : Screen::Cases;
        return;
    default:
        return;
    }
}

void WorkstationView::actInCase(const ViewContext& ctx, Act act)
{
    switch (act) {
    case Act::NextFinding:
        return m_case.stepFinding(ctx, 1);
    case Act::PreviousFinding:
        return m_case.stepFinding(ctx, -1);
    case Act::Accept:
        return m_case.disposeSelected(ctx, DispositionKind::Accept);
    case Act::Explain:
        return m_case.disposeSelected(ctx, DispositionKind::Explain);
    case Act::Refer:
        return m_case.disposeSelected(ctx, DispositionKind::Refer);
    case Act::Dismiss:
        return m_case.disposeSelected(ctx, DispositionKind::Dismiss);
    case Act::Correct:
        return m_case.correctSelected(ctx);
    case Act::TabFindings:
        return m_case.show(CaseTab::Findings);
    case Act::TabFields:
        return m_case.show(CaseTab::Fields);
    case Act::TabTerms:
        return m_case.show(CaseTab::Terms);
    case Act::TabTrail:
        return m_case.show(CaseTab::Trail);
    case Act::Undo:
        if (ctx.snapshot.open->canUndo)
            ctx.send(app::Undo{});
        return;
    case Act::Export:
        return m_case.exportReport(ctx);
    case Act::Decide:
        return m_case.decide(ctx);
    case Act::NextPage:
        return m_case.turnPage(ctx, 1);
    case Act::PreviousPage:
        return m_case.turnPage(ctx, -1);
    case Act::ZoomIn:
        return m_case.canvas().zoomBy(1.25f);
    case Act::ZoomOut:
        return m_case.canvas().zoomBy(0.8f);
    case Act::Fit:
        return m_case.canvas().fit();
    case Act::ActualSize:
        return m_case.canvas().actualSize();
    case Act::Rotate:
        return m_case.canvas().turn();
    case Act::Boxes:
        return m_case.canvas().toggleFields();
    default:
        return;
    }
}

} // namespace vidimus::gui
