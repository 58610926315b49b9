#include "tesseract/result_lines.hpp"

#include "tesseract/han_zero.hpp"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace vidimus::tesseract_engine {

namespace {
// What Tesseract makes of paper grain and of pieces of ornament mostly stands below this.
constexpr double noiseConfidence = 0.25;
// Gap, in line heights, from which it is a space to a person's eye: between two Han characters, and between one of them
// and a letter, digit or mark.
constexpr double hanSpace = 0.8, mixedSpace = 0.4;

bool endsInHan(std::string_view text)
{
    return text.size() >= 3 && static_cast<unsigned char>(text[text.size() - 3]) >= 0xE3
        && static_cast<unsigned char>(text[text.size() - 3]) <= 0xE9;
}
bool beginsInHan(std::string_view text)
{
    return text.size() >= 3 && static_cast<unsigned char>(text[0]) >= 0xE3
        && static_cast<unsigned char>(text[0]) <= 0xE9;
}

std::string textOf(const tesseract::ResultIterator& at, tesseract::PageIteratorLevel level)
{
    const std::unique_ptr<char[]> text(at.GetUTF8Text(level));
    std::string result = text ? text.get() : "";
    while (!result.empty() && (result.back() == '\n' || result.back() == ' '))
        result.pop_back();
    return result;
}

template <class Box> bool boxAt(const tesseract::PageIterator& at, tesseract::PageIteratorLevel level, Box& box)
{
    int left = 0, top = 0, right = 0, bottom = 0;
    if (!at.BoundingBox(level, &left, &top, &right, &bottom))
        return false;
    box.x = left;
    box.y = top;
    box.width = right - left;
    box.height = bottom - top;
    return true;
}

bool spaced(const sdk::RecognisedWord& before, const sdk::RecognisedWord& after, double lineHeight)
{
    const int han = endsInHan(before.text) + beginsInHan(after.text);
    const double gap = after.x - (before.x + before.width);
    return han == 0 || gap > lineHeight * (han == 2 ? hanSpace : mixedSpace);
}

/// Joins the words; their confidences weigh by their length.
void finish(sdk::RecognisedLine& line)
{
    double weighed = 0, length = 0;
    const sdk::RecognisedWord* before = nullptr;
    for (const auto& word : line.words) {
        if (before && spaced(*before, word, line.height))
            line.text += ' ';
        line.text += word.text;
        weighed += word.confidence * static_cast<double>(word.text.size());
        length += static_cast<double>(word.text.size());
        before = &word;
    }
    line.text = withHanZero(line.text);
    line.confidence = length > 0 ? weighed / length : 0;
}

sdk::RecognisedLine lineAt(tesseract::ResultIterator& at, double leastConfidence)
{
    sdk::RecognisedLine line;
    boxAt(at, tesseract::RIL_TEXTLINE, line);
    do {
        sdk::RecognisedWord word;
        word.text = textOf(at, tesseract::RIL_WORD);
        word.confidence = std::clamp(at.Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
        if (!word.text.empty() && word.confidence >= leastConfidence && boxAt(at, tesseract::RIL_WORD, word))
            line.words.push_back(std::move(word));
        if (at.IsAtFinalElement(tesseract::RIL_TEXTLINE, tesseract::RIL_WORD))
            break;
    } while (at.Next(tesseract::RIL_WORD));
    finish(line);
    return line;
}
} // namespace

sdk::Recognition lineBoxes(tesseract::TessBaseAPI& api)
{
    sdk::Recognition found;
    const std::unique_ptr<tesseract::PageIterator> at(api.AnalyseLayout());
    if (!at)
        return found;
    do {
        sdk::RecognisedLine line;
        if (boxAt(*at, tesseract::RIL_TEXTLINE, line))
            found.lines.push_back(line);
    } while (at->Next(tesseract::RIL_TEXTLINE));
    return found;
}

sdk::Recognition recognisedLines(tesseract::TessBaseAPI& api, bool keepDoubtful)
{
    sdk::Recognition recognition;
    const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
    if (!at)
        return recognition;
    do {
        auto line = lineAt(*at, keepDoubtful ? 0 : noiseConfidence);
        if (!line.text.empty())
            recognition.lines.push_back(std::move(line));
    } while (at->Next(tesseract::RIL_TEXTLINE));
    return recognition;
}

} // namespace vidimus::tesseract_engine
