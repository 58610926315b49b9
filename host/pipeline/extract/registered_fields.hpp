#pragma once
#include "core/evidence.hpp"
#include "pipeline/extract/field_reading.hpp"

namespace vidimus::pipeline {

/// A field as it was read in one place.
struct ReadField {
    FieldReading known; ///< place and first reading
    Field field;
};

/// What stands in a place that an exemplar tells: whole, as far as the blanks and labels beside it, and, where that is
/// much more than the place, what lies within it alone.
std::vector<Candidate> candidatesIn(const Region& box, const PageText& page, const std::vector<Anchor>& anchors);

/// Do a field's print and an exemplar's box point at the same print?
bool isSamePrint(const Region& print, const Region& box);
/// Is it the same print, and not a piece of it?
bool isWholePrint(const Region& print, const Region& box);

/// The room for a value at a box in which nothing was read: as far as the print left and right of it, so that a value
/// longer than the exemplar's is not cut.
Region roomAround(const Region& box, const PageText& page, const PreparedPage& prepared);

/// Of a field that was read both where its label and where the exemplar says: the one that the form, the check digit
/// and its certainty speak for. Where both have a value and neither lacks the form the other has, the result is
/// uncertain with the other as an alternative.
ReadField betterOf(const profiles::FieldSpec& spec, const Judge& judge, ReadField byLabel, ReadField byExemplar);

/// Says of an accepted field that an exemplar points at other print: uncertain where a value of that kind is told by
/// its form, for text and places an alternative alone.
void contradict(Field& field, const profiles::FieldSpec& spec, const FieldReading& elsewhere);

/// What a place was told by: label, search, region, exemplar.
std::string locatorOf(Place place);

} // namespace vidimus::pipeline
