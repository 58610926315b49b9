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
/// Han text is a space only where it is wider than most of a character. With one line, its next best readings too.
sdk::Recognition recognisedLines(tesseract::TessBaseAPI& api, bool singleLine);

} // namespace vidimus::tesseract_engine
