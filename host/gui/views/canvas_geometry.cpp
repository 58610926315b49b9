#include "gui/views/canvas_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace vidimus::gui {

namespace {

float mm(Millimetres length)
{
    return static_cast<float>(length.value);
}

float fittingZoom(float width, float height, ImVec2 room)
{
    return std::clamp(
        std::min(room.x / std::max(width, 1.0f), room.y / std::max(height, 1.0f)), smallestZoom, largestZoom);
}

} // namespace

ImVec2 PageFrame::size() const
{
    const bool lying = turn % 2 == 1;
    return {mm(lying ? height : width) * zoom, mm(lying ? width : height) * zoom};
}

ImVec2 PageFrame::toScreen(Point p) const
{
    float x = mm(p.x), y = mm(p.y);
    const float w = mm(width), h = mm(height);
    switch (turn) {
    case 1:
        std::tie(x, y) = std::pair(h - y, x);
        break;
    case 2:
        std::tie(x, y) = std::pair(w - x, h - y);
        break;
    case 3:
        std::tie(x, y) = std::pair(y, w - x);
        break;
    default:
        break;
    }
    return {origin.x + x * zoom, origin.y + y * zoom};
}

Point PageFrame::toPage(ImVec2 onScreen) const
{
    double x = (onScreen.x - origin.x) / zoom, y = (onScreen.y - origin.y) / zoom;
    const double w = width.value, h = height.value;
    switch (turn) {
    case 1:
        std::tie(x, y) = std::pair(y, h - x);
        break;
    case 2:
        std::tie(x, y) = std::pair(w - x, h - y);
        break;
    case 3:
        std::tie(x, y) = std::pair(w - y, x);
        break;
    default:
        break;
    }
    return {{x}, {y}};
}

PageFrame frameOf(const Page& page, const CanvasState& state, ImVec2 min, ImVec2 max, float margin)
{
    PageFrame frame{.width = page.width, .height = page.height, .turn = state.turn, .zoom = 1, .origin = {0, 0}};
    const ImVec2 natural = frame.size();
    frame.zoom = state.fitted
        ? fittingZoom(natural.x, natural.y, {max.x - min.x - 2 * margin, max.y - min.y - 2 * margin})
        : state.zoom;
    const ImVec2 pan = state.fitted ? ImVec2{0, 0} : state.pan;
    const ImVec2 size = frame.size();
    frame.origin = {std::floor((min.x + max.x - size.x) / 2 + pan.x), std::floor((min.y + max.y - size.y) / 2 + pan.y)};
    return frame;
}

void zoomAt(CanvasState& state, const PageFrame& frame, ImVec2 min, ImVec2 max, ImVec2 cursor, float factor)
{
    const float zoom = std::clamp(frame.zoom * factor, smallestZoom, largestZoom);
    const float grown = zoom / frame.zoom;
    const ImVec2 size = frame.size();
    const ImVec2 middle{frame.origin.x + size.x / 2, frame.origin.y + size.y / 2};
    state.fitted = false;
    state.zoom = zoom;
    state.pan = {cursor.x + (middle.x - cursor.x) * grown - (min.x + max.x) / 2,
        cursor.y + (middle.y - cursor.y) * grown - (min.y + max.y) / 2};
}

void showActualSize(CanvasState& state, const Page& page)
{
    state.fitted = false;
    state.zoom = std::clamp(static_cast<float>(page.dpi.pixels({1})), smallestZoom, largestZoom);
    state.pan = {0, 0};
}

void reveal(
    CanvasState& state, const Page& page, const std::vector<Region>& regions, ImVec2 min, ImVec2 max, float margin)
{
    Region all;
    for (const Region& region : regions)
        all = united(all, region);
    if (all.empty()) {
        state.fitted = true;
        return;
    }
    PageFrame frame = frameOf(page, state, min, max, margin);
    const ImVec2 a = frame.toScreen({all.x, all.y}), b = frame.toScreen({all.right(), all.bottom()});
    const ImVec2 room{max.x - min.x - 2 * margin, max.y - min.y - 2 * margin};
    const ImVec2 low{std::min(a.x, b.x), std::min(a.y, b.y)}, high{std::max(a.x, b.x), std::max(a.y, b.y)};
    const bool seen = low.x >= min.x && low.y >= min.y && high.x <= max.x && high.y <= max.y;
    // Text below about 9 px is a smudge: come closer to at least 5 pixels a millimetre, if the regions then still fit.
    const float wanted = std::max(frame.zoom, 5.0f);
    const float fits = fittingZoom((high.x - low.x) / frame.zoom, (high.y - low.y) / frame.zoom, room);
    const float zoom = std::min(wanted, fits);
    if (seen && zoom <= frame.zoom)
        return;
    state.fitted = false;
    state.zoom = zoom;
    state.pan = {0, 0};
    frame = frameOf(page, state, min, max, margin);
    const ImVec2 centre = frame.toScreen({all.centreX(), all.centreY()});
    state.pan = {(min.x + max.x) / 2 - centre.x, (min.y + max.y) / 2 - centre.y};
}

int uprightTurn(const Page& page)
{
    const int quarters = static_cast<int>(std::lround(page.rotation.value / 90));
    return ((quarters % 4) + 4) % 4;
}

} // namespace vidimus::gui
