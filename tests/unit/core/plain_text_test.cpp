#include "core/plain_text.hpp"

#include <gtest/gtest.h>

using namespace vidimus;

TEST(PlainText, LosesWhatMovesACursorOrTurnsTheWriting)
{
    EXPECT_EQ(inOnePlainLine("a\x1b[2Jb\nc\x7f"), "a [2Jb c ");
    EXPECT_EQ(inOnePlainLine("a\u009b2Jb"), "a 2Jb") << "the control sequence introducer in one character";
    EXPECT_EQ(inOnePlainLine("gpj\u202e.exe\u2066x\u2069"), "gpj .exe x ");
    EXPECT_EQ(inOnePlainLine("\u2028"), " ");
}

TEST(PlainText, KeepsEveryScriptAndWhatIsNoUtf8)
{
    EXPECT_EQ(inOnePlainLine("陳大文 João ‘x’…"), "陳大文 João ‘x’…");
    EXPECT_EQ(inOnePlainLine("a\xff\xe2\x80"), "a\xff\xe2\x80");
    EXPECT_EQ(inPlainLines("one\ntwo\r\x1b"), "one\ntwo  ");
}
