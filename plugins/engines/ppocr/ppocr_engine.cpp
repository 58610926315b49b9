#include "ppocr/ppocr_engine.hpp"

#include "ppocr/line_detector.hpp"
#include "ppocr/model_files.hpp"
#include "ppocr/network_folding.hpp"
#include "ppocr/seen_words.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace vidimus::ppocr_engine {

namespace {
constexpr double leastContrast = 24; // grey levels between the darkest and the lightest thousandth

cv::Mat pictureOf(const vidimus_image_t& image)
{
    // Read only: the pixels belong to the caller.
    return {static_cast<int>(image.height), static_cast<int>(image.width),
        image.format == VIDIMUS_GREY8 ? CV_8UC1 : CV_8UC3, const_cast<std::uint8_t*>(image.pixels), image.stride};
}

/// Is there anything to read? On bare paper the network sees letters in the grain.
bool holdsInk(const cv::Mat& picture)
{
    if (picture.cols < 3 || picture.rows < 3)
        return false;
    cv::Mat grey = picture;
    if (picture.channels() == 3)
        cv::extractChannel(picture, grey, 1);
    std::array<std::uint64_t, 256> histogram{};
    for (int y = 0; y < grey.rows; ++y)
        for (int x = 0; x < grey.cols; ++x)
            ++histogram[grey.at<std::uint8_t>(y, x)];
    const auto total = static_cast<std::uint64_t>(grey.total());
    const auto levelAbove = [&](std::uint64_t count) {
        std::uint64_t seen = 0;
        for (int level = 0; level < 256; ++level)
            if ((seen += histogram[static_cast<std::size_t>(level)]) > count)
                return level;
        return 255;
    };
    return levelAbove(total * 999 / 1000) - levelAbove(total / 1000) >= leastContrast;
}

cv::Rect within(const cv::Rect2d& box, const cv::Mat& picture)
{
    const cv::Rect whole(cv::Point(static_cast<int>(std::floor(box.x)), static_cast<int>(std::floor(box.y))),
        cv::Point(static_cast<int>(std::ceil(box.x + box.width)), static_cast<int>(std::ceil(box.y + box.height))));
    return whole & cv::Rect({}, picture.size());
}
std::string bytesOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}
} // namespace

struct PpocrEngine::Loaded {
    explicit Loaded(const ModelFiles& files)
        : runtime(files.runtime)
        , detector(runtime, folded(bytesOf(files.detector)))
        , recognition(runtime, folded(bytesOf(files.recogniser)))
        , recogniser(recognition, charactersIn(files.characters))
    {
    }
    OnnxRuntime runtime;
    Network detector, recognition;
    LineRecogniser recogniser;
};

PpocrEngine::PpocrEngine()
{
    const std::string digest = digestOf(modelFiles().all());
    m_version = "PP-OCRv4 mobile ch" + (digest.empty() ? std::string() : " data:" + digest);
}

PpocrEngine::~PpocrEngine() = default;

void PpocrEngine::load()
{
    const ModelFiles files = modelFiles();
    for (const std::string& file : files.all()) {
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(file, ignored))
            throw sdk::Failure(VIDIMUS_UNAVAILABLE,
                "the second text recogniser lacks " + std::filesystem::path(file).filename().string()
                    + "; run 'bash host/start' where npm packages can be fetched. Text is read by one engine only");
    }
    m_loaded = std::make_unique<Loaded>(files);
}

const PpocrEngine::Loaded& PpocrEngine::loaded() const
{
    if (!m_loaded)
        throw sdk::Failure(VIDIMUS_UNAVAILABLE, "PP-OCRv4 is not loaded");
    return *m_loaded;
}

sdk::Recognition PpocrEngine::detectLines(const vidimus_image_t& image)
{
    sdk::Recognition found;
    const cv::Mat picture = pictureOf(image);
    if (!holdsInk(picture))
        return found;
    for (const DetectedLine& line : ppocr_engine::detectLines(loaded().detector, picture)) {
        sdk::RecognisedLine box;
        box.x = line.box.x;
        box.y = line.box.y;
        box.width = line.box.width;
        box.height = line.box.height;
        box.confidence = line.score;
        found.lines.push_back(std::move(box));
    }
    return found;
}

sdk::RecognisedLine PpocrEngine::readLine(
    const cv::Mat& picture, const std::string& alphabet, sdk::Recognition& all) const
{
    const auto characters = loaded().recogniser.read(picture, alphabet);
    if (auto next = nextLikely(characters); !next.text.empty())
        all.alternatives.push_back(std::move(next));
    return lineOf(characters, picture.rows);
}

sdk::Recognition PpocrEngine::recognise(const vidimus_image_t& image, const sdk::RecogniseRequest& request)
{
    sdk::Recognition recognition;
    const cv::Mat picture = pictureOf(image);
    if (!holdsInk(picture))
        return recognition;
    if (request.singleLine) {
        sdk::RecognisedLine line = readLine(picture, request.alphabet, recognition);
        if (!line.text.empty())
            recognition.lines.push_back(std::move(line));
        return recognition;
    }
    for (const DetectedLine& found : ppocr_engine::detectLines(loaded().detector, picture)) {
        const cv::Rect box = within(found.box, picture);
        if (box.width < 3 || box.height < 3)
            continue;
        sdk::RecognisedLine line = readLine(picture(box), request.alphabet, recognition);
        if (line.text.empty())
            continue;
        for (sdk::RecognisedWord& word : line.words) {
            word.x += box.x;
            word.y += box.y;
        }
        line.x += box.x;
        line.y += box.y;
        recognition.lines.push_back(std::move(line));
    }
    return recognition;
}

} // namespace vidimus::ppocr_engine
