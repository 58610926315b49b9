#pragma once
#include <imgui.h>

#include <vector>

namespace vidimus::gui {

/// Keeps quick keystrokes. ImGui 1.86 asks once a frame which keys are down: a key that went down and up again while a
/// slow frame was drawn would be lost. The latch holds such a key down for exactly one frame.
class KeyLatch {
public:
    /// A key went down, by GLFW's number, while these modifiers (GLFW_MOD_…) were down; keys without a number (-1) are
    /// ignored.
    void press(int key, int modifiers);
    /// Just before ImGui::NewFrame(), after all events have been handled. True: a key was held, so a further frame must
    /// follow to let it go.
    bool beginFrame(ImGuiIO& io);

private:
    void hold(ImGuiIO& io, int key);

    std::vector<int> m_pressed; ///< since the last frame, and the modifiers that belong to it
    std::vector<int> m_held; ///< shown as down although they are up
};

} // namespace vidimus::gui
