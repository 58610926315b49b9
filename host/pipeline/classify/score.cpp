#include "pipeline/classify/score.hpp"

#include "pipeline/text/fuzzy.hpp"

#include <algorithm>

namespace vidimus::pipeline {
namespace {

/// What speaks against a design must stand there nearly letter by letter: a misread title is not another paper's.
constexpr double speaksAgainst = 0.9;

double presence(const Seen& seen, const profiles::Recogniser& recogniser)
{
    if (!recogniser.mrz.empty())
        return std::count(seen.zoneFormats.begin(), seen.zoneFormats.end(), recogniser.mrz) > 0 ? 1 : 0;
    double best = 0;
    for (const std::string& text : recogniser.texts)
        best = std::max(best, Phrase(text).presenceIn(seen.folded));
    return best;
}

} // namespace

Fit fitOf(const Seen& seen, const profiles::Profile& profile)
{
    std::vector<double> bySide(std::max<std::size_t>(profile.sides.size(), 1), 0);
    for (const profiles::Recogniser& recogniser : profile.recognisers) {
        const double there = presence(seen, recogniser);
        if (recogniser.weight < 0 && there < speaksAgainst)
            continue;
        const double share = recogniser.weight * there;
        for (std::size_t i = 0; i < bySide.size(); ++i)
            if (recogniser.side.empty() || profile.sides.at(i).id == recogniser.side)
                bySide[i] += share;
    }
    for (double& score : bySide)
        score = std::clamp(score, 0.0, 1.0);
    const auto best = std::max_element(bySide.begin(), bySide.end());
    Fit fit{&profile, *best, {}};
    const auto there
        = std::count_if(bySide.begin(), bySide.end(), [&](double score) { return score >= profile.threshold; });
    if (!profile.sides.empty() && there <= 1)
        fit.side = profile.sides[static_cast<std::size_t>(best - bySide.begin())].id;
    return fit;
}

} // namespace vidimus::pipeline
