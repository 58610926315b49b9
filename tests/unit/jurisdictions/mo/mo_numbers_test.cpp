#include "mo_numbers.hpp"

#include <gtest/gtest.h>

namespace vidimus::mo {
namespace {

TEST(Bir, TakesBothFormsWithoutAClaimToACheckDigit)
{
    for (const char* number : {"1234567(8)", "5123456(0)", "7654321(3)", "1/234567/8"}) {
        EXPECT_EQ(bir(number).verdict, VIDIMUS_HOLDS) << number;
        EXPECT_EQ(bir(number).expected, "") << number;
    }
}

TEST(Bir, RefusesOtherForms)
{
    for (const char* number : {"2234567(8)", "1234567(A)", "123456(8)", "12345678", "1/234567-8", "", "A123456(3)"})
        EXPECT_EQ(bir(number).verdict, VIDIMUS_FORMAT_WRONG) << number;
}

} // namespace
} // namespace vidimus::mo
