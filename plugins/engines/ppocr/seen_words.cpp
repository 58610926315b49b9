#include "ppocr/seen_words.hpp"

#include <algorithm>

namespace vidimus::ppocr_engine {

namespace {
constexpr double tellable = 0.02; // a second choice below this is noise of the network
// Half the width of a character, in heights of the picture: CTC tells about where its middle is.
constexpr double halfHan = 0.32, halfLetter = 0.18;

bool joins(const std::string& character)
{
    const auto first = static_cast<unsigned char>(character.front());
    return first < 0x80 || (first & 0xE0) == 0xC0; // ASCII and letters with marks
}
double middleOf(const SeenCharacter& seen)
{
    return (seen.begin + seen.end) / 2;
}

double halfWidthOf(const SeenCharacter& seen, double height)
{
    return height * (joins(seen.text) ? halfLetter : halfHan);
}

/// From its middle to half way to its neighbours, where these stand close.
std::vector<SeenCharacter> widened(std::vector<SeenCharacter> characters, double height)
{
    std::vector<double> middles;
    for (const SeenCharacter& seen : characters)
        middles.push_back(middleOf(seen));
    for (std::size_t i = 0; i < characters.size(); ++i) {
        SeenCharacter& seen = characters[i];
        const double half = halfWidthOf(seen, height);
        seen.begin = std::max(middles[i] - half, i > 0 ? (middles[i - 1] + middles[i]) / 2 : 0.0);
        seen.end = middles[i] + half;
        if (i + 1 < characters.size())
            seen.end = std::min(seen.end, (middles[i] + middles[i + 1]) / 2);
    }
    return characters;
}
} // namespace

sdk::RecognisedLine lineOf(const std::vector<SeenCharacter>& seenThere, double height)
{
    const auto characters = widened(seenThere, height);
    sdk::RecognisedLine line;
    line.height = height;
    double sum = 0;
    int counted = 0;
    bool open = false;
    for (const SeenCharacter& seen : characters) {
        if (seen.text == " ") {
            open = false;
            if (!line.text.empty() && line.text.back() != ' ')
                line.text += ' ';
            continue;
        }
        line.text += seen.text;
        sum += seen.confidence;
        ++counted;
        const bool letter = joins(seen.text);
        if (open && letter) {
            sdk::RecognisedWord& word = line.words.back();
            word.text += seen.text;
            word.width = seen.end - word.x;
            word.confidence = std::min(word.confidence, seen.confidence);
        } else {
            line.words.push_back({seen.text, seen.begin, 0, seen.end - seen.begin, height, seen.confidence});
        }
        open = letter;
    }
    while (!line.text.empty() && line.text.back() == ' ')
        line.text.pop_back();
    if (counted > 0) {
        line.confidence = sum / counted;
        line.x = line.words.front().x;
        line.width = line.words.back().x + line.words.back().width - line.x;
    }
    return line;
}

sdk::Recognition::Alternative nextLikely(const std::vector<SeenCharacter>& characters)
{
    const auto doubtful = std::max_element(characters.begin(), characters.end(),
        [](const SeenCharacter& a, const SeenCharacter& b) { return a.secondConfidence < b.secondConfidence; });
    if (doubtful == characters.end() || doubtful->secondConfidence < tellable)
        return {};
    sdk::Recognition::Alternative next;
    double sum = 0;
    for (const SeenCharacter& seen : characters) {
        const bool other = &seen == &*doubtful;
        next.text += other ? seen.second : seen.text;
        sum += other ? seen.secondConfidence : seen.confidence;
    }
    next.confidence = sum / static_cast<double>(characters.size());
    return next;
}

} // namespace vidimus::ppocr_engine
