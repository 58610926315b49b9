#include "gui/shell/key_map.hpp"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <array>
#include <utility>

namespace vidimus::gui {

void mapKeys()
{
    static constexpr std::array keys{std::pair{ImGuiKey_Tab, GLFW_KEY_TAB},
        std::pair{ImGuiKey_LeftArrow, GLFW_KEY_LEFT}, std::pair{ImGuiKey_RightArrow, GLFW_KEY_RIGHT},
        std::pair{ImGuiKey_UpArrow, GLFW_KEY_UP}, std::pair{ImGuiKey_DownArrow, GLFW_KEY_DOWN},
        std::pair{ImGuiKey_PageUp, GLFW_KEY_PAGE_UP}, std::pair{ImGuiKey_PageDown, GLFW_KEY_PAGE_DOWN},
        std::pair{ImGuiKey_Home, GLFW_KEY_HOME}, std::pair{ImGuiKey_End, GLFW_KEY_END},
        std::pair{ImGuiKey_Insert, GLFW_KEY_INSERT}, std::pair{ImGuiKey_Delete, GLFW_KEY_DELETE},
        std::pair{ImGuiKey_Backspace, GLFW_KEY_BACKSPACE}, std::pair{ImGuiKey_Space, GLFW_KEY_SPACE},
        std::pair{ImGuiKey_Enter, GLFW_KEY_ENTER}, std::pair{ImGuiKey_Escape, GLFW_KEY_ESCAPE},
        std::pair{ImGuiKey_KeyPadEnter, GLFW_KEY_KP_ENTER}, std::pair{ImGuiKey_A, GLFW_KEY_A},
        std::pair{ImGuiKey_C, GLFW_KEY_C}, std::pair{ImGuiKey_V, GLFW_KEY_V}, std::pair{ImGuiKey_X, GLFW_KEY_X},
        std::pair{ImGuiKey_Y, GLFW_KEY_Y}, std::pair{ImGuiKey_Z, GLFW_KEY_Z}};
    for (const auto& [meaning, key] : keys)
        ImGui::GetIO().KeyMap[meaning] = key;
}

} // namespace vidimus::gui
