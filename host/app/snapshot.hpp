#pragma once
#include "core/case.hpp"
#include "core/result.hpp"
#include "pipeline/progress.hpp"
#include "store/case_store.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What the workstation shows: an immutable picture of everything, replaced as a whole when anything changes.
namespace vidimus::app {

/// A file being taken in, with its own progress bar.
struct IntakeProgress {
    std::uint64_t job = 0;
    std::string source; ///< file name as given
    pipeline::Stage stage = pipeline::Stage::Acquire;
    double fraction = 0; ///< 0..1
    bool failed = false;
    std::string message;
};

/// A job: the files of one case being read and checked.
struct JobStatus {
    std::uint64_t job = 0;
    std::string caseId; ///< empty until the case is stored
    std::string subject;
    bool running = false, cancelled = false;
    std::optional<Error> error;
    std::vector<IntakeProgress> files;
};

/// A finding with the words of its pack in the language of the snapshot.
struct FindingWords {
    std::string question, answer;
    std::string source{}; ///< of the rule
};

/// The case that is open.
struct OpenCase {
    std::shared_ptr<const Case> checked;
    std::vector<FindingWords> words; ///< one a finding, same order
    std::vector<std::string> profileTitles; ///< one a document, same order; empty where no profile fits
    std::map<std::string, std::string> fieldNames; ///< of the ids in the case that packs give words to
    std::vector<store::CaseStore::Entry> trail;
    bool mayEdit = false; ///< officer's acts: correct, dispose, submit
    bool mayConclude = false; ///< auditor's acts: conclude, return
    bool mayTakeOver = false; ///< an officer, of another officer's case
    std::string whyNot; ///< the rule in the way, for a tooltip; empty where both are allowed
    bool canUndo = false;
    std::string undoWhat;
};

/// Told once, then fades: success or trouble.
struct Notice {
    std::uint64_t number = 0;
    bool trouble = false;
    std::string text;
};

struct Snapshot {
    std::uint64_t version = 0; ///< grows by one at every change
    std::string language = "en";
    bool firstStart = false; ///< no account exists yet
    std::optional<store::Account> signedIn;
    std::string signInTrouble;
    std::vector<store::CaseSummary> cases; ///< newest change first
    std::vector<store::CaseSummary> queue; ///< submitted, oldest first, those the auditor may conclude
    std::vector<JobStatus> jobs;
    std::optional<OpenCase> open;
    std::vector<Notice> notices; ///< newest last
    std::vector<Error> packErrors; ///< packs and profiles that could not be used
    std::vector<std::string> scanners; ///< device names, empty until looked for
    bool lookingForScanners = false;
    std::string storeName; ///< where the cases are kept, for the status line
};

} // namespace vidimus::app
