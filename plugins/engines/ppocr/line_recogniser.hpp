#pragma once
#include "onnx_runtime.hpp"

#include <opencv2/core.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vidimus::ppocr_engine {

/// A character as the network read it.
struct SeenCharacter {
    std::string text; ///< UTF-8; " " between words
    double begin = 0, end = 0; ///< where it stands, pixels from the picture's left
    double confidence = 0; ///< 0..1
    std::string second; ///< what it might be else; empty: a mark that is none
    double secondConfidence = 0;
};

/// The characters of a line from one class a step: repeated and empty steps drop out (CTC).
/// \param steps      rows of a probability a class; class 0 is empty, 1…n are \p characters, the next the blank
/// \param allowed    a flag a class; empty: all
std::vector<SeenCharacter> decoded(const cv::Mat& steps, double pixelsAStep, const std::vector<char>& allowed,
    const std::vector<std::string>& characters);

/// Reads a line as a sequence of characters.
class LineRecogniser {
public:
    /// \param characters classes 1…n of the network; 0 is empty, n + 1 the blank between words
    LineRecogniser(const Network& network, std::vector<std::string> characters);

    /// \param picture  8-bit, 1 or 3 channels; one upright line that fills it
    /// \param alphabet characters that can occur, empty: any; what looks like another is read as the likest of these,
    /// with
    ///                 the confidence that this one has among all
    std::vector<SeenCharacter> read(const cv::Mat& picture, std::string_view alphabet) const;

private:
    std::vector<char> allowedBy(std::string_view alphabet) const;

    const Network& m_network;
    std::vector<std::string> m_characters;
};

} // namespace vidimus::ppocr_engine
