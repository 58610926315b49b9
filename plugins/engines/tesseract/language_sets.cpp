#include "tesseract/language_sets.hpp"

#include <algorithm>
#include <set>

namespace vidimus::tesseract_engine {

const std::vector<std::string>& wantedSets()
{
    // Han alone, too: beside Latin letters brush-like faces are read as Latin.
    static const std::vector<std::string> sets{
        "chi_tra+eng", "chi_sim+eng", "eng", "por+eng", "chi_tra+por", "chi_sim", "chi_tra"};
    return sets;
}

std::vector<std::string> wantedLanguages()
{
    std::set<std::string> languages;
    for (const std::string& set : wantedSets())
        for (std::string& part : partsOf(set))
            languages.insert(std::move(part));
    return {languages.begin(), languages.end()};
}

std::vector<std::string> partsOf(std::string_view set)
{
    std::vector<std::string> parts;
    while (!set.empty()) {
        const auto plus = set.find('+');
        if (plus != 0)
            parts.emplace_back(set.substr(0, plus));
        set = plus == std::string_view::npos ? std::string_view() : set.substr(plus + 1);
    }
    return parts;
}

std::string nearestSet(std::string_view requested, const std::vector<std::string>& loaded)
{
    const auto asked = partsOf(requested);
    if (asked.empty())
        return loaded.front();
    const auto score = [&](const std::string& set) {
        const auto parts = partsOf(set);
        int points = 0;
        for (std::size_t i = 0; i < asked.size(); ++i)
            if (std::find(parts.begin(), parts.end(), asked[i]) != parts.end())
                points += i == 0 ? 100 : std::max(20 - static_cast<int>(i), 5); // the earlier, the more it counts
        return points - static_cast<int>(parts.size());
    };
    return *std::max_element(
        loaded.begin(), loaded.end(), [&](const auto& a, const auto& b) { return score(a) < score(b); });
}

} // namespace vidimus::tesseract_engine
