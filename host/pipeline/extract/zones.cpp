#include "pipeline/extract/zones.hpp"

#include "core/date.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace vidimus::pipeline {
namespace {

/// \source ICAO Doc 9303-3, 4.9: weights 7, 3, 1; a filler counts as zero.
bool checkDigitHolds(std::string_view data, char digit)
{
    static constexpr int weights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        const char c = data[i];
        const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
        sum += value * weights[i % 3];
    }
    // An empty optional field may have a filler for its check digit.
    return digit == '<' ? sum == 0 : digit == '0' + sum % 10;
}

std::string withoutFillers(std::string_view data)
{
    std::string out(data);
    while (!out.empty() && out.back() == '<')
        out.pop_back();
    std::replace(out.begin(), out.end(), '<', ' ');
    return out;
}

/// `SURNAME<<GIVEN<NAMES` -> `SURNAME, GIVEN NAMES`.
std::string nameOf(std::string_view data)
{
    const auto gap = data.find("<<");
    const std::string surname = withoutFillers(data.substr(0, gap));
    const auto next = gap == std::string_view::npos ? gap : data.find_first_not_of('<', gap);
    const std::string given = next == std::string_view::npos ? "" : withoutFillers(data.substr(next));
    return given.empty() ? surname : surname + ", " + given;
}

/// Is it told where the surname ends? Two fillers part it from the given names, one parts the names of either, and
/// nothing else stands before the fillers at the end: a third filler is a letter that was misread, or a name that ends
/// elsewhere.  \source ICAO Doc 9303-3, 4.6.
bool wellDivided(std::string_view data)
{
    const auto end = data.find_last_not_of('<');
    const std::string_view names = data.substr(0, end == std::string_view::npos ? 0 : end + 1);
    const auto gap = names.find("<<");
    return !names.empty() && names.front() != '<'
        && (gap == std::string_view::npos || names.find("<<", gap + 1) == std::string_view::npos);
}

/// A date of six figures. Births lie before the deciding date, expiries in this century.
std::string dateOf(std::string_view data, std::optional<Date> bornBefore)
{
    if (data.size() != 6 || !std::all_of(data.begin(), data.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    const auto two = [&](std::size_t at) { return (data[at] - '0') * 10 + (data[at + 1] - '0'); };
    auto date = Date::of(2000 + two(0), two(2), two(4));
    if (bornBefore && date && date->dayNumber() > bornBefore->dayNumber())
        date = Date::of(1900 + two(0), two(2), two(4));
    return date && date->toTheDay() ? date->iso() : std::string();
}

struct Span {
    std::size_t line, at, length;
};

/// Where a format keeps what.
struct Layout {
    std::string_view format;
    std::size_t lines, width;
    Span number, nationality, birth, sex, expiry, name;
};

constexpr Layout layouts[] = {
    {"TD3", 2, 44, {1, 0, 9}, {1, 10, 3}, {1, 13, 6}, {1, 20, 1}, {1, 21, 6}, {0, 5, 39}},
    {"TD2", 2, 36, {1, 0, 9}, {1, 10, 3}, {1, 13, 6}, {1, 20, 1}, {1, 21, 6}, {0, 5, 31}},
    {"TD1", 3, 30, {0, 5, 9}, {1, 15, 3}, {1, 0, 6}, {1, 7, 1}, {1, 8, 6}, {2, 0, 30}},
};

const Layout* layoutOf(const Mrz& zone)
{
    for (const Layout& layout : layouts) {
        const bool sized = zone.lines.size() == layout.lines
            && std::all_of(zone.lines.begin(), zone.lines.end(),
                [&](const std::string& line) { return line.size() == layout.width; });
        if (layout.format == zone.format && sized)
            return &layout;
    }
    return nullptr;
}

/// What the zone has there. \param more characters behind it, e.g. its check digit
std::string textOf(const Mrz& zone, const Span& span, std::size_t more = 0)
{
    return zone.lines[span.line].substr(span.at, span.length + more);
}

/// Does the check digit behind the part hold?
bool holds(const Mrz& zone, const Span& span)
{
    return checkDigitHolds(textOf(zone, span), zone.lines[span.line][span.at + span.length]);
}

} // namespace

bool readAlike(const Mrz& zone, const std::vector<Mrz>& others)
{
    return std::any_of(others.begin(), others.end(), [&](const Mrz& other) { return other.lines == zone.lines; });
}

std::vector<Field> fieldsOfZone(const Mrz& zone, const std::vector<Mrz>& others, Date asOf)
{
    std::vector<Field> fields;
    const auto add = [&](std::string_view id, std::string text, std::string value, bool again, bool sound) {
        if (value.empty())
            return;
        Field field;
        field.id = id;
        field.text = std::move(text);
        field.value = std::move(value);
        field.confidence = zone.confidence;
        field.certainty = again && sound ? Certainty::Accepted : Certainty::Uncertain;
        field.origin = Origin::Mrz;
        field.readings = again ? 2 : 1;
        fields.push_back(std::move(field));
    };
    std::string all;
    for (const std::string& line : zone.lines)
        all += (all.empty() ? "" : "\n") + line;
    add("mrz.lines", all, all, readAlike(zone, others), true);

    const Layout* layout = layoutOf(zone);
    if (!layout)
        return fields;
    const auto text = [&](const Span& span) { return textOf(zone, span); };
    // By more of the others than any one thing else. \param digit 1 where the check digit behind it must be alike, too
    const auto alike = [&](const Span& span, std::size_t digit) {
        std::map<std::string, int> readings;
        for (const Mrz& other : others)
            if (layoutOf(other) == layout)
                ++readings[textOf(other, span, digit)];
        const int same = readings[textOf(zone, span, digit)];
        return same > 0
            && std::all_of(readings.begin(), readings.end(), [&](const auto& one) { return one.second <= same; });
    };
    const auto checked = [&](std::string_view id, const Span& span, std::string value) {
        add(id, text(span), std::move(value), alike(span, 1), holds(zone, span));
    };
    checked("document.number", layout->number, withoutFillers(text(layout->number)));
    checked("holder.birth-date", layout->birth, dateOf(text(layout->birth), asOf));
    checked("valid.until", layout->expiry, dateOf(text(layout->expiry), std::nullopt));
    const std::string sex = text(layout->sex);
    add("holder.sex", sex, sex == "M" || sex == "F" ? sex : std::string(), alike(layout->sex, 0), true);
    add("holder.nationality", text(layout->nationality), withoutFillers(text(layout->nationality)),
        alike(layout->nationality, 0), true);
    add("holder.name.latin", text(layout->name), nameOf(text(layout->name)), alike(layout->name, 0),
        wellDivided(text(layout->name)));
    return fields;
}

int holdingDigits(const Mrz& zone)
{
    const Layout* layout = layoutOf(zone);
    if (!layout)
        return 0;
    int count = 0;
    for (const Span& span : {layout->number, layout->birth, layout->expiry})
        count += holds(zone, span);
    return count;
}

} // namespace vidimus::pipeline
