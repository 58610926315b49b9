#pragma once
#include "gui/widgets/fonts.hpp"
#include "gui/widgets/probe.hpp"
#include "gui/widgets/theme.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Controls in the house's look. They know no cases and no findings. Each marks itself for the probe under its id.
namespace vidimus::gui {

enum class ButtonKind { Primary, Secondary, Quiet, Danger };

struct ButtonSpec {
    std::string id;
    std::string label;
    const char* icon = nullptr;
    ButtonKind kind = ButtonKind::Secondary;
    bool enabled = true;
    std::string whyNot = {}; ///< told by a tooltip while it is not enabled
    std::string tip = {};
    float width = 0; ///< pixels; 0: as wide as its content, below 0: all there is
    bool selected = false;
};

/// True in the frame in which it was pressed, by mouse or keyboard.
bool button(const ButtonSpec& spec);
/// Width that a button of this label and icon takes, for aligning to the right.
float buttonWidth(std::string_view label, const char* icon);

/// A row of choices of which one holds; returns true when it changed.
bool segments(const std::string& id, const std::vector<ButtonSpec>& choices, int& chosen);

/// A labelled line of text; the label stands above. Flags are ImGui's.
bool textField(const std::string& id, const std::string& label, std::string& value, int flags = 0,
    const std::string& hint = {}, float width = -1);
/// A text field with a list of what may be meant beside it: any text may be typed, a known one chosen. Without known
/// ones a plain text field.
bool suggestedField(const std::string& id, const std::string& text, std::string& value,
    const std::vector<std::string>& known, const std::string& hint, float width);
/// Several lines of text.
bool textArea(const std::string& id, const std::string& label, std::string& value, float height, float width = -1);
/// A labelled choice; `chosen` is an index into choices.
bool choice(const std::string& id, const std::string& label, const std::vector<std::string>& choices, int& chosen,
    float width = -1);
bool checkBox(const std::string& id, const std::string& label, bool& value);

/// A small rounded label: shape (icon), word and colour together.
void chip(const char* icon, std::string_view text, ImU32 colour);
float chipWidth(const char* icon, std::string_view text);
/// A bar, 0..1.
void progressBar(double fraction, float width, float height, ImU32 colour);
void tooltip(std::string_view text);

void title(std::string_view text);
void heading(std::string_view text);
void label(std::string_view text); ///< small and muted
/// Wrapped to that many pixels; 0: to all the room there is.
void paragraph(std::string_view text, float width = 0);
void smallParagraph(std::string_view text, float width = 0); ///< small and muted
void colouredParagraph(std::string_view text, ImU32 colour);
void coloured(std::string_view text, ImU32 colour);
/// One line, cut with an ellipsis where it is longer than width; the whole of it in a tooltip.
void oneLine(std::string_view text, float width, ImU32 colour, ImFont* font = nullptr);
/// Lets the next text or group begin at the line's top, whatever stands left of it.
void fromTop();
/// Gives the keyboard to the item drawn last: arrows start from there. Where it shows, Space presses it at once.
void takeKeyboard(bool showing);
/// That many design pixels of empty height.
void gap(float designPixels);
/// Puts the next item so that it ends at the right edge.
void alignRight(float width);

} // namespace vidimus::gui
