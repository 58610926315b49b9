#include "specimen/wording.hpp"

#include <fmt/format.h>

#include <array>

namespace vidimus::specimen {
namespace {

constexpr std::array<std::string_view, 12> months{"January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December"};
constexpr std::array<std::string_view, 10> hanDigits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

std::string hanYear(int year)
{
    std::string text;
    for (const char c : std::to_string(year))
        text += hanDigits[static_cast<std::size_t>(c - '0')];
    return text;
}

/// 1 to 39 in words: 十, 十二, 二十三.
std::string hanCount(int number)
{
    std::string text;
    if (number >= 20)
        text += hanDigits[static_cast<std::size_t>(number / 10)];
    if (number >= 10)
        text += "十";
    if (number % 10 != 0)
        text += hanDigits[static_cast<std::size_t>(number % 10)];
    return text;
}

std::string_view ordinalEnding(int day)
{
    if (day / 10 == 1)
        return "th";
    return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

std::string inCapitals(std::string_view word)
{
    std::string text(word);
    for (char& c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

/// A date of which only the month, or the year, is known.
std::string monthWritten(const Date& date, DateForm form)
{
    const std::string iso = date.iso();
    if (iso.size() != 7)
        return iso;
    switch (form) {
    case DateForm::English:
    case DateForm::EnglishOrdinal:
    case DateForm::MonthFirst:
        return fmt::format("{} {}", months[static_cast<std::size_t>(date.month() - 1)], date.year());
    case DateForm::Chinese:
        return fmt::format("{}年{}月", date.year(), date.month());
    case DateForm::ChinesePadded:
        return fmt::format("{}年{:02}月", date.year(), date.month());
    case DateForm::HanNumerals:
        return hanYear(date.year()) + "年" + hanCount(date.month()) + "月";
    case DateForm::Dotted:
        return fmt::format("{}.{:02}", date.year(), date.month());
    default:
        return iso;
    }
}

} // namespace

std::string written(std::string_view isoDate, DateForm form)
{
    const auto date = Date::parse(isoDate);
    if (!date || !date->toTheDay())
        return date ? monthWritten(*date, form) : std::string(isoDate);
    const int y = date->year(), m = date->month(), d = date->day();
    const std::string_view month = months[static_cast<std::size_t>(m - 1)];
    switch (form) {
    case DateForm::English:
        return fmt::format("{} {} {}", d, month, y);
    case DateForm::EnglishOrdinal:
        return fmt::format("{}{} {} {}", d, ordinalEnding(d), month, y);
    case DateForm::MonthFirst:
        return fmt::format("{} {}, {}", month, d, y);
    case DateForm::Capitals:
        return fmt::format("{:02} {} {}", d, inCapitals(month.substr(0, 3)), y);
    case DateForm::Chinese:
        return fmt::format("{}年{}月{}日", y, m, d);
    case DateForm::ChinesePadded:
        return fmt::format("{}年{:02}月{:02}日", y, m, d);
    case DateForm::HanNumerals:
        return hanYear(y) + "年" + hanCount(m) + "月" + hanCount(d) + "日";
    case DateForm::Dashed:
        return fmt::format("{:02}-{:02}-{}", d, m, y);
    case DateForm::DashedShort:
        return fmt::format("{:02}-{:02}-{:02}", d, m, y % 100);
    case DateForm::Slashed:
        return fmt::format("{:02}/{:02}/{}", d, m, y);
    case DateForm::Dotted:
        return fmt::format("{}.{:02}.{:02}", y, m, d);
    case DateForm::Iso:
        break;
    }
    return std::string(isoDate);
}

std::string surnameOf(std::string_view name)
{
    return std::string(name.substr(0, name.find(',')));
}

std::string givenNames(std::string_view name)
{
    const std::size_t comma = name.find(',');
    if (comma == std::string_view::npos)
        return {};
    const std::size_t start = name.find_first_not_of(' ', comma + 1);
    return start == std::string_view::npos ? std::string() : std::string(name.substr(start));
}

std::string withoutComma(std::string_view name)
{
    const std::string given = givenNames(name);
    return given.empty() ? surnameOf(name) : surnameOf(name) + " " + given;
}

std::string mixedCase(std::string_view name)
{
    std::string text = withoutComma(name);
    bool first = true;
    for (char& c : text) {
        if (!first && c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        first = c == ' ' || c == '-';
    }
    return text;
}

std::string sexInHan(std::string_view sex)
{
    return sex == "M" ? "男" : sex == "F" ? "女" : "";
}

std::string spaced(std::string_view text, std::string_view space)
{
    std::string wide;
    for (const char c : text) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (begins && !wide.empty())
            wide += space;
        wide += c;
    }
    return wide;
}

} // namespace vidimus::specimen
