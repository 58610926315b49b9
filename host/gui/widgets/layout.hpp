#pragma once
#include "gui/widgets/controls.hpp"

#include <functional>

/// Cards, dialogs, splitters, empty states.
namespace vidimus::gui {

/// A panel on the surface colour with a thin border; ends with its scope.
class Card {
public:
    /// \param size  pixels, ImGui's meaning of 0 and negatives
    Card(const char* id, ImVec2 size, float designPadding = 16, int flags = 0);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;
};

/// A panel without border or fill.
class Pane {
public:
    Pane(const char* id, ImVec2 size, int flags = 0);
    ~Pane();
    Pane(const Pane&) = delete;
    Pane& operator=(const Pane&) = delete;
};

/// A dialog in the middle of the window. Between a true return and endDialog() its content is drawn. Escape closes it.
/// \param open  set to open it; cleared when it was closed
bool beginDialog(const char* id, const std::string& title, float designWidth, bool& open);
void endDialog();
/// True in the first frame of a dialog, to put the keyboard into its first field.
bool dialogAppeared();

/// The buttons at a dialog's foot, right-aligned: Cancel, then the act.
enum class DialogAnswer { None, Cancel, Confirm };
DialogAnswer dialogButtons(const std::string& idPrefix, const std::string& cancel, const ButtonSpec& confirm);

/// A bar to drag between two panes. \param size  of the pane before (or after, if !before) it, pixels
void splitter(const char* id, float& size, float smallest, float largest, bool before);

/// What a place shows that has nothing to show: what it is for, and the next act. Returns true when that was pressed.
bool emptyState(
    const char* icon, const std::string& headline, const std::string& hint, const ButtonSpec* act = nullptr);

} // namespace vidimus::gui
