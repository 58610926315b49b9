#include "rules.hpp"

#include <algorithm>
#include <numeric>

namespace vidimus::scan {

namespace {
/// One row or column of the picture.
class Track {
public:
    Track(const cv::Mat& ink, int at, bool down)
        : m_first(down ? ink.ptr(0, at) : ink.ptr(at))
        , m_step(down ? ink.step[0] : 1)
        , m_length(down ? ink.rows : ink.cols)
    {
    }
    bool isInk(int i) const { return m_first[static_cast<std::size_t>(i) * m_step] != 0; }
    int length() const { return m_length; }

    Run around(int i) const
    {
        Run run{0, i, i + 1};
        while (run.from > 0 && isInk(run.from - 1))
            --run.from;
        while (run.until < m_length && isInk(run.until))
            ++run.until;
        return run;
    }

private:
    const std::uint8_t* m_first;
    std::size_t m_step;
    int m_length;
};

void addRuns(const Track& track, int at, int length, std::vector<Run>& runs)
{
    int behind = 0; // what is before it was looked at
    const auto look = [&](int i) {
        if (i < behind || !track.isInk(i))
            return;
        Run run = track.around(i);
        behind = run.until;
        const bool cut = run.from == 0 || run.until == track.length();
        if (run.length() < (cut ? (length + 1) / 2 : length))
            return;
        run.at = at;
        runs.push_back(run);
    };
    look(0);
    for (int i = length - 1; i < track.length(); i += length)
        look(i);
    look(track.length() - 1);
}

int rootOf(std::vector<int>& parent, int i)
{
    while (parent[static_cast<std::size_t>(i)] != i)
        i = parent[static_cast<std::size_t>(i)] = parent[static_cast<std::size_t>(parent[static_cast<std::size_t>(i)])];
    return i;
}

/// For each stretch the number of the thing that it is part of: stretches of neighbouring rows that touch, corners too.
std::vector<int> thingsOf(const std::vector<Run>& runs)
{
    std::vector<int> parent(runs.size());
    std::iota(parent.begin(), parent.end(), 0);
    std::size_t before = 0; // the first of the row above that may still touch
    for (std::size_t i = 0; i < runs.size(); ++i) {
        while (before < i
            && (runs[before].at < runs[i].at - 1
                || (runs[before].at == runs[i].at - 1 && runs[before].until < runs[i].from)))
            ++before;
        for (std::size_t above = before; above < i && runs[above].at == runs[i].at - 1; ++above)
            if (runs[above].from <= runs[i].until)
                parent[static_cast<std::size_t>(rootOf(parent, static_cast<int>(above)))]
                    = rootOf(parent, static_cast<int>(i));
    }
    for (std::size_t i = 0; i < runs.size(); ++i)
        parent[i] = rootOf(parent, static_cast<int>(i));
    return parent;
}
} // namespace

std::vector<Run> runsIn(const cv::Mat& ink, int length, bool down)
{
    std::vector<Run> runs;
    if (!ink.empty())
        for (int at = 0; at < (down ? ink.cols : ink.rows); ++at)
            addRuns(Track(ink, at, down), at, std::max(1, length), runs);
    return runs;
}

std::vector<Run> rulesAmong(const std::vector<Run>& runs, double thickness)
{
    struct Extent {
        int from = 0, until = 0, area = 0;
    };
    const std::vector<int> things = thingsOf(runs);
    std::vector<Extent> extents(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Extent& extent = extents[static_cast<std::size_t>(things[i])];
        extent.from = extent.area ? std::min(extent.from, runs[i].from) : runs[i].from;
        extent.until = std::max(extent.until, runs[i].until);
        extent.area += runs[i].length();
    }
    std::vector<Run> rules;
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (const Extent& extent = extents[static_cast<std::size_t>(things[i])];
            extent.area <= thickness * (extent.until - extent.from))
            rules.push_back(runs[i]);
    return rules;
}

} // namespace vidimus::scan
