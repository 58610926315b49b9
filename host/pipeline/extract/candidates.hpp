#pragma once
#include "pipeline/extract/label_anchors.hpp"

#include <optional>
#include <vector>

namespace vidimus::pipeline {

/// Where a value was found relative to what tells its place.
enum class Place {
    AfterLabel,
    RightOfLabel,
    OverLabel, ///< close above it, with more white below: the label belongs to what it stands under
    BelowLabel,
    LeftOfLabel, ///< between its labels in two languages
    Searched,
    BesideOtherScript, ///< a name next to the same name in the other script: it may be anything else
    InRegion,
    AboveLabel,
    Registered, ///< where an exemplar of the design, on which the page lies, shows the field
};

/// How much less likely a value stands there than after its label.
double unlikelihoodOf(Place place);

/// A place where a field's value may stand.
struct Candidate {
    std::vector<Slice> slices; ///< one a printed line
    Place place = Place::AfterLabel;
    int labelDistance = 0;
    std::size_t labelLength = 0; ///< characters that count
    Region label; ///< on the prepared page; empty where no label told the place
    bool shared = false; ///< the label names several fields, e.g. a period's beginning and end
    bool cut = false; ///< print goes on beside it that may be the value's, or another's
};

/// All places for this field: after, right of, below or above each of its labels; what its expressions find; what
/// stands in its region. Likelier first.
std::vector<Candidate> candidatesFor(
    const PageText& page, const std::vector<Anchor>& anchors, const profiles::FieldSpec& spec, std::size_t field);

/// The empty place right of the field's first label, where a value ought to stand that was not read at all.
std::optional<Region> emptyPlaceOf(const PageText& page, const std::vector<Anchor>& anchors, std::size_t field);

} // namespace vidimus::pipeline
