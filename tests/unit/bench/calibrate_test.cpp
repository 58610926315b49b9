#include "calibrate.hpp"

#include <gmock/gmock.h>

using namespace vidimus::bench;
using testing::DoubleNear;
using vidimus::pipeline::CalibrationMap;

namespace {

const std::string group = "a.engine/date";
/// Nothing imagined: what is counted stands.
const Prior none{nullptr, 0, 0};

/// So many fields of one confidence, so many of them right.
void add(std::vector<Sample>& samples, double raw, int fields, int right, const std::string& of = group)
{
    for (int i = 0; i < fields; ++i)
        samples.push_back({of, raw, i < right});
}

void expectMonotone(const CalibrationMap& map)
{
    for (std::size_t i = 1; i < map.points.size(); ++i) {
        EXPECT_GT(map.points[i].raw, map.points[i - 1].raw);
        EXPECT_GE(map.points[i].right, map.points[i - 1].right);
    }
}

} // namespace

TEST(Isotonic, LeavesWhatRisesAsItIs)
{
    std::vector<Sample> samples;
    add(samples, 0.9, 10, 9);
    add(samples, 0.5, 10, 4);
    const auto map = isotonic(samples, none);
    ASSERT_EQ(map.points.size(), 2u);
    EXPECT_DOUBLE_EQ(map.points[0].raw, 0.5);
    EXPECT_DOUBLE_EQ(map.points[0].right, 0.4);
    EXPECT_DOUBLE_EQ(map.points[1].raw, 0.9);
    EXPECT_DOUBLE_EQ(map.points[1].right, 0.9);
    EXPECT_EQ(map.fields, 20);
    EXPECT_EQ(map.right, 13);
}

TEST(Isotonic, PoolsNeighboursThatFallIntoTheirMean)
{
    // The third falls below the second; both together then fall below the first: one pool of 0.2, 0.4 and 0.6.
    std::vector<Sample> samples;
    add(samples, 0.2, 10, 5);
    add(samples, 0.4, 10, 6);
    add(samples, 0.6, 20, 4);
    add(samples, 0.8, 10, 9);
    const auto map = isotonic(samples, none);
    ASSERT_EQ(map.points.size(), 2u);
    EXPECT_DOUBLE_EQ(map.points[0].raw, (0.2 * 10 + 0.4 * 10 + 0.6 * 20) / 40);
    EXPECT_DOUBLE_EQ(map.points[0].right, 15.0 / 40);
    EXPECT_DOUBLE_EQ(map.points[1].right, 0.9);
}

TEST(Isotonic, CountsEquallyConfidentFieldsAsOne)
{
    const auto map = isotonic({{group, 0.7, true}, {group, 0.7, false}, {group, 0.7, true}, {group, 0.7, true}}, none);
    ASSERT_EQ(map.points.size(), 1u);
    EXPECT_DOUBLE_EQ(map.points[0].right, 0.75);
}

TEST(Isotonic, ClaimsNeitherZeroNorOneOfAFew)
{
    std::vector<Sample> samples;
    add(samples, 0.2, 3, 0);
    add(samples, 0.9, 3, 3);
    const auto map = isotonic(samples, {});
    ASSERT_EQ(map.points.size(), 2u);
    EXPECT_DOUBLE_EQ(map.points[0].right, 0.125); // half a field right of four
    EXPECT_DOUBLE_EQ(map.points[1].right, 0.875);
}

TEST(Isotonic, LeansOnWhatIsKnownInGeneral)
{
    const CalibrationMap general{100, 80, {{0.0, 0.0}, {1.0, 1.0}}};
    std::vector<Sample> samples;
    add(samples, 0.6, 20, 20);
    EXPECT_THAT(isotonic(samples, {&general, 20}).points.front().right, DoubleNear((20 + 20 * 0.6 + 0.5) / 41, 1e-4));
}

TEST(Isotonic, NeverFallsWhateverThePriorDoes)
{
    // Few fields lean far up to the prior, many do not: without pooling by what is told the map would fall.
    const CalibrationMap general{100, 90, {{0.5, 0.9}}};
    std::vector<Sample> samples;
    add(samples, 0.5, 2, 1);
    add(samples, 0.6, 200, 102);
    for (int i = 0; i < 50; ++i)
        add(samples, 0.61 + 0.007 * i, 1 + i % 3, i % 2);
    const auto map = isotonic(samples, {&general, 20});
    EXPECT_GE(map.points.size(), 2u);
    expectMonotone(map);
}

TEST(Maps, AreMadeOfGroupsOfEnoughFields)
{
    std::vector<Sample> samples;
    add(samples, 0.9, fewestFields, fewestFields, "a+b/date");
    add(samples, 0.9, fewestFields - 1, 2, "a+b/text");
    add(samples, 0.9, fewestFields - 1, 1, "a/text");
    const auto maps = mapsOf(samples);
    EXPECT_TRUE(maps.contains("a+b/date"));
    EXPECT_FALSE(maps.contains("a+b/text"));
    EXPECT_TRUE(maps.contains("a+b/any"));
    EXPECT_FALSE(maps.contains("a/any"));
    EXPECT_TRUE(maps.contains("any/any"));
    EXPECT_EQ(maps.at("any/any").fields, 3 * fewestFields - 2);
    EXPECT_EQ(maps.at("a+b/any").fields, 2 * fewestFields - 1);
}

TEST(Maps, TellGroupsApartThatAreEquallyConfident)
{
    std::vector<Sample> samples;
    add(samples, 0.9, 100, 99, "a+b/date");
    add(samples, 0.9, 100, 60, "a/date");
    const auto maps = mapsOf(samples);
    EXPECT_GT(maps.at("a+b/date").at(0.9), 0.95);
    EXPECT_LT(maps.at("a/date").at(0.9), 0.7);
}

TEST(Set, IsNamedAlikeInAnyOrder)
{
    EXPECT_EQ(setOf({"aa", "bb"}), setOf({"bb", "aa"}));
    EXPECT_NE(setOf({"aa", "bb"}), setOf({"aa"}));
}
