#pragma once
#include "text.hpp"
#include <vidimus/abi/ext/engines.h>

#include <string>
#include <vector>

namespace vidimus::sdk {

struct RecognisedWord {
    std::string text;
    double x = 0, y = 0, width = 0, height = 0; ///< pixels of the image handed in
    double confidence = 0; ///< 0..1
};

struct RecognisedLine {
    std::string text;
    double x = 0, y = 0, width = 0, height = 0; ///< pixels of the image handed in
    double confidence = 0; ///< 0..1
    std::vector<RecognisedWord> words;
};

/// What an engine saw: lines in reading order, and other readings of the whole image.
struct Recognition {
    std::vector<RecognisedLine> lines;
    struct Alternative {
        std::string text;
        double confidence = 0;
    };
    std::vector<Alternative> alternatives;
};

struct RecogniseRequest {
    std::string languages, alphabet;
    bool singleLine = false;
};

class Engine {
public:
    virtual ~Engine() = default;
    virtual std::string id() const = 0;
    virtual std::string version() const = 0;
    /// Languages whose data is there now.
    virtual std::vector<std::string> languages() const = 0;
    /// In the zygote, before any fork: load models, run nothing. Throws Failure naming what to install.
    virtual void load() = 0;
    virtual bool detectsLines() const { return false; }
    virtual Recognition detectLines(const vidimus_image_t&)
    {
        throw Failure(VIDIMUS_UNSUPPORTED, "this engine finds no lines");
    }
    virtual Recognition recognise(const vidimus_image_t& image, const RecogniseRequest& request) = 0;
};

namespace detail {
inline void deliver(const Recognition& recognition, const vidimus_recognise_sink_t* sink)
{
    for (const RecognisedLine& line : recognition.lines) {
        std::vector<vidimus_recognised_word_t> words;
        words.reserve(line.words.size());
        for (const RecognisedWord& word : line.words)
            words.push_back({string(word.text), word.x, word.y, word.width, word.height, word.confidence});
        const vidimus_recognised_line_t raw{
            string(line.text), line.x, line.y, line.width, line.height, line.confidence, words.data(), words.size()};
        sink->line(sink->context, &raw);
    }
    for (const auto& alternative : recognition.alternatives)
        sink->alternative(sink->context, string(alternative.text), alternative.confidence);
}

/// Collects what an engine delivers.
struct RecognitionCollector {
    Recognition recognition;
    vidimus_recognise_sink_t raw{this, &RecognitionCollector::onLine, &RecognitionCollector::onAlternative};

private:
    static void onLine(void* context, const vidimus_recognised_line_t* line)
    {
        RecognisedLine copy{
            std::string(view(line->text)), line->x, line->y, line->width, line->height, line->confidence, {}};
        for (std::uint64_t i = 0; i < line->word_count; ++i) {
            const auto& word = line->words[i];
            copy.words.push_back(
                {std::string(view(word.text)), word.x, word.y, word.width, word.height, word.confidence});
        }
        static_cast<RecognitionCollector*>(context)->recognition.lines.push_back(std::move(copy));
    }
    static void onAlternative(void* context, vidimus_string_t text, double confidence)
    {
        static_cast<RecognitionCollector*>(context)->recognition.alternatives.push_back(
            {std::string(view(text)), confidence});
    }
};
} // namespace detail

} // namespace vidimus::sdk
