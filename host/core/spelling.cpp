#include "core/spelling.hpp"

#include <array>

namespace vidimus {

#define VIDIMUS_SPELLINGS(Enum, ...)                                                                                   \
    template <> std::span<const std::string_view> spellings<Enum>()                                                    \
    {                                                                                                                  \
        static constexpr auto names = std::to_array<std::string_view>(__VA_ARGS__);                                    \
        return names;                                                                                                  \
    }

VIDIMUS_SPELLINGS(Origin, {"ocr", "pdf-text", "barcode", "mrz", "correction"})
VIDIMUS_SPELLINGS(Outcome, {"passed", "failed", "indeterminate", "not-applicable"})
VIDIMUS_SPELLINGS(Level, {"fail", "warn", "inform", "ignore"})
VIDIMUS_SPELLINGS(Severity, {"adverse", "caution", "note", "none"})
VIDIMUS_SPELLINGS(Proposal, {"no-adverse-finding", "adverse-findings", "inconclusive"})
VIDIMUS_SPELLINGS(Certainty, {"accepted", "uncertain", "unreadable"})
VIDIMUS_SPELLINGS(CalibrationState, {"nothing-to-do", "applied", "no-table", "malformed", "other-engines", "off"})
VIDIMUS_SPELLINGS(Validation::Verdict, {"holds", "format-wrong", "check-digit-wrong", "no-verdict"})
VIDIMUS_SPELLINGS(Role, {"officer", "auditor", "administrator"})
VIDIMUS_SPELLINGS(CaseState, {"open", "submitted", "returned", "concluded"})
VIDIMUS_SPELLINGS(DispositionKind, {"accept", "explain", "refer", "dismiss"})
VIDIMUS_SPELLINGS(ConclusionKind, {"verified", "discrepancy", "unable-to-verify"})
VIDIMUS_SPELLINGS(ErrorKind,
    {"not-found", "unreadable", "malformed", "unsupported", "refused", "too-large", "crashed", "timed-out",
        "out-of-memory", "cancelled", "system"})

#undef VIDIMUS_SPELLINGS

} // namespace vidimus
