#include "line_grouping.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace vidimus::scan {

namespace {
// In heights of the larger piece.
constexpr double widestGap = 1.6, widestGapOfUnlike = 0.8;
constexpr double unlike = 2.2; // ratio of heights from which two pieces are not two letters of one size
// A gap parts a line where it is wider than this, in line heights, and than so many times what is usual in that line.
constexpr double columnGap = 0.9, unusual = 3;
constexpr double widestSetGap = 2.6; // between the two characters of one label, in line heights
constexpr double smallestText = 1.0; // millimetres
constexpr double highestText = 6; // millimetres; higher are titles and pieces of pictures

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

/// What a piece tells of its line's height. A flat stroke is a whole 一, or a part of a character about as high as it
/// is wide.
int statureOf(const cv::Rect& piece, double pixelsAMm)
{
    const bool flat = piece.height < smallestText * pixelsAMm;
    return flat ? std::max(piece.width, piece.height) : piece.height;
}

bool sideBySide(const cv::Rect& a, const cv::Rect& b, double pixelsAMm)
{
    if (overlapDown(a, b) < 0.5 * std::min(a.height, b.height))
        return false;
    const int one = statureOf(a, pixelsAMm), other = statureOf(b, pixelsAMm), most = std::max(one, other),
              least = std::min(one, other);
    if (most <= unlike * least)
        return gapAcross(a, b) <= most * widestGap;
    // The outline of a portrait reaches over several lines; a title's small strokes stand close to its large ones.
    return gapAcross(a, b) <= (most > highestText * pixelsAMm ? least * 0.5 : most * widestGapOfUnlike);
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

/// Numbers of the boxes that belong together, by sets. Only boxes that share a band of rows are compared.
template <class Together>
std::vector<std::vector<std::size_t>> linked(const std::vector<cv::Rect>& boxes, double pixelsAMm, Together&& together)
{
    const int bandHeight = std::max(8, static_cast<int>(3 * pixelsAMm));
    std::map<int, std::vector<std::size_t>> bands;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (int band = boxes[i].y / bandHeight; band <= (boxes[i].y + boxes[i].height) / bandHeight; ++band)
            bands[band].push_back(i);
    Sets sets(boxes.size());
    for (auto& [band, members] : bands) {
        std::sort(members.begin(), members.end(), [&](auto a, auto b) { return boxes[a].x < boxes[b].x; });
        int highest = 0;
        for (const std::size_t i : members)
            highest = std::max(highest, statureOf(boxes[i], pixelsAMm));
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j) {
                const cv::Rect &a = boxes[members[i]], &b = boxes[members[j]];
                if (b.x - (a.x + a.width) > widestGap * highest)
                    break;
                if (together(a, b))
                    sets.join(members[i], members[j]);
            }
    }
    std::map<std::size_t, std::vector<std::size_t>> bySet;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        bySet[sets.find(i)].push_back(i);
    std::vector<std::vector<std::size_t>> result;
    for (auto& [root, members] : bySet)
        result.push_back(std::move(members));
    return result;
}

std::vector<Group> sideBySideIn(const Group& pieces, double pixelsAMm)
{
    std::vector<Group> groups;
    for (const auto& members :
        linked(pieces, pixelsAMm, [&](const auto&a, const auto&b) { return sideBySide(a, b, pixelsAMm); })) {
        Group& group = groups.emplace_back();
        for (const std::size_t i : members)
            group.push_back(pieces[i]);
    }
    return groups;
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

/// The row of a clear gap that runs through the middle of the pieces from side to side, or nothing. Within a line of
/// Han there is none, however many strokes its characters fall into.
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
        for (const Group& part : sideBySideIn(half, pixelsAMm))
            split(part, pixelsAMm, result, depth - 1);
}

/// 昌, 二 and 三 come in pieces over one another that no neighbour ties together.
bool oneCharacter(const cv::Rect& a, const cv::Rect& b)
{
    const cv::Rect both = a | b;
    return both.height < 1.3 * both.width && both.width < 1.6 * both.height && -overlapDown(a, b) < 0.2 * both.height
        && -gapAcross(a, b) > 0.6 * std::min(a.width, b.width);
}

/// Once characters are whole, what they stand in is seen better: parts of one line have one height and one foot.
bool oneLine(const cv::Rect& a, const cv::Rect& b)
{
    const int least = std::min(a.height, b.height), most = std::max(a.height, b.height);
    const bool inside = (a & b).area() > 0.6 * std::min(a.area(), b.area());
    const bool alike = most < unlike * least && overlapDown(a, b) > 0.5 * most && gapAcross(a, b) < widestGap * most;
    return inside || alike || oneCharacter(a, b);
}

std::vector<Group> joinedLines(std::vector<Group> groups, double pixelsAMm)
{
    for (std::size_t before = groups.size() + 1; groups.size() < before;) {
        before = groups.size();
        std::vector<cv::Rect> boxes;
        for (const Group& group : groups)
            boxes.push_back(boxOf(group));
        std::vector<Group> joined;
        for (const auto& members : linked(boxes, pixelsAMm, oneLine)) {
            Group& all = joined.emplace_back();
            for (const std::size_t i : members)
                all.insert(all.end(), groups[i].begin(), groups[i].end());
        }
        groups = std::move(joined);
    }
    return groups;
}

/// A line of even gaps is one text, however wide they are set; a gap far wider than the others parts two columns.
std::vector<Group> partedAtColumns(Group group)
{
    std::sort(group.begin(), group.end(), [](const cv::Rect& a, const cv::Rect& b) { return a.x < b.x; });
    const int height = boxOf(group).height;
    std::vector<int> gaps;
    int reached = group.front().x + group.front().width;
    for (const cv::Rect& piece : group) {
        if (piece.x > reached)
            gaps.push_back(piece.x - reached);
        reached = std::max(reached, piece.x + piece.width);
    }
    if (gaps.empty())
        return {group};
    std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
    const double widest = std::max(columnGap * height, unusual * gaps[gaps.size() / 2]);
    std::vector<Group> parts{{group.front()}};
    reached = group.front().x + group.front().width;
    for (std::size_t i = 1; i < group.size(); ++i) {
        if (group[i].x - reached > widest)
            parts.emplace_back();
        parts.back().push_back(group[i]);
        reached = std::max(reached, group[i].x + group[i].width);
    }
    return parts;
}

/// Dots, accents, commas and thin strokes complete the line that they stand in or beside.
void attach(std::vector<Group>& groups, std::vector<cv::Rect> small, double pixelsAMm)
{
    std::vector<Group> lines;
    std::vector<cv::Rect> boxes;
    for (Group& group : groups)
        if (group.size() == 1 && group.front().height < 1.6 * smallestText * pixelsAMm)
            small.push_back(group.front()); // may be the comma of a large line
        else {
            boxes.push_back(boxOf(group));
            lines.push_back(std::move(group));
        }
    for (const cv::Rect& piece : small) {
        const cv::Point centre(piece.x + piece.width / 2, piece.y + piece.height / 2);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const int h = boxes[i].height;
            const cv::Rect reach = boxes[i] + cv::Size(h * 6 / 5, h / 2) - cv::Point(h * 3 / 5, h / 4);
            if (!reach.contains(centre) || piece.height > 0.7 * h || piece.width > 2 * h)
                continue;
            lines[i].push_back(piece);
            break;
        }
    }
    groups = std::move(lines);
}

bool oneHanCharacter(const FoundLine& line)
{
    return line.box.width > 0.7 * line.box.height && line.box.width < 1.4 * line.box.height;
}

/// 姓　　名: a label of two characters is set as wide as one of four. Each alone is read far worse than both together.
void joinWideSet(std::vector<FoundLine>& lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!oneHanCharacter(lines[i]))
            continue;
        std::optional<std::size_t> next;
        for (std::size_t j = 0; j < lines.size(); ++j) {
            const cv::Rect &a = lines[i].box, &b = lines[j].box;
            const int gap = b.x - (a.x + a.width), most = std::max(a.height, b.height);
            const bool besides = gap > 0 && gap < widestSetGap * most && overlapDown(a, b) > 0.7 * most;
            if (besides && (!next || b.x < lines[*next].box.x))
                next = j;
        }
        if (!next || !oneHanCharacter(lines[*next]))
            continue;
        lines[i].box |= lines[*next].box;
        lines[i].pieces += lines[*next].pieces;
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(*next));
        if (*next < i)
            --i;
    }
}
} // namespace

std::vector<FoundLine> groupIntoLines(
    const std::vector<cv::Rect>& large, const std::vector<cv::Rect>& small, double pixelsAMm)
{
    std::vector<Group> groups;
    for (const Group& group : sideBySideIn(large, pixelsAMm))
        split(group, pixelsAMm, groups, 3);
    groups = joinedLines(std::move(groups), pixelsAMm);
    attach(groups, small, pixelsAMm);
    std::vector<FoundLine> lines;
    for (const Group& group : groups)
        for (const Group& part : partedAtColumns(group)) {
            FoundLine& line = lines.emplace_back();
            line.box = boxOf(part);
            line.pieces = static_cast<int>(part.size());
            line.height = characterHeight(part);
        }
    joinWideSet(lines);
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
