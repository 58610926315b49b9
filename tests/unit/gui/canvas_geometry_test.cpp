#include "gui/views/canvas_geometry.hpp"

#include <gtest/gtest.h>

using namespace vidimus;
using namespace vidimus::gui;

namespace {

Page a4()
{
    Page page;
    page.width = {210};
    page.height = {297};
    page.dpi = {300};
    return page;
}

} // namespace

TEST(CanvasGeometry, TheWayToTheScreenAndBackMeetsItself)
{
    for (int turn = 0; turn < 4; ++turn) {
        const PageFrame frame{.width = {210}, .height = {297}, .turn = turn, .zoom = 3.5f, .origin = {40, 25}};
        const Point there{{33}, {120}};
        const Point back = frame.toPage(frame.toScreen(there));
        EXPECT_NEAR(back.x.value, there.x.value, 1e-3) << turn;
        EXPECT_NEAR(back.y.value, there.y.value, 1e-3) << turn;
    }
}

TEST(CanvasGeometry, AQuarterTurnPutsTheTopLeftToTheTopRight)
{
    const PageFrame frame{.width = {210}, .height = {297}, .turn = 1, .zoom = 1, .origin = {0, 0}};
    EXPECT_FLOAT_EQ(frame.toScreen({{0}, {0}}).x, 297);
    EXPECT_FLOAT_EQ(frame.toScreen({{0}, {0}}).y, 0);
    EXPECT_FLOAT_EQ(frame.size().x, 297);
}

TEST(CanvasGeometry, AFittedPageLiesInsideTheCanvas)
{
    const PageFrame frame = frameOf(a4(), {}, {100, 50}, {700, 650}, 24);
    EXPECT_GE(frame.origin.x, 100);
    EXPECT_GE(frame.origin.y, 50 + 23);
    EXPECT_LE(frame.origin.y + frame.size().y, 650 - 23);
}

TEST(CanvasGeometry, WhatLiesUnderTheCursorStaysThereWhileZooming)
{
    CanvasState state;
    const ImVec2 min{0, 0}, max{800, 600}, cursor{500, 210};
    const PageFrame before = frameOf(a4(), state, min, max, 24);
    const Point under = before.toPage(cursor);
    zoomAt(state, before, min, max, cursor, 2);
    const ImVec2 after = frameOf(a4(), state, min, max, 24).toScreen(under);
    EXPECT_NEAR(after.x, cursor.x, 1.5);
    EXPECT_NEAR(after.y, cursor.y, 1.5);
}

TEST(CanvasGeometry, RevealingShowsEveryRegion)
{
    CanvasState state;
    const ImVec2 min{0, 0}, max{800, 600};
    const std::vector<Region> regions{{{20}, {30}, {40}, {6}}, {{150}, {60}, {30}, {6}}};
    reveal(state, a4(), regions, min, max, 48);
    const PageFrame frame = frameOf(a4(), state, min, max, 24);
    for (const Region& region : regions) {
        const ImVec2 low = frame.toScreen({region.x, region.y}),
                     high = frame.toScreen({region.right(), region.bottom()});
        EXPECT_GE(low.x, 0);
        EXPECT_GE(low.y, 0);
        EXPECT_LE(high.x, 800);
        EXPECT_LE(high.y, 600);
    }
}

TEST(CanvasGeometry, ActualSizeIsOnePixelAPixel)
{
    CanvasState state;
    showActualSize(state, a4());
    EXPECT_NEAR(state.zoom * 25.4, 300, 0.01);
}

TEST(CanvasGeometry, APageIsTurnedUpright)
{
    Page page = a4();
    page.rotation = {-90};
    EXPECT_EQ(uprightTurn(page), 3);
    page.rotation = {181.5};
    EXPECT_EQ(uprightTurn(page), 2);
}
