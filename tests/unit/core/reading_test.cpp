#include "core/reading.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace vidimus;

TEST(PassKey, IsEqualExactlyForEqualRequests)
{
    PassRequest base{.what = "text"};
    std::vector<PassRequest> others(9, base);
    others[1].page = {1};
    others[2].part = 0;
    others[3].region = {{1}, {2}, {3}, {4}};
    others[4].languages = "chi_sim+eng";
    others[5].alphabet = "0123456789";
    others[6].engine = "vidimus.tesseract";
    others[7].variant = "scaled";
    others[8].singleLine = true;
    std::set<std::string> keys;
    for (const PassRequest& request : others)
        keys.insert(keyOf(request));
    EXPECT_EQ(keys.size(), others.size());
    EXPECT_EQ(keyOf(base), keyOf(PassRequest{.what = "text"}));
}

TEST(Reading, KeepsThePassThatWasAskedFor)
{
    Reading reading;
    Pass pass;
    pass.request = {.what = "codes", .page = {3}};
    pass.codes.push_back({"QRCode", "text", {}});
    reading.add(pass);
    ASSERT_NE(reading.find({.what = "codes", .page = {3}}), nullptr);
    EXPECT_EQ(reading.find({.what = "codes", .page = {3}})->codes.size(), 1u);
    EXPECT_EQ(reading.find({.what = "codes", .page = {2}}), nullptr);
}
