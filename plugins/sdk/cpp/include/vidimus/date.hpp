#pragma once
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace vidimus::sdk {

/// A printed date in its normal form: to the day, or only to the month or year. 9999-12-31: without end.
struct PrintedDate {
    int year = 0, month = 0, day = 0; ///< month and day are 0 where they are not printed

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing if it is no possible date.
    static std::optional<PrintedDate> parse(std::string_view iso)
    {
        const auto digits = [&](std::size_t at, std::size_t count) {
            int number = 0;
            for (std::size_t i = at; i < at + count; ++i) {
                if (i >= iso.size() || iso[i] < '0' || iso[i] > '9')
                    return -1;
                number = number * 10 + (iso[i] - '0');
            }
            return number;
        };
        const bool wellFormed = iso.size() == 4 || (iso.size() == 7 && iso[4] == '-')
            || (iso.size() == 10 && iso[4] == '-' && iso[7] == '-');
        if (!wellFormed)
            return std::nullopt;
        const PrintedDate date{digits(0, 4), iso.size() > 4 ? digits(5, 2) : 0, iso.size() > 7 ? digits(8, 2) : 0};
        const bool monthOk = iso.size() == 4 || (date.month >= 1 && date.month <= 12);
        if (date.year < 1 || !monthOk || (iso.size() == 10 && !date.calendar(date.day).ok()))
            return std::nullopt;
        return date;
    }
    static PrintedDate ofDayNumber(std::int64_t days)
    {
        const std::chrono::year_month_day ymd{
            std::chrono::sys_days(std::chrono::days(static_cast<std::chrono::days::rep>(days)))};
        return {int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day()))};
    }

    bool endless() const { return year == 9999; }
    bool toTheDay() const { return day != 0; }
    /// The first and the last day that it may mean, days since 1970-01-01.
    std::int64_t earliest() const { return dayNumber(calendar(day ? day : 1, month ? month : 1)); }
    std::int64_t latest() const
    {
        if (day)
            return earliest();
        const std::chrono::year_month_day_last last{std::chrono::year(year),
            std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month ? month : 12)))};
        return dayNumber(last);
    }
    /// Ends before \p other can begin.
    bool certainlyBefore(const PrintedDate& other) const { return latest() < other.earliest(); }
    /// May be the same day.
    bool compatibleWith(const PrintedDate& other) const
    {
        return !certainlyBefore(other) && !other.certainlyBefore(*this);
    }
    /// The same day so many years on; 29 February becomes 28 February.
    PrintedDate plusYears(int years) const
    {
        PrintedDate later{year + years, month, day};
        if (day && !later.calendar(day).ok())
            later.day = 28;
        return later;
    }
    PrintedDate plusDays(int days) const { return ofDayNumber(earliest() + days); }
    std::string iso() const
    {
        char text[24];
        const int size = day ? std::snprintf(text, sizeof text, "%04d-%02d-%02d", year % 10000, month % 100, day % 100)
            : month          ? std::snprintf(text, sizeof text, "%04d-%02d", year % 10000, month % 100)
                             : std::snprintf(text, sizeof text, "%04d", year % 10000);
        return std::string(text, static_cast<std::size_t>(size));
    }
    bool operator==(const PrintedDate&) const = default;

private:
    std::chrono::year_month_day calendar(int ofDay, int ofMonth) const
    {
        return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(ofMonth))
            / std::chrono::day(static_cast<unsigned>(ofDay));
    }
    std::chrono::year_month_day calendar(int ofDay) const { return calendar(ofDay, month); }
    static std::int64_t dayNumber(std::chrono::sys_days days) { return days.time_since_epoch().count(); }
};

} // namespace vidimus::sdk
