#pragma once
#include "core/date.hpp"
#include "core/evidence.hpp"
#include "core/reading.hpp"

#include <vector>

namespace vidimus::pipeline {

/// The fields of a machine-readable zone, origin Mrz, without place: `mrz.lines` first. A field whose check digit holds
/// is Accepted; so is a name, whose parts are well divided, where \p readTwice says that the zone was read alike by
/// other means. \param asOf  tells the century of a birth: nobody was born after it \source ICAO Doc 9303 parts 4, 5
/// and 6.
std::vector<Field> fieldsOfZone(const Mrz& zone, bool readTwice, Date asOf);

} // namespace vidimus::pipeline
