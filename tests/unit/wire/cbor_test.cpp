#include "plugin_host/wire/cbor.hpp"

#include <gtest/gtest.h>

using namespace vidimus::wire;
using Bytes = std::vector<std::uint8_t>;

TEST(Cbor, GivesBackWhatWasEncoded)
{
    const nlohmann::json body{{"type", "run"}, {"numbers", {1, -2, 3.5, 1e300}}, {"flags", {true, false, nullptr}},
        {"text", "陈大文"}, {"long", std::string(70'000, 'x')}};
    const auto decoded = decodeBody(encode(body));
    ASSERT_TRUE(decoded.ok()) << decoded.error().message;
    EXPECT_EQ(*decoded, body);
}

TEST(Cbor, RefusesEveryTruncationAndAnythingAfterTheItem)
{
    const Bytes whole = encode({{"a", {1, 2, "three", 4.5}}, {"b", nullptr}});
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(isSoundCbor(std::span(whole).first(size))) << size;
    Bytes more = whole;
    more.push_back(0);
    EXPECT_FALSE(isSoundCbor(more));
}

TEST(Cbor, RefusesDeepNestingBeforeAnythingRecurses)
{
    EXPECT_FALSE(isSoundCbor(Bytes(1'000'000, 0x81)));
    Bytes allowed(deepest - 2, 0x81);
    allowed.push_back(0x00);
    EXPECT_TRUE(isSoundCbor(allowed));
}

TEST(Cbor, RefusesCountsThatCannotBeTrue)
{
    EXPECT_FALSE(isSoundCbor(Bytes{0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})); // a list of 2^64-1
    EXPECT_FALSE(isSoundCbor(Bytes{0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})); // a map of as many
    EXPECT_FALSE(isSoundCbor(Bytes{0x7b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})); // a text of as many bytes
}

TEST(Cbor, RefusesWhatIsOutsideTheSubset)
{
    EXPECT_FALSE(isSoundCbor(Bytes{0x9f, 0xff})); // of indefinite length
    EXPECT_FALSE(isSoundCbor(Bytes{0xc0, 0x00})); // a tag
    EXPECT_FALSE(isSoundCbor(Bytes{0x41, 0x00})); // a byte string
    EXPECT_FALSE(isSoundCbor(Bytes{0xa1, 0x01, 0x01})); // a key that is no text
    EXPECT_FALSE(isSoundCbor(Bytes{0xf9, 0x00, 0x00})); // a half float
}
