#include "gui/views/shortcuts.hpp"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <array>

namespace vidimus::gui {

std::span<const Shortcut> allShortcuts()
{
    using enum Act;
    using enum ActGroup;
    static constexpr auto table = std::to_array<Shortcut>({
        {Help, Everywhere, GLFW_KEY_F1, false, false, false, "F1", "help.help"},
        {NewCase, Everywhere, GLFW_KEY_N, true, false, false, "Ctrl+N", "help.new-case"},
        {AddFiles, Everywhere, GLFW_KEY_O, true, false, false, "Ctrl+O", "help.add-files"},
        {ShowCases, Everywhere, GLFW_KEY_1, true, false, false, "Ctrl+1", "help.cases"},
        {ShowQueue, Everywhere, GLFW_KEY_2, true, false, false, "Ctrl+2", "help.queue"},
        {Search, Everywhere, GLFW_KEY_F, true, false, false, "Ctrl+F", "help.search"},
        {Back, Everywhere, GLFW_KEY_LEFT, false, false, true, "Alt+\xE2\x86\x90", "help.back"},
        {Theme, Everywhere, GLFW_KEY_T, true, false, false, "Ctrl+T", "help.theme"},
        {Language, Everywhere, GLFW_KEY_L, true, false, false, "Ctrl+L", "help.language"},
        {NextFinding, Case, GLFW_KEY_DOWN, false, false, true, "Alt+\xE2\x86\x93", "help.next-finding"},
        {PreviousFinding, Case, GLFW_KEY_UP, false, false, true, "Alt+\xE2\x86\x91", "help.previous-finding"},
        {Accept, Case, GLFW_KEY_F5, false, false, false, "F5", "help.accept"},
        {Explain, Case, GLFW_KEY_F6, false, false, false, "F6", "help.explain"},
        {Refer, Case, GLFW_KEY_F7, false, false, false, "F7", "help.refer"},
        {Dismiss, Case, GLFW_KEY_F8, false, false, false, "F8", "help.dismiss"},
        {Correct, Case, GLFW_KEY_F2, false, false, false, "F2", "help.correct"},
        {TabFindings, Case, GLFW_KEY_1, false, false, true, "Alt+1", "help.tab-findings"},
        {TabFields, Case, GLFW_KEY_2, false, false, true, "Alt+2", "help.tab-fields"},
        {TabTerms, Case, GLFW_KEY_3, false, false, true, "Alt+3", "help.tab-terms"},
        {TabTrail, Case, GLFW_KEY_4, false, false, true, "Alt+4", "help.tab-trail"},
        {Undo, Case, GLFW_KEY_Z, true, false, false, "Ctrl+Z", "help.undo"},
        {Export, Case, GLFW_KEY_E, true, false, false, "Ctrl+E", "help.export"},
        {Decide, Case, GLFW_KEY_ENTER, true, false, false, "Ctrl+Enter", "help.decide"},
        {NextPage, Page, GLFW_KEY_PAGE_DOWN, false, false, false, "PgDn", "help.next-page"},
        {PreviousPage, Page, GLFW_KEY_PAGE_UP, false, false, false, "PgUp", "help.previous-page"},
        {ZoomIn, Page, GLFW_KEY_EQUAL, false, false, false, "+", "help.zoom-in"},
        {ZoomIn, Page, GLFW_KEY_KP_ADD, false, false, false, nullptr, nullptr},
        {ZoomIn, Page, GLFW_KEY_EQUAL, false, true, false, nullptr, nullptr},
        {ZoomOut, Page, GLFW_KEY_MINUS, false, false, false, "\xE2\x88\x92", "help.zoom-out"},
        {ZoomOut, Page, GLFW_KEY_KP_SUBTRACT, false, false, false, nullptr, nullptr},
        {Fit, Page, GLFW_KEY_0, false, false, false, "0", "help.fit"},
        {ActualSize, Page, GLFW_KEY_1, false, false, false, "1", "help.actual"},
        {Rotate, Page, GLFW_KEY_R, false, false, false, "R", "help.rotate"},
        {Boxes, Page, GLFW_KEY_B, false, false, false, "B", "help.boxes"},
    });
    return table;
}

bool pressed(const Shortcut& shortcut)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl != shortcut.ctrl || io.KeyShift != shortcut.shift || io.KeyAlt != shortcut.alt)
        return false;
    const bool function = shortcut.key >= GLFW_KEY_F1 && shortcut.key <= GLFW_KEY_F12;
    // Ctrl+Z belongs to the text that is being typed.
    const bool typing = io.WantTextInput && (shortcut.act == Act::Undo || !(shortcut.ctrl || shortcut.alt || function));
    return !typing && ImGui::IsKeyPressed(shortcut.key, shortcut.group == ActGroup::Page);
}

} // namespace vidimus::gui
