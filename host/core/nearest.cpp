#include "core/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace vidimus {

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j)
            diagonal = std::exchange(
                row[j + 1], std::min({row[j + 1] + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0u : 1u)}));
    }
    return row.back();
}

std::string nearestOf(std::string_view word, std::span<const std::string> candidates)
{
    // A third of the word may be wrong: beyond that the guess would be ours, not the writer's.
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    std::string nearest;
    for (const std::string& candidate : candidates)
        if (const auto distance = editDistance(word, candidate); distance < best) {
            best = distance;
            nearest = candidate;
        }
    return nearest;
}

} // namespace vidimus
