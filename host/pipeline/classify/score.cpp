#include "pipeline/classify/score.hpp"

#include "pipeline/text/fuzzy.hpp"

#include <algorithm>

namespace vidimus::pipeline {
namespace {

/// What speaks against a design must stand there nearly letter by letter: a misread title is not another paper's.
constexpr double speaksAgainst = 0.9;
/// What weighs as much is a title or an issuer.
constexpr double headWeight = 0.3;
constexpr double ofItsLine = 0.55; ///< share of a line that a title makes up: beside it stands its other language
/// Where so many titles and labels stand by themselves there is a form, though its title was not read.
constexpr int formLabels = 3;
constexpr double inSentences = 0.7; ///< what a design counts of which no title or issuer stands by itself

double presence(const Seen& seen, const profiles::Recogniser& recogniser)
{
    if (!recogniser.mrz.empty())
        return std::count(seen.zoneFormats.begin(), seen.zoneFormats.end(), recogniser.mrz) > 0 ? 1 : 0;
    double best = 0;
    for (const std::string& text : recogniser.texts)
        best = std::max(best, Phrase(text).presenceIn(seen.folded));
    return best;
}

/// Does a line speak of it rather than mention it? A fellowship's sentence on "the prescribed training" is no training
/// certificate's, nor is a form that says that a practising certificate is needed as well a practising certificate.
bool speaksOf(const Phrase& phrase, const std::u32string& line)
{
    constexpr std::size_t longestTitle = 36, longestHanTitle = 16; // characters; sentences are longer
    constexpr double mentioned = 0.4; // share of a sentence
    const std::size_t longest = phrase.latin() ? longestTitle : longestHanTitle;
    return line.size() <= longest
        || static_cast<double>(phrase.folded().size()) >= mentioned * static_cast<double>(line.size());
}

/// How nearly letter by letter what speaks against a design stands in a title, a label or an issuer's line.
double presenceAgainst(const Seen& seen, const profiles::Recogniser& recogniser)
{
    double best = 0;
    for (const std::string& text : recogniser.texts) {
        const Phrase phrase(text);
        for (const std::u32string& line : seen.lines)
            if (speaksOf(phrase, line))
                best = std::max(best, phrase.presenceIn(line));
    }
    return recogniser.mrz.empty() ? best : presence(seen, recogniser);
}

/// Does it make up most of a line?
bool heads(const Seen& seen, const profiles::Recogniser& recogniser)
{
    if (!recogniser.mrz.empty())
        return presence(seen, recogniser) > 0;
    return std::any_of(recogniser.texts.begin(), recogniser.texts.end(), [&](const std::string& text) {
        const Phrase phrase(text);
        return std::any_of(seen.lines.begin(), seen.lines.end(), [&](const std::u32string& line) {
            return phrase.folded().size() >= ofItsLine * static_cast<double>(line.size())
                && phrase.presenceIn(line) > 0;
        });
    });
}

} // namespace

Fit fitOf(const Seen& seen, const profiles::Profile& profile)
{
    std::vector<double> bySide(std::max<std::size_t>(profile.sides.size(), 1), 0);
    bool anyHead = false, headed = false;
    int alone = 0; // titles and labels that stand by themselves
    for (const profiles::Recogniser& recogniser : profile.recognisers) {
        const double there = recogniser.weight < 0 ? presenceAgainst(seen, recogniser) : presence(seen, recogniser);
        if (recogniser.weight < 0 && there < speaksAgainst)
            continue;
        const double share = recogniser.weight * there;
        anyHead = anyHead || recogniser.weight >= headWeight;
        if (recogniser.weight > 0 && there > 0 && heads(seen, recogniser)) {
            headed = headed || recogniser.weight >= headWeight;
            ++alone;
        }
        for (std::size_t i = 0; i < bySide.size(); ++i)
            if (recogniser.side.empty() || profile.sides.at(i).id == recogniser.side)
                bySide[i] += share;
    }
    for (double& score : bySide)
        score = std::clamp(score * (anyHead && !headed && alone < formLabels ? inSentences : 1), 0.0, 1.0);
    const auto best = std::max_element(bySide.begin(), bySide.end());
    Fit fit{&profile, *best, {}};
    const auto there
        = std::count_if(bySide.begin(), bySide.end(), [&](double score) { return score >= profile.threshold; });
    if (!profile.sides.empty() && there <= 1)
        fit.side = profile.sides[static_cast<std::size_t>(best - bySide.begin())].id;
    return fit;
}

} // namespace vidimus::pipeline
