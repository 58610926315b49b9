#include "consistency.hpp"
#include "values.hpp"

#include <algorithm>

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

/// The longest of its names that the printed text contains; "卫生健康委员会" stands in "深圳市卫生健康委员会".
std::size_t matchLength(const Issuer& issuer, const std::string& printed)
{
    std::size_t longest = 0;
    for (const std::string& name : issuer.names)
        if (!name.empty() && printed.find(name) != std::string::npos)
            longest = std::max(longest, name.size());
    return longest;
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

Outcome judge(const std::vector<Issuer>& issuers, const Field& printed, const Field& when)
{
    const std::string text = comparable(printed.value());
    std::size_t longest = 0;
    for (const Issuer& issuer : issuers)
        longest = std::max(longest, matchLength(issuer, text));
    // A table of issuers is never complete: an unknown one is a question to a person.
    if (longest == 0)
        return Outcome::failed("issuer-unknown")
            .citing(printed)
            .with("issuer", std::string(printed.value()))
            .atMost("warn");

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
    return Outcome::failed("issuer-anachronism")
        .citing(printed, when)
        .with("issuer", wrong->shown)
        .with("date", date->iso())
        .with("from", wrong->from ? wrong->from->iso() : "")
        .with("until", wrong->until ? wrong->until->iso() : "");
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
