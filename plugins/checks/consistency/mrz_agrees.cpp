#include "consistency.hpp"
#include "values.hpp"

#include <vidimus/mrz.hpp>

namespace vidimus::consistency {
namespace {

/// One part of the zone beside the field that prints the same fact.
struct Pair {
    std::string_view field;
    std::string zone; ///< in the field's normal form; empty: the zone does not tell
    bool proven; ///< its check digit holds, or it has none to hold
    bool agrees;
};

/// The print, not another view of the zone itself.
Field visual(const Evidence& evidence, std::string_view id)
{
    for (const Field& field : evidence.fields())
        if (field.id() == id && field.raw().origin != VIDIMUS_ORIGIN_MRZ)
            return field;
    return {};
}

/// The part of the zone as it was read, where it says what the zone says; else the whole zone, which a person may have
/// corrected.
Field machine(const Evidence& evidence, std::string_view id, std::string_view value, const Field& lines)
{
    for (const Field& field : evidence.fields())
        if (field.id() == id && field.raw().origin == VIDIMUS_ORIGIN_MRZ && bare(field.value()) == bare(value))
            return field;
    return lines;
}

bool datesAgree(const std::optional<PrintedDate>& zone, const Field& printed)
{
    const auto date = dateOf(printed);
    return !zone || !date || zone->compatibleWith(*date);
}

/// A zone has two figures of the year: that the holder is over a hundred is no difference.
bool birthsAgree(PrintedDate zone, const Field& printed)
{
    if (const auto date = dateOf(printed); date && (date->year - zone.year) % 100 == 0)
        zone.year = date->year;
    return datesAgree(zone, printed);
}

/// One shape for the letters and figures that readers take for each other.
std::string shapesOf(std::string_view number)
{
    constexpr std::string_view letters = "OQDILZSBG", figures = "000112586";
    std::string shapes = bare(number);
    for (char& c : shapes)
        if (const auto at = letters.find(c); at != std::string_view::npos)
            c = figures[at];
    return shapes;
}

/// Names in a zone may be cut, and are transliterated: only a clear conflict counts.
std::optional<bool> namesAgree(const icao::Zone& zone, const Field& printed)
{
    std::string name = zone.surname;
    if (!zone.given.empty())
        name += ", " + zone.given;
    try {
        const auto relation = Host::instance().compareNames(name, printed.value()).relation;
        if (relation == "undecided")
            return std::nullopt;
        return relation != "conflict" || zone.nameFillsItsField;
    } catch (const Failure&) {
        return bare(name) == bare(printed.value()) ? std::optional(true) : std::nullopt;
    }
}

/// The finding is as sure as this part of the zone was read.
Outcome judge(const Evidence& evidence, const Field& lines, const Field& printed, const Pair& pair)
{
    const Field zone = machine(evidence, pair.field, pair.zone, lines);
    if (pair.agrees)
        return Outcome::passed().citing(zone, printed);
    if (!pair.proven)
        return Outcome::indeterminate("field-uncertain").citing(zone, printed).with("zone", pair.zone);
    return Outcome::failed("mrz-differs")
        .citing(zone, printed)
        .with("field", std::string(pair.field))
        .with("zone", pair.zone)
        .with("printed", std::string(printed.value()));
}

void judgeParts(const Evidence& evidence, const Field& lines, const icao::Zone& zone, std::vector<Outcome>& outcomes)
{
    const int year = decidingDate(evidence).year;
    const auto birth = icao::dateOf(zone.birth, true, year), expiry = icao::dateOf(zone.expiry, false, year);
    const Field number = visual(evidence, "document.number"), born = visual(evidence, "holder.birth-date"),
                until = visual(evidence, "valid.until"), sex = visual(evidence, "holder.sex");
    using icao::Part;
    if (number.readable()) {
        const bool agrees = bare(number.value()) == bare(zone.number);
        // G and 6, S and 8 even have one check digit (they differ by tens): a letter for a figure is a misread first.
        const bool misread = !agrees && shapesOf(number.value()) == shapesOf(zone.number);
        outcomes.push_back(judge(evidence, lines, number,
            {"document.number", zone.number, zone.holds(Part::DocumentNumber) && !misread, agrees}));
    }
    if (dateOf(born) && birth)
        outcomes.push_back(judge(evidence, lines, born,
            {"holder.birth-date", birth->iso(), zone.holds(Part::BirthDate), birthsAgree(*birth, born)}));
    if (dateOf(until) && expiry)
        outcomes.push_back(judge(evidence, lines, until,
            {"valid.until", expiry->iso(), zone.holds(Part::ExpiryDate), datesAgree(expiry, until)}));
    // The sex has no check digit of its own; that a whole zone holds shows that it was read in its place.
    if (sex.readable() && !zone.sex.empty())
        outcomes.push_back(
            judge(evidence, lines, sex, {"holder.sex", zone.sex, zone.allHold(), sex.value() == zone.sex}));
}

} // namespace

/// Does the machine-readable zone agree with the visual zone?
/// Source: ICAO Doc 9303 parts 3 to 6.
std::vector<Outcome> mrzAgrees(const Evidence& evidence)
{
    const Field lines = evidence.field("mrz.lines");
    if (!lines)
        return {Outcome::notApplicable("no-mrz")};
    const auto zone = icao::parse(icao::splitLines(lines.value()));
    if (!zone)
        return {Outcome::indeterminate(lines.readable() ? "mrz-format-unknown" : "field-unreadable").citing(lines)};

    std::vector<Outcome> outcomes;
    judgeParts(evidence, lines, *zone, outcomes);
    if (const Field name = visual(evidence, "holder.name.latin"); name.readable() && !zone->surname.empty()) {
        const auto agree = namesAgree(*zone, name);
        const Pair pair{
            "holder.name.latin", zone->surname + ", " + zone->given, zone->allHold(), agree.value_or(false)};
        outcomes.push_back(agree ? judge(evidence, lines, name, pair)
                                 : Outcome::indeterminate("names-not-comparable").citing(lines, name));
    }
    if (outcomes.empty())
        outcomes.push_back(Outcome::notApplicable("nothing-to-compare"));
    return outcomes;
}

} // namespace vidimus::consistency
