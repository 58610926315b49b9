#include "han_vote.hpp"

#include "script.hpp"

#include <algorithm>
#include <cmath>

namespace vidimus::scan {

namespace {
// Measured on 39 scanned, photographed and blurred specimens; any of 1 to 4 and 0.7 to 0.85 does about as well.
constexpr double power = 2; // the last tenth of confidence tells more than the first
constexpr double believed = 0.75; // Han that only one model read, and that may be grain, ornament or Latin
constexpr double enough = 6, lead = 0.12;

double weight(const ReadCharacter& read)
{
    return std::pow(read.confidence, power);
}

double ofHanAlone(const ReadCharacter& read)
{
    return isHan(read.code) && read.confidence >= believed ? weight(read) : 0;
}

/// Lengths of the longest common subsequences of all tails, both read as Simplified.
std::vector<std::vector<int>> commonTails(const std::vector<ReadCharacter>& a, const std::vector<ReadCharacter>& b)
{
    std::vector<std::vector<int>> length(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            length[i][j] = asSimplified(a[i].code) == asSimplified(b[j].code)
                ? length[i + 1][j + 1] + 1
                : std::max(length[i + 1][j], length[i][j + 1]);
    return length;
}
} // namespace

HanVote& HanVote::operator+=(const HanVote& more)
{
    traditional += more.traditional;
    simplified += more.simplified;
    return *this;
}

bool HanVote::clear() const
{
    const double most = std::max(traditional, simplified);
    return most >= enough && std::abs(traditional - simplified) >= lead * most;
}

HanVote voteOf(const std::vector<ReadCharacter>& byTraditional, const std::vector<ReadCharacter>& bySimplified)
{
    constexpr std::size_t longest = 300; // characters; a line that long has told enough before its end
    auto a = byTraditional, b = bySimplified;
    a.resize(std::min(a.size(), longest));
    b.resize(std::min(b.size(), longest));
    const auto common = commonTails(a, b);
    HanVote vote;
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && asSimplified(a[i].code) == asSimplified(b[j].code)) {
            if (a[i].code != b[j].code)
                vote += {weight(a[i]), weight(b[j])};
            ++i;
            ++j;
        } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
            vote.traditional += ofHanAlone(a[i++]);
        } else {
            vote.simplified += ofHanAlone(b[j++]);
        }
    }
    return vote;
}

} // namespace vidimus::scan
