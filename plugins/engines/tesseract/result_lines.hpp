#pragma once
#include <vidimus/plugin.hpp>

namespace tesseract {
class TessBaseAPI;
}

/// Tesseract's result as our lines and words.
namespace vidimus::tesseract_engine {

/// Layout analysis only: boxes without text, in reading order.
sdk::Recognition lineBoxes(tesseract::TessBaseAPI& api);

/// After Recognize(): lines with words. Words that are nothing but noise to the recogniser are left out; a gap inside
/// Han text is a space only where it is wider than most of a character.
/// \param keepDoubtful  keeps words of any confidence: runs of fillers in a machine-readable zone are no word of any
///                      language, so their confidence is low however well they are read.
sdk::Recognition recognisedLines(tesseract::TessBaseAPI& api, bool keepDoubtful = false);

} // namespace vidimus::tesseract_engine
