#include "gb_numbers.hpp"

#include <gtest/gtest.h>

namespace vidimus::gb {
namespace {

TEST(Gmc, IsSevenDigits)
{
    EXPECT_EQ(gmc("7012345").verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(gmc("7012345").expected, "") << "it has no check digit";
    for (const char* number : {"701234", "70123456", "C012345", ""})
        EXPECT_EQ(gmc(number).verdict, VIDIMUS_FORMAT_WRONG) << number;
}

} // namespace
} // namespace vidimus::gb
