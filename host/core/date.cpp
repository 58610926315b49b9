#include "core/date.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace vidimus {
namespace {

using namespace std::chrono;

bool readDigits(std::string_view text, std::size_t at, std::size_t count, int& out)
{
    if (at + count > text.size())
        return false;
    const auto* begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + count, out);
    return error == std::errc() && end == begin + count && *begin != '-';
}

year_month_day calendar(const Date& date)
{
    return std::chrono::year{date.year()} / std::chrono::month{static_cast<unsigned>(date.month() ? date.month() : 1)}
    / std::chrono::day{static_cast<unsigned>(date.day() ? date.day() : 1)};
}

} // namespace

std::optional<Date> Date::of(int yearNumber, int monthNumber, int dayNumber)
{
    if (yearNumber < 1 || yearNumber > 9999 || monthNumber < 0 || monthNumber > 12 || dayNumber < 0
        || (dayNumber && !monthNumber))
        return std::nullopt;
    if (dayNumber) {
        const year_month_day ymd = std::chrono::year{yearNumber}
            / std::chrono::month{static_cast<unsigned>(monthNumber)}
            / std::chrono::day{static_cast<unsigned>(dayNumber)};
        if (!ymd.ok())
            return std::nullopt;
    }
    return Date(yearNumber, monthNumber, dayNumber);
}

std::optional<Date> Date::parse(std::string_view iso)
{
    int y = 0, m = 0, d = 0;
    if (!readDigits(iso, 0, 4, y))
        return std::nullopt;
    if (iso.size() == 4)
        return of(y);
    if (iso.size() < 7 || iso[4] != '-' || !readDigits(iso, 5, 2, m) || m == 0)
        return std::nullopt;
    if (iso.size() == 7)
        return of(y, m);
    if (iso.size() != 10 || iso[7] != '-' || !readDigits(iso, 8, 2, d) || d == 0)
        return std::nullopt;
    return of(y, m, d);
}

Date Date::today()
{
    return fromDayNumber(floor<days>(system_clock::now()).time_since_epoch().count());
}

Date Date::earliest() const
{
    return Date(m_year, m_month ? m_month : 1, m_day ? m_day : 1);
}

Date Date::latest() const
{
    const int lastMonth = m_month ? m_month : 12;
    if (m_day)
        return *this;
    const year_month_day_last last
        = std::chrono::year{m_year} / std::chrono::month{static_cast<unsigned>(lastMonth)} / std::chrono::last;
    return Date(m_year, lastMonth, static_cast<int>(static_cast<unsigned>(last.day())));
}

std::int64_t Date::dayNumber() const
{
    return sys_days(calendar(*this)).time_since_epoch().count();
}

Date Date::fromDayNumber(std::int64_t dayCount)
{
    const year_month_day ymd{sys_days{days{dayCount}}};
    return Date(static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
        static_cast<int>(static_cast<unsigned>(ymd.day())));
}

Date Date::plusYears(int years) const
{
    if (auto moved = of(m_year + years, m_month, m_day))
        return *moved;
    return Date(m_year + years, 2, 28);
}

std::string Date::iso() const
{
    std::array<char, 32> text{};
    if (m_day)
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", m_year, m_month, m_day);
    else if (m_month)
        std::snprintf(text.data(), text.size(), "%04d-%02d", m_year, m_month);
    else
        std::snprintf(text.data(), text.size(), "%04d", m_year);
    return text.data();
}

bool certainlyBefore(const Date& a, const Date& b)
{
    return a.latest().dayNumber() < b.earliest().dayNumber();
}

UtcTime UtcTime::now()
{
    return {floor<std::chrono::seconds>(system_clock::now()).time_since_epoch().count()};
}

std::string UtcTime::iso() const
{
    const auto dayCount = floor<days>(std::chrono::seconds{seconds});
    const auto rest = seconds - std::chrono::seconds(dayCount).count();
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(rest / 3600),
        static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
    return Date::fromDayNumber(dayCount.count()).iso() + text.data();
}

std::optional<UtcTime> UtcTime::parse(std::string_view iso)
{
    int h = 0, m = 0, s = 0;
    if (iso.size() != 20 || iso[10] != 'T' || iso[19] != 'Z' || iso[13] != ':' || iso[16] != ':')
        return std::nullopt;
    const auto date = Date::parse(iso.substr(0, 10));
    if (!date || !readDigits(iso, 11, 2, h) || !readDigits(iso, 14, 2, m) || !readDigits(iso, 17, 2, s) || h > 23
        || m > 59 || s > 60)
        return std::nullopt;
    return UtcTime{date->dayNumber() * 86400 + h * 3600 + m * 60 + s};
}

} // namespace vidimus
