#include "gui/views/help_view.hpp"

#include "gui/views/shortcuts.hpp"

namespace vidimus::gui {

namespace {

void drawGroup(const ViewContext& ctx, ActGroup group, const char* key)
{
    heading(ctx.text(key));
    gap(4);
    for (const Shortcut& shortcut : allShortcuts()) {
        if (shortcut.group != group || !shortcut.text)
            continue;
        const float left = ImGui::GetCursorPosX();
        chip(nullptr, shortcut.keys, palette().accent);
        ImGui::SameLine();
        ImGui::SetCursorPosX(left + px(92));
        paragraph(ctx.text(shortcut.text));
    }
    gap(16);
}

} // namespace

void drawHelp(const ViewContext& ctx, bool& open)
{
    if (!beginDialog("help", ctx.text("help.title"), 920, open))
        return;
    // At the top, so that a low window need not be scrolled to its end to leave.
    const std::string close = ctx.text("dialog.close");
    {
        const InFont face(fonts().small);
        oneLine(ctx.text("help.lead"), ImGui::GetContentRegionAvail().x - buttonWidth(close, nullptr) - px(24),
            palette().muted);
    }
    alignRight(buttonWidth(close, nullptr));
    if (button({.id = "help.close", .label = close, .kind = ButtonKind::Primary}))
        open = false;
    if (dialogAppeared())
        ImGui::SetItemDefaultFocus();
    gap(16);
    if (ImGui::BeginTable("help", 3, ImGuiTableFlags_SizingStretchSame)) {
        ImGui::TableNextColumn();
        drawGroup(ctx, ActGroup::Everywhere, "help.everywhere");
        ImGui::TableNextColumn();
        drawGroup(ctx, ActGroup::Case, "help.case");
        ImGui::TableNextColumn();
        drawGroup(ctx, ActGroup::Page, "help.page");
        ImGui::EndTable();
    }
    endDialog();
}

} // namespace vidimus::gui
