#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vidimus {

/// A printed date in the proleptic Gregorian calendar: to the day, or only to the month or year.
/// "9999-12-31" stands for a validity without end (长期).
class Date {
public:
    /// Reads ISO 8601 `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing if it is no possible date.
    static std::optional<Date> parse(std::string_view iso);
    static std::optional<Date> of(int year, int month = 0, int day = 0);
    /// Today in UTC.
    static Date today();
    static Date endless() { return Date(9999, 12, 31); }

    int year() const { return m_year; }
    int month() const { return m_month; } ///< 1–12, or 0 where only the year is known
    int day() const { return m_day; } ///< 1–31, or 0 where only the month is known
    bool toTheDay() const { return m_day != 0; }
    bool isEndless() const { return m_year == 9999; }

    /// The first and the last day that this date may mean.
    Date earliest() const;
    Date latest() const;

    /// Days since 1970-01-01 of earliest().
    std::int64_t dayNumber() const;
    static Date fromDayNumber(std::int64_t days);
    /// The same day so many years on; 29 February becomes 28 February.
    Date plusYears(int years) const;
    Date plusDays(int days) const { return fromDayNumber(dayNumber() + days); }

    std::string iso() const;
    bool operator==(const Date&) const = default;

private:
    Date(int year, int month, int day)
        : m_year(static_cast<std::int16_t>(year))
        , m_month(static_cast<std::int8_t>(month))
        , m_day(static_cast<std::int8_t>(day))
    {
    }
    std::int16_t m_year;
    std::int8_t m_month, m_day;
};

/// Certainly before: the last day that \p a may mean lies before the first that \p b may mean.
bool certainlyBefore(const Date& a, const Date& b);

/// A moment, seconds since 1970-01-01T00:00:00Z.
struct UtcTime {
    std::int64_t seconds = 0;
    auto operator<=>(const UtcTime&) const = default;
    static UtcTime now();
    std::string iso() const; ///< 2026-11-22T14:03:00Z
    static std::optional<UtcTime> parse(std::string_view iso);
};

} // namespace vidimus
