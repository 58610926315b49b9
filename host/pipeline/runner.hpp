#pragma once
#include "core/case.hpp"
#include "packs/pack.hpp"
#include "pipeline/progress.hpp"
#include "pipeline/services.hpp"
#include "profiles/profile_set.hpp"

#include <filesystem>
#include <memory>

namespace vidimus::pipeline {

struct Calibration;

/// What is to be done. The command line and the workstation build the same Job.
struct Job {
    /// A file that a store kept: read again without its first source.
    struct StoredFile {
        File file;
        std::vector<std::uint8_t> bytes;
    };
    std::vector<StoredFile> stored; ///< these come first
    std::vector<std::filesystem::path> sources; ///< files, and folders that mean every file in them
    std::string acquiredBy; ///< account name
    std::string sourceKind = "file"; ///< file, scanner
    CaseTerms terms;
    std::string forcedProfile;
    std::vector<std::string> trustRoots; ///< PEM certificates
    std::shared_ptr<const Calibration> calibration; ///< of confidences; nothing: as the formula gives them
    unsigned jobs = 0; ///< files read at the same time; 0: as many as cores
};

/// A case, and the bytes of its files in their order.
struct Ran {
    Case checked;
    std::vector<std::vector<std::uint8_t>> bytes;
};

/// Knows the order of the stages; nobody else does. One bad file never stops the others: it stands in the case with a
/// finding. \return the case as read and checked (state Open, no id). Error: Cancelled, or our own failure.
Result<Ran> run(const Job& job, PluginServices& services, const packs::PackList& packs,
    const profiles::ProfileSet& profiles, const ProgressHandler& progress, const Cancellation& cancellation);

/// Checks again on stored evidence, with corrections laid beside the fields: a replay.
std::vector<Finding> recheck(const Case& checked, PluginServices& services, const packs::PackList& packs,
    const profiles::ProfileSet& profiles, const std::vector<std::string>& trustRoots);

} // namespace vidimus::pipeline
