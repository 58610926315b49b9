#include "pipeline/extract/normalise/dates.hpp"

#include "pipeline/text/fold.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace vidimus::pipeline {
namespace {

/// A date's form found in the text; no date where the form holds none, so that nothing else is made of these
/// characters.
struct Found {
    std::size_t begin = 0, end = 0;
    std::optional<Date> date;
};

using Groups = std::vector<std::string>;
using Reader = std::function<std::optional<Date>(const Groups&)>;

const std::map<std::string, int>& months()
{
    // English and Portuguese, by their first three letters.
    static const std::map<std::string, int> table{{"JAN", 1}, {"FEB", 2}, {"FEV", 2}, {"MAR", 3}, {"APR", 4},
        {"ABR", 4}, {"MAY", 5}, {"MAI", 5}, {"JUN", 6}, {"JUL", 7}, {"AUG", 8}, {"AGO", 8}, {"SEP", 9}, {"SET", 9},
        {"OCT", 10}, {"OUT", 10}, {"NOV", 11}, {"DEC", 12}, {"DEZ", 12}};
    return table;
}

std::optional<int> number(std::string text)
{
    std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
    if (text.empty() || text.size() > 4)
        return std::nullopt;
    return std::stoi(text);
}

std::optional<int> year(const std::string& text)
{
    const auto value = number(text);
    if (!value)
        return std::nullopt;
    if (text.size() > 2)
        return value;
    return *value < 49 ? 2000 + *value : 1900 + *value;
}

std::optional<Date> dateOf(std::optional<int> y, std::optional<int> m, std::optional<int> d)
{
    return y && m && d && *y >= 1850 && *y <= 2199 && *m > 0 && *d > 0 ? Date::of(*y, *m, *d) : std::nullopt;
}

std::optional<Date> monthOf(std::optional<int> y, std::optional<int> m)
{
    return y && m && *y >= 1850 && *y <= 2199 && *m > 0 ? Date::of(*y, *m) : std::nullopt;
}

std::optional<int> month(const std::string& name)
{
    const auto found = months().find(name.substr(0, 3));
    return found == months().end() ? std::nullopt : std::optional(found->second);
}

/// The value of one Chinese numeral character, everyday, financial or misread as a circle; 10 for 十.
std::optional<int> numeral(char32_t c)
{
    static constexpr std::u32string_view everyday = U"〇一二三四五六七八九十", financial = U"零壹贰叁肆伍陆柒捌玖拾",
                                         traditional = U"○壹貳參肆伍陸柒捌玖拾", odd = U"O弌弍弎亖";
    for (const auto row : {everyday, financial, traditional, odd})
        if (const auto at = row.find(c); at != std::u32string_view::npos)
            return static_cast<int>(at);
    if (c == U'两' || c == U'兩')
        return 2;
    if (c == U'0' || c == U'o' || c == U'Ｏ' || c == U'。')
        return 0;
    return std::nullopt;
}

/// 二〇二一 by places, 二十三 and 廿三 by tens.
std::optional<int> chineseNumber(const std::string& text, bool byPlaces)
{
    int value = 0, pending = 0;
    for (char32_t c : decoded(text)) {
        if (isSpace(c))
            continue;
        if (c == U'廿' || c == U'卅') {
            value = c == U'廿' ? 20 : 30;
            continue;
        }
        const auto digit = numeral(c);
        if (!digit)
            return std::nullopt;
        if (byPlaces)
            value = value * 10 + *digit;
        else if (*digit == 10)
            value += (pending ? std::exchange(pending, 0) : 1) * 10;
        else
            pending = *digit;
    }
    return value + pending;
}

struct Form {
    RE2 expression;
    Reader read;
    explicit Form(const char* pattern, Reader reader)
        : expression(pattern)
        , read(std::move(reader))
    {
    }
};

// Spaces may stand anywhere between the figures: readers split wide-set numbers.
constexpr const char* names = "(JAN|FEB|FEV|MAR|APR|ABR|MAY|MAI|JUN|JUL|AUG|AGO|SEP|SET|OCT|OUT|NOV|DEC|DEZ)[A-ZÇ]*";
const std::string dayNameYear
    = std::string(R"((\d{1,2})\s*(?:ST|ND|RD|TH|º|°)?\s*(?:DAY\s+)?(?:OF\s+|DE\s+)?[-/. ]?\s*)") + names
    + R"([-/., ]*(?:DE\s+)?(\d{4}|\d{2})\b)";
const std::string nameDayYear = std::string(names) + R"([. ]*(\d{1,2})\s*(?:ST|ND|RD|TH)?[,. ]+(\d{4})\b)";
const std::string nameYear = std::string(names) + R"([-/., ]+(?:DE\s+)?(\d{4})\b)";
constexpr const char* figures = "[〇零一二三四五六七八九十壹贰貳叁參肆伍陆陸柒捌玖拾廿卅两兩○ＯOo0。 ]";

const std::vector<std::unique_ptr<Form>>& forms()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<Form>> list;
        const auto add = [&](const std::string& pattern, Reader reader) {
            list.push_back(std::make_unique<Form>(pattern.c_str(), std::move(reader)));
        };
        add(R"((\d\s*\d\s*\d\s*\d)\s*年\s*(\d\s*\d?)\s*月\s*(\d\s*\d?)\s*[日号號]?)",
            [](const Groups& g) { return dateOf(number(g[0]), number(g[1]), number(g[2])); });
        add(R"((\d\s*\d\s*\d\s*\d)\s*年\s*(\d\s*\d?)\s*月)",
            [](const Groups& g) { return monthOf(number(g[0]), number(g[1])); });
        const std::string f = figures;
        add("(" + f + "{4,7})年(" + f + "{1,5})月(" + f + "{1,6})[日号號]", [](const Groups& g) {
            return dateOf(chineseNumber(g[0], true), chineseNumber(g[1], false), chineseNumber(g[2], false));
        });
        add("(" + f + "{4,7})年(" + f + "{1,5})月",
            [](const Groups& g) { return monthOf(chineseNumber(g[0], true), chineseNumber(g[1], false)); });
        add(R"(\b(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\b)",
            [](const Groups& g) { return dateOf(number(g[0]), number(g[1]), number(g[2])); });
        add(R"(\b(\d{4})\s*[-/.]\s*(\d{1,2})\b)", [](const Groups& g) { return monthOf(number(g[0]), number(g[1])); });
        add(R"(\b(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})\b)",
            [](const Groups& g) { return dateOf(year(g[2]), number(g[1]), number(g[0])); });
        add(R"(\b(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})\b)",
            [](const Groups& g) { return monthOf(year(g[1]), number(g[0])); });
        add(dayNameYear, [](const Groups& g) { return dateOf(year(g[2]), month(g[1]), number(g[0])); });
        add(nameDayYear, [](const Groups& g) { return dateOf(number(g[2]), month(g[0]), number(g[1])); });
        add(nameYear, [](const Groups& g) { return monthOf(number(g[1]), month(g[0])); });
        add(R"(\b(\d{4})(\d{2})(\d{2})\b)",
            [](const Groups& g) { return dateOf(number(g[0]), number(g[1]), number(g[2])); });
        add("(长期|長期)", [](const Groups&) { return Date::endless(); });
        return list;
    }();
    return all;
}

std::string prepared(std::string_view text)
{
    std::u32string out;
    for (char32_t c : decoded(halfWidth(text))) {
        if (c >= 'a' && c <= 'z')
            c = c - 'a' + 'A';
        if (c == U'ç')
            c = U'Ç';
        // Hyphens and dots of every kind.
        if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212)
            c = U'-';
        if (c == U'．' || c == U'·' || c == U'・')
            c = U'.';
        out += c;
    }
    return encoded(out);
}

void findForm(const Form& form, const std::string& text, std::vector<Found>& found)
{
    const int count = form.expression.NumberOfCapturingGroups();
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(count) + 1);
    std::size_t from = 0;
    while (from < text.size()
        && form.expression.Match(
            text, from, text.size(), RE2::UNANCHORED, groups.data(), static_cast<int>(groups.size()))) {
        Groups texts;
        for (std::size_t i = 1; i < groups.size(); ++i)
            texts.emplace_back(groups[i].data(), groups[i].size());
        const auto begin = static_cast<std::size_t>(groups[0].data() - text.data()), end = begin + groups[0].size();
        // "08-03-19 45": the reader parted a year, or a figure of it was lost. No date is made of half a year.
        static const RE2 goesOn(R"(^\s?\d|^[-/.]\s?\d)");
        const bool half = texts.front().size() <= 2 && texts.back().size() <= 3
            && RE2::PartialMatch(std::string_view(text).substr(end), goesOn);
        found.push_back({begin, end, half ? std::nullopt : form.read(texts)});
        from = begin + std::max<std::size_t>(groups[0].size(), 1);
    }
}

/// The places of a year after its first: Han numerals stay; what is no Han stands for circles, or, where no place is
/// left for one, for nothing. \return nothing where it is not clear for how many
std::optional<std::u32string> withCircles(const std::u32string& places)
{
    constexpr std::size_t wanted = 3;
    // 一 is read as a dash, or as other straight strokes: these are no circles.
    if (places.find_first_of(U"-_|/\\lI1!") != std::u32string::npos)
        return std::nullopt;
    static constexpr std::u32string_view circles = U"〇○OＯo0。";
    std::vector<std::u32string> parts; ///< a Han numeral each, or a run of other characters
    std::size_t known = 0;
    bool inRun = false;
    for (const char32_t c : places) {
        if (isSpace(c))
            continue;
        const bool han = isHan(c) || c == circles.front();
        if (han && !numeral(c))
            return std::nullopt;
        if (han || !inRun)
            parts.emplace_back();
        parts.back() += c;
        known += han ? 1 : 0;
        inRun = !han;
    }
    // Circles read as such are known, too, unless they stand among other letters.
    for (std::u32string& part : parts)
        if (part.find_first_not_of(circles) == std::u32string::npos && part.front() != circles.front()) {
            part.assign(part.size(), circles.front());
            known += part.size();
        }
    const auto isKnown
        = [](const std::u32string& part) { return isHan(part.front()) || part.front() == circles.front(); };
    const auto odd = parts.size() - static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), isKnown));
    // A circle read twice: 二〇〇二四.
    if (odd == 0 && known == wanted + 1)
        for (std::size_t i = 1; i < parts.size(); ++i)
            if (parts[i - 1] == parts[i] && parts[i].front() == circles.front()) {
                parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
                std::u32string once;
                for (const std::u32string& part : parts)
                    once += part;
                return once;
            }
    if (odd == 0 || known > wanted || (odd > 1 && known + odd > wanted))
        return std::nullopt;
    const std::size_t missing = wanted - known;
    if (odd > 1 && missing != 0 && missing != odd)
        return std::nullopt;
    std::u32string mended;
    for (const std::u32string& part : parts)
        mended += isKnown(part) ? part : std::u32string(missing / odd, circles.front());
    return mended;
}

} // namespace

std::vector<Date> datesWithCirclesIn(std::string_view printed)
{
    static const RE2 yearAndRest("([一二])([^年]{1,8})(年.*)");
    std::string first, places, rest;
    if (!RE2::PartialMatch(prepared(printed), yearAndRest, &first, &places, &rest))
        return {};
    const auto mended = withCircles(decoded(places));
    return mended ? datesIn(first + encoded(*mended) + rest) : std::vector<Date>();
}

std::vector<Date> datesWithLettersIn(std::string_view printed)
{
    std::u32string text = decoded(halfWidth(printed));
    const auto isOne = [](char32_t c) { return c == U'l' || c == U'I' || c == U'|'; };
    const auto isNone = [](char32_t c) { return c == U'O' || c == U'o'; };
    bool any = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool beside = (i > 0 && isDigit(text[i - 1])) || (i + 1 < text.size() && isDigit(text[i + 1]));
        if (!beside || !(isOne(text[i]) || isNone(text[i])))
            continue;
        text[i] = isOne(text[i]) ? U'1' : U'0';
        any = true;
    }
    return any ? datesIn(encoded(text)) : std::vector<Date>();
}

std::vector<Date> datesIn(std::string_view printed)
{
    const std::string text = prepared(printed);
    std::vector<Found> found;
    for (const auto& form : forms())
        findForm(*form, text, found);
    // The longer form explains more of the print; of equally long ones the possible date.
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        const auto size = [](const Found& one) { return one.end - one.begin; };
        return size(a) != size(b) ? size(a) > size(b) : a.date.has_value() > b.date.has_value();
    });
    // "01/10/2024 - 30/09/2027" holds no 2024-30-09: a whole date that reaches beyond an impossible one has the print.
    const std::vector<Found> every = found;
    std::erase_if(found, [&](const Found& one) {
        return !one.date && std::any_of(every.begin(), every.end(), [&](const Found& other) {
            const bool across
                = (other.begin < one.begin && other.end > one.begin) || (other.begin < one.end && other.end > one.end);
            return across && other.date && other.date->iso().size() == 10;
        });
    });
    std::vector<Found> kept;
    for (const Found& one : found)
        if (std::none_of(kept.begin(), kept.end(),
                [&](const Found& other) { return one.begin < other.end && other.begin < one.end; }))
            kept.push_back(one);
    std::sort(kept.begin(), kept.end(), [](const Found& a, const Found& b) { return a.begin < b.begin; });
    std::vector<Date> dates;
    for (const Found& one : kept)
        if (one.date)
            dates.push_back(*one.date);
    return dates;
}

bool joinsDates(char32_t c)
{
    constexpr std::u32string_view joints = U"-–—−~～至到";
    return joints.find(c) != std::u32string_view::npos;
}

} // namespace vidimus::pipeline
