#pragma once
#include "core/file.hpp"
#include "core/finding.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// A case as it stands: derived from its events, never edited in place.
namespace vidimus {

enum class Role { Officer, Auditor, Administrator };

/// Where a case stands.
enum class CaseState {
    Open, ///< the officer works on it
    Submitted, ///< in the auditor's queue
    Returned, ///< back with the officer, with a reason
    Concluded,
};

enum class DispositionKind { Accept, Explain, Refer, Dismiss };

/// What an examiner does with a finding.
struct Disposition {
    std::string finding; ///< id
    DispositionKind kind = DispositionKind::Accept;
    std::string words;
    std::string by;
    UtcTime at;
    bool withdrawn = false; ///< takes the one before it back
};

/// An examiner's value laid beside a field, never over it.
struct Correction {
    DocumentIndex document;
    std::string field;
    std::string lang;
    std::string value;
    std::string by;
    UtcTime at;
};

enum class ConclusionKind { Verified, Discrepancy, UnableToVerify };

/// The auditor's statement on the case.
struct Conclusion {
    ConclusionKind kind = ConclusionKind::Verified;
    std::string words;
    std::string by;
    UtcTime at;
};

/// A picture of what a finding or field cites, kept so that an issued report never changes.
struct Crop {
    FileIndex file;
    PageIndex page;
    Region region; ///< on the page as acquired
    std::vector<unsigned char> png;
};

/// A pack that took part.
struct PluginUse {
    std::string id, version, sha256;
    bool operator==(const PluginUse&) const = default;
};

/// Why fields' confidences are calibrated, or why they stand as the formula gave them.
enum class CalibrationState {
    NothingToDo, ///< no engine read a field
    Applied,
    NoTable, ///< none was found
    Malformed, ///< the table cannot be used
    OtherEngines, ///< at least one file was read by other engines, or other versions, than the table was made with
    Off, ///< the user asked for the formula's own
};

struct CalibrationUse {
    CalibrationState state = CalibrationState::NothingToDo;
    std::string table; ///< SHA-256 of the table; empty where there is none
    bool operator==(const CalibrationUse&) const = default;
};

/// What decides a case besides its papers.
struct CaseTerms {
    std::string subject; ///< the officer's own name for the case
    Date asOf = Date::today();
    std::string pathway;
    std::vector<Claim> claims;
};

struct Case {
    std::string id;
    CaseTerms terms;
    CaseState state = CaseState::Open;
    std::string officer;
    UtcTime createdAt, changedAt;
    std::vector<File> files;
    std::vector<Reading> readings; ///< one a file
    Evidence evidence;
    std::vector<Finding> findings;
    std::vector<Crop> crops;
    std::vector<Disposition> dispositions; ///< in order of time; the last for a finding counts
    std::vector<Correction> corrections;
    std::string returnReason;
    std::optional<Conclusion> conclusion;
    std::vector<PluginUse> plugins;
    std::map<std::string, std::string> engines; ///< that recognised text: id -> version of it and of its data
    CalibrationUse calibration;
    std::vector<std::string> confinement; ///< barriers that held every reader
    std::vector<std::string> toolConfinement; ///< barriers that held what readers had run for them: poppler, qpdf
    std::string version; ///< of the program that checked it
    /// What the store knows of the case's standing; not part of what is told about it.
    std::uint64_t lastEntry = 0; ///< number of the entry that last changed it; 0 where it comes from no store
    bool findingsStale = false; ///< a correction or a term came after the checks: they must run again
};

/// Ids of the engines that recognised text in the case's pictures, sorted; empty where no picture was read.
std::vector<std::string> textEnginesOf(const Case& checked);

} // namespace vidimus
