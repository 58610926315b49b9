#include "consistency.hpp"
#include "values.hpp"

#include <algorithm>

namespace vidimus::consistency {
namespace {

bool lastOfYear(const PrintedDate& date, int year)
{
    return date.compatibleWith({year, 12, 31});
}

/// Until the anniversary or the day before it; where a month alone is printed, that month.
bool exactYears(const PrintedDate& from, const PrintedDate& until, int years)
{
    const PrintedDate anniversary = from.plusYears(years);
    if (!from.toTheDay() || !until.toTheDay())
        return until.compatibleWith(anniversary);
    return until == anniversary || until == anniversary.plusDays(-1);
}

/// The rule may hold for some kinds of registration only: validity-shape-holds.when-field, with .when.N (these alone)
/// or .unless.N (all but these, and where no kind is printed).
bool concernsThis(const Evidence& evidence)
{
    const auto id = evidence.rule("validity-shape-holds.when-field");
    if (!id)
        return true;
    const auto kinds = evidence.rules("validity-shape-holds.when");
    const Field kind = evidence.field(*id);
    const auto others = evidence.rules("validity-shape-holds.unless");
    if (!others.empty())
        return !kind.readable() || std::find(others.begin(), others.end(), kind.value()) == others.end();
    return kind.readable() && std::find(kinds.begin(), kinds.end(), kind.value()) != kinds.end();
}

struct Judgement {
    bool known = true, holds = false;
    std::string expected;
};

Judgement judge(const Evidence& evidence, const std::string& shape, const PrintedDate& from, const PrintedDate& until)
{
    const PrintedDate endOfYear{from.year, 12, 31};
    if (shape == "calendar-year")
        return {true, until.year == from.year && lastOfYear(until, from.year), endOfYear.iso()};
    if (shape == "to-31-december") {
        // n years to 31 December: the year in which it begins counts as the first.
        const int most = static_cast<int>(number(evidence, "validity-shape-holds.max-years", 1));
        const int last = from.year + most - (from.month == 1 && from.day == 1 ? 1 : 0);
        const bool inTime = until.year >= from.year && until.year <= last;
        return {true, inTime && lastOfYear(until, until.year),
            PrintedDate{std::clamp(until.year, from.year, last), 12, 31}.iso()};
    }
    if (shape == "exact-years") {
        const int years = static_cast<int>(number(evidence, "validity-shape-holds.years", 1));
        return {true, exactYears(from, until, years), from.plusYears(years).iso()};
    }
    return {false, false, {}};
}

} // namespace

/// Has the validity its issuer's shape, as the profile states it?
Outcome validityShapeHolds(const Evidence& evidence)
{
    const auto shape = evidence.rule("validity-shape-holds.shape");
    if (!shape)
        return Outcome::notApplicable("no-shape");
    if (!concernsThis(evidence))
        return Outcome::notApplicable("other-kind");

    const Field printed = evidence.field("valid.from"), until = evidence.field("valid.until");
    const Field from = printed ? printed : evidence.field("issue.date");
    const auto begins = dateOf(from), ends = dateOf(until);
    if (!begins || !ends)
        return from || until ? Outcome::indeterminate("field-unreadable").citing(from, until)
                             : Outcome::indeterminate("no-validity");

    Judgement judgement = judge(evidence, *shape, *begins, *ends);
    // Renewals for the coming year are issued in the last months of this one; the profile says how many.
    const auto ahead = static_cast<int>(number(evidence, "validity-shape-holds.issued-ahead-months", 0));
    if (!printed && !judgement.holds && *shape == "calendar-year" && begins->month > 12 - ahead)
        judgement = judge(evidence, *shape, PrintedDate{begins->year + 1, 1, 1}, *ends);
    if (!judgement.known)
        return Outcome::notApplicable("shape-unknown").with("shape", *shape);
    // A doubtful reading of the kind of registration makes the answer as doubtful.
    const auto kind = evidence.rule("validity-shape-holds.when-field");
    auto outcome = Outcome::passIf(judgement.holds, "validity-shape-wrong")
                       .citing(from, until, kind ? evidence.field(*kind) : Field())
                       .with("expected", judgement.expected)
                       .with("until", ends->iso());
    // Where the kind was not made out, it may be one with a period of its own; where no beginning was, it may have one.
    return !printed || (kind && !evidence.field(*kind).readable()) ? outcome.atMost("warn") : outcome;
}

} // namespace vidimus::consistency
