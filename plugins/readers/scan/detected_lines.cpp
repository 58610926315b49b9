#include "detected_lines.hpp"

#include "line_grouping.hpp"

#include <vidimus/plugin.hpp>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vidimus::scan {

namespace {
constexpr int detectorSide = 960; // pixels; what detectors of the DB kind are trained with
constexpr double ofOneHeight = 0.3; // heights by which a line and a box must share a row to belong together
constexpr double covered = 0.3; // share of a box on lines of another row: it is none of its own
constexpr double widestGap = 2.0; // line heights between pieces of one line; a column's gap is wider
constexpr double goneInRed = 0.5; // of the ink, less is left in the text plane: it is printed in red
constexpr int inkLevel = 128; // of the cleaned planes, black on white

/// Where ink stands within the box; empty where there is none.
cv::Rect inkBox(const cv::Mat& plane, const cv::Rect& box)
{
    cv::Mat ink;
    cv::compare(plane(box), inkLevel, ink, cv::CMP_LT);
    // A row or a column of specks is none of the line.
    std::vector<int> rows(static_cast<std::size_t>(ink.rows)), columns(static_cast<std::size_t>(ink.cols));
    for (int y = 0; y < ink.rows; ++y)
        rows[static_cast<std::size_t>(y)] = cv::countNonZero(ink.row(y));
    for (int x = 0; x < ink.cols; ++x)
        columns[static_cast<std::size_t>(x)] = cv::countNonZero(ink.col(x));
    const auto span = [](const std::vector<int>& counts, int least) {
        int first = -1, last = -1;
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i] >= least) {
                first = first < 0 ? static_cast<int>(i) : first;
                last = static_cast<int>(i);
            }
        return std::pair(first, last);
    };
    const auto [top, bottom] = span(rows, 3);
    const auto [left, right] = span(columns, 2);
    if (top < 0 || left < 0)
        return {};
    return {box.x + left, box.y + top, right - left + 1, bottom - top + 1};
}

double inkShare(const cv::Mat& plane, const cv::Rect& box)
{
    cv::Mat ink;
    cv::compare(plane(box), inkLevel, ink, cv::CMP_LT);
    return cv::countNonZero(ink) / static_cast<double>(std::max(box.area(), 1));
}

class Mender {
public:
    Mender(const PreparedPicture& page, std::vector<FoundLine> found, bool redPrint)
        : m_page(page)
        , m_redPrint(redPrint)
        , m_lines(std::move(found))
        , m_gone(m_lines.size(), false)
    {
    }

    void take(const cv::Rect2d& detected)
    {
        const cv::Rect box = whole(detected) & cv::Rect({}, m_page.size());
        if (box.width < 6 || box.height < 6)
            return;
        dropPieces(box);
        const auto members = sharing(box);
        if (!members.empty() && oneRow(members))
            join(members, box);
        else if (members.empty() && isFree(box))
            addNew(box);
    }

    /// A label and its value close below it are one line by their ink; the detector sees two.
    void part(const std::vector<cv::Rect2d>& detected)
    {
        std::vector<cv::Rect> boxes;
        for (const cv::Rect2d& one : detected)
            if (const cv::Rect box = whole(one) & cv::Rect({}, m_page.size()); box.width >= 6 && box.height >= 6)
                boxes.push_back(box);
        for (std::size_t i = 0, before = m_lines.size(); i < before; ++i) {
            std::vector<cv::Rect> rows;
            for (const cv::Rect& box : boxes)
                if (isRowOf(m_lines[i].box, box))
                    rows.push_back(box);
            const bool apart = std::any_of(rows.begin(), rows.end(), [&](const cv::Rect& upper) {
                return std::any_of(rows.begin(), rows.end(), [&](const cv::Rect& lower) {
                    return upper.br().y - lower.y < ofOneHeight * upper.height && upper.y < lower.y;
                });
            });
            if (!apart)
                continue;
            m_gone[i] = true;
            for (const cv::Rect& row : rows)
                addNew(row & m_lines[i].box);
        }
    }

    std::vector<FoundLine> lines()
    {
        std::vector<FoundLine> kept;
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            if (!m_gone[i])
                kept.push_back(m_lines[i]);
        inReadingOrder(kept);
        return kept;
    }

private:
    static cv::Rect whole(const cv::Rect2d& box)
    {
        return {cv::Point(static_cast<int>(std::floor(box.x)), static_cast<int>(std::floor(box.y))),
            cv::Point(static_cast<int>(std::ceil(box.x + box.width)), static_cast<int>(std::ceil(box.y + box.height)))};
    }

    /// Does the box lie in the line, and hold clearly less than its height? Detectors box with a margin.
    static bool isRowOf(const cv::Rect& line, const cv::Rect& box)
    {
        constexpr double mostOfHeight = 0.75, inside = 0.6;
        const cv::Rect shared = box & line;
        return shared.height < mostOfHeight * line.height && shared.area() > inside * box.area();
    }

    /// Lines that share their row and some print with the box.
    std::vector<std::size_t> sharing(const cv::Rect& box) const
    {
        std::vector<std::size_t> members;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const cv::Rect &line = m_lines[i].box, shared = line & box;
            const int lower = std::min(line.height, box.height), higher = std::max(line.height, box.height);
            if (!m_gone[i] && 2 * shared.height >= lower && shared.width >= ofOneHeight * lower
                && higher <= 2.5 * lower)
                members.push_back(i);
        }
        std::sort(members.begin(), members.end(),
            [&](std::size_t a, std::size_t b) { return m_lines[a].box.x < m_lines[b].box.x; });
        return members;
    }

    /// Pieces of characters, of which the text plane shows no more, that lie in the box.
    void dropPieces(const cv::Rect& box)
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const cv::Rect& line = m_lines[i].box;
            if (m_redPrint && 2 * line.height < box.height && line.width < 2 * line.height
                && (line & box).area() > 0.8 * line.area())
                m_gone[i] = true;
        }
    }

    /// Does the text plane show less of it than there is?
    bool isRed(const cv::Rect& box) const
    {
        return m_redPrint
            && inkShare(m_page.plane(Plane::Text), box) < goneInRed * inkShare(m_page.plane(Plane::Ink), box);
    }

    bool isFree(const cv::Rect& box) const
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            if (!m_gone[i] && (m_lines[i].box & box).area() > covered * std::min(box.area(), m_lines[i].box.area()))
                return false;
        return true;
    }

    bool oneRow(const std::vector<std::size_t>& members) const
    {
        for (std::size_t i = 1; i < members.size(); ++i) {
            const cv::Rect &left = m_lines[members[i - 1]].box, &right = m_lines[members[i]].box;
            const int shared = std::min(left.br().y, right.br().y) - std::max(left.y, right.y);
            const int height = std::max(left.height, right.height);
            if (2 * shared < std::min(left.height, right.height) || right.x - left.br().x > widestGap * height)
                return false;
        }
        return true;
    }

    void addNew(const cv::Rect& box)
    {
        const bool red = isRed(box);
        const cv::Rect ink = inkBox(m_page.plane(red ? Plane::Ink : Plane::Text), box);
        if (ink.width < 4 || ink.height < 4)
            return;
        FoundLine line;
        line.box = ink;
        line.height = ink.height;
        line.pieces = std::max(1, 2 * ink.width / ink.height);
        line.red = red;
        m_lines.push_back(line);
        m_gone.push_back(false);
    }

    /// The members become one line, which reaches as far as there is ink of its height in the box.
    void join(const std::vector<std::size_t>& members, const cv::Rect& box)
    {
        FoundLine& first = m_lines[members.front()];
        cv::Rect all = first.box;
        for (std::size_t i = 1; i < members.size(); ++i) {
            const FoundLine& other = m_lines[members[i]];
            all |= other.box;
            first.pieces += other.pieces;
            first.height = std::max(first.height, other.height);
            first.strokes = std::max(first.strokes, other.strokes);
            m_gone[members[i]] = true;
        }
        first.red = first.red || isRed(box);
        const cv::Rect row(box.x, all.y, box.width, all.height);
        const cv::Rect ink
            = inkBox(m_page.plane(first.red ? Plane::Ink : Plane::Text), row & cv::Rect({}, m_page.size()));
        if (ink.width > all.width + static_cast<int>(0.3 * all.height))
            all |= cv::Rect(ink.x, all.y, ink.width, all.height);
        first.box = all;
    }

    const PreparedPicture& m_page;
    bool m_redPrint;
    std::vector<FoundLine> m_lines;
    std::vector<bool> m_gone; ///< joined to another
};
} // namespace

std::vector<FoundLine> mendedLines(
    const PreparedPicture& page, std::vector<FoundLine> found, const std::vector<cv::Rect2d>& detected, bool redPrint)
{
    Mender mender(page, std::move(found), redPrint);
    mender.part(detected);
    for (const cv::Rect2d& box : detected)
        mender.take(box);
    return mender.lines();
}

std::vector<cv::Rect2d> detectedLines(const PreparedPicture& page, const std::string& engine)
{
    const cv::Mat small = page.sketch(detectorSide);
    const vidimus_image_t image{small.data, static_cast<std::uint32_t>(small.cols),
        static_cast<std::uint32_t>(small.rows), small.step[0], VIDIMUS_RGB8, 0};
    const auto seen = sdk::Host::instance().detectLines(engine, image);
    std::vector<cv::Rect2d> boxes;
    if (!seen)
        return boxes;
    const double across = static_cast<double>(page.size().width) / small.cols;
    const double down = static_cast<double>(page.size().height) / small.rows;
    for (const sdk::RecognisedLine& line : seen->lines)
        boxes.emplace_back(line.x * across, line.y * down, line.width * across, line.height * down);
    return boxes;
}

} // namespace vidimus::scan
