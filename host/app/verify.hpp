#pragma once
#include "app/house.hpp"
#include "app/workers.hpp"
#include "pipeline/runner.hpp"

namespace vidimus::app {

/// One case from files to findings, without a store: what `vidimus verify` does.
struct VerifyOrder {
    pipeline::Job job;
    std::vector<std::string> passwords;
    bool withCrops = false; ///< cut out what findings cite, for a report with pictures
};

/// Errors: Cancelled, System (our own failure). A bad file is a finding.
Result<pipeline::Ran> verify(const VerifyOrder& order, const House& house, Workers& workers,
    const pipeline::ProgressHandler& progress, const pipeline::Cancellation& cancellation);

/// The contract's exit status of a report: 1 adverse, 2 something could not be read or recognised, 1 caution, 0
/// nothing.
int exitStatusOf(const Case& checked);

/// When a report is made: now, or $SOURCE_DATE_EPOCH, with which the same case gives the same bytes.
UtcTime timeOfReports();

} // namespace vidimus::app
