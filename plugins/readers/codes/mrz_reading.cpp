#include "mrz_reading.hpp"

#include <vidimus/mrz.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace vidimus::codes {
namespace {

using sdk::icao::Format;

/// What may stand at each position: A letters and fillers, N digits and fillers, X any. Doc 9303 parts 4 to 6.
struct Layout {
    const char* name;
    std::size_t width;
    std::array<std::string_view, 3> lines; ///< the last empty where there are two
};

constexpr std::string_view nameLine = "AXAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
constexpr Layout layouts[] = {
    {"TD1", 30, {"AXAAAXXXXXXXXXNXXXXXXXXXXXXXXX", "NNNNNNNANNNNNNNAAAXXXXXXXXXXXN", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}},
    {"TD2", 36, {nameLine.substr(0, 36), "XXXXXXXXXNAAANNNNNNNANNNNNNNXXXXXXXN", {}}},
    {"TD3", 44, {nameLine, "XXXXXXXXXNAAANNNNNNNANNNNNNNXXXXXXXXXXXXXXNN", {}}},
};

constexpr std::string_view confusableLetters = "OQDILSBZGT";
constexpr std::string_view confusableDigits = "0001158267";

char asDigit(char c)
{
    const auto at = confusableLetters.find(c);
    return at == std::string_view::npos ? c : confusableDigits[at];
}
char asLetter(char c)
{
    switch (c) {
    case '0':
        return 'O';
    case '1':
        return 'I';
    case '5':
        return 'S';
    case '8':
        return 'B';
    case '2':
        return 'Z';
    case '6':
        return 'G';
    default:
        return c;
    }
}

/// Upper case, guillemets as fillers, everything else dropped.
std::string cleaned(const std::string& text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0xAB) {
            plain += "<<";
            ++i;
        } else if (c >= 'a' && c <= 'z')
            plain += static_cast<char>(c - 'a' + 'A');
        else if (sdk::icao::valueOf(text[i]) >= 0)
            plain += text[i];
    }
    return plain;
}

/// The longest run of fillers: where it begins and how long it is.
std::pair<std::size_t, std::size_t> longestRun(const std::string& line)
{
    std::size_t best = 0, length = 0;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t end = i;
        while (end < line.size() && line[end] == '<')
            ++end;
        if (end - i >= length && end > i) {
            best = i;
            length = end - i;
        }
        i = std::max(end, i + 1);
    }
    return {best, length};
}

/// Makes the line so wide by lengthening or shortening its longest run of fillers; false: it has none that could be it.
bool fitted(std::string& line, std::size_t width, double& confidence)
{
    const auto difference = static_cast<std::ptrdiff_t>(width) - static_cast<std::ptrdiff_t>(line.size());
    if (difference == 0)
        return true;
    const auto [at, length] = longestRun(line);
    // Engines lose or invent a few fillers of a long run; a line that lacks more was not read.
    if (std::abs(difference) > 8 || length < 3
        || (difference < 0 && length < static_cast<std::size_t>(-difference) + 2))
        return false;
    if (difference > 0)
        line.insert(at, static_cast<std::size_t>(difference), '<');
    else
        line.erase(at, static_cast<std::size_t>(-difference));
    confidence -= 0.02 * static_cast<double>(std::abs(difference));
    return true;
}

void readByPosition(std::string& line, std::string_view layout)
{
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (layout[i] == 'N')
            line[i] = asDigit(line[i]);
        else if (layout[i] == 'A')
            line[i] = asLetter(line[i]);
    }
}

/// Doc 9303-3, 4.6: two fillers part surname and given names, one parts words; behind the next two only fillers stand.
void readTailOfNames(std::string& line, std::size_t begin, double& confidence)
{
    const auto given = line.find("<<", begin);
    if (given == std::string::npos)
        return;
    const auto end = line.find("<<", std::min(given + 2, line.size()));
    if (end == std::string::npos)
        return;
    const auto letters = line.size() - end
        - static_cast<std::size_t>(std::count(line.begin() + static_cast<std::ptrdiff_t>(end), line.end(), '<'));
    confidence -= 0.01 * static_cast<double>(letters);
    // What engines make of fillers; other letters there mean that the zone was read badly or is not of the standard.
    const bool fillersOnly = line.find_first_not_of("<KCSXELG", end) == std::string::npos;
    if (fillersOnly)
        std::fill(line.begin() + static_cast<std::ptrdiff_t>(end), line.end(), '<');
    else
        confidence = std::min(confidence, 0.4);
}

/// Would exchanging one confusable character of the document number make its check digit hold? Letters may be digits
/// anywhere; digits may be letters at the front, where series letters stand. More would be chance: each exchange has
/// one chance in ten.
bool oneConfusionAway(const sdk::icao::Zone& zone, const std::vector<std::string>& lines)
{
    if (zone.holds(sdk::icao::Part::DocumentNumber))
        return false;
    const std::size_t line = zone.format == Format::Td1 ? 0 : 1, from = zone.format == Format::Td1 ? 5 : 0;
    for (std::size_t i = from; i < from + 9; ++i) {
        const char read = lines[line][i];
        const char other = read >= 'A' ? asDigit(read) : i < from + 2 ? asLetter(read) : read;
        auto changed = lines;
        changed[line][i] = other;
        const auto again = sdk::icao::parse(changed);
        if (other != read && again && again->holds(sdk::icao::Part::DocumentNumber))
            return true;
    }
    return false;
}

/// Three lines are a card. Of two, a passport's are 44 wide; else the longer line counts, since engines lose fillers
/// rather than invent them.
const Layout* layoutFor(const std::vector<std::string>& lines)
{
    if (lines.size() == 3)
        return &layouts[0];
    if (lines.size() != 2)
        return nullptr;
    const bool passport = lines[0].starts_with('P');
    return passport || std::max(lines[0].size(), lines[1].size()) >= 40 ? &layouts[2] : &layouts[1];
}

bool looksLikeAZone(const std::vector<std::string>& lines)
{
    constexpr std::string_view codes = "PIACVX";
    std::ptrdiff_t fillers = 0;
    for (const std::string& line : lines)
        fillers += std::count(line.begin(), line.end(), '<');
    return codes.find(lines[0][0]) != std::string_view::npos && fillers >= 5;
}

} // namespace

std::optional<MrzReading> interpret(const std::vector<RawLine>& raw)
{
    MrzReading reading;
    reading.confidence = 1;
    for (const RawLine& line : raw) {
        reading.lines.push_back(cleaned(line.text));
        reading.confidence = std::min(reading.confidence, line.confidence);
    }
    const Layout* layout = layoutFor(reading.lines);
    if (!layout)
        return std::nullopt;
    for (std::string& line : reading.lines)
        if (!fitted(line, layout->width, reading.confidence))
            return std::nullopt;
    if (!looksLikeAZone(reading.lines))
        return std::nullopt;

    reading.format = layout->name;
    if (layout->width == 30 && sdk::icao::isChineseExitEntryCard(reading.lines[0])) {
        reading.format = "CN-EXIT-ENTRY";
        return reading;
    }
    for (std::size_t i = 0; i < reading.lines.size(); ++i)
        readByPosition(reading.lines[i], layout->lines[i]);
    const bool card = layout->width == 30;
    readTailOfNames(reading.lines[card ? 2 : 0], card ? 0 : 5, reading.confidence);

    const auto zone = sdk::icao::parse(reading.lines);
    if (!zone)
        return std::nullopt;
    reading.proven = zone->allHold();
    reading.doubtful = oneConfusionAway(*zone, reading.lines);
    if (reading.doubtful)
        reading.confidence = std::min(reading.confidence, 0.5);
    reading.confidence = std::clamp(reading.confidence, 0.0, 1.0);
    return reading;
}

} // namespace vidimus::codes
