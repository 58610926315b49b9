#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace vidimus::gui {

/// Breaks a text into lines of at most that width: at blanks, and between Han characters, but not before a closing mark
/// nor after an opening one. ImGui itself knows blanks only. What was broken before stays so. \param widthOf  the width
/// of a piece of one line \source Unicode UAX #14, classes ID, OP, CL, reduced to what our texts hold.
std::string wrapped(std::string_view utf8, float width, const std::function<float(std::string_view)>& widthOf);

} // namespace vidimus::gui
