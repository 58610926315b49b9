#include "core/nearest.hpp"

#include <gtest/gtest.h>

#include <vector>

using namespace vidimus;

TEST(Nearest, IsWhatWasProbablyMeantOrNothing)
{
    const std::vector<std::string> words{"verify", "case", "holder.birth-date", "holder.sex"};
    EXPECT_EQ(nearestOf("verfy", words), "verify");
    EXPECT_EQ(nearestOf("holder.birthdate", words), "holder.birth-date");
    EXPECT_EQ(nearestOf("cas", words), "case");
    EXPECT_EQ(nearestOf("banana", words), "");
    EXPECT_EQ(nearestOf("", words), "");
}
