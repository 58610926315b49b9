#include "gui/views/findings_view.hpp"

#include "core/spelling.hpp"
#include "gui/views/citation_list.hpp"
#include "gui/views/field_rows.hpp"
#include "gui/views/looks.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace vidimus::gui {

namespace {

/// "Document 1 · Identity number": what tells equal questions apart before one is unfolded.
std::string aboutOf(const ViewContext& ctx, const app::OpenCase& open, const Finding& finding)
{
    std::string about;
    std::optional<DocumentIndex> last;
    for (const Citation& citation : finding.citations) {
        if (!citation.document || (citation.document == last && citation.field.empty()))
            continue;
        const std::string name = citation.field.empty() ? std::string() : fieldNameOf(ctx, open, citation.field);
        const std::string document = citation.document == last
            ? std::string()
            : ctx.text("findings.document", {{"n", std::to_string(citation.document->value + 1)}});
        about += about.empty() ? "" : document.empty() ? ", " : "; ";
        about += document + (document.empty() || name.empty() ? "" : " · ") + name;
        last = citation.document;
    }
    return about;
}

} // namespace

void FindingsView::draw(const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection)
{
    const Case& shown = *open.checked;
    const GroupedFindings groups = groupFindings(shown.findings);
    if (shown.findings.empty()) {
        emptyState(icon::findings, ctx.text("findings.empty"), ctx.text("findings.empty-hint"));
        return;
    }
    drawSummary(ctx, open, groups);
    gap(8);
    {
        const Pane list("findings-list", {0, 0});
        for (const FindingGroup group : allFindingGroups)
            drawGroup(ctx, open, selection, group, groups.in(group));
    }
    m_dialog.draw(ctx, open);
}

void FindingsView::drawSummary(const ViewContext& ctx, const app::OpenCase& open, const GroupedFindings& groups)
{
    const Case& shown = *open.checked;
    const std::string proposal(nameOf(proposalOf(shown.findings)));
    label(ctx.text("findings.proposal"));
    heading(ctx.text.shared("proposal." + proposal));
    mark("findings.proposal", proposal);
    const std::size_t left = leftToDispose(shown);
    const std::size_t wanted = groups.in(FindingGroup::Adverse).size() + groups.in(FindingGroup::Caution).size()
        + groups.in(FindingGroup::Unchecked).size();
    const std::string words = left == 0 ? ctx.text("findings.none-left") : ctx.text.count("findings.left", left);
    if (wanted > 0) {
        progressBar(static_cast<double>(wanted - left) / static_cast<double>(wanted), ImGui::GetContentRegionAvail().x,
            px(4), left == 0 ? palette().held : palette().accent);
        label(words);
    }
}

void FindingsView::drawGroup(const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection,
    FindingGroup group, const std::vector<std::size_t>& members)
{
    if (members.empty())
        return;
    bool& unfolded = m_unfolded[static_cast<std::size_t>(group)];
    const Look look = lookOf(group);
    const std::string id = "findings.group." + keyOf(group);
    if (ImGui::InvisibleButton(id.c_str(), {ImGui::GetContentRegionAvail().x, px(32)}))
        unfolded = !unfolded;
    mark(id, std::to_string(members.size()));
    const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(min, max, withAlpha(look.colour, ImGui::IsItemHovered() ? 0.16f : 0.10f), px(5));
    ImGui::RenderNavHighlight(ImRect(min, max), ImGui::GetItemID());
    const InFont face(fonts().bold);
    const float y = std::floor((min.y + max.y - ImGui::GetTextLineHeight()) / 2);
    const std::string text = std::string(look.icon) + "  " + ctx.text("findings.group-" + keyOf(group)) + "  "
        + std::to_string(members.size());
    draw->AddText({min.x + px(8), y}, look.colour, text.c_str());
    draw->AddText({max.x - px(24), y}, look.colour, unfolded ? icon::down : icon::right);
    if (unfolded) {
        const InFont body(fonts().body);
        for (const std::size_t index : members)
            drawFinding(ctx, open, selection, index);
    }
    gap(8);
}

void FindingsView::drawWords(const ViewContext& ctx, const app::OpenCase& open, std::size_t index, float room)
{
    const Case& shown = *open.checked;
    const Finding& finding = shown.findings[index];
    if (index < open.words.size()) {
        const InFont face(fonts().bold);
        paragraph(ctx.shown(open.words[index].question), room);
    }
    if (index < open.words.size() && !open.words[index].answer.empty())
        paragraph(ctx.shown(open.words[index].answer), room);
    if (const std::string about = aboutOf(ctx, open, finding); !about.empty()) {
        oneLine(ctx.shown(about), room, palette().muted, fonts().small);
        mark("finding.about." + finding.id, about);
    }
    const Disposition* done = dispositionOf(shown, finding.id);
    if (done)
        chip(icon::tick,
            ctx.text.shared("disposition." + std::string(nameOf(done->kind))) + " · " + ctx.shown(done->by),
            palette().accent);
}

void FindingsView::drawFinding(
    const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection, std::size_t index)
{
    const Case& shown = *open.checked;
    const Finding& finding = shown.findings[index];
    const bool selected = selection.finding == finding.id;
    const Look look = lookOf(groupOf(finding));
    ImGui::PushID(finding.id.c_str());
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->ChannelsSplit(2);
    draw->ChannelsSetCurrent(1);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorScreenPos({start.x, start.y + px(6)});
    ImGui::Indent(px(16));
    const float room = width - px(32);
    ImGui::BeginGroup();
    drawWords(ctx, open, index, room);
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y + px(6);
    const ImVec2 after = ImGui::GetCursorPos();
    ImGui::SetCursorScreenPos(start);
    if (ImGui::InvisibleButton("finding", {width, bottom - start.y}))
        selectFinding(selection, shown, selected ? std::string() : finding.id);
    mark("finding." + finding.id, finding.check);
    ImGui::RenderNavHighlight(ImRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax()), ImGui::GetItemID());
    const bool hovered = ImGui::IsItemHovered();
    if (selected && m_scrolledTo != finding.id) {
        ImGui::SetScrollHereY(0.3f);
        m_scrolledTo = finding.id;
    }
    ImGui::SetCursorPos(after);
    if (selected)
        drawDetails(ctx, open, selection, index);
    ImGui::Unindent(px(16));
    const float end = ImGui::GetCursorScreenPos().y;
    draw->ChannelsSetCurrent(0);
    if (selected || hovered)
        draw->AddRectFilled(start, {start.x + width, end - px(2)},
            withAlpha(selected ? look.colour : palette().accent, selected ? 0.08f : 0.06f), px(5));
    draw->AddRectFilled({start.x + px(2), start.y + px(6)}, {start.x + px(5), end - px(8)}, look.colour, px(2));
    draw->ChannelsMerge();
    ImGui::PopID();
}

void FindingsView::drawDetails(
    const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection, std::size_t index)
{
    const Finding& finding = open.checked->findings[index];
    gap(4);
    drawCitations(ctx, *open.checked, selection, finding);
    const bool inWords = index < open.words.size() && !open.words[index].source.empty();
    const std::string& source = inWords ? open.words[index].source : finding.source;
    if (!source.empty()) {
        smallParagraph(ctx.text("findings.source", {{"source", ctx.shown(source)}}));
        mark("finding.source", source);
    }
    const std::string why = finding.reason.empty() ? finding.check : finding.check + " · " + finding.reason;
    smallParagraph(
        ctx.text("findings.asked-by", {{"check", why}, {"pack", finding.plugin + " " + finding.pluginVersion}}));
    if (const Disposition* done = dispositionOf(*open.checked, finding.id); done && !done->words.empty()) {
        gap(4);
        paragraph(std::string(icon::words) + "  " + ctx.shown(done->words));
        label(ctx.shown(done->by) + " · " + shortTime(done->at));
    }
    gap(8);
    drawActs(ctx, open, finding);
    gap(12);
}

void FindingsView::drawActs(const ViewContext& ctx, const app::OpenCase& open, const Finding& finding)
{
    float used = 0;
    for (const std::string_view name : spellings<DispositionKind>()) {
        const std::string key(name);
        const std::string text = ctx.text("disposition." + key);
        const float width = buttonWidth(text, nullptr);
        if (used > 0 && used + px(8) + width < ImGui::GetContentRegionAvail().x - px(16))
            ImGui::SameLine(0, px(8));
        else
            used = 0;
        used += width + px(8);
        if (button({.id = "finding." + key,
                .label = text,
                .enabled = open.mayEdit,
                .whyNot = ctx.shown(open.whyNot),
                .tip = ctx.text("disposition.hint-" + key)}))
            m_dialog.open(finding.id, *named<DispositionKind>(name));
    }
}

void FindingsView::step(const app::OpenCase& open, CaseSelection& selection, int by)
{
    const GroupedFindings groups = groupFindings(open.checked->findings);
    std::vector<std::string> order;
    for (const FindingGroup group : allFindingGroups)
        if (m_unfolded[static_cast<std::size_t>(group)])
            for (const std::size_t index : groups.in(group))
                order.push_back(open.checked->findings[index].id);
    selectFinding(selection, *open.checked, neighbour(order, selection.finding, by));
    m_scrolledTo.clear();
}

void FindingsView::dispose(const app::OpenCase& open, const CaseSelection& selection, DispositionKind kind)
{
    if (open.mayEdit && findingById(*open.checked, selection.finding))
        m_dialog.open(selection.finding, kind);
}

} // namespace vidimus::gui
