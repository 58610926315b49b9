#include "core/region.hpp"

#include <gtest/gtest.h>

using namespace vidimus;
using namespace vidimus::literals;

TEST(Region, UnitesAndIntersects)
{
    const Region a{0_mm, 0_mm, 10_mm, 10_mm}, b{5_mm, 5_mm, 10_mm, 10_mm}, far{50_mm, 50_mm, 1_mm, 1_mm};
    EXPECT_EQ(united(a, b), (Region{0_mm, 0_mm, 15_mm, 15_mm}));
    EXPECT_EQ(intersected(a, b), (Region{5_mm, 5_mm, 5_mm, 5_mm}));
    EXPECT_TRUE(intersected(a, far).empty());
    EXPECT_EQ(united(Region{}, b), b);
}

TEST(Dpi, ConvertsLengthsBothWays)
{
    EXPECT_DOUBLE_EQ(Dpi{300}.pixels(25.4_mm), 300);
    EXPECT_DOUBLE_EQ(Dpi{300}.length(600).value, 50.8);
    EXPECT_DOUBLE_EQ(Dpi{0}.length(600).value, 0);
}

TEST(Transform, IsTheIdentityByDefault)
{
    const Transform identity;
    const Point point{12.5_mm, 7_mm};
    EXPECT_EQ(identity(point), point);
}

TEST(Transform, MovesTurnsAndKeepsCornersInOrder)
{
    // A quarter turn clockwise about the origin, then 100 mm to the right.
    const Transform turn{{0, -1, 100, 1, 0, 0, 0, 0, 1}};
    const Quad quad = turn(quadOf({10_mm, 20_mm, 30_mm, 5_mm}));
    EXPECT_DOUBLE_EQ(quad[0].x.value, 80);
    EXPECT_DOUBLE_EQ(quad[0].y.value, 10);
    const Region bounds = boundsOf(quad);
    EXPECT_DOUBLE_EQ(bounds.width.value, 5);
    EXPECT_DOUBLE_EQ(bounds.height.value, 30);
}
