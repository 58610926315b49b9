#include "gui/widgets/controls.hpp"
#include "gui/widgets/line_breaks.hpp"

#include <imgui_internal.h>

namespace vidimus::gui {

namespace {

void plain(std::string_view text)
{
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
}

void inLines(std::string_view text, float width)
{
    const float room = width > 0 ? width : ImGui::GetContentRegionAvail().x;
    const auto widthOf
        = [](std::string_view piece) { return ImGui::CalcTextSize(piece.data(), piece.data() + piece.size()).x; };
    plain(wrapped(text, room, widthOf));
}

} // namespace

void title(std::string_view text)
{
    const InFont face(fonts().title);
    plain(text);
}

void heading(std::string_view text)
{
    const InFont face(fonts().bold);
    plain(text);
}

void label(std::string_view text)
{
    const InFont face(fonts().small);
    coloured(text, palette().muted);
}

void paragraph(std::string_view text, float width)
{
    inLines(text, width);
}

void smallParagraph(std::string_view text, float width)
{
    const InFont face(fonts().small);
    ImGui::PushStyleColor(ImGuiCol_Text, palette().muted);
    inLines(text, width);
    ImGui::PopStyleColor();
}

void colouredParagraph(std::string_view text, ImU32 colour)
{
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    inLines(text, 0);
    ImGui::PopStyleColor();
}

void coloured(std::string_view text, ImU32 colour)
{
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    plain(text);
    ImGui::PopStyleColor();
}

void oneLine(std::string_view text, float width, ImU32 colour, ImFont* font)
{
    const InFont face(font ? font : ImGui::GetFont());
    const char* begin = text.data();
    const char* end = begin + text.size();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::CalcTextSize(begin, end);
    ImGui::Dummy({std::min(size.x, width), ImGui::GetTextLineHeight()});
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::RenderTextEllipsis(
        ImGui::GetWindowDrawList(), at, {at.x + width, at.y + size.y}, at.x + width, at.x + width, begin, end, &size);
    ImGui::PopStyleColor();
    if (size.x > width && ImGui::IsItemHovered())
        tooltip(text);
}

} // namespace vidimus::gui
