#pragma once
#include "core/file.hpp"
#include "core/region.hpp"

#include <imgui.h>

#include <vector>

/// Where a page lies on the screen. Regions stay millimetres of the page as acquired; only drawing turns and scales.
namespace vidimus::gui {

/// A page as shown: turned by quarter turns, scaled, and put somewhere.
struct PageFrame {
    Millimetres width, height; ///< as acquired
    int turn = 0; ///< quarter turns clockwise, 0..3
    float zoom = 1; ///< pixels of the screen a millimetre
    ImVec2 origin; ///< top left of the turned page, screen pixels

    ImVec2 size() const; ///< of the turned page, pixels
    ImVec2 toScreen(Point onPage) const;
    Point toPage(ImVec2 onScreen) const;
};

/// What a person has set: turn, zoom and place. The place is that of the page's middle, from the canvas's middle.
struct CanvasState {
    int turn = 0;
    bool fitted = true; ///< follow the canvas's size
    float zoom = 1;
    ImVec2 pan{0, 0};
};

constexpr float smallestZoom = 0.2f, largestZoom = 60; ///< pixels a millimetre

/// The frame of a page on a canvas at min..max; a fitted page leaves a margin of that many pixels.
PageFrame frameOf(const Page& page, const CanvasState& state, ImVec2 min, ImVec2 max, float margin);
/// Zooms so that what lies under the cursor stays there.
void zoomAt(CanvasState& state, const PageFrame& frame, ImVec2 min, ImVec2 max, ImVec2 cursor, float factor);
/// One picture pixel of the page as acquired on one screen pixel.
void showActualSize(CanvasState& state, const Page& page);
/// Moves, and zooms where needed, so that all these regions are seen; empty regions mean the whole page.
void reveal(
    CanvasState& state, const Page& page, const std::vector<Region>& regions, ImVec2 min, ImVec2 max, float margin);
/// The quarter turns that make the page upright.
int uprightTurn(const Page& page);

} // namespace vidimus::gui
