#pragma once
#include "line_recogniser.hpp"

#include <vidimus/engine.hpp>

#include <string>
#include <vector>

namespace vidimus::ppocr_engine {

/// The characters as a line: words are runs of letters and figures, or single Han characters. \param height of the
/// picture, pixels
sdk::RecognisedLine lineOf(const std::vector<SeenCharacter>& seenThere, double height);

/// The line once more with its most doubtful character read as the next likely one. Empty text where none is doubtful.
sdk::Recognition::Alternative nextLikely(const std::vector<SeenCharacter>& characters);

} // namespace vidimus::ppocr_engine
