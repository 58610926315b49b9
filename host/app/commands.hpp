#pragma once
#include "core/case.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

/// What a person can ask for. Views make commands; the workbench applies them; nothing else changes anything.
namespace vidimus::app {

struct SetLanguage {
    std::string language;
};
/// First start: the officer and the auditor (and whoever administers) are made together.
struct CreateFirstAccounts {
    struct NewAccount {
        std::string name, displayName, password;
        Role role;
    };
    std::vector<NewAccount> accounts;
};
struct AddAccount {
    std::string name, displayName, password;
    Role role = Role::Officer;
};
struct SignIn {
    std::string name, password;
};
struct SignOut { };
struct OpenCaseById {
    std::string id;
};
struct CloseCase { };
/// Files and terms of a new case; or, with caseId, more files for an open case.
struct StartIntake {
    std::string caseId;
    std::vector<std::filesystem::path> sources;
    CaseTerms terms;
};
struct CancelJob {
    std::uint64_t job = 0;
};
struct DismissJob {
    std::uint64_t job = 0;
}; ///< takes a finished job off the list
struct SetTerms {
    CaseTerms terms;
}; ///< of the open case; checks run again
struct RecordDisposition {
    std::string finding;
    DispositionKind kind = DispositionKind::Accept;
    std::string words;
    bool withdrawn = false; ///< takes the one before it back
};
struct RecordCorrection {
    DocumentIndex document;
    std::string field, lang, value;
};
struct SubmitCase { };
struct TakeOverCase {
    std::string reason;
}; ///< makes another officer's open case one's own
struct ReturnCase {
    std::string reason;
};
struct ConcludeCase {
    ConclusionKind kind = ConclusionKind::Verified;
    std::string words;
};
struct Undo { }; ///< takes back the last own correction or disposition by recording its reverse
struct CheckAgain { }; ///< re-reads nothing; runs the checks on the stored evidence
struct ExportReport {
    std::filesystem::path out;
    std::string language;
    bool full = false;
};
struct FindScanners { };
struct ScanPage {
    std::string device;
    int dpi = 300;
    bool colour = true;
    StartIntake then;
}; ///< scans one page and takes it in
struct DismissNotice {
    std::uint64_t number = 0;
};

/// Accounts and case of the demo; see demo.hpp.
struct OpenDemo { };

using Command = std::variant<SetLanguage, CreateFirstAccounts, AddAccount, SignIn, SignOut, OpenCaseById, CloseCase,
    StartIntake, CancelJob, DismissJob, SetTerms, RecordDisposition, RecordCorrection, SubmitCase, TakeOverCase,
    ReturnCase, ConcludeCase, Undo, CheckAgain, ExportReport, FindScanners, ScanPage, DismissNotice, OpenDemo>;

} // namespace vidimus::app
