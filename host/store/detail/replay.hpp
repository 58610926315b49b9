#pragma once
#include "chain.hpp"
#include "core/case.hpp"
#include "core/result.hpp"
#include "store/case_store.hpp"

#include <set>
#include <string>
#include <vector>

/// What a case is: its events, one after the other.
namespace vidimus::store::detail {

/// The names of the events, as they stand in the chain.
namespace kinds {
inline constexpr const char* caseCreated = "case-created";
inline constexpr const char* caseChecked = "case-checked";
inline constexpr const char* termsSet = "terms-set";
inline constexpr const char* findingDisposed = "finding-disposed";
inline constexpr const char* fieldCorrected = "field-corrected";
inline constexpr const char* caseSubmitted = "case-submitted";
inline constexpr const char* caseTakenOver = "case-taken-over";
inline constexpr const char* caseReturned = "case-returned";
inline constexpr const char* caseConcluded = "case-concluded";
inline constexpr const char* reportIssued = "report-issued";
inline constexpr const char* caseErased = "case-erased";
inline constexpr const char* accountAdded = "account-added";
inline constexpr const char* accountDisabled = "account-disabled";
inline constexpr const char* accountEnabled = "account-enabled";
inline constexpr const char* passwordChanged = "password-changed";
inline constexpr const char* signedIn = "signed-in";
} // namespace kinds

/// A case without its large parts, and where those are kept.
struct Replayed {
    Case whole; ///< readings empty, crops without pictures
    std::vector<std::string> fileBlobs; ///< one a file; empty where its bytes were never had
    std::vector<std::string> readingBlobs;
    std::vector<std::string> cropBlobs;
    std::set<std::string> workedAsOfficer; ///< who created, checked, corrected, set terms, took over or submitted
    std::uint64_t lastEvent = 0;
    bool erased = false;
    UtcTime erasedAt;
};

/// The payload of a check: everything of the case that the pipeline made, with the names of its blobs.
nlohmann::json checkedPayload(const Replayed& checked);
/// The names of all blobs that a payload rests on.
std::vector<std::string> blobsIn(const nlohmann::json& payload);

/// Errors: NotFound (no events), Malformed (a payload that cannot be read).
Result<Replayed> replay(const std::string& caseId, const std::vector<Event>& events);

CaseSummary summaryOf(const Case& whole);

/// One line about an entry for the trail; empty where its payload is gone.
std::string lineAbout(const Event& event);

} // namespace vidimus::store::detail
