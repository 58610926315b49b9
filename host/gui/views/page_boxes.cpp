#include "gui/views/page_boxes.hpp"

#include "gui/widgets/fonts.hpp"
#include "gui/widgets/theme.hpp"

#include <algorithm>

namespace vidimus::gui {

namespace {

struct Box {
    ImVec2 min, max;
};

Box boxOf(const PageFrame& frame, const Region& region)
{
    const Region whole{{0}, {0}, frame.width, frame.height};
    const Region& r = region.empty() ? whole : region;
    const ImVec2 a = frame.toScreen({r.x, r.y}), b = frame.toScreen({r.right(), r.bottom()});
    return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
}

} // namespace

void drawBox(ImDrawList& draw, const PageFrame& frame, const Region& region, ImU32 colour, BoxStyle style)
{
    const Box box = boxOf(frame, region);
    const float out = region.empty() ? 0 : px(2);
    const ImVec2 min{box.min.x - out, box.min.y - out}, max{box.max.x + out, box.max.y + out};
    if (style == BoxStyle::Faint) {
        draw.AddRect(min, max, withAlpha(colour, 0.55f), px(2), 0, px(1));
        return;
    }
    draw.AddRectFilled(min, max, withAlpha(colour, 0.14f), px(3));
    draw.AddRect(
        {min.x - px(1), min.y - px(1)}, {max.x + px(1), max.y + px(1)}, IM_COL32(255, 255, 255, 200), px(3), 0, px(4));
    draw.AddRect(min, max, colour, px(3), 0, px(2));
}

void drawFlag(ImDrawList& draw, const PageFrame& frame, const Region& region, ImU32 colour, const char* text)
{
    const Box box = boxOf(frame, region);
    const InFont face(fonts().small);
    const ImVec2 size = ImGui::CalcTextSize(text);
    const ImVec2 min{box.min.x - px(3), box.min.y - px(3) - size.y};
    const ImVec2 max{min.x + size.x + px(10), min.y + size.y};
    draw.AddRectFilled(min, max, colour, px(3));
    draw.AddText({min.x + px(5), min.y}, IM_COL32_WHITE, text);
}

} // namespace vidimus::gui
