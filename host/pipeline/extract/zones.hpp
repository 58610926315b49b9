#pragma once
#include "core/date.hpp"
#include "core/evidence.hpp"
#include "core/reading.hpp"

#include <vector>

namespace vidimus::pipeline {

/// Was the whole zone read alike by one of the others?
bool readAlike(const Mrz& zone, const std::vector<Mrz>& others);

/// How many of its own check digits (number, birth, expiry; not the composite one) hold.
int holdingDigits(const Mrz& zone);

/// The fields of a machine-readable zone, origin Mrz, without place: `mrz.lines` first. Accepted is what one of the
/// others has alike, in its place, if its check digit holds; a name, if its parts are well divided. One misread filler
/// spoils the zone, not the number that stands before it.
/// \param others the same zone as other means read it
/// \param asOf tells the century of a birth: nobody was born after it \source ICAO Doc 9303 parts 4, 5 and 6.
std::vector<Field> fieldsOfZone(const Mrz& zone, const std::vector<Mrz>& others, Date asOf);

} // namespace vidimus::pipeline
