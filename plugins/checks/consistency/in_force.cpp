#include "consistency.hpp"
#include "values.hpp"

namespace vidimus::consistency {
namespace {

/// A design that lost its validity by law on a day, for holders born and papers issued in a range
/// (in-force.withdrawn.N.{on, born-from, born-until, issued-from, issued-until}); e.g. identity cards called in by age.
std::optional<PrintedDate> withdrawnOn(const Evidence& evidence)
{
    const auto born = dateOf(evidence.field("holder.birth-date")), issued = dateOf(evidence.field("issue.date"));
    for (int i = 0;; ++i) {
        const std::string row = "in-force.withdrawn." + std::to_string(i) + ".";
        const auto on = PrintedDate::parse(evidence.rule(row + "on").value_or(""));
        if (!on)
            return std::nullopt;
        const auto from = PrintedDate::parse(evidence.rule(row + "born-from").value_or(""));
        const auto until = PrintedDate::parse(evidence.rule(row + "born-until").value_or(""));
        const auto issuedFrom = PrintedDate::parse(evidence.rule(row + "issued-from").value_or(""));
        const auto issuedUntil = PrintedDate::parse(evidence.rule(row + "issued-until").value_or(""));
        const bool issuedThen = (!issuedFrom || (issued && !issued->certainlyBefore(*issuedFrom)))
            && (!issuedUntil || (issued && !issuedUntil->certainlyBefore(*issued)));
        const bool concerns = issuedThen && (!from || (born && !born->certainlyBefore(*from)))
            && (!until || (born && !until->certainlyBefore(*born)));
        if (concerns)
            return on;
    }
}

} // namespace

/// Is the document in force on the deciding date? A month alone means all of it.
Outcome inForce(const Evidence& evidence)
{
    const Field from = evidence.field("valid.from"), until = evidence.field("valid.until");
    const auto withdrawn = withdrawnOn(evidence);
    if (!from && !until && !withdrawn)
        return Outcome::notApplicable("no-validity");

    const PrintedDate today = decidingDate(evidence);
    const auto begins = dateOf(from), ends = dateOf(until);
    // A validity of one day is the same print read twice.
    if (begins && ends && *begins == *ends)
        return Outcome::indeterminate("field-uncertain").citing(from, until);
    if (ends && ends->certainlyBefore(today))
        return Outcome::failed("expired").citing(until).with("until", ends->iso()).with("as-of", today.iso());
    if (begins && today.certainlyBefore(*begins))
        return Outcome::failed("not-yet-valid").citing(from).with("from", begins->iso()).with("as-of", today.iso());
    if (withdrawn && !today.certainlyBefore(*withdrawn))
        return Outcome::failed("expired")
            .citing(evidence.field("holder.birth-date"), evidence.field("issue.date"))
            .with("until", withdrawn->plusDays(-1).iso())
            .with("as-of", today.iso());
    if ((until && !ends) || (from && !begins))
        return Outcome::indeterminate("field-unreadable").citing(until && !ends ? until : from);
    return Outcome::passed().citing(from, until).with("as-of", today.iso());
}

} // namespace vidimus::consistency
