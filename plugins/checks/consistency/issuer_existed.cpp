#include "consistency.hpp"
#include "values.hpp"

#include <algorithm>
#include <utility>

namespace vidimus::consistency {
namespace {

/// A row of the profile's table of issuers: issuer-existed.issuers.N.{name, aliases, from, until, grace-months}.
struct Issuer {
    std::vector<std::string> names; ///< made comparable; the first is the one to show
    std::string shown;
    std::optional<PrintedDate> from, until;
    int graceMonths = 12; ///< old seals and blanks stay in use for a while
};

std::vector<Issuer> issuersOf(const Evidence& evidence)
{
    std::vector<Issuer> issuers;
    for (int i = 0;; ++i) {
        const std::string row = "issuer-existed.issuers." + std::to_string(i) + ".";
        const auto name = evidence.rule(row + "name");
        if (!name)
            return issuers;
        Issuer issuer{{comparable(*name)}, *name, PrintedDate::parse(evidence.rule(row + "from").value_or("")),
            PrintedDate::parse(evidence.rule(row + "until").value_or("")),
            static_cast<int>(number(evidence, row + "grace-months", 12))};
        for (const std::string& alias : evidence.rules(row + "aliases"))
            issuer.names.push_back(comparable(alias));
        issuers.push_back(std::move(issuer));
    }
}

/// Fewest insertions, deletions and substitutions that make the first text out of a piece of the second (Sellers,
/// 1980).
std::size_t leastEdits(const std::u32string& wanted, const std::u32string& text)
{
    std::vector<std::size_t> row(text.size() + 1, 0);
    for (std::size_t i = 1; i <= wanted.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= text.size(); ++j) {
            const std::size_t replaced = diagonal + (wanted[i - 1] == text[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return *std::min_element(row.begin(), row.end());
}

/// The longest of its names that the printed text contains; "卫生健康委员会" stands in "深圳市卫生健康委员会".
std::size_t matchLength(const Issuer& issuer, const std::string& printed)
{
    std::size_t longest = 0;
    for (const std::string& name : issuer.names)
        if (!name.empty() && printed.find(name) != std::string::npos)
            longest = std::max(longest, name.size());
    return longest;
}

/// Is one of its names printed with one character misread, left out or too many? Only names long enough that no other
/// name is that near.
bool almostMatches(const Issuer& issuer, const std::u32string& printed)
{
    constexpr std::size_t longEnough = 6;
    return std::any_of(issuer.names.begin(), issuer.names.end(), [&](const std::string& name) {
        const std::u32string wanted = codePoints(name);
        return wanted.size() >= longEnough && leastEdits(wanted, printed) <= 1;
    });
}

bool existedOn(const Issuer& issuer, const PrintedDate& date)
{
    if (issuer.from && date.certainlyBefore(*issuer.from))
        return false;
    if (!issuer.until)
        return true;
    const auto graceDays = static_cast<int>(issuer.graceMonths * 30.5);
    return date.earliest() <= issuer.until->latest() + graceDays;
}

Field dateField(const Evidence& evidence)
{
    auto ids = evidence.rules("issuer-existed.dates");
    if (ids.empty())
        ids = {"issue.date", "award.date", "registration.date", "valid.from"};
    for (const std::string& id : ids)
        if (const Field field = evidence.field(id); dateOf(field))
            return field;
    return {};
}

Outcome anachronism(const Issuer& issuer, const PrintedDate& date, const Field& printed, const Field& when)
{
    return Outcome::failed("issuer-anachronism")
        .citing(printed, when)
        .with("issuer", issuer.shown)
        .with("date", date.iso())
        .with("from", issuer.from ? issuer.from->iso() : "")
        .with("until", issuer.until ? issuer.until->iso() : "");
}

/// A name that is in no table. A table of issuers is never complete: an unknown one is a question to a person.
Outcome judgeUnknown(const std::vector<Issuer>& issuers, const Field& printed, const Field& when)
{
    const std::u32string text = codePoints(comparable(printed.value()));
    const auto date = dateOf(when);
    const Issuer* wrong = nullptr;
    bool inTime = !date;
    for (const Issuer& issuer : issuers)
        if (date && almostMatches(issuer, text)) {
            inTime = inTime || existedOn(issuer, *date);
            wrong = &issuer;
        }
    // Misread or misprinted, it is out of its time; but which of both a person has to see.
    if (wrong && !inTime)
        return anachronism(*wrong, *date, printed, when).atMost("warn");
    return Outcome::failed("issuer-unknown")
        .citing(printed)
        .with("issuer", std::string(printed.value()))
        .atMost("warn");
}

Outcome judge(const std::vector<Issuer>& issuers, const Field& printed, const Field& when)
{
    const std::string text = comparable(printed.value());
    std::size_t longest = 0;
    for (const Issuer& issuer : issuers)
        longest = std::max(longest, matchLength(issuer, text));
    if (longest == 0)
        return judgeUnknown(issuers, printed, when);

    const auto date = dateOf(when);
    if (!date)
        return Outcome::indeterminate("no-date").citing(printed);
    const Issuer* wrong = nullptr;
    for (const Issuer& issuer : issuers) {
        if (matchLength(issuer, text) != longest)
            continue;
        if (existedOn(issuer, *date))
            return Outcome::passed().citing(printed, when).with("issuer", issuer.shown);
        wrong = &issuer;
    }
    return anachronism(*wrong, *date, printed, when);
}

} // namespace

/// Did this issuer exist, under this name, at the date of issue?
std::vector<Outcome> issuerExisted(const Evidence& evidence)
{
    const auto issuers = issuersOf(evidence);
    if (issuers.empty())
        return {Outcome::notApplicable("no-issuer-table")};
    std::vector<Outcome> outcomes;
    const Field when = dateField(evidence);
    for (const Field& field : usedFields(evidence)) {
        if (field.id() != "issuer.name")
            continue;
        if (field.readable())
            outcomes.push_back(judge(issuers, field, when));
        else
            outcomes.push_back(Outcome::indeterminate("field-unreadable").citing(field));
    }
    if (outcomes.empty())
        outcomes.push_back(Outcome::notApplicable("no-issuer-printed"));
    return outcomes;
}

} // namespace vidimus::consistency
