#include "gui/views/case_list_view.hpp"

#include "core/spelling.hpp"
#include "gui/views/looks.hpp"

namespace vidimus::gui {

namespace {

void drawCount(const char* icon, std::size_t count, ImU32 colour, const std::string& word)
{
    const ImU32 shown = count > 0 ? colour : withAlpha(palette().muted, 0.6f);
    coloured(std::string(icon) + " " + std::to_string(count), shown);
    if (ImGui::IsItemHovered())
        tooltip(word);
}

} // namespace

void CaseListView::draw(const ViewContext& ctx)
{
    const auto& cases = m_kind == Kind::All ? ctx.snapshot.cases : ctx.snapshot.queue;
    std::vector<std::size_t> rows = filterCases(cases, m_filter);
    // The keyboard starts at the first row whenever the list comes into view.
    m_focusRow = m_focusRow || ImGui::GetFrameCount() > m_lastFrame + 1;
    m_lastFrame = ImGui::GetFrameCount();
    drawHead(ctx, rows.size());
    gap(16);
    const Card card(m_kind == Kind::All ? "cases-card" : "queue-card", {0, 0}, 0);
    if (rows.empty())
        drawEmpty(ctx, !cases.empty());
    else
        drawTable(ctx, cases, std::move(rows));
}

void CaseListView::drawHead(const ViewContext& ctx, std::size_t count)
{
    const bool all = m_kind == Kind::All;
    title(ctx.text(all ? "cases.title" : "queue.title"));
    ImGui::SameLine(0, px(16));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px(7));
    label(ctx.text.count("cases.count", count));
    const bool mayTakeIn = all && ctx.snapshot.signedIn && ctx.snapshot.signedIn->role == Role::Officer;
    const std::string newCase = ctx.text("cases.new");
    const float search = px(240), states = all ? px(160) : 0;
    const float act = mayTakeIn ? buttonWidth(newCase, icon::add) + px(8) : 0;
    alignRight(search + (all ? states + px(8) : 0) + act);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - px(7));
    if (m_focusSearch) {
        ImGui::SetKeyboardFocusHere();
        m_focusSearch = false;
    }
    textField(all ? "cases.search" : "queue.search", {}, m_filter.words, 0, ctx.text("cases.search"), search);
    if (all) {
        ImGui::SameLine(0, px(8));
        std::vector<std::string> names{ctx.text("cases.every-state")};
        for (const std::string_view name : spellings<CaseState>())
            names.push_back(ctx.text.shared("state." + std::string(name)));
        if (choice("cases.state", {}, names, m_state, states))
            m_filter.state = m_state == 0 ? std::nullopt : std::optional(static_cast<CaseState>(m_state - 1));
    }
    if (mayTakeIn) {
        ImGui::SameLine(0, px(8));
        if (button({.id = "cases.new", .label = newCase, .icon = icon::add, .kind = ButtonKind::Primary}))
            ctx.screen = Screen::Intake;
    }
}

void CaseListView::drawEmpty(const ViewContext& ctx, bool filtered)
{
    if (filtered) {
        const ButtonSpec clear{.id = "cases.clear", .label = ctx.text("cases.clear"), .icon = icon::close};
        if (emptyState(icon::search, ctx.text("cases.none-fit"), ctx.text("cases.none-fit-hint"), &clear)) {
            m_filter = {};
            m_state = 0;
        }
    } else if (m_kind == Kind::Queue) {
        emptyState(icon::inbox, ctx.text("queue.empty"), ctx.text("queue.empty-hint"));
    } else if (ctx.snapshot.signedIn && ctx.snapshot.signedIn->role == Role::Officer) {
        const ButtonSpec take{
            .id = "cases.first", .label = ctx.text("cases.new"), .icon = icon::add, .kind = ButtonKind::Primary};
        if (emptyState(icon::cases, ctx.text("cases.empty"), ctx.text("cases.empty-hint"), &take))
            ctx.screen = Screen::Intake;
    } else {
        emptyState(icon::cases, ctx.text("cases.empty"), ctx.text("cases.empty-hint-auditor"));
    }
    mark("cases.empty");
}

void CaseListView::drawTable(
    const ViewContext& ctx, const std::vector<store::CaseSummary>& cases, std::vector<std::size_t> rows)
{
    constexpr int flags = ImGuiTableFlags_Sortable | ImGuiTableFlags_SortTristate | ImGuiTableFlags_ScrollY
        | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_Resizable | ImGuiTableFlags_NoBordersInBody
        | ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_PadOuterX;
    if (!ImGui::BeginTable("cases", 6, flags))
        return;
    ImGui::TableSetupScrollFreeze(0, 1);
    const auto column = [&](const char* key, float weight, int extra = 0) {
        ImGui::TableSetupColumn(ctx.text(std::string("cases.column-") + key).c_str(), extra, weight);
    };
    column("subject", 3);
    column("state", 1.6f);
    column("findings", 1.2f);
    column("officer", 1.2f);
    column("as-of", 1.1f);
    column("changed", 1.5f);
    {
        const InFont face(fonts().small);
        ImGui::TableHeadersRow();
    }
    if (const ImGuiTableSortSpecs* sorting = ImGui::TableGetSortSpecs(); sorting && sorting->SpecsCount > 0)
        sortCases(rows, cases, static_cast<CaseColumn>(sorting->Specs->ColumnIndex),
            sorting->Specs->SortDirection == ImGuiSortDirection_Ascending);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()));
    while (clipper.Step())
        for (int r = clipper.DisplayStart; r < clipper.DisplayEnd; ++r)
            drawRow(ctx, cases[rows[static_cast<std::size_t>(r)]]);
    ImGui::EndTable();
}

void CaseListView::drawRow(const ViewContext& ctx, const store::CaseSummary& one)
{
    const float height = px(28);
    ImGui::TableNextRow(0, height + px(12));
    ImGui::TableNextColumn();
    ImGui::PushID(one.id.c_str());
    const ImVec2 at = ImGui::GetCursorPos();
    const auto centred
        = [&] { ImGui::SetCursorPosY(ImGui::GetCursorPosY() + std::floor((height - ImGui::GetTextLineHeight()) / 2)); };
    if (ImGui::Selectable("##open", false, ImGuiSelectableFlags_SpanAllColumns, {0, height}))
        ctx.send(app::OpenCaseById{one.id});
    if (m_focusRow)
        takeKeyboard(false);
    m_focusRow = false;
    mark("row." + one.id, one.subject);
    ImGui::SetCursorPos(at);
    centred();
    const std::string subject = ctx.shown(one.subject.empty() ? one.id : one.subject);
    oneLine(subject, ImGui::GetContentRegionAvail().x, palette().text, fonts().bold);
    ImGui::TableNextColumn();
    const Look look = one.conclusion ? lookOf(*one.conclusion) : lookOf(one.state);
    const std::string word = one.conclusion ? ctx.text.shared("conclusion." + std::string(nameOf(*one.conclusion)))
                                            : ctx.text.shared("state." + std::string(nameOf(one.state)));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px(2));
    chip(look.icon, word, look.colour);
    ImGui::TableNextColumn();
    centred();
    drawCount(icon::adverse, one.adverse, palette().adverse, ctx.text("findings.group-adverse"));
    ImGui::SameLine(0, px(16));
    drawCount(icon::caution, one.cautions, palette().caution, ctx.text("findings.group-caution"));
    for (const std::string& text : {ctx.shown(one.officer), one.asOf.iso(), shortTime(one.changedAt)}) {
        ImGui::TableNextColumn();
        centred();
        oneLine(text, ImGui::GetContentRegionAvail().x, palette().muted);
    }
    ImGui::PopID();
}

} // namespace vidimus::gui
