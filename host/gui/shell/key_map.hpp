#pragma once

namespace vidimus::gui {

/// Tells ImGui which of GLFW's key codes mean what to it; for pictures and tests too, where no GLFW window does so.
void mapKeys();

} // namespace vidimus::gui
