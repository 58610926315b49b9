#pragma once
#include "core/date.hpp"
#include "core/result.hpp"
#include "pipeline/extract/part_frame.hpp"
#include "pipeline/read/pass_reader.hpp"

namespace vidimus::pipeline {

/// Adds the fields of the machine-readable zones and barcodes on this part; births lie before asOf. Errors: those of
/// the worker.
Result<void> addCodedFields(Document& document, PassReader& reader, const PartFrame& frame,
    const profiles::Profile& profile, PluginServices& services, Date asOf);

} // namespace vidimus::pipeline
