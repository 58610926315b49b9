#include "line_grouping.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace vidimus::scan {

namespace {
// In heights of the larger piece. A full-width space parts a line no more than a space between words does; a column
// does.
constexpr double widestGap = 1.6, widestGapOfUnlike = 0.8;
constexpr double unlike = 2.2; // ratio of heights from which two pieces are not two letters of one size

int overlap(int a0, int a1, int b0, int b1)
{
    return std::min(a1, b1) - std::max(a0, b0);
}
int overlapDown(const cv::Rect& a, const cv::Rect& b)
{
    return overlap(a.y, a.y + a.height, b.y, b.y + b.height);
}
int gapAcross(const cv::Rect& a, const cv::Rect& b)
{
    return -overlap(a.x, a.x + a.width, b.x, b.x + b.width);
}

bool sideBySide(const cv::Rect& a, const cv::Rect& b)
{
    const int least = std::min(a.height, b.height), most = std::max(a.height, b.height);
    if (overlapDown(a, b) < 0.5 * least)
        return false;
    return gapAcross(a, b) <= most * (most > unlike * least ? widestGapOfUnlike : widestGap);
}

/// Disjoint sets of piece numbers.
class Sets {
public:
    explicit Sets(std::size_t count)
        : m_parents(count)
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t(0));
    }
    std::size_t find(std::size_t i)
    {
        while (m_parents[i] != i)
            i = m_parents[i] = m_parents[m_parents[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { m_parents[find(a)] = find(b); }

private:
    std::vector<std::size_t> m_parents;
};

using Group = std::vector<cv::Rect>;

/// Joins what stands side by side. Only pieces that share a band of rows are compared.
std::vector<Group> linked(const std::vector<cv::Rect>& pieces, double pixelsAMm)
{
    const int bandHeight = std::max(8, static_cast<int>(3 * pixelsAMm));
    std::map<int, std::vector<std::size_t>> bands;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (int band = pieces[i].y / bandHeight; band <= (pieces[i].y + pieces[i].height) / bandHeight; ++band)
            bands[band].push_back(i);
    Sets sets(pieces.size());
    for (auto& [band, members] : bands) {
        std::sort(members.begin(), members.end(), [&](auto a, auto b) { return pieces[a].x < pieces[b].x; });
        int highest = 0;
        for (const std::size_t i : members)
            highest = std::max(highest, pieces[i].height);
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j) {
                const cv::Rect &a = pieces[members[i]], &b = pieces[members[j]];
                if (b.x - (a.x + a.width) > widestGap * highest)
                    break;
                if (sideBySide(a, b))
                    sets.join(members[i], members[j]);
            }
    }
    std::map<std::size_t, Group> groups;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        groups[sets.find(i)].push_back(pieces[i]);
    std::vector<Group> result;
    for (auto& [root, group] : groups)
        result.push_back(std::move(group));
    return result;
}

cv::Rect boxOf(const Group& group)
{
    return std::accumulate(group.begin() + 1, group.end(), group.front(), [](cv::Rect a, cv::Rect b) { return a | b; });
}

/// Height of the full-grown characters: the median of those pieces that are at least half of the highest.
double characterHeight(const Group& group)
{
    std::vector<int> heights;
    for (const cv::Rect& piece : group)
        heights.push_back(piece.height);
    std::sort(heights.begin(), heights.end());
    const auto from = std::find_if(heights.begin(), heights.end(), [&](int h) { return 2 * h >= heights.back(); });
    return *(from + (heights.end() - from) / 2);
}

/// The row of a clear gap that runs through the middle of the pieces from side to side, or nothing. Within a line of Han
/// there is none, however many strokes its characters fall into.
std::optional<int> gapThrough(const Group& pieces)
{
    const cv::Rect box = boxOf(pieces);
    std::vector<int> covered(static_cast<std::size_t>(box.height), 0);
    for (const cv::Rect& piece : pieces)
        for (int y = piece.y; y < piece.y + piece.height; ++y)
            covered[static_cast<std::size_t>(y - box.y)] += piece.width;
    const int most = *std::max_element(covered.begin(), covered.end());
    int best = 0, run = 0;
    std::optional<int> row;
    for (int y = box.height / 4; y < box.height * 3 / 4; ++y) {
        run = covered[static_cast<std::size_t>(y)] * 20 <= most ? run + 1 : 0;
        if (run > best) {
            best = run;
            row = box.y + y - run / 2;
        }
    }
    return best * 12 >= box.height ? row : std::nullopt;
}

/// Something high (a bracket, a stamp's rest, an initial) may have tied two lines together: without it they come apart.
void split(const Group& group, double pixelsAMm, std::vector<Group>& result, int depth)
{
    std::vector<int> heights;
    for (const cv::Rect& piece : group)
        heights.push_back(piece.height);
    std::nth_element(heights.begin(), heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2), heights.end());
    Group low, high, above, below;
    for (const cv::Rect& piece : group)
        (piece.height > 1.8 * heights[heights.size() / 2] ? high : low).push_back(piece);
    const auto row = depth > 0 && !high.empty() && low.size() >= 6 ? gapThrough(low) : std::nullopt;
    for (const cv::Rect& piece : low)
        (row && piece.y + piece.height / 2 < *row ? above : below).push_back(piece);
    if (!row || above.size() < 3 || below.size() < 3) {
        result.push_back(group);
        return;
    }
    for (const Group& half : {above, below, high})
        for (const Group& part : linked(half, pixelsAMm))
            split(part, pixelsAMm, result, depth - 1);
}

/// 昌, 二 and 三 come in pieces over one another that no neighbour ties together.
bool oneCharacter(const FoundLine& a, const FoundLine& b)
{
    const cv::Rect both = a.box | b.box;
    const int apart = -overlapDown(a.box, b.box);
    const int shared = -gapAcross(a.box, b.box);
    return both.height < 1.3 * both.width && both.width < 1.6 * both.height && apart < 0.2 * both.height
        && shared > 0.6 * std::min(a.box.width, b.box.width);
}

void joinStacked(std::vector<FoundLine>& lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = i + 1; j < lines.size();) {
            const bool inside
                = (lines[i].box & lines[j].box).area() > 0.6 * std::min(lines[i].box.area(), lines[j].box.area());
            if (!inside && !oneCharacter(lines[i], lines[j])) {
                ++j;
                continue;
            }
            const bool larger = lines[j].box.area() > lines[i].box.area();
            lines[i].height = inside ? (larger ? lines[j] : lines[i]).height : (lines[i].box | lines[j].box).height;
            lines[i].box |= lines[j].box;
            lines[i].pieces += lines[j].pieces;
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
            j = i + 1;
        }
}

/// Dots, accents, commas and thin strokes complete the line that they stand in or beside.
void attach(std::vector<FoundLine>& lines, std::vector<cv::Rect> small, double smallestAlone)
{
    double highest = 0;
    for (const FoundLine& line : lines)
        highest = std::max(highest, line.height);
    std::vector<FoundLine> before;
    for (const FoundLine& line : lines)
        if (line.pieces == 1 && line.height < 0.55 * highest)
            small.push_back(line.box); // may be the comma of a large line, or stand for itself
        else
            before.push_back(line);
    lines = before;
    for (const cv::Rect& piece : small) {
        const cv::Point centre(piece.x + piece.width / 2, piece.y + piece.height / 2);
        bool taken = false;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const int h = before[i].box.height;
            const cv::Rect reach = before[i].box + cv::Size(h * 6 / 5, h / 2) - cv::Point(h * 3 / 5, h / 4);
            if (!reach.contains(centre) || piece.height > 0.7 * h)
                continue;
            lines[i].box |= piece;
            ++lines[i].pieces;
            taken = true;
            break;
        }
        if (!taken && piece.height >= smallestAlone)
            lines.push_back({piece, 1, static_cast<double>(piece.height)});
    }
}
} // namespace

std::vector<FoundLine> groupIntoLines(
    const std::vector<cv::Rect>& large, const std::vector<cv::Rect>& small, double pixelsAMm)
{
    std::vector<Group> groups;
    for (const Group& group : linked(large, pixelsAMm))
        split(group, pixelsAMm, groups, 3);
    std::vector<FoundLine> lines;
    for (const Group& group : groups)
        lines.push_back({boxOf(group), static_cast<int>(group.size()), characterHeight(group)});
    joinStacked(lines);
    attach(lines, small, 1.0 * pixelsAMm);
    return lines;
}

void inReadingOrder(std::vector<FoundLine>& lines)
{
    std::sort(lines.begin(), lines.end(), [](const FoundLine& a, const FoundLine& b) {
        return std::pair(a.box.y + a.box.height / 2, a.box.x) < std::pair(b.box.y + b.box.height / 2, b.box.x);
    });
    for (std::size_t from = 0; from < lines.size();) {
        std::size_t until = from + 1;
        while (until < lines.size()
            && overlapDown(lines[from].box, lines[until].box)
                > 0.5 * std::min(lines[from].box.height, lines[until].box.height))
            ++until;
        std::sort(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.begin() + static_cast<std::ptrdiff_t>(until),
            [](const FoundLine& a, const FoundLine& b) { return a.box.x < b.box.x; });
        from = until;
    }
}

} // namespace vidimus::scan
