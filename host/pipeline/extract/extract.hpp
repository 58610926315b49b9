#pragma once
#include "core/date.hpp"
#include "pipeline/read/pass_reader.hpp"
#include "profiles/profile_set.hpp"

namespace vidimus::pipeline {

/// Finds and normalises the fields of one document that lies wholly in this reader's file, reading doubtful ones again
/// by other means. After this nothing reads any more. Uncertain stays uncertain: nothing is repaired.
/// \param asOf  the deciding date; nobody was born after it
Result<void> extractFields(
    Document& document, PassReader& reader, const profiles::ProfileSet& profiles, PluginServices& services, Date asOf);

} // namespace vidimus::pipeline
