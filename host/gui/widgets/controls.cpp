#include "gui/widgets/controls.hpp"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

namespace vidimus::gui {

namespace {

void fieldLabel(const std::string& text)
{
    if (!text.empty())
        label(text);
}

/// The mark of a choice, at the right of the item drawn last.
void drawChevron(const ImVec2& min, const ImVec2& max)
{
    const float x = max.x - px(18), y = std::floor((min.y + max.y) / 2) - px(1), arm = px(4);
    const ImVec2 points[] = {{x - arm, y - arm / 2}, {x, y + arm / 2}, {x + arm, y - arm / 2}};
    ImGui::GetWindowDrawList()->AddPolyline(points, 3, palette().muted, 0, px(2));
}

/// What is chosen; it ends with an ellipsis before the mark.
void drawFace(const std::string& text, const ImVec2& min, const ImVec2& max)
{
    const ImVec2 padding = ImGui::GetStyle().FramePadding;
    const float right = max.x - px(28);
    ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), {min.x + padding.x, min.y + padding.y}, {right, max.y}, right,
        right, text.c_str(), text.c_str() + text.size(), nullptr);
}

} // namespace

bool textField(
    const std::string& id, const std::string& text, std::string& value, int flags, const std::string& hint, float width)
{
    if (!text.empty())
        fromTop();
    ImGui::BeginGroup();
    fieldLabel(text);
    ImGui::SetNextItemWidth(width);
    const bool changed = ImGui::InputTextWithHint(("##" + id).c_str(), hint.c_str(), &value, flags);
    mark(id, value);
    ImGui::EndGroup();
    return changed;
}

bool suggestedField(const std::string& id, const std::string& text, std::string& value,
    const std::vector<std::string>& known, const std::string& hint, float width)
{
    if (known.empty())
        return textField(id, text, value, 0, hint, width);
    fromTop();
    ImGui::BeginGroup();
    fieldLabel(text);
    bool changed = textField(id, {}, value, 0, hint, width - ImGui::GetFrameHeight() - px(4));
    ImGui::SameLine(0, px(4));
    const bool open = ImGui::BeginCombo(
        ("##" + id + ".known").c_str(), "", ImGuiComboFlags_NoPreview | ImGuiComboFlags_PopupAlignLeft);
    mark(id + ".known");
    if (open) {
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (ImGui::Selectable(known[i].c_str(), known[i] == value)) {
                changed = changed || known[i] != value;
                value = known[i];
            }
            mark(id + ".known." + std::to_string(i), known[i]);
        }
        ImGui::EndCombo();
    }
    ImGui::EndGroup();
    return changed;
}

bool textArea(const std::string& id, const std::string& text, std::string& value, float height, float width)
{
    if (!text.empty())
        fromTop();
    ImGui::BeginGroup();
    fieldLabel(text);
    // Ctrl+Tab leaves the area; a plain tab would be text.
    const bool changed = ImGui::InputTextMultiline(("##" + id).c_str(), &value, {width, height});
    mark(id, value);
    ImGui::EndGroup();
    return changed;
}

bool choice(
    const std::string& id, const std::string& text, const std::vector<std::string>& choices, int& chosen, float width)
{
    if (!text.empty())
        fromTop();
    ImGui::BeginGroup();
    fieldLabel(text);
    ImGui::SetNextItemWidth(width);
    bool changed = false;
    const bool inside = chosen >= 0 && chosen < static_cast<int>(choices.size());
    const std::string face = inside ? choices[static_cast<std::size_t>(chosen)] : std::string();
    const ImVec2 min = ImGui::GetCursorScreenPos();
    const ImVec2 max{min.x + ImGui::CalcItemWidth(), min.y + ImGui::GetFrameHeight()};
    const bool open = ImGui::BeginCombo(("##" + id).c_str(), "", ImGuiComboFlags_NoArrowButton);
    mark(id, face);
    if (open) {
        for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
            ImGui::PushID(i);
            if (ImGui::Selectable(choices[static_cast<std::size_t>(i)].c_str(), i == chosen)) {
                changed = i != chosen;
                chosen = i;
            }
            mark(id + "." + std::to_string(i), choices[static_cast<std::size_t>(i)]);
            if (i == chosen)
                ImGui::SetItemDefaultFocus();
            ImGui::PopID();
        }
        ImGui::EndCombo();
    }
    // Now that the list's window is closed: while it is open, too, its box shows what was chosen.
    drawFace(face, min, max);
    drawChevron(min, max);
    ImGui::EndGroup();
    return changed;
}

bool checkBox(const std::string& id, const std::string& text, bool& value)
{
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(3), px(1)});
    const bool changed = ImGui::Checkbox((text + "###" + id).c_str(), &value);
    ImGui::PopStyleVar();
    mark(id, text);
    return changed;
}

float chipWidth(const char* icon, std::string_view text)
{
    const InFont face(fonts().small);
    const std::string whole = icon ? std::string(icon) + " " + std::string(text) : std::string(text);
    return std::ceil(ImGui::CalcTextSize(whole.c_str()).x) + px(16);
}

void chip(const char* icon, std::string_view text, ImU32 colour)
{
    const float width = chipWidth(icon, text);
    const InFont face(fonts().small);
    const std::string whole = icon ? std::string(icon) + " " + std::string(text) : std::string(text);
    ImGui::Dummy({width, px(24)});
    const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(min, max, withAlpha(colour, 0.12f), px(5));
    const float height = ImGui::GetTextLineHeight();
    draw->AddText({min.x + px(8), std::floor((min.y + max.y - height) / 2)}, colour, whole.c_str());
}

void progressBar(double fraction, float width, float height, ImU32 colour)
{
    ImGui::Dummy({width, height});
    const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(min, max, withAlpha(palette().muted, 0.18f), height / 2);
    const float filled = static_cast<float>(std::clamp(fraction, 0.0, 1.0)) * width;
    if (filled >= 1)
        draw->AddRectFilled(min, {min.x + std::max(filled, height), max.y}, colour, height / 2);
}

void tooltip(std::string_view text)
{
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(12), px(8)});
    ImGui::BeginTooltip();
    paragraph(text, px(360));
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

void fromTop()
{
    ImGui::GetCurrentWindow()->DC.CurrLineTextBaseOffset = 0;
}

void takeKeyboard(bool showing)
{
    ImGui::SetFocusID(ImGui::GetItemID(), ImGui::GetCurrentWindow());
    if (showing)
        ImGui::GetCurrentContext()->NavDisableHighlight = false;
}

void gap(float designPixels)
{
    // The spacing that follows an item is part of the gap.
    ImGui::Dummy({0, std::max(0.0f, px(designPixels) - ImGui::GetStyle().ItemSpacing.y)});
}

void alignRight(float width)
{
    const float x = ImGui::GetContentRegionMax().x - width;
    ImGui::SameLine(std::max(x, ImGui::GetCursorPosX()));
}

} // namespace vidimus::gui
