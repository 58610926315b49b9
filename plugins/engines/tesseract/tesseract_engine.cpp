#include "tesseract/tesseract_engine.hpp"

#include "tesseract/language_sets.hpp"
#include "tesseract/model_data.hpp"
#include "tesseract/result_lines.hpp"

#include <tesseract/baseapi.h>

#include <algorithm>
#include <array>

// libgomp comes with Tesseract; where it does not, nothing has to be limited.
extern "C" __attribute__((weak)) void omp_set_num_threads(int);

namespace vidimus::tesseract_engine {

namespace {
// Tesseract leaves its own choice of resolution wrong on line crops; it only steers its layout analysis.
constexpr int assumedDpi = 300;

void show(tesseract::TessBaseAPI& api, const vidimus_image_t& image)
{
    const auto bytesAPixel = static_cast<int>(image.format);
    api.SetImage(image.pixels, static_cast<int>(image.width), static_cast<int>(image.height), bytesAPixel,
        static_cast<int>(image.stride));
    api.SetSourceResolution(image.dpi >= 70 && image.dpi <= 2400 ? static_cast<int>(image.dpi) : assumedDpi);
}

tesseract::PageSegMode modeFor(const vidimus_image_t& image, const sdk::RecogniseRequest& request)
{
    if (!request.singleLine)
        return tesseract::PSM_AUTO;
    // One or two square characters: as a line Tesseract returns nothing at all for many of them.
    return image.width < image.height * 1.6 ? tesseract::PSM_SINGLE_WORD : tesseract::PSM_SINGLE_LINE;
}

/// Is there anything to read? The difference of the darkest and the lightest percent, in grey levels.
bool holdsInk(const vidimus_image_t& image)
{
    if (!image.pixels || image.width < 3 || image.height < 3)
        return false;
    std::array<std::uint64_t, 256> histogram{};
    std::uint64_t total = 0;
    for (std::uint32_t y = 0; y < image.height; ++y)
        for (std::uint32_t x = 0; x < image.width; ++x, ++total)
            ++histogram[*sdk::pixelAt(image, x, y)];
    const auto levelAbove = [&](std::uint64_t count) {
        std::uint64_t seen = 0;
        for (int level = 0; level < 256; ++level)
            if ((seen += histogram[static_cast<std::size_t>(level)]) > count)
                return level;
        return 255;
    };
    return levelAbove(total * 999 / 1000) - levelAbove(total / 1000) >= 24;
}
} // namespace

TesseractEngine::TesseractEngine()
    : m_folder(dataFolder())
    , m_languages(languagesIn(m_folder))
{
    std::vector<std::string> used;
    for (const std::string& language : wantedLanguages())
        if (std::find(m_languages.begin(), m_languages.end(), language) != m_languages.end())
            used.push_back(language);
    m_version = std::string(tesseract::TessBaseAPI::Version()) + " data:" + digestOf(m_folder, used);
}

TesseractEngine::~TesseractEngine() = default;

void TesseractEngine::load()
{
    if (omp_set_num_threads)
        omp_set_num_threads(1); // a pool of threads does not survive fork, and pages run side by side anyway
    for (const std::string& set : wantedSets()) {
        const auto parts = partsOf(set);
        const bool there = std::all_of(parts.begin(), parts.end(), [&](const std::string& language) {
            return std::find(m_languages.begin(), m_languages.end(), language) != m_languages.end();
        });
        if (!there || m_apis.count(set))
            continue;
        auto api = std::make_unique<tesseract::TessBaseAPI>();
        if (api->Init(m_folder.c_str(), set.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
            throw sdk::Failure(VIDIMUS_UNAVAILABLE, "Tesseract cannot load its data for " + set + " from " + m_folder);
        // One text in, one text out: nothing learned from one line may change the next.
        api->SetVariable("classify_enable_learning", "0");
        api->SetVariable("preserve_interword_spaces", "1");
        m_apis.emplace(set, std::move(api));
        m_loaded.push_back(set);
    }
    std::string missing;
    for (const std::string& language : wantedLanguages())
        if (std::find(m_languages.begin(), m_languages.end(), language) == m_languages.end())
            missing.append(" ").append(packageOf(language));
    if (!missing.empty())
        throw sdk::Failure(VIDIMUS_UNAVAILABLE, "text recognition lacks language data; install:" + missing);
}

tesseract::TessBaseAPI& TesseractEngine::apiFor(const std::string& languages)
{
    if (m_loaded.empty())
        throw sdk::Failure(VIDIMUS_UNAVAILABLE, "text recognition has no language loaded");
    return *m_apis.at(nearestSet(languages, m_loaded));
}

sdk::Recognition TesseractEngine::detectLines(const vidimus_image_t& image)
{
    if (!holdsInk(image))
        return {};
    auto& api = apiFor({});
    api.SetPageSegMode(tesseract::PSM_AUTO);
    show(api, image);
    auto found = lineBoxes(api);
    api.Clear();
    return found;
}

sdk::Recognition TesseractEngine::recognise(const vidimus_image_t& image, const sdk::RecogniseRequest& request)
{
    if (!holdsInk(image))
        return {};
    auto& api = apiFor(request.languages);
    api.SetPageSegMode(modeFor(image, request));
    api.SetVariable("tessedit_char_whitelist", request.alphabet.c_str());
    show(api, image);
    const bool keepsFillers = request.singleLine && request.alphabet.find('<') != std::string::npos;
    sdk::Recognition recognition;
    if (api.Recognize(nullptr) == 0)
        recognition = recognisedLines(api, keepsFillers);
    if (request.singleLine && recognition.lines.empty()) {
        // Its layout analysis takes some short lines for no text at all; as a raw line they are read.
        api.SetPageSegMode(tesseract::PSM_RAW_LINE);
        show(api, image);
        if (api.Recognize(nullptr) == 0)
            recognition = recognisedLines(api, keepsFillers);
    }
    api.Clear();
    return recognition;
}

} // namespace vidimus::tesseract_engine
