#pragma once
#include "core/finding.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vidimus::wire {

/// What a check said, before level and severity: the part of a Finding that a plugin gives.
struct CheckResult {
    Outcome outcome = Outcome::Indeterminate;
    std::string reason;
    std::optional<Level> atMost; ///< the check's own cap on the level
    std::vector<Citation> citations;
    std::map<std::string, std::string> values;
    std::string source; ///< of the rule; empty: the manifest's
};

/// The parameters that profiles set, flattened ("dates-in-order.youngest"), for the case and for each document.
struct Rules {
    std::map<std::string, std::string> ofCase;
    std::vector<std::map<std::string, std::string>> ofDocument; ///< one a document of the evidence
};

/// What a validator says of a value.
struct ValidatorAnswer {
    Validation::Verdict verdict = Validation::Verdict::Holds;
    std::string expected;
};

/// A field that a field-reader found. Its place is that of a line, or narrower.
struct FoundField {
    std::string id, text, value, lang;
    double confidence = 0;
    std::uint32_t line = 0; ///< index into the lines handed in
    Region region; ///< on the prepared page
};

} // namespace vidimus::wire
