#include "gui/widgets/controls.hpp"

#include <imgui_internal.h>

namespace vidimus::gui {

namespace {

struct Look {
    ImU32 fill, border, text;
};

Look lookOf(ButtonKind kind, bool hovered, bool held, bool selected)
{
    const Palette& p = palette();
    const float touch = held ? 0.24f : hovered ? 0.12f : 0;
    switch (kind) {
    case ButtonKind::Primary:
        return {hovered || held ? withAlpha(p.accent, held ? 0.78f : 0.88f) : p.accent, 0, p.onAccent};
    case ButtonKind::Danger:
        return {withAlpha(p.adverse, 0.08f + touch), withAlpha(p.adverse, 0.6f), p.adverse};
    case ButtonKind::Secondary:
        if (selected)
            return {withAlpha(p.accent, 0.14f + touch / 2), p.accent, p.accent};
        return {touch > 0 ? withAlpha(p.accent, touch) : p.surface, p.border, p.text};
    case ButtonKind::Quiet:
        break;
    }
    if (selected)
        return {withAlpha(p.accent, 0.14f + touch / 2), 0, p.accent};
    return {touch > 0 ? withAlpha(p.accent, touch) : 0, 0, p.text};
}

std::string faceOf(std::string_view label, const char* icon)
{
    if (!icon)
        return std::string(label);
    return label.empty() ? std::string(icon) : std::string(icon) + "  " + std::string(label);
}

void drawFace(const ButtonSpec& spec, const std::string& face, ImVec2 min, ImVec2 max)
{
    const Look look = lookOf(spec.kind, spec.enabled && ImGui::IsItemHovered(), ImGui::IsItemActive(), spec.selected);
    const float rounding = px(5), alpha = spec.enabled ? 1.0f : 0.42f;
    const auto faded = [&](ImU32 colour) {
        return withAlpha(colour, static_cast<float>((colour >> IM_COL32_A_SHIFT) & 255) / 255.0f * alpha);
    };
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (look.fill)
        draw->AddRectFilled(min, max, faded(look.fill), rounding);
    if (look.border)
        draw->AddRect(min, max, faded(look.border), rounding, 0, px(1));
    const ImVec2 size = ImGui::CalcTextSize(face.c_str());
    const float x = std::max(min.x + px(6), (min.x + max.x - size.x) / 2);
    draw->PushClipRect(min, max, true);
    draw->AddText({std::floor(x), std::floor((min.y + max.y - size.y) / 2)}, faded(look.text), face.c_str());
    draw->PopClipRect();
}

void tellWhy(const ButtonSpec& spec)
{
    if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
        return;
    if (!spec.enabled && !spec.whyNot.empty())
        tooltip(spec.whyNot);
    else if (!spec.tip.empty())
        tooltip(spec.tip);
}

} // namespace

float buttonWidth(std::string_view label, const char* icon)
{
    const float text = ImGui::CalcTextSize(faceOf(label, icon).c_str()).x;
    return label.empty() ? px(32) : std::ceil(text) + px(24);
}

bool button(const ButtonSpec& spec)
{
    const std::string face = faceOf(spec.label, spec.icon);
    const float available = ImGui::GetContentRegionAvail().x;
    const float width = spec.width > 0 ? spec.width
        : spec.width < 0               ? std::max(available, px(16))
                                       : buttonWidth(spec.label, spec.icon);
    ImGui::BeginDisabled(!spec.enabled);
    const bool pressed = ImGui::InvisibleButton(spec.id.c_str(), {width, px(32)});
    ImGui::EndDisabled();
    const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
    drawFace(spec, face, min, max);
    ImGui::RenderNavHighlight(ImRect(min, max), ImGui::GetItemID());
    mark(spec.id, spec.label, spec.enabled);
    tellWhy(spec);
    return pressed && spec.enabled;
}

bool segments(const std::string& id, const std::vector<ButtonSpec>& choices, int& chosen)
{
    bool changed = false;
    ImGui::PushID(id.c_str());
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(4), px(8)});
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i > 0)
            ImGui::SameLine();
        ButtonSpec spec = choices[i];
        spec.kind = ButtonKind::Quiet;
        spec.selected = chosen == static_cast<int>(i);
        if (button(spec) && !spec.selected) {
            chosen = static_cast<int>(i);
            changed = true;
        }
    }
    ImGui::PopStyleVar();
    ImGui::PopID();
    return changed;
}

} // namespace vidimus::gui
