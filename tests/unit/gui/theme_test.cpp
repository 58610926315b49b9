#include "gui/widgets/theme.hpp"

#include <gtest/gtest.h>

using namespace vidimus::gui;

TEST(Theme, EveryTextColourIsReadableOnEverySurface)
{
    // WCAG 2.1 AA asks for 4.5 with text of this size.
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
        const Palette& p = paletteOf(kind);
        for (const ImU32 text : {p.text, p.muted, p.accent, p.adverse, p.caution, p.unchecked, p.note, p.held})
            for (const ImU32 ground : {p.background, p.surface, p.raised})
                EXPECT_GE(contrast(text, ground), 4.5) << std::hex << text << " on " << ground;
        EXPECT_GE(contrast(p.onAccent, p.accent), 4.5);
    }
}

TEST(Theme, ContrastIsThatOfTheStandard)
{
    EXPECT_NEAR(contrast(IM_COL32(0, 0, 0, 255), IM_COL32(255, 255, 255, 255)), 21, 0.01);
    EXPECT_NEAR(contrast(IM_COL32(119, 119, 119, 255), IM_COL32(255, 255, 255, 255)), 4.48, 0.01);
}
