#include "gui/widgets/layout.hpp"

#include "gui/widgets/line_breaks.hpp"

#include <imgui_internal.h>

#include <sstream>

namespace vidimus::gui {

Card::Card(const char* id, ImVec2 size, float designPadding, int flags)
{
    ImGui::PushStyleColor(ImGuiCol_ChildBg, palette().surface);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(designPadding), px(designPadding)});
    ImGui::BeginChild(id, size, true, flags | ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

Card::~Card()
{
    ImGui::EndChild();
}

Pane::Pane(const char* id, ImVec2 size, int flags)
{
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::BeginChild(id, size, false, flags | ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
}

Pane::~Pane()
{
    ImGui::EndChild();
}

bool beginDialog(const char* id, const std::string& titleText, float designWidth, bool& open)
{
    if (open && !ImGui::IsPopupOpen(id))
        ImGui::OpenPopup(id);
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float width = std::min(px(designWidth), display.x - px(48));
    ImGui::SetNextWindowPos({display.x / 2, display.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, display.y - px(48)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(24), px(24)});
    const bool drawn = ImGui::BeginPopupModal(id, nullptr,
        ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize
            | ImGuiWindowFlags_AlwaysAutoResize);
    ImGui::PopStyleVar();
    if (!drawn)
        return false;
    const bool deepest = !ImGui::GetCurrentContext()->OpenPopupStack.empty()
        && ImGui::GetCurrentContext()->OpenPopupStack.back().Window == ImGui::GetCurrentWindow();
    if (deepest && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false))
        open = false;
    if (!open) {
        ImGui::CloseCurrentPopup();
        ImGui::EndPopup();
        return false;
    }
    title(titleText);
    gap(16);
    return true;
}

void endDialog()
{
    ImGui::EndPopup();
}

bool dialogAppeared()
{
    return ImGui::IsWindowAppearing();
}

DialogAnswer dialogButtons(const std::string& idPrefix, const std::string& cancel, const ButtonSpec& confirm)
{
    gap(24);
    const float width = buttonWidth(cancel, nullptr) + px(8) + buttonWidth(confirm.label, confirm.icon);
    ImGui::Dummy({0, 0});
    alignRight(width);
    if (button({.id = idPrefix + ".cancel", .label = cancel}))
        return DialogAnswer::Cancel;
    ImGui::SameLine(0, px(8));
    return button(confirm) ? DialogAnswer::Confirm : DialogAnswer::None;
}

void splitter(const char* id, float& size, float smallest, float largest, bool before)
{
    ImGui::SameLine(0, 0);
    ImGui::InvisibleButton(id, {px(8), std::max(1.0f, ImGui::GetContentRegionAvail().y)});
    mark(id);
    const bool touched = ImGui::IsItemHovered() || ImGui::IsItemActive();
    if (touched)
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (ImGui::IsItemActive())
        size += before ? ImGui::GetIO().MouseDelta.x : -ImGui::GetIO().MouseDelta.x;
    size = std::clamp(size, smallest, std::max(smallest, largest));
    const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
    const float x = std::floor((min.x + max.x) / 2);
    if (touched)
        ImGui::GetWindowDrawList()->AddRectFilled({x - px(1), min.y}, {x + px(1), max.y}, palette().accent, px(1));
    ImGui::RenderNavHighlight(ImRect(min, max), ImGui::GetItemID());
    if (ImGui::IsItemFocused() && ImGui::IsKeyDown(ImGui::GetKeyIndex(ImGuiKey_LeftArrow)) && ImGui::GetIO().KeyShift)
        size += before ? -px(8) : px(8);
    if (ImGui::IsItemFocused() && ImGui::IsKeyDown(ImGui::GetKeyIndex(ImGuiKey_RightArrow)) && ImGui::GetIO().KeyShift)
        size += before ? px(8) : -px(8);
    ImGui::SameLine(0, 0);
}

bool emptyState(const char* icon, const std::string& headline, const std::string& hint, const ButtonSpec* act)
{
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float left = ImGui::GetCursorPosX();
    const auto centred = [&](float width) { ImGui::SetCursorPosX(left + std::max(0.0f, (room.x - width) / 2)); };
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + std::max(px(8), room.y * 0.5f - px(110)));
    {
        const InFont face(fonts().symbol);
        centred(ImGui::CalcTextSize(icon).x);
        coloured(icon, withAlpha(palette().muted, 0.6f));
    }
    gap(8);
    {
        const InFont face(fonts().bold);
        centred(std::min(room.x, ImGui::CalcTextSize(headline.c_str()).x));
        coloured(headline, palette().text);
    }
    const float width = std::min(room.x - px(16), px(420));
    const auto widthOf
        = [](std::string_view piece) { return ImGui::CalcTextSize(piece.data(), piece.data() + piece.size()).x; };
    std::istringstream lines(wrapped(hint, width, widthOf));
    for (std::string line; std::getline(lines, line);) {
        centred(widthOf(line));
        coloured(line, palette().muted);
    }
    if (!act)
        return false;
    gap(16);
    centred(buttonWidth(act->label, act->icon));
    return button(*act);
}

} // namespace vidimus::gui
