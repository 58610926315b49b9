#pragma once
#include <vector>

namespace vidimus::scan {

/// A character as an engine read it, and how sure it is of the word that it stands in, 0..1.
struct ReadCharacter {
    char32_t code = 0;
    double confidence = 0;
};

/// Evidence that a text is written in Traditional or in Simplified Han.
struct HanVote {
    double traditional = 0, simplified = 0;
    HanVote& operator+=(const HanVote& more);
    /// Does it rest on enough characters, and does one side lead well?
    bool clear() const;
};

/// What one line, read by an engine's Traditional model and by its Simplified one, says.
///
/// Each model writes everything its own way, and is surer or less sure of everything, so neither the characters that a
/// model gives nor its confidence in a line tell. What tells is where both saw the same character and write it
/// differently: there the model that knows the printed shape is surer. Han that only one of them read tells, too:
/// the other had no such shape. Characters that are written alike tell nothing.
HanVote voteOf(const std::vector<ReadCharacter>& byTraditional, const std::vector<ReadCharacter>& bySimplified);

} // namespace vidimus::scan
