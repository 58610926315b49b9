#include "ppocr/line_recogniser.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace vidimus::ppocr_engine {

namespace {
// PaddleOCR, ch_PP-OCRv4_rec.yml: lines 48 pixels high, a step eight pixels wide.
constexpr int height = 48;
constexpr int stepWidth = 8;
constexpr int narrowest = 48, widest = 6400; // pixels; a line of 130 times its height is none

Tensor tensorOf(const cv::Mat& line)
{
    const int wanted = static_cast<int>(std::ceil(static_cast<double>(height) * line.cols / line.rows));
    const int drawn = std::clamp(wanted, 4, widest);
    const int width = std::max(narrowest, (drawn + stepWidth - 1) / stepWidth * stepWidth);
    cv::Mat scaled;
    cv::resize(line, scaled, {drawn, height}, 0, 0, line.rows > height ? cv::INTER_AREA : cv::INTER_CUBIC);
    Tensor tensor{{1, 3, height, width}, {}};
    const std::size_t plane = static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
    tensor.values.assign(3 * plane, 0.0F); // behind the line: mean grey, as in training
    const int channels = scaled.channels();
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* row = scaled.ptr<std::uint8_t>(y);
        for (int x = 0; x < drawn; ++x)
            for (int c = 0; c < 3; ++c)
                tensor.values[static_cast<std::size_t>(c) * plane + static_cast<std::size_t>(y * width + x)]
                    = static_cast<float>(row[x * channels + (channels == 3 ? c : 0)]) / 127.5F - 1.0F;
    }
    return tensor;
}

std::set<std::string> charactersOf(std::string_view text)
{
    std::set<std::string> characters;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            ++end;
        characters.emplace(text.substr(at, end - at));
        at = end;
    }
    return characters;
}

const std::string& textOf(int symbol, const std::vector<std::string>& characters)
{
    static const std::string nothing, blank = " ";
    if (symbol <= 0)
        return nothing;
    const auto index = static_cast<std::size_t>(symbol - 1);
    return index < characters.size() ? characters[index] : blank;
}

struct Best {
    int first = 0, second = 0;
    float firstValue = -1, secondValue = -1;
};

/// The likeliest of the classes from..until, and how likely it is.
std::pair<int, float> likeliest(const float* step, int from, int until)
{
    if (from >= until)
        return {0, -1.0F};
    double value = 0;
    int at[2] = {0, 0};
    const cv::Mat classes(1, until - from, CV_32F, const_cast<float*>(step + from)); // read only
    cv::minMaxIdx(classes, nullptr, &value, nullptr, at);
    return {from + at[1], static_cast<float>(value)};
}

Best bestOf(const float* step, int classes, const std::vector<char>& allowed)
{
    Best best;
    if (allowed.empty()) {
        std::tie(best.first, best.firstValue) = likeliest(step, 0, classes);
        if (best.first == 0)
            return best; // no character, so there is none in its place
        const auto before = likeliest(step, 0, best.first), behind = likeliest(step, best.first + 1, classes);
        std::tie(best.second, best.secondValue) = behind.second > before.second ? behind : before;
        return best;
    }
    for (int c = 0; c < classes; ++c) {
        if (!allowed[static_cast<std::size_t>(c)])
            continue;
        if (step[c] > best.firstValue) {
            best.second = best.first;
            best.secondValue = best.firstValue;
            best.first = c;
            best.firstValue = step[c];
        } else if (step[c] > best.secondValue) {
            best.second = c;
            best.secondValue = step[c];
        }
    }
    return best;
}
} // namespace

LineRecogniser::LineRecogniser(const Network& network, std::vector<std::string> characters)
    : m_network(network)
    , m_characters(std::move(characters))
{
}

std::vector<char> LineRecogniser::allowedBy(std::string_view alphabet) const
{
    if (alphabet.empty())
        return {};
    const auto characters = charactersOf(alphabet);
    std::vector<char> allowed(m_characters.size() + 2, 0);
    allowed.front() = allowed.back() = 1;
    for (std::size_t i = 0; i < m_characters.size(); ++i)
        allowed[i + 1] = characters.count(m_characters[i]) != 0;
    return allowed;
}

std::vector<SeenCharacter> decoded(const cv::Mat& steps, double pixelsAStep, const std::vector<char>& allowed,
    const std::vector<std::string>& characters)
{
    std::vector<SeenCharacter> seen;
    int before = 0;
    for (int t = 0; t < steps.rows; ++t) {
        const Best best = bestOf(steps.ptr<float>(t), steps.cols, allowed);
        const double end = (t + 1) * pixelsAStep;
        if (best.first != 0 && best.first != before) {
            seen.push_back({textOf(best.first, characters), t * pixelsAStep, end, best.firstValue,
                textOf(best.second, characters), std::max(best.secondValue, 0.0F)});
        } else if (best.first != 0) {
            SeenCharacter& same = seen.back();
            same.end = end;
            if (best.firstValue > same.confidence) {
                same.confidence = best.firstValue;
                same.second = textOf(best.second, characters);
                same.secondConfidence = std::max(best.secondValue, 0.0F);
            }
        }
        before = best.first;
    }
    return seen;
}

std::vector<SeenCharacter> LineRecogniser::read(const cv::Mat& picture, std::string_view alphabet) const
{
    Tensor input = tensorOf(picture);
    Tensor output = m_network.run(input);
    if (output.shape.size() != 3)
        return {};
    const cv::Mat steps(
        static_cast<int>(output.shape[1]), static_cast<int>(output.shape[2]), CV_32F, output.values.data());
    auto allowed = allowedBy(alphabet);
    if (!allowed.empty())
        allowed.resize(static_cast<std::size_t>(steps.cols), 0);
    const double pixelsAStep = static_cast<double>(input.shape[3]) / steps.rows * picture.rows / height;
    return decoded(steps, pixelsAStep, allowed, m_characters);
}

} // namespace vidimus::ppocr_engine
