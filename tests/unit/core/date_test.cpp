#include "core/date.hpp"

#include <gtest/gtest.h>

using vidimus::Date;
using vidimus::UtcTime;

TEST(Date, ReadsDaysMonthsAndYears)
{
    EXPECT_EQ(Date::parse("2021-03-08")->iso(), "2021-03-08");
    EXPECT_EQ(Date::parse("2021-03")->iso(), "2021-03");
    EXPECT_EQ(Date::parse("2021")->iso(), "2021");
    EXPECT_TRUE(Date::parse("9999-12-31")->isEndless());
}

TEST(Date, RefusesWhatIsNoPossibleDate)
{
    for (const char* text : {"", "21-03-08", "2021-13", "2021-00", "2021-02-29", "2021-2-3", "2021-03-08x",
             "2021/03/08", "0000-01-01", "-021-01-01", "2021-03-00"})
        EXPECT_FALSE(Date::parse(text)) << text;
    EXPECT_TRUE(Date::parse("2024-02-29"));
}

TEST(Date, AMonthMayMeanAnyOfItsDays)
{
    const Date month = *Date::parse("2024-02");
    EXPECT_EQ(month.earliest().iso(), "2024-02-01");
    EXPECT_EQ(month.latest().iso(), "2024-02-29");
    EXPECT_EQ(Date::parse("2023")->latest().iso(), "2023-12-31");
}

TEST(Date, IsCertainlyBeforeOnlyWhereNoReadingSaysOtherwise)
{
    EXPECT_TRUE(certainlyBefore(*Date::parse("2021-03-07"), *Date::parse("2021-03-08")));
    EXPECT_FALSE(certainlyBefore(*Date::parse("2021-03-08"), *Date::parse("2021-03-08")));
    EXPECT_FALSE(certainlyBefore(*Date::parse("2021-03"), *Date::parse("2021-03-08")));
    EXPECT_TRUE(certainlyBefore(*Date::parse("2021-02"), *Date::parse("2021-03-08")));
}

TEST(Date, CountsDaysBothWays)
{
    EXPECT_EQ(Date::parse("1970-01-01")->dayNumber(), 0);
    for (const std::int64_t day : {-719162LL, -1LL, 0LL, 11016LL, 19782LL, 2932896LL})
        EXPECT_EQ(Date::fromDayNumber(day).dayNumber(), day);
    EXPECT_EQ(Date::parse("2024-02-28")->plusDays(1).iso(), "2024-02-29");
    EXPECT_EQ(Date::parse("2024-02-29")->plusYears(1).iso(), "2025-02-28");
}

TEST(UtcTime, IsWrittenAndReadTheSame)
{
    EXPECT_EQ(UtcTime{0}.iso(), "1970-01-01T00:00:00Z");
    EXPECT_EQ(UtcTime{1795355045}.iso(), UtcTime::parse(UtcTime{1795355045}.iso())->iso());
    EXPECT_EQ(UtcTime::parse("2026-11-22T14:03:05Z")->iso(), "2026-11-22T14:03:05Z");
    EXPECT_FALSE(UtcTime::parse("2026-11-22 14:03:05"));
    EXPECT_FALSE(UtcTime::parse("2026-11-22T24:03:05Z"));
}
