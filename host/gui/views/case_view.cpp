#include "gui/views/case_view.hpp"

#include "core/spelling.hpp"
#include "gui/views/looks.hpp"
#include "gui/views/trail_view.hpp"

namespace vidimus::gui {

namespace {

float actsWidth(const std::vector<ButtonSpec>& acts)
{
    float width = 0;
    for (const ButtonSpec& act : acts)
        width += buttonWidth(act.label, act.icon) + px(8);
    return width;
}

/// What may be done with the open case, by whom.
std::vector<ButtonSpec> actsOf(const ViewContext& ctx, const app::OpenCase& open)
{
    const bool auditor = ctx.snapshot.signedIn && ctx.snapshot.signedIn->role == Role::Auditor;
    const std::string why = ctx.shown(open.whyNot);
    std::vector<ButtonSpec> acts;
    if (!auditor)
        acts.push_back({.id = "case.undo",
            .label = {},
            .icon = icon::undo,
            .kind = ButtonKind::Quiet,
            .enabled = open.canUndo,
            .whyNot = ctx.text("case.nothing-to-undo"),
            .tip = ctx.text("case.undo", {{"what", ctx.shown(open.undoWhat)}})});
    acts.push_back({.id = "case.again",
        .label = {},
        .icon = icon::again,
        .kind = ButtonKind::Quiet,
        .enabled = open.mayEdit,
        .whyNot = why,
        .tip = ctx.text("case.again")});
    if (!auditor)
        acts.push_back({.id = "case.add",
            .label = {},
            .icon = icon::addFile,
            .kind = ButtonKind::Quiet,
            .enabled = open.mayEdit,
            .whyNot = why,
            .tip = ctx.text("case.add")});
    acts.push_back({.id = "case.export", .label = ctx.text("case.export"), .icon = icon::exportOut});
    if (auditor) {
        acts.push_back({.id = "case.return",
            .label = ctx.text("decision.return"),
            .icon = icon::giveBack,
            .enabled = open.mayConclude,
            .whyNot = why});
        acts.push_back({.id = "case.conclude",
            .label = ctx.text("decision.conclude"),
            .icon = icon::conclude,
            .kind = ButtonKind::Primary,
            .enabled = open.mayConclude,
            .whyNot = why});
    } else if (open.mayTakeOver) {
        acts.push_back({.id = "case.take-over",
            .label = ctx.text("decision.take-over"),
            .icon = icon::takeOver,
            .kind = ButtonKind::Primary});
    } else {
        acts.push_back({.id = "case.submit",
            .label = ctx.text("decision.submit"),
            .icon = icon::submit,
            .kind = ButtonKind::Primary,
            .enabled = open.mayEdit,
            .whyNot = why});
    }
    return acts;
}

} // namespace

void CaseView::enter(const app::OpenCase& open)
{
    if (m_caseId == open.checked->id)
        return;
    *this = CaseView();
    m_caseId = open.checked->id;
    const GroupedFindings groups = groupFindings(open.checked->findings);
    for (const FindingGroup group : {FindingGroup::Adverse, FindingGroup::Caution, FindingGroup::Unchecked})
        if (!groups.in(group).empty() && m_selection.finding.empty()) {
            selectFinding(m_selection, *open.checked, open.checked->findings[groups.in(group).front()].id);
            m_selection.reveal = false; // first the whole page, so that one knows where one is
        }
}

void CaseView::draw(const ViewContext& ctx)
{
    const app::OpenCase& open = *ctx.snapshot.open;
    enter(open);
    drawHead(ctx, open);
    drawBanner(ctx, *open.checked);
    gap(8);
    const float total = ImGui::GetContentRegionAvail().x;
    float strip = px(ctx.preferences.pagesWidth), panel = px(ctx.preferences.panelWidth);
    // The page keeps the larger half; in a narrow window the panel is narrower than the person has set it.
    const float most = std::max(px(320), std::floor((total - strip) * 0.46f));
    panel = std::clamp(panel, px(320), most);
    {
        const Card card("strip", {strip, 0}, 8);
        m_strip.draw(ctx, *open.checked, m_selection);
    }
    splitter("split.strip", strip, px(104), px(240), true);
    {
        const Pane middle("middle", {std::max(px(200), total - strip - panel - px(16)), 0},
            ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
        m_canvas.draw(ctx, *open.checked, m_selection);
    }
    const float given = panel;
    splitter("split.panel", panel, px(320), most, false);
    drawPanel(ctx, open);
    const float scale = px(100) / 100;
    ctx.preferences.pagesWidth = strip / scale;
    if (panel != given)
        ctx.preferences.panelWidth = panel / scale;
    m_decision.draw(ctx, open);
    m_export.draw(ctx, *open.checked);
}

void CaseView::drawHead(const ViewContext& ctx, const app::OpenCase& open)
{
    const Case& shown = *open.checked;
    if (button({.id = "case.back",
            .label = {},
            .icon = icon::back,
            .kind = ButtonKind::Quiet,
            .tip = ctx.text("case.back")})) {
        ctx.send(app::CloseCase{});
        ctx.screen
            = ctx.snapshot.signedIn && ctx.snapshot.signedIn->role == Role::Auditor ? Screen::Queue : Screen::Cases;
    }
    ImGui::SameLine(0, px(8));
    const float y = ImGui::GetCursorPosY();
    ImGui::SetCursorPosY(y + px(1));
    const std::string name = ctx.shown(shown.terms.subject.empty() ? shown.id : shown.terms.subject);
    oneLine(name, ImGui::GetContentRegionAvail().x * 0.34f, palette().text, fonts().title);
    mark("case.subject", name);
    ImGui::SameLine(0, px(16));
    ImGui::SetCursorPosY(y + px(4));
    const Look look = shown.conclusion ? lookOf(shown.conclusion->kind) : lookOf(shown.state);
    chip(look.icon,
        shown.conclusion ? ctx.text.shared("conclusion." + std::string(nameOf(shown.conclusion->kind)))
                         : ctx.text.shared("state." + std::string(nameOf(shown.state))),
        look.colour);
    ImGui::SameLine(0, px(16));
    ImGui::SetCursorPosY(y + px(5));
    if (ImGui::GetContentRegionAvail().x > px(700))
        label(ctx.text("case.head", {{"officer", ctx.shown(shown.officer)}, {"date", shown.terms.asOf.iso()}}));
    else
        label({});
    drawActs(ctx, open, y);
}

void CaseView::perform(const ViewContext& ctx, const std::string& id)
{
    if (id == "case.undo")
        ctx.send(app::Undo{});
    if (id == "case.again")
        ctx.send(app::CheckAgain{});
    if (id == "case.add")
        ctx.screen = Screen::Intake;
    if (id == "case.export")
        m_export.open(ctx);
    if (id == "case.take-over")
        m_decision.open(DecisionDialog::Act::TakeOver);
    if (id == "case.return")
        m_decision.open(DecisionDialog::Act::Return);
    if (id == "case.conclude")
        m_decision.open(DecisionDialog::Act::Conclude);
    if (id == "case.submit")
        m_decision.open(DecisionDialog::Act::Submit);
}

void CaseView::drawActs(const ViewContext& ctx, const app::OpenCase& open, float y)
{
    const std::vector<ButtonSpec> acts = actsOf(ctx, open);
    alignRight(actsWidth(acts) - px(8));
    ImGui::SetCursorPosY(y);
    for (std::size_t i = 0; i < acts.size(); ++i) {
        if (i > 0)
            ImGui::SameLine(0, px(8));
        if (button(acts[i]))
            perform(ctx, acts[i].id);
    }
}

void CaseView::drawBanner(const ViewContext& ctx, const Case& shown)
{
    const auto banner = [&](const Look& look, const std::string& text) {
        const float height
            = ImGui::CalcTextSize(text.c_str(), nullptr, false, ImGui::GetContentRegionAvail().x - px(56)).y + px(16);
        const Pane pane("banner", {0, height}, ImGuiWindowFlags_NoScrollbar);
        const ImVec2 min = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
        ImGui::GetWindowDrawList()->AddRectFilled(
            min, {min.x + size.x, min.y + size.y}, withAlpha(look.colour, 0.12f), px(5));
        ImGui::SetCursorPos({px(12), px(8)});
        coloured(look.icon, look.colour);
        ImGui::SameLine(0, px(8));
        paragraph(text);
        mark("case.banner", text);
    };
    if (shown.conclusion)
        banner(lookOf(shown.conclusion->kind),
            ctx.text("case.concluded",
                {{"name", ctx.shown(shown.conclusion->by)}, {"time", shortTime(shown.conclusion->at)},
                    {"words", ctx.shown(shown.conclusion->words)}}));
    else if (shown.state == CaseState::Returned)
        banner(lookOf(CaseState::Returned), ctx.text("case.returned", {{"reason", ctx.shown(shown.returnReason)}}));
}

void CaseView::drawPanel(const ViewContext& ctx, const app::OpenCase& open)
{
    const Card card("panel", {0, 0}, 16);
    std::vector<ButtonSpec> tabs;
    for (const auto& [key, face] : {std::pair{"findings", icon::findings}, {"fields", icon::fields},
             {"terms", icon::terms}, {"trail", icon::trail}})
        tabs.push_back({.id = std::string("tab.") + key,
            .label = ctx.text(std::string("case.tab-") + key),
            .icon = ImGui::GetContentRegionAvail().x > px(430) ? face : nullptr});
    segments("tabs", tabs, m_tab);
    gap(4);
    ImGui::Separator();
    gap(12);
    switch (static_cast<CaseTab>(m_tab)) {
    case CaseTab::Findings:
        return m_findings.draw(ctx, open, m_selection);
    case CaseTab::Fields:
        return m_fields.draw(ctx, open, m_selection);
    case CaseTab::Terms:
        return m_terms.draw(ctx, open);
    case CaseTab::Trail:
        return drawTrail(ctx, open);
    }
}

void CaseView::stepFinding(const ViewContext& ctx, int by)
{
    show(CaseTab::Findings);
    m_findings.step(*ctx.snapshot.open, m_selection, by);
}

void CaseView::disposeSelected(const ViewContext& ctx, DispositionKind kind)
{
    show(CaseTab::Findings);
    m_findings.dispose(*ctx.snapshot.open, m_selection, kind);
}

void CaseView::correctSelected(const ViewContext& ctx)
{
    show(CaseTab::Fields);
    m_fields.correct(*ctx.snapshot.open, m_selection);
}

void CaseView::decide(const ViewContext& ctx)
{
    if (ctx.snapshot.open->mayConclude)
        m_decision.open(DecisionDialog::Act::Conclude);
    else if (ctx.snapshot.open->mayEdit)
        m_decision.open(DecisionDialog::Act::Submit);
    else if (ctx.snapshot.open->mayTakeOver)
        m_decision.open(DecisionDialog::Act::TakeOver);
}

} // namespace vidimus::gui
