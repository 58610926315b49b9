#pragma once
#include "core/reading.hpp"
#include "profiles/profile.hpp"

#include <string>
#include <vector>

namespace vidimus::pipeline {

/// What stands on one prepared page, as far as recognition needs it.
struct Seen {
    std::u32string folded; ///< all text, see PageText::folded()
    std::vector<std::u32string> lines; ///< folded: each cell of a row, each row, and each two rows together
    std::vector<std::string> zoneFormats; ///< of the machine-readable zones on the page
};

/// How well one profile fits.
struct Fit {
    const profiles::Profile* profile = nullptr;
    double score = 0; ///< 0..1, the best side's where the design has sides
    std::string side; ///< the one side that is there; empty where the design has none or all are there
};

/// The sum of the weights of what is there, each by how literally it is there; of designs with sides that of the side
/// that fits best. A paper bears a title, its issuer or several labels as lines of their own; where everything is words
/// of sentences (a newspaper, a letter about such papers) the sum weighs less.
Fit fitOf(const Seen& seen, const profiles::Profile& profile);

} // namespace vidimus::pipeline
