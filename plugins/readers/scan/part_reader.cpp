#include "part_reader.hpp"

#include "detected_lines.hpp"
#include "grain.hpp"
#include "han_vote.hpp"
#include "red_ink.hpp"
#include "script.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vidimus::scan {

namespace {
constexpr const char* traditionalHan = "chi_tra+eng";
constexpr const char* simplifiedHan = "chi_sim+eng";
constexpr std::size_t sampleSize = 6;

struct Tally {
    double weighed = 0;
    ScriptCount scripts;
    void add(const sdk::Line& line)
    {
        const ScriptCount count = countScripts(line.text);
        weighed += line.confidence * count.letters();
        scripts += count;
    }
    double confidence() const { return scripts.letters() ? weighed / scripts.letters() : 0; }
};

std::vector<ReadCharacter> readingOf(const sdk::Line& line)
{
    std::vector<ReadCharacter> characters;
    for (const sdk::Word& word : line.words)
        for (const char32_t c : charactersOf(word.text))
            characters.push_back({c, word.confidence});
    return characters;
}

cv::Rect toPixels(const cv::Rect2d& mm, double dpi)
{
    const double k = dpi / 25.4;
    return {cv::Point(static_cast<int>(std::floor(mm.x * k)), static_cast<int>(std::floor(mm.y * k))),
        cv::Point(
            static_cast<int>(std::ceil((mm.x + mm.width) * k)), static_cast<int>(std::ceil((mm.y + mm.height) * k)))};
}
} // namespace

PartReader::PartReader(PreparedPicture picture, std::uint32_t part)
    : m_picture(std::move(picture))
    , m_part(part)
    , m_lines(findLines(m_picture.plane(Plane::Text), m_picture.dpi()))
{
}

void PartReader::mendLines(bool redPrint)
{
    const std::string engine = pageEngine();
    if (engine.empty())
        return;
    m_lines = mendedLines(m_picture, std::move(m_lines), detectedLines(m_picture, engine), redPrint);
    m_glanced.clear(); // the lines have other numbers now
    m_read.clear();
}

void PartReader::addRedLines()
{
    for (const FoundLine& red : findRedLines(m_picture.colour(), m_picture.plane(Plane::Ink), m_picture.dpi())) {
        const bool known = std::any_of(m_lines.begin(), m_lines.end(), [&](const FoundLine& line) {
            return (line.box & red.box).area() > 0.3 * std::min(line.box.area(), red.box.area());
        });
        if (!known)
            m_lines.push_back(red);
    }
}

const sdk::Line& PartReader::glance(std::size_t line, const ReadingWay& way)
{
    const auto key = std::pair(way, line);
    auto found = m_glanced.find(key);
    if (found == m_glanced.end()) {
        sdk::Host::instance().throwIfCancelled();
        found = m_glanced.emplace(key, readLine(m_picture, m_lines[line], way)).first;
        found->second.part = m_part;
    }
    return found->second;
}

const sdk::Line& PartReader::read(std::size_t line, const ReadingWay& way)
{
    const auto key = std::pair(way, line);
    auto found = m_read.find(key);
    if (found == m_read.end()) {
        sdk::Line best = improved(glance(line, way), m_picture, m_lines[line], way);
        best.part = m_part;
        found = m_read.emplace(key, std::move(best)).first;
    }
    return found->second;
}

std::vector<std::size_t> PartReader::linesIn(const cv::Rect2d& region) const
{
    const cv::Rect wanted = toPixels(region, m_picture.dpi());
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if ((m_lines[i].box & wanted).area() > 0.5 * m_lines[i].box.area())
            result.push_back(i);
    return result;
}

FoundLine PartReader::inkWithin(const cv::Rect& region) const
{
    // A region handed in is often a guess: of the lines in it the one that fills it best is meant.
    FoundLine result{region, 0, static_cast<double>(region.height)};
    int most = 0;
    for (const FoundLine& line : m_lines) {
        const cv::Rect shared = line.box & region;
        if (shared.area() <= most || shared.height < 0.6 * std::min(line.box.height, region.height))
            continue;
        most = shared.area();
        result.box.y = line.box.y;
        result.box.height = line.box.height;
        result.pieces = line.pieces;
    }
    return result;
}

std::optional<sdk::Line> PartReader::readRegion(const cv::Rect2d& region, const ReadingWay& way) const
{
    const cv::Rect wanted = toPixels(region, m_picture.dpi()) & cv::Rect({}, m_picture.size());
    if (wanted.width < 4 || wanted.height < 4)
        return std::nullopt;
    const FoundLine ink = inkWithin(wanted);
    sdk::Line line = improved(readLine(m_picture, ink, way), m_picture, ink, way);
    line.part = m_part;
    if (line.text.empty())
        return std::nullopt;
    return line;
}

std::vector<std::size_t> PartReader::sample(std::size_t size) const
{
    std::vector<std::size_t> order, result;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (m_lines[i].pieces >= 4 && m_lines[i].box.width > 2 * m_lines[i].box.height)
            order.push_back(i);
    const auto take = [&](std::size_t count, auto&& weight) {
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return weight(a) > weight(b); });
        for (std::size_t i = 0; i < order.size() && count > 0; ++i)
            if (std::find(result.begin(), result.end(), order[i]) == result.end()) {
                result.push_back(order[i]);
                --count;
            }
    };
    // Some that look like Han if any does, some with many letters; very long ones cost more than they tell.
    take(size / 2, [&](std::size_t i) { return m_lines[i].strokes; });
    take(size / 2, [&](std::size_t i) { return std::min(m_lines[i].pieces, 24); });
    return result;
}

PartReader::Sense PartReader::sense()
{
    if (const std::string engine = pageEngine(); !engine.empty()) {
        Tally all;
        for (const std::size_t line : sample(sampleSize))
            all.add(glance(line, {{}, {}, engine, {}}));
        return {all.confidence(), all.scripts.letters()};
    }
    Tally traditional, simplified;
    for (const std::size_t line : sample(sampleSize)) {
        traditional.add(glance(line, {traditionalHan, {}, {}, {}}));
        simplified.add(glance(line, {simplifiedHan, {}, {}, {}}));
    }
    const Tally& better = traditional.confidence() >= simplified.confidence() ? traditional : simplified;
    return {better.confidence(), better.scripts.letters()};
}

bool PartReader::promisesText(const ReadingWay& way)
{
    constexpr std::size_t enough = 4 * sampleSize;
    const auto lines = sample(enough);
    return lines.size() < enough
        || std::any_of(lines.begin(), lines.end(), [&](std::size_t line) { return isConvincing(glance(line, way)); });
}

std::string PartReader::decideLanguages()
{
    Tally traditional, simplified;
    HanVote vote;
    const auto ask = [&](const std::vector<std::size_t>& lines) {
        for (const std::size_t line : lines) {
            const sdk::Line& one = glance(line, {traditionalHan, {}, {}, {}});
            const sdk::Line& other = glance(line, {simplifiedHan, {}, {}, {}});
            traditional.add(one);
            simplified.add(other);
            vote += voteOf(readingOf(one), readingOf(other));
        }
    };
    auto lines = sample(sampleSize);
    ask(lines);
    const bool han = std::max(traditional.scripts.han, simplified.scripts.han) * 10
        > std::max(traditional.scripts.letters(), simplified.scripts.letters());
    if (!han) {
        Tally portuguese;
        for (const std::size_t line : lines)
            portuguese.add(glance(line, {"por+eng", {}, {}, {}}));
        return portuguese.scripts.portuguese >= 2 ? "por+eng" : "eng";
    }
    if (!vote.clear()) {
        auto more = sample(3 * sampleSize);
        std::erase_if(more, [&](auto line) { return std::find(lines.begin(), lines.end(), line) != lines.end(); });
        ask(more);
    }
    return vote.traditional >= vote.simplified ? traditionalHan : simplifiedHan;
}

const std::string& PartReader::languages()
{
    if (m_languages.empty())
        m_languages = decideLanguages();
    return m_languages;
}

} // namespace vidimus::scan
