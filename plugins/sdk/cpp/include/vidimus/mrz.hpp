#pragma once
#include "date.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// Machine-readable zones of ICAO Doc 9303 parts 4 to 6: where things stand, and whether their check digits hold.
namespace vidimus::sdk::icao {

/// The value of a character in a check digit; -1: not of the zone's alphabet. `<` counts as zero.
inline int valueOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    return c == '<' ? 0 : -1;
}

/// Doc 9303-3, 4.9: weights 7, 3, 1 repeating, modulo 10.
/// \return the digit, or '?' where a character is not of the alphabet.
inline char checkDigit(std::string_view data)
{
    constexpr std::array weights{7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        const int value = valueOf(data[i]);
        if (value < 0)
            return '?';
        sum += value * weights[i % 3];
    }
    return static_cast<char>('0' + sum % 10);
}

enum class Format { Td1, Td2, Td3 };
enum class Part { DocumentNumber, BirthDate, ExpiryDate, OptionalData, Composite };

struct DigitCheck {
    Part part = Part::Composite;
    char printed = '?', expected = '?';
    bool holds() const { return printed == expected; }
};

/// A parsed zone. Parsing judges nothing: `digits` tells which check digits hold.
struct Zone {
    Format format = Format::Td3;
    std::string code; ///< document code as printed without fillers, e.g. P, I, C
    std::string issuer, number, nationality, sex, birth, expiry, optional;
    std::string surname, given; ///< words separated by single spaces
    bool nameFillsItsField = false; ///< it may have been cut
    std::vector<DigitCheck> digits;

    bool holds(Part part) const
    {
        for (const DigitCheck& check : digits)
            if (check.part == part)
                return check.holds();
        return false;
    }
    bool allHold() const
    {
        for (const DigitCheck& check : digits)
            if (!check.holds())
                return false;
        return !digits.empty();
    }
};

inline std::string withoutFillers(std::string_view text)
{
    std::string words;
    for (const char c : text) {
        if (c != '<')
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    while (!words.empty() && words.back() == ' ')
        words.pop_back();
    return words;
}

/// The lines of a zone as handed over: joined by line feeds.
inline std::vector<std::string> splitLines(std::string_view joined)
{
    std::vector<std::string> lines(1);
    for (const char c : joined) {
        if (c == '\n')
            lines.emplace_back();
        else if (c != '\r')
            lines.back() += c;
    }
    if (lines.back().empty())
        lines.pop_back();
    return lines;
}

namespace detail {
inline void readNames(Zone& zone, std::string_view field)
{
    const auto gap = field.find("<<");
    zone.surname = withoutFillers(field.substr(0, gap));
    zone.given = gap == std::string_view::npos ? std::string() : withoutFillers(field.substr(gap));
    zone.nameFillsItsField = !field.empty() && field.back() != '<';
}
inline void addCheck(Zone& zone, Part part, std::string_view data, char printed)
{
    const char expected = checkDigit(data);
    // Doc 9303-4, 4.2.2: the digit of an empty optional field may be printed as 0 or as a filler.
    const bool empty = part == Part::OptionalData && data.find_first_not_of('<') == std::string_view::npos;
    zone.digits.push_back({part, empty && printed == '<' ? expected : printed, expected});
}
/// The number and its check digit; a long TD1 or TD2 number goes on in the optional data, marked by `<` in place of
/// its check digit (Doc 9303-5, 4.2.2 note j).
inline void readNumber(Zone& zone, std::string_view number, char digit, std::string_view optional)
{
    const auto end = optional.find('<');
    if (digit == '<' && end != std::string_view::npos && end >= 2 && zone.format != Format::Td3) {
        const std::string whole = std::string(number) + std::string(optional.substr(0, end - 1));
        zone.number = withoutFillers(whole);
        zone.optional = withoutFillers(optional.substr(end));
        addCheck(zone, Part::DocumentNumber, whole, optional[end - 1]);
        return;
    }
    zone.number = withoutFillers(number);
    zone.optional = withoutFillers(optional);
    addCheck(zone, Part::DocumentNumber, number, digit);
}
inline void readDates(
    Zone& zone, std::string_view six, char sex, std::string_view expiry, char birthDigit, char expiryDigit)
{
    zone.birth = std::string(six);
    zone.expiry = std::string(expiry);
    zone.sex = sex == 'M' || sex == 'F' ? std::string(1, sex) : std::string();
    addCheck(zone, Part::BirthDate, six, birthDigit);
    addCheck(zone, Part::ExpiryDate, expiry, expiryDigit);
}
inline Zone readTd1(std::string_view a, std::string_view b, std::string_view c)
{
    Zone zone;
    zone.format = Format::Td1;
    zone.code = withoutFillers(a.substr(0, 2));
    zone.issuer = withoutFillers(a.substr(2, 3));
    readNumber(zone, a.substr(5, 9), a[14], a.substr(15, 15));
    readDates(zone, b.substr(0, 6), b[7], b.substr(8, 6), b[6], b[14]);
    zone.nationality = withoutFillers(b.substr(15, 3));
    const std::string all = std::string(a.substr(5, 25)) + std::string(b.substr(0, 7)) + std::string(b.substr(8, 7))
        + std::string(b.substr(18, 11));
    addCheck(zone, Part::Composite, all, b[29]);
    readNames(zone, c);
    return zone;
}
/// TD2 and TD3 differ in width and in TD3's personal number with its own check digit.
inline Zone readTwoLines(Format format, std::string_view a, std::string_view b)
{
    Zone zone;
    zone.format = format;
    zone.code = withoutFillers(a.substr(0, 2));
    zone.issuer = withoutFillers(a.substr(2, 3));
    const bool td3 = format == Format::Td3;
    readNumber(zone, b.substr(0, 9), b[9], b.substr(28, td3 ? 14 : 7));
    zone.nationality = withoutFillers(b.substr(10, 3));
    readDates(zone, b.substr(13, 6), b[20], b.substr(21, 6), b[19], b[27]);
    if (td3)
        addCheck(zone, Part::OptionalData, b.substr(28, 14), b[42]);
    const std::string all
        = std::string(b.substr(0, 10)) + std::string(b.substr(13, 7)) + std::string(b.substr(21, td3 ? 22 : 14));
    addCheck(zone, Part::Composite, all, b[b.size() - 1]);
    readNames(zone, a.substr(5));
    return zone;
}
} // namespace detail

/// Mainland exit-entry cards (document codes CS, CR, CD, CT …) have three lines of 30 whose fields stand elsewhere than
/// in TD1: after the code comes the number where TD1 has the issuing state. Nothing of TD1 may be asked of them.
inline bool isChineseExitEntryCard(std::string_view firstLine)
{
    if (firstLine.size() != 30 || firstLine[0] != 'C' || firstLine[1] < 'A' || firstLine[1] > 'Z')
        return false;
    const std::string_view state = firstLine.substr(2, 3);
    return state == "CHN" || state.find_first_of("0123456789") != std::string_view::npos;
}

/// \return nothing if the lines have not the shape or alphabet of a TD1, TD2 or TD3 zone.
inline std::optional<Zone> parse(const std::vector<std::string>& lines)
{
    for (const std::string& line : lines)
        for (const char c : line)
            if (valueOf(c) < 0)
                return std::nullopt;
    const auto shaped = [&](std::size_t count, std::size_t width) {
        if (lines.size() != count)
            return false;
        for (const std::string& line : lines)
            if (line.size() != width)
                return false;
        return true;
    };
    if (shaped(3, 30) && !isChineseExitEntryCard(lines[0]))
        return detail::readTd1(lines[0], lines[1], lines[2]);
    if (shaped(2, 36))
        return detail::readTwoLines(Format::Td2, lines[0], lines[1]);
    if (shaped(2, 44))
        return detail::readTwoLines(Format::Td3, lines[0], lines[1]);
    return std::nullopt;
}

/// YYMMDD as a date. Doc 9303 gives two digits of the year: a birth lies in the past of \p latest, an expiry within
/// fifty years after its past. Unknown month or day are fillers.
inline std::optional<PrintedDate> dateOf(std::string_view six, bool birth, int currentYear)
{
    const auto two = [&](std::size_t at) {
        return six.size() == 6 && valueOf(six[at]) < 10 && valueOf(six[at + 1]) < 10 && six[at] != '<'
                && six[at + 1] != '<'
            ? valueOf(six[at]) * 10 + valueOf(six[at + 1])
            : -1;
    };
    if (two(0) < 0)
        return std::nullopt;
    int year = currentYear / 100 * 100 + two(0);
    if (birth ? year > currentYear : year > currentYear + 50)
        year -= 100;
    else if (!birth && year < currentYear - 50)
        year += 100;
    char text[24];
    int size = std::snprintf(text, sizeof text, "%04d", year % 10000);
    if (two(2) > 0)
        size += std::snprintf(text + size, sizeof text - static_cast<std::size_t>(size), "-%02d", two(2) % 100);
    if (two(2) > 0 && two(4) > 0)
        size += std::snprintf(text + size, sizeof text - static_cast<std::size_t>(size), "-%02d", two(4) % 100);
    return PrintedDate::parse({text, static_cast<std::size_t>(size)});
}

} // namespace vidimus::sdk::icao
