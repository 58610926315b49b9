#pragma once
#include "core/evidence.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vidimus {

enum class Outcome { Passed, Failed, Indeterminate, NotApplicable };
/// What a failure of a check means for this document.
enum class Level { Fail, Warn, Inform, Ignore };
/// Outcome × level. Ordered: the gravest first.
enum class Severity { Adverse, Caution, Note, None };

/// failed × fail = adverse; failed × warn = caution; failed × inform = note; indeterminate × (fail or warn) = caution;
/// else none.
Severity severityOf(Outcome outcome, Level level);

/// What a finding points at.
struct Citation {
    std::optional<DocumentIndex> document;
    FileIndex file;
    PageIndex page;
    Region region; ///< on the page as acquired; empty: the whole page
    std::string field; ///< field id, or empty
    std::string text; ///< as read
};

/// One check's outcome as recorded, with what made it.
struct Finding {
    std::string id; ///< stable over reruns on the same facts
    std::string check;
    std::string plugin; ///< id of the pack
    std::string pluginVersion;
    Outcome outcome = Outcome::Indeterminate;
    Level level = Level::Warn;
    Severity severity = Severity::None;
    std::string reason; ///< kebab-case; empty when passed
    std::vector<Citation> citations;
    std::map<std::string, std::string> values; ///< named values for the message, e.g. expected
    std::string source; ///< of the rule
    std::string parameters; ///< the profile's parameters for this check, as canonical JSON
};

/// A digest of check, reason, outcome, citations (fields, places to 0.1 mm, texts) and values: the same facts give the
/// same id.
std::string findingId(const Finding& finding);

/// Gravest first, then by document, check and id. Deterministic.
void sortFindings(std::vector<Finding>& findings);

enum class Proposal { NoAdverseFinding, AdverseFindings, Inconclusive };
/// Adverse if any finding is; else inconclusive if any is a caution; else none.
Proposal proposalOf(const std::vector<Finding>& findings);

} // namespace vidimus
