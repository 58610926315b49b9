#include "gui/shell/key_latch.hpp"

#include <GLFW/glfw3.h>

#include <utility>

namespace vidimus::gui {

void KeyLatch::press(int key, int modifiers)
{
    if (key < 0 || key > GLFW_KEY_LAST)
        return;
    // A modifier may have gone down frames ago and be up again before the key is seen: a chord stays whole.
    static constexpr std::pair<int, int> all[] = {{GLFW_MOD_CONTROL, GLFW_KEY_LEFT_CONTROL},
        {GLFW_MOD_SHIFT, GLFW_KEY_LEFT_SHIFT}, {GLFW_MOD_ALT, GLFW_KEY_LEFT_ALT}};
    for (const auto& [bit, modifier] : all)
        if ((modifiers & bit) != 0)
            m_pressed.push_back(modifier);
    m_pressed.push_back(key);
    // Down again before its held frame was over: it is truly down now.
    std::erase(m_held, key);
}

void KeyLatch::hold(ImGuiIO& io, int key)
{
    const int twin = key == GLFW_KEY_LEFT_CONTROL ? GLFW_KEY_RIGHT_CONTROL
        : key == GLFW_KEY_LEFT_SHIFT              ? GLFW_KEY_RIGHT_SHIFT
        : key == GLFW_KEY_LEFT_ALT                ? GLFW_KEY_RIGHT_ALT
                                                  : key;
    if (io.KeysDown[key] || io.KeysDown[twin])
        return;
    io.KeysDown[key] = true;
    m_held.push_back(key);
}

bool KeyLatch::beginFrame(ImGuiIO& io)
{
    for (const int key : m_held)
        io.KeysDown[key] = false;
    m_held.clear();
    for (const int key : m_pressed)
        hold(io, key);
    m_pressed.clear();
    const auto down = [&](int left, int right) { return io.KeysDown[left] || io.KeysDown[right]; };
    io.KeyCtrl = down(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL);
    io.KeyShift = down(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT);
    io.KeyAlt = down(GLFW_KEY_LEFT_ALT, GLFW_KEY_RIGHT_ALT);
    return !m_held.empty();
}

} // namespace vidimus::gui
