#include "plugin_host/wire/utf8.hpp"

#include <gtest/gtest.h>

using namespace vidimus::wire;

TEST(Utf8, AcceptsTextOfEveryLength)
{
    for (const char* text : {"", "plain", "é", "陈大文", "𠮷野", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(isUtf8(text)) << text;
}

TEST(Utf8, RefusesWhatUnicodeCallsIllFormed)
{
    // Unicode 15, table 3-7: lone continuation, overlong forms, surrogates, beyond U+10FFFF, cut short.
    for (const char* text : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\x80",
             "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE9\x99", "\xFF"})
        EXPECT_FALSE(isUtf8(text)) << text;
    EXPECT_FALSE(isUtf8(std::string_view("a\0b", 3)));
}

TEST(Utf8, MendsEachBadByteAndKeepsTheRest)
{
    EXPECT_EQ(toUtf8("陈\xFF大"), "陈\xEF\xBF\xBD大");
    EXPECT_EQ(toUtf8(std::string_view("a\0b", 3)),
        "a\xEF\xBF\xBD"
        "b");
    EXPECT_TRUE(isUtf8(toUtf8("\xED\xA0\x80\xC0\x80\xF0\x9F")));
}
