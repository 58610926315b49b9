#pragma once
#include "core/case.hpp"
#include "packs/pack.hpp"
#include "pipeline/services.hpp"
#include "profiles/profile_set.hpp"

namespace vidimus::pipeline {

/// What the case is judged by besides its papers.
struct CheckPolicy {
    Date asOf = Date::today();
    std::string pathway;
    std::vector<std::string> trustRoots; ///< PEM
};

/// Puts every check that the packs declare to the evidence. Cannot fail: what did not finish says so.
/// Levels: a check's declaration, overridden by the profile of the document it speaks of; never graver than the check
/// itself allows. A failure that cites a field whose reading is not certain becomes indeterminate, field-uncertain,
/// whatever the plugin said.
std::vector<Finding> check(const Evidence& evidence, const CheckPolicy& policy, PluginServices& services,
    const packs::PackList& packs, const profiles::ProfileSet& profiles);

/// Recorded by the host: was each document recognised?
std::vector<Finding> documentRecognised(const Evidence& evidence);

/// Of documents whose files gave no page nobody can say that no design fits them: that question was not asked.
void leaveUnreadUnjudged(std::vector<Finding>& findings, const std::vector<File>& files);

/// Recorded by the host: a file, or a part of it, could not be read to the end. Reason by the error's kind.
Finding didNotFinish(
    FileIndex file, std::optional<DocumentIndex> document, const Error& error, const std::string& source = {});

/// Evidence with an examiner's corrections laid before the fields that they correct, validated anew.
Evidence withCorrections(const Evidence& evidence, const std::vector<Correction>& corrections, PluginServices& services,
    const profiles::ProfileSet& profiles);

} // namespace vidimus::pipeline
