#pragma once
#include <string>
#include <vector>

/// What the engine needs beside its own code, and where it lies.
namespace vidimus::ppocr_engine {

struct ModelFiles {
    std::string runtime, detector, recogniser, characters; ///< paths
    std::vector<std::string> all() const { return {runtime, detector, recogniser, characters}; }
};

/// The files in the folder "models" beside this module, or in $VIDIMUS_PPOCR_MODELS. Whether they are there is not
/// asked.
ModelFiles modelFiles();

/// Of the files' bytes: sixteen hexadecimal digits of their common SHA-256. Empty where one of them cannot be read.
std::string digestOf(const std::vector<std::string>& files);

/// A line a character; the last class of the model is the blank between words.
std::vector<std::string> charactersIn(const std::string& file);

} // namespace vidimus::ppocr_engine
