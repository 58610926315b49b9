#include "gui/widgets/theme.hpp"

#include <cmath>

namespace vidimus::gui {

namespace {

constexpr ImU32 rgb(unsigned value)
{
    return IM_COL32((value >> 16) & 255, (value >> 8) & 255, value & 255, 255);
}

constexpr Palette light{.background = rgb(0xF3F5F8),
    .surface = rgb(0xFFFFFF),
    .raised = rgb(0xF4F6F9),
    .border = rgb(0xDCE1E8),
    .text = rgb(0x18202B),
    .muted = rgb(0x566273),
    .accent = rgb(0x1D5DB8),
    .onAccent = rgb(0xFFFFFF),
    .adverse = rgb(0xB42318),
    .caution = rgb(0x945400),
    .unchecked = rgb(0x6B46B0),
    .note = rgb(0x32678C),
    .held = rgb(0x277243),
    .canvas = rgb(0xE4E8EE)};

constexpr Palette dark{.background = rgb(0x12161C),
    .surface = rgb(0x1A2029),
    .raised = rgb(0x232B36),
    .border = rgb(0x323C4A),
    .text = rgb(0xE7EBF1),
    .muted = rgb(0xA0ACBC),
    .accent = rgb(0x76A9F5),
    .onAccent = rgb(0x0E1726),
    .adverse = rgb(0xFF8A80),
    .caution = rgb(0xF2B24C),
    .unchecked = rgb(0xC2A5FF),
    .note = rgb(0x8CC3E8),
    .held = rgb(0x7CD09A),
    .canvas = rgb(0x0D1015)};

ThemeKind running = ThemeKind::Light;
float runningScale = 1;

void set(ImGuiCol slot, ImU32 colour)
{
    ImGui::GetStyle().Colors[slot] = ImGui::ColorConvertU32ToFloat4(colour);
}

void setMeasures(ImGuiStyle& style)
{
    style = ImGuiStyle();
    style.WindowPadding = {16, 16};
    style.FramePadding = {10, 6};
    style.ItemSpacing = {8, 8};
    style.ItemInnerSpacing = {8, 4};
    style.CellPadding = {8, 6};
    style.ScrollbarSize = 12;
    style.GrabMinSize = 12;
    style.WindowRounding = 6;
    style.ChildRounding = 6;
    style.FrameRounding = 5;
    style.PopupRounding = 6;
    style.ScrollbarRounding = 6;
    style.GrabRounding = 5;
    style.TabRounding = 5;
    style.WindowBorderSize = 1;
    style.FrameBorderSize = 1;
    style.PopupBorderSize = 1;
    style.WindowTitleAlign = {0, 0.5f};
    style.WindowMinSize = {16, 16};
}

void setSurfaces(const Palette& p)
{
    set(ImGuiCol_Text, p.text);
    set(ImGuiCol_TextDisabled, p.muted);
    set(ImGuiCol_WindowBg, p.background);
    set(ImGuiCol_ChildBg, withAlpha(p.surface, 0));
    set(ImGuiCol_PopupBg, p.surface);
    set(ImGuiCol_Border, p.border);
    set(ImGuiCol_FrameBg, p.raised);
    set(ImGuiCol_FrameBgHovered, withAlpha(p.accent, 0.10f));
    set(ImGuiCol_FrameBgActive, withAlpha(p.accent, 0.16f));
    set(ImGuiCol_TitleBg, p.surface);
    set(ImGuiCol_TitleBgActive, p.surface);
    set(ImGuiCol_TitleBgCollapsed, p.surface);
    set(ImGuiCol_ScrollbarBg, withAlpha(p.surface, 0));
    set(ImGuiCol_ScrollbarGrab, withAlpha(p.muted, 0.35f));
    set(ImGuiCol_ScrollbarGrabHovered, withAlpha(p.muted, 0.55f));
    set(ImGuiCol_ScrollbarGrabActive, withAlpha(p.muted, 0.75f));
    set(ImGuiCol_ModalWindowDimBg, IM_COL32(10, 14, 20, 110));
}

void setControls(const Palette& p)
{
    set(ImGuiCol_CheckMark, p.accent);
    set(ImGuiCol_Button, p.raised);
    set(ImGuiCol_ButtonHovered, withAlpha(p.accent, 0.14f));
    set(ImGuiCol_ButtonActive, withAlpha(p.accent, 0.24f));
    set(ImGuiCol_Header, withAlpha(p.accent, 0.14f));
    set(ImGuiCol_HeaderHovered, withAlpha(p.accent, 0.10f));
    set(ImGuiCol_HeaderActive, withAlpha(p.accent, 0.20f));
    set(ImGuiCol_Separator, p.border);
    set(ImGuiCol_SeparatorHovered, p.accent);
    set(ImGuiCol_SeparatorActive, p.accent);
    set(ImGuiCol_TableHeaderBg, p.raised);
    set(ImGuiCol_TableBorderStrong, p.border);
    set(ImGuiCol_TableBorderLight, withAlpha(p.border, 0.7f));
    set(ImGuiCol_TableRowBgAlt, withAlpha(p.raised, 0.5f));
    set(ImGuiCol_TextSelectedBg, withAlpha(p.accent, 0.30f));
    set(ImGuiCol_NavHighlight, p.accent);
    set(ImGuiCol_PlotHistogram, p.accent);
    set(ImGuiCol_DragDropTarget, p.accent);
}

double luminance(ImU32 colour)
{
    const auto linear = [](unsigned channel) {
        const double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear((colour >> IM_COL32_R_SHIFT) & 255) + 0.7152 * linear((colour >> IM_COL32_G_SHIFT) & 255)
        + 0.0722 * linear((colour >> IM_COL32_B_SHIFT) & 255);
}

} // namespace

const Palette& paletteOf(ThemeKind kind)
{
    return kind == ThemeKind::Light ? light : dark;
}

const Palette& palette()
{
    return paletteOf(running);
}

ThemeKind currentTheme()
{
    return running;
}

void applyTheme(ThemeKind kind, float scale)
{
    running = kind;
    runningScale = scale;
    setMeasures(ImGui::GetStyle());
    ImGui::GetStyle().ScaleAllSizes(scale);
    setSurfaces(palette());
    setControls(palette());
}

float px(float designPixels)
{
    return std::floor(designPixels * runningScale + 0.5f);
}

ImU32 withAlpha(ImU32 colour, float alpha)
{
    return (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha * 255 + 0.5f) << IM_COL32_A_SHIFT);
}

double contrast(ImU32 a, ImU32 b)
{
    const double brighter = std::max(luminance(a), luminance(b)), darker = std::min(luminance(a), luminance(b));
    return (brighter + 0.05) / (darker + 0.05);
}

} // namespace vidimus::gui
