#include "gui/shell/key_latch.hpp"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

using namespace vidimus::gui;

namespace {

class KeyLatchTest : public testing::Test {
protected:
    /// What the window's own callbacks do, in one poll between two frames.
    void down(int key, int modifiers = 0)
    {
        latch.press(key, modifiers);
        io.KeysDown[key] = true;
    }
    void up(int key) { io.KeysDown[key] = false; }

    KeyLatch latch;
    ImGuiIO io;
};

} // namespace

TEST_F(KeyLatchTest, AStrokeWithinOneFrameIsSeenForExactlyOneFrame)
{
    down(GLFW_KEY_F6);
    up(GLFW_KEY_F6);
    EXPECT_TRUE(latch.beginFrame(io)) << "a frame must follow, to let it go";
    EXPECT_TRUE(io.KeysDown[GLFW_KEY_F6]);
    EXPECT_FALSE(latch.beginFrame(io));
    EXPECT_FALSE(io.KeysDown[GLFW_KEY_F6]);
}

TEST_F(KeyLatchTest, AQuickChordKeepsItsModifier)
{
    down(GLFW_KEY_LEFT_ALT);
    down(GLFW_KEY_DOWN, GLFW_MOD_ALT);
    up(GLFW_KEY_DOWN);
    up(GLFW_KEY_LEFT_ALT);
    latch.beginFrame(io);
    EXPECT_TRUE(io.KeyAlt);
    EXPECT_TRUE(io.KeysDown[GLFW_KEY_DOWN]);
    latch.beginFrame(io);
    EXPECT_FALSE(io.KeyAlt);
}

TEST_F(KeyLatchTest, AChordStaysWholeWhenItsModifierWentDownAFrameEarlier)
{
    down(GLFW_KEY_LEFT_CONTROL);
    latch.beginFrame(io);
    down(GLFW_KEY_E, GLFW_MOD_CONTROL);
    up(GLFW_KEY_E);
    up(GLFW_KEY_LEFT_CONTROL);
    latch.beginFrame(io);
    EXPECT_TRUE(io.KeyCtrl && io.KeysDown[GLFW_KEY_E]);
    latch.beginFrame(io);
    EXPECT_FALSE(io.KeyCtrl || io.KeysDown[GLFW_KEY_E]);
}

TEST_F(KeyLatchTest, AKeyThatIsHeldStaysDownUntilItIsLetGo)
{
    down(GLFW_KEY_LEFT);
    EXPECT_FALSE(latch.beginFrame(io));
    EXPECT_FALSE(latch.beginFrame(io));
    EXPECT_TRUE(io.KeysDown[GLFW_KEY_LEFT]);
    up(GLFW_KEY_LEFT);
    latch.beginFrame(io);
    EXPECT_FALSE(io.KeysDown[GLFW_KEY_LEFT]);
}

TEST_F(KeyLatchTest, KeysWithoutANumberAreIgnored)
{
    latch.press(GLFW_KEY_UNKNOWN, 0);
    EXPECT_FALSE(latch.beginFrame(io));
}
