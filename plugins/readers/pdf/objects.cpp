#include "objects.hpp"
#include "glyph_names.hpp"
#include "to_unicode.hpp"

#include <chrono>
#include <cstdio>

namespace vidimus::pdf {

namespace {

/// Two digits at p, or fallback where the text is over; -1 where no digits stand there.
int twoDigits(std::string_view text, std::size_t p, int fallback)
{
    if (p >= text.size())
        return fallback;
    if (p + 1 >= text.size() || text[p] < '0' || text[p] > '9' || text[p + 1] < '0' || text[p + 1] > '9')
        return -1;
    return (text[p] - '0') * 10 + (text[p + 1] - '0');
}

/// The offset "+08'00'" in minutes; 0 where there is none.
int offsetMinutes(std::string_view zone)
{
    if (zone.empty() || (zone[0] != '+' && zone[0] != '-'))
        return 0;
    const int hours = twoDigits(zone, 1, 0);
    const int minutes = zone.size() > 4 ? twoDigits(zone, zone[3] == '\'' ? 4 : 3, 0) : 0;
    if (hours < 0 || minutes < 0)
        return 0;
    return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

} // namespace

std::string textOf(const Value& string)
{
    if (!string.isString())
        return {};
    const std::string_view bytes = string.text;
    std::string out;
    if (bytes.starts_with("\xfe\xff")) {
        out = utf8FromUtf16(bytes.substr(2));
    } else if (bytes.starts_with("\xef\xbb\xbf")) {
        out = bytes.substr(3);
    } else {
        static const auto table = encodingOf("WinAnsiEncoding");
        for (const char c : bytes)
            out += table[static_cast<unsigned char>(c)];
    }
    std::erase_if(out, isControl);
    return out;
}

std::string isoDate(std::string_view text)
{
    using namespace std::chrono;
    if (text.starts_with("D:"))
        text.remove_prefix(2);
    const auto digits = text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
    if (digits.size() < 4)
        return {};
    const int century = twoDigits(digits, 0, -1), rest = twoDigits(digits, 2, -1);
    const int month = twoDigits(digits, 4, 1), day = twoDigits(digits, 6, 1);
    const int hour = twoDigits(digits, 8, 0), minute = twoDigits(digits, 10, 0), second = twoDigits(digits, 12, 0);
    if (century < 0 || rest < 0 || month < 1 || day < 1 || hour < 0 || hour > 23 || minute < 0 || minute > 59
        || second < 0 || second > 60)
        return {};
    const year_month_day date(std::chrono::year(century * 100 + rest) / month / day);
    if (!date.ok())
        return {};
    const auto utc = sys_days(date) + hours(hour) + minutes(minute) + seconds(second)
        - minutes(offsetMinutes(text.substr(digits.size())));
    const auto utcDay = floor<days>(utc);
    const year_month_day d(utcDay);
    const hh_mm_ss<seconds> time(duration_cast<seconds>(utc - utcDay));
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02dZ", int(d.year()), unsigned(d.month()),
        unsigned(d.day()), static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()));
    return buffer;
}

} // namespace vidimus::pdf
