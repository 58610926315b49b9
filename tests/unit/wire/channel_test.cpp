#include "plugin_host/wire/channel.hpp"
#include "plugin_host/wire/sealed_bytes.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <optional>
#include <sys/socket.h>
#include <thread>

using namespace vidimus;
using namespace vidimus::wire;
using namespace std::chrono_literals;

namespace {

struct Pair {
    explicit Pair(std::uint64_t atMost = 1 << 20, std::size_t files = 2)
    {
        auto ends = socketPair();
        EXPECT_TRUE(ends.ok());
        raw = ends->first.get();
        a.emplace(std::move(ends->first), atMost, files);
        b.emplace(std::move(ends->second), atMost, files);
    }
    std::optional<Channel> a, b;
    int raw = -1; ///< the socket of a
};

ErrorKind kindAfter(Pair& pair, std::span<const std::uint64_t> packet)
{
    EXPECT_GT(::send(pair.raw, packet.data(), packet.size_bytes(), 0), 0);
    const auto message = pair.b->receive(in(1s));
    EXPECT_FALSE(message.ok());
    return message.error().kind;
}

constexpr std::uint64_t magic = 0x314d4456;

} // namespace

TEST(Channel, CarriesAMessageOfManyPackets)
{
    Pair pair;
    const nlohmann::json body{{"text", std::string(500'000, 'x')}};
    std::thread sender([&] { EXPECT_TRUE(pair.a->send(body).ok()); });
    const auto message = pair.b->receive(in(10s));
    sender.join();
    ASSERT_TRUE(message.ok()) << message.error().message;
    EXPECT_EQ(message->body, body);
}

TEST(Channel, CarriesOpenFiles)
{
    Pair pair;
    const std::array<std::uint8_t, 3> bytes{1, 2, 3};
    const auto sealed = SealedBytes::copyOf(bytes);
    const std::array<int, 1> files{sealed->fd()};
    ASSERT_TRUE(pair.a->send({{"x", 1}}, files).ok());
    const auto message = pair.b->receive(in(1s));
    ASSERT_TRUE(message.ok());
    ASSERT_EQ(message->files.size(), 1u);
    const auto mapped = Mapping::of(message->files[0].get(), 3);
    ASSERT_TRUE(mapped.ok());
    EXPECT_EQ((*mapped)->bytes()[2], 3);
}

TEST(Channel, RefusesFilesWhereNoneAreExpected)
{
    Pair pair(1 << 20, 0);
    const std::array<int, 1> files{1};
    ASSERT_TRUE(pair.a->send({{"x", 1}}, files).ok());
    EXPECT_EQ(pair.b->receive(in(1s)).error().kind, ErrorKind::Malformed);
}

TEST(Channel, TellsTimeOutFromTheOtherEndsDeath)
{
    Pair pair;
    EXPECT_EQ(pair.b->receive(in(20ms)).error().kind, ErrorKind::TimedOut);
    pair.a.reset();
    EXPECT_EQ(pair.b->receive(in(1s)).error().kind, ErrorKind::Crashed);
    EXPECT_EQ(pair.b->send({{"x", 1}}).error().kind, ErrorKind::Crashed);
}

TEST(Channel, RefusesPacketsThatBreakTheirFormat)
{
    for (const std::vector<std::uint64_t>& packet : std::vector<std::vector<std::uint64_t>>{
             {magic}, // cut short
             {magic + 1, 8, 0, 0}, // not ours
             {magic, 1ull << 40, 0, 0}, // larger than allowed
             {magic, 0, 0, 0}, // empty
             {magic, 16, 8, 0}, // does not begin at the beginning
             {magic, 4, 0, 0}, // longer than it says
         }) {
        Pair pair;
        EXPECT_EQ(kindAfter(pair, packet), ErrorKind::Malformed) << packet.size() << " " << packet[0];
    }
}

TEST(Channel, RefusesAPacketThatDoesNotContinueItsMessage)
{
    Pair pair;
    const std::array<std::uint64_t, 4> first{magic, 24, 0, 0};
    ASSERT_GT(::send(pair.raw, first.data(), sizeof first, 0), 0);
    EXPECT_EQ(kindAfter(pair, std::array<std::uint64_t, 4>{magic, 24, 16, 0}), ErrorKind::Malformed);
}

TEST(Channel, GoesOnAfterATimeOutInTheMidstOfAMessage)
{
    Pair pair;
    const auto bytes = nlohmann::json::to_cbor({{"key", "value"}});
    const auto packet = [&](std::size_t from, std::size_t to) {
        const std::array<std::uint64_t, 3> header{magic, bytes.size(), from};
        std::vector<std::uint8_t> raw(sizeof header);
        std::memcpy(raw.data(), header.data(), sizeof header);
        raw.insert(raw.end(), bytes.begin() + static_cast<std::ptrdiff_t>(from),
            bytes.begin() + static_cast<std::ptrdiff_t>(to));
        EXPECT_GT(::send(pair.raw, raw.data(), raw.size(), 0), 0);
    };
    packet(0, 3);
    EXPECT_EQ(pair.b->receive(in(20ms)).error().kind, ErrorKind::TimedOut);
    packet(3, bytes.size());
    EXPECT_EQ(pair.b->receive(in(1s))->body.at("key"), "value");
}
