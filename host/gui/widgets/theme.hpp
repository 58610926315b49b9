#pragma once
#include <imgui.h>

/// Colours and measures of the workstation. Severity is never told by colour alone: an icon's shape and a word go with
/// it.
namespace vidimus::gui {

enum class ThemeKind { Light, Dark };

struct Palette {
    ImU32 background; ///< behind everything
    ImU32 surface; ///< cards, panels
    ImU32 raised; ///< inputs, hovered rows
    ImU32 border;
    ImU32 text, muted;
    ImU32 accent, onAccent;
    ImU32 adverse, caution, unchecked, note, held;
    ImU32 canvas; ///< behind a page
};

const Palette& paletteOf(ThemeKind kind);
/// The palette of the running theme.
const Palette& palette();
ThemeKind currentTheme();

/// Sets colours, roundings and paddings of the current ImGui context.
/// \param scale  pixels of the display for one design pixel, 1 on an ordinary screen
void applyTheme(ThemeKind kind, float scale);

/// Design pixels (an 8 px grid) to pixels of the display.
float px(float designPixels);

/// The same colour, so opaque (0..1).
ImU32 withAlpha(ImU32 colour, float alpha);

/// WCAG 2 contrast ratio of two opaque colours, 1..21. \source WCAG 2.1, 1.4.3.
double contrast(ImU32 a, ImU32 b);

} // namespace vidimus::gui
