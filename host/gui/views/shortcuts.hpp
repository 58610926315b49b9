#pragma once
#include <span>
#include <string>

/// The keys of the workstation: one table for acting and for the help overlay.
namespace vidimus::gui {

enum class Act {
    Help,
    NewCase,
    AddFiles,
    ShowCases,
    ShowQueue,
    Search,
    Back,
    Undo,
    Export,
    Decide,
    Theme,
    Language,
    NextFinding,
    PreviousFinding,
    Accept,
    Explain,
    Refer,
    Dismiss,
    Correct,
    TabFindings,
    TabFields,
    TabTerms,
    TabTrail,
    NextPage,
    PreviousPage,
    ZoomIn,
    ZoomOut,
    Fit,
    ActualSize,
    Rotate,
    Boxes,
};

enum class ActGroup { Everywhere, Case, Page };

struct Shortcut {
    Act act;
    ActGroup group;
    int key; ///< GLFW key
    bool ctrl = false, shift = false, alt = false;
    const char* keys; ///< as shown: "Ctrl+N"
    const char* text; ///< key in texts of what it does
};

std::span<const Shortcut> allShortcuts();
/// Is this shortcut pressed in this frame? Those without Ctrl or Alt rest while somebody types, except function keys.
bool pressed(const Shortcut& shortcut);

} // namespace vidimus::gui
