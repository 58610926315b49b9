#include "pipeline/extract/registered_fields.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace vidimus::pipeline {
namespace {

using profiles::FieldKind;
using profiles::FieldSpec;

bool hasForm(const FieldSpec& spec, const std::string& value)
{
    return !value.empty() && (spec.pattern.empty() || RE2::FullMatch(value, RE2(spec.pattern, RE2::Quiet)));
}

/// What speaks for it: the check digit more than the form, that more than both engines' agreement, which tells what is
/// printed there and not whose it is.
int supportOf(const FieldSpec& spec, const Judge& judge, const Field& field)
{
    const auto holds = field.value.empty() ? std::nullopt : judge(field.value);
    return (holds.value_or(false) ? 4 : 0) - (holds.value_or(true) ? 0 : 1) + (hasForm(spec, field.value) ? 2 : 0)
        + (field.certainty == Certainty::Accepted ? 1 : 0);
}

bool isPartOfForm(const FieldSpec& spec)
{
    return spec.kind != FieldKind::Text && spec.kind != FieldKind::Place && spec.kind != FieldKind::Choice;
}

/// The slice, on to the blanks that part columns and to the labels beside it.
Slice wholePrint(const Slice& slice, const PageText& page, const std::vector<Anchor>& anchors)
{
    Slice whole = slice;
    for (const Piece& piece : page.pieces())
        if (piece.where.line == slice.line && piece.where.begin < slice.end && piece.where.end > slice.begin) {
            whole.begin = std::min(whole.begin, piece.where.begin);
            whole.end = std::max(whole.end, piece.where.end);
        }
    for (const Anchor& anchor : anchors) {
        if (anchor.where.line != slice.line)
            continue;
        if (anchor.where.end <= slice.begin)
            whole.begin = std::max(whole.begin, anchor.where.end);
        if (anchor.where.begin >= slice.end)
            whole.end = std::min(whole.end, anchor.where.begin);
    }
    return page.trimmed(whole);
}

} // namespace

std::vector<Candidate> candidatesIn(const Region& box, const PageText& page, const std::vector<Anchor>& anchors)
{
    // Another value may be longer than the exemplar's, but not that much: in running text the print beside it is
    // another's.
    constexpr double mostWider = 1.6, heightsMore = 4;
    std::vector<Slice> inside, whole;
    for (std::size_t i = 0; i < page.lines().size(); ++i)
        if (const Slice slice = page.cellsIn(box, i); !slice.empty()) {
            inside.push_back(slice);
            whole.push_back(wholePrint(slice, page, anchors));
        }
    if (inside.empty())
        return {};
    Candidate all{whole, Place::Registered, 0, 0, {}, false, false};
    Candidate within{inside, Place::Registered, 0, 0, {}, false, true};
    Region print;
    for (const Slice& slice : whole)
        print = united(print, page.regionOf(slice));
    const Millimetres most = box.width * mostWider + box.height * heightsMore;
    if (print.width > most)
        return {within};
    if (whole == inside)
        return {all};
    return {all, within};
}

bool isSamePrint(const Region& print, const Region& box)
{
    return intersected(print, box).area() > 0.5 * std::min(print.area(), box.area());
}

bool isWholePrint(const Region& print, const Region& box)
{
    constexpr double most = 0.7; // values are of several lengths
    return isSamePrint(print, box) && intersected(print, box).width > box.width * most;
}

Region roomAround(const Region& box, const PageText& page, const PreparedPage& prepared)
{
    constexpr double besides = 0.6, heights = 4, hair = 0.25;
    const Millimetres further = std::max(box.width * besides, box.height * heights);
    Millimetres left = std::max(Millimetres{0}, box.x - further);
    Millimetres right = std::min(prepared.width, box.right() + further);
    for (const Piece& piece : page.pieces()) {
        const bool inRow = piece.region.centreY() > box.y && piece.region.centreY() < box.bottom();
        if (inRow && piece.region.right() <= box.x + box.height * hair)
            left = std::max(left, piece.region.right());
        if (inRow && piece.region.x >= box.right() - box.height * hair)
            right = std::min(right, piece.region.x);
    }
    return {left, box.y, right - left, box.height};
}

ReadField betterOf(const FieldSpec& spec, const Judge& judge, ReadField byLabel, ReadField byExemplar)
{
    if (byExemplar.field.value.empty())
        return byLabel;
    const bool labelHasNone = byLabel.field.value.empty();
    const bool alike = byLabel.field.value == byExemplar.field.value;
    const bool labelFirst
        = !labelHasNone && supportOf(spec, judge, byLabel.field) >= supportOf(spec, judge, byExemplar.field);
    ReadField better = labelFirst ? byLabel : byExemplar;
    const Field& other = labelFirst ? byExemplar.field : byLabel.field;
    if (alike)
        return better;
    if (!other.text.empty())
        better.field.alternatives.push_back({other.text, other.value, other.confidence, {}});
    // Print without the form that the design asks for is no rival: a label led astray.
    const bool rival = !other.value.empty()
        && (hasForm(spec, other.value) || !hasForm(spec, better.field.value) || spec.pattern.empty());
    if (rival)
        better.field.certainty = std::max(better.field.certainty, Certainty::Uncertain);
    return better;
}

void contradict(Field& field, const FieldSpec& spec, const FieldReading& elsewhere)
{
    field.alternatives.push_back({elsewhere.text, elsewhere.value, elsewhere.confidence, elsewhere.engine});
    if (isPartOfForm(spec) && hasForm(spec, elsewhere.value))
        field.certainty = std::max(field.certainty, Certainty::Uncertain);
}

std::string locatorOf(Place place)
{
    switch (place) {
    case Place::Searched:
        return "search";
    case Place::InRegion:
        return "region";
    case Place::Registered:
        return "exemplar";
    default:
        return "label";
    }
}

} // namespace vidimus::pipeline
