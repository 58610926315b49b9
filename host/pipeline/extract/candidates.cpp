#include "pipeline/extract/candidates.hpp"

#include "pipeline/text/fold.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace vidimus::pipeline {
namespace {

using profiles::FieldKind;
using profiles::FieldSpec;

/// Distances in line heights.
constexpr double columnGap = 3.0; ///< a blank this wide ends a value: another column begins
constexpr double cellGap = 1.5; ///< a blank this wide parts the cells of a table row
constexpr double belowReach = 2.6; ///< a value this far below its label is still its value
constexpr double continuationReach = 1.3; ///< a wrapped line follows this close
constexpr std::size_t flowLines = 6; ///< running text is followed over so many lines

class Finder {
public:
    Finder(const PageText& page, const std::vector<Anchor>& anchors, const FieldSpec& spec, std::size_t field)
        : m_page(page)
        , m_anchors(anchors)
        , m_spec(spec)
        , m_field(field)
    {
        for (const std::string& until : spec.untils)
            m_untils.emplace_back(until);
    }

    std::vector<Candidate> operator()()
    {
        for (const Anchor& anchor : m_anchors)
            if (anchor.names(m_field))
                around(anchor);
        for (const std::string& expression : m_spec.search)
            searched(expression);
        if (m_spec.kind == FieldKind::Choice && m_spec.search.empty() && m_spec.labels.empty())
            choiceAnywhere();
        if (m_spec.region)
            inRegion();
        std::stable_sort(
            m_found.begin(), m_found.end(), [](const Candidate& a, const Candidate& b) { return a.place < b.place; });
        return std::move(m_found);
    }

private:
    void around(const Anchor& anchor)
    {
        if (!m_untils.empty() && addFlow(anchor))
            return;
        const Slice after = afterLabel(anchor);
        const auto right = after.empty() ? rightOf(anchor) : std::nullopt;
        if (!after.empty())
            add({after}, Place::AfterLabel, anchor);
        else if (right)
            add({*right}, Place::RightOfLabel, anchor);
        if (const auto below = beside(anchor, true))
            add({*below}, Place::BelowLabel, anchor);
        const bool telling = m_spec.kind == FieldKind::Date || m_spec.kind == FieldKind::IdentityNumber
            || (m_spec.kind == FieldKind::Number && !m_spec.pattern.empty());
        if (const auto above = telling && after.empty() && !right ? beside(anchor, false) : std::nullopt)
            add({*above}, Place::AboveLabel, anchor);
    }

    void add(std::vector<Slice> slices, Place place, const Anchor& anchor)
    {
        if (place != Place::AboveLabel)
            addContinuations(slices);
        m_found.push_back(
            {std::move(slices), place, anchor.distance, m_page.regionOf(anchor.where), anchor.fields.size() > 1});
    }

    /// Where the next label of this line begins, or the line's end.
    std::size_t nextLabel(std::size_t line, std::size_t from) const
    {
        std::size_t next = m_page.lines()[line].cells.size();
        for (const Anchor& anchor : m_anchors)
            if (anchor.where.line == line && anchor.where.begin >= from)
                next = std::min(next, anchor.where.begin);
        return next;
    }

    bool beginsWithLabel(const Slice& slice) const
    {
        return std::any_of(m_anchors.begin(), m_anchors.end(), [&](const Anchor& anchor) {
            return anchor.where.line == slice.line && anchor.where.begin <= slice.begin + 1
                && slice.begin < anchor.where.end;
        });
    }

    /// Without leaders at its front; cut at the first blank that parts columns.
    Slice valueIn(Slice slice, double gap) const
    {
        const auto& cells = m_page.lines()[slice.line].cells;
        const auto counts = [&](std::size_t i) {
            const char32_t c = cells[i].character;
            return foldedCharacter(c) != 0 || c == U'(' || c == U'（' || c == U'[';
        };
        while (!slice.empty() && !counts(slice.begin))
            ++slice.begin;
        for (std::size_t i = slice.begin; i < slice.end; ++i)
            if (isSpace(cells[i].character) && cells[i].region.width.value > gap * cells[i].region.height.value)
                slice.end = i;
        return m_page.trimmed(slice);
    }

    Slice afterLabel(const Anchor& anchor) const
    {
        return valueIn(
            {anchor.where.line, anchor.where.end, nextLabel(anchor.where.line, anchor.where.end)}, columnGap);
    }

    static bool sameRow(const Region& a, const Region& b)
    {
        const Millimetres overlap = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
        return overlap.value >= 0.4 * std::min(a.height, b.height).value;
    }

    /// The label together with the same field's label in the other language just above or below it.
    Region groupOf(const Anchor& anchor) const
    {
        Region group = m_page.regionOf(anchor.where);
        const Region own = group;
        for (const Anchor& other : m_anchors) {
            const Region region = m_page.regionOf(other.where);
            const double gap = std::max(region.y - own.bottom(), own.y - region.bottom()).value;
            const bool overlaps = region.x < own.right() && own.x < region.right();
            if (other.names(m_field) && overlaps && gap < own.height.value)
                group = united(group, region);
        }
        return group;
    }

    std::optional<Slice> rightOf(const Anchor& anchor) const
    {
        const Region label = groupOf(anchor);
        std::optional<Slice> nearest;
        Millimetres left{1e6};
        for (std::size_t i = 0; i < m_page.lines().size(); ++i)
            for (const Slice& segment : segmentsOf(i)) {
                const Region region = m_page.regionOf(segment);
                const bool beside = region.centreY() > label.y - region.height * 0.2
                    && region.centreY() < label.bottom() + region.height * 0.2;
                if (!beside || region.x < label.right() - label.height * 0.3 || region.x >= left)
                    continue;
                nearest = segment;
                left = region.x;
            }
        if (!nearest || beginsWithLabel(*nearest))
            return std::nullopt;
        // A label further right in the same line stands between.
        if (left > columnEnd(m_page.regionOf(anchor.where)))
            return std::nullopt;
        const Slice slice
            = valueIn({nearest->line, nearest->begin, nextLabel(nearest->line, nearest->begin)}, columnGap);
        return slice.empty() ? std::nullopt : std::optional(slice);
    }

    /// Does a label stand left of it in its row, so that it is that label's value?
    bool belongsToAnother(const Slice& segment, const Region& label) const
    {
        return std::any_of(m_anchors.begin(), m_anchors.end(), [&](const Anchor& anchor) {
            if (anchor.where.line != segment.line || anchor.where.end > segment.begin || anchor.names(m_field))
                return false;
            // Heads of a column stand above their values; what stands left of those is another column's.
            const Region other = m_page.regionOf(anchor.where);
            const Region value = m_page.regionOf(segment);
            return nextLabel(segment.line, anchor.where.end) >= segment.begin
                && (value.x - other.right()).value < 8 * label.height.value;
        });
    }

    /// The right end of the column that a label heads: where the next label of its row begins.
    Millimetres columnEnd(const Region& label) const
    {
        Millimetres end{1e6};
        for (const Anchor& other : m_anchors) {
            const Region region = m_page.regionOf(other.where);
            if (sameRow(region, label) && region.x >= label.right())
                end = std::min(end, region.x);
        }
        return end;
    }

    std::vector<Slice> segmentsOf(std::size_t number) const
    {
        const auto& cells = m_page.lines()[number].cells;
        std::vector<Slice> segments;
        std::size_t begin = 0;
        const auto close = [&](std::size_t end) {
            const Slice slice = m_page.trimmed({number, begin, end});
            if (!slice.empty())
                segments.push_back(slice);
        };
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (isSpace(cells[i].character) && cells[i].region.width.value > cellGap * cells[i].region.height.value) {
                close(i);
                begin = i + 1;
            }
        close(cells.size());
        return segments;
    }

    /// The nearest line below (or above) the label that has something in the label's column.
    std::optional<Slice> beside(const Anchor& anchor, bool below) const
    {
        const Region label = m_page.regionOf(anchor.where);
        const Millimetres left = label.x - label.height, right = columnEnd(label);
        std::optional<Slice> best;
        double nearest = belowReach * label.height.value;
        for (std::size_t i = 0; i < m_page.lines().size(); ++i) {
            if (i == anchor.where.line)
                continue;
            for (const Slice& segment : segmentsOf(i)) {
                const Region region = m_page.regionOf(segment);
                const double distance = (below ? region.y - label.bottom() : label.y - region.bottom()).value;
                if (distance < -0.3 * label.height.value || distance >= nearest || sameRow(region, label))
                    continue;
                const Millimetres overlap = std::min(region.right(), right) - std::max(region.x, left);
                if (overlap.value <= 0.3 * std::min(region.width, label.width).value || region.x > label.right())
                    continue;
                nearest = distance;
                best = segment;
            }
        }
        if (!best || beginsWithLabel(*best) || belongsToAnother(*best, label))
            return std::nullopt;
        best->end = std::min(best->end, nextLabel(best->line, best->begin));
        const Slice value = valueIn(*best, columnGap);
        return value.empty() ? std::nullopt : std::optional(value);
    }

    /// A long value goes on in the next lines at the same left edge.
    void addContinuations(std::vector<Slice>& slices) const
    {
        while (static_cast<int>(slices.size()) < m_spec.lines) {
            const Region first = m_page.regionOf(slices.front()), last = m_page.regionOf(slices.back());
            std::optional<Slice> next;
            for (std::size_t i = slices.back().line + 1; i < m_page.lines().size() && !next; ++i)
                for (const Slice& segment : segmentsOf(i)) {
                    const Region region = m_page.regionOf(segment);
                    const double gap = (region.y - last.bottom()).value, shift = (region.x - first.x).value;
                    const double height = last.height.value;
                    if (gap > -0.4 * height && gap < continuationReach * height && std::abs(shift) < 1.5 * height
                        && !beginsWithLabel(segment) && nextLabel(i, segment.begin) >= segment.end)
                        next = segment;
                }
            if (!next)
                return;
            slices.push_back(*next);
        }
    }

    /// Running text: what follows the label up to one of the words that end it, over line ends.
    bool addFlow(const Anchor& anchor)
    {
        std::u32string text;
        std::vector<std::pair<std::size_t, std::size_t>> origin; // line, cell
        const std::size_t last = std::min(anchor.where.line + flowLines, m_page.lines().size());
        for (std::size_t i = anchor.where.line; i < last; ++i) {
            const TextLine& line = m_page.lines()[i];
            for (std::size_t k = 0; k < line.folded.size(); ++k)
                if (i != anchor.where.line || line.cellOf[k] >= anchor.where.end) {
                    text += line.folded[k];
                    origin.emplace_back(i, line.cellOf[k]);
                }
        }
        std::optional<std::size_t> end;
        for (const Phrase& until : m_untils)
            for (const FuzzyMatch& match : until.findIn(text))
                if (match.begin > 0 && (!end || match.begin < *end))
                    end = match.begin;
        if (!end)
            return false;
        std::vector<Slice> slices;
        for (std::size_t k = 0; k < *end; ++k) {
            const auto [line, cell] = origin[k];
            if (slices.empty() || slices.back().line != line)
                slices.push_back({line, line == anchor.where.line ? anchor.where.end : 0, cell + 1});
            slices.back().end = cell + 1;
        }
        // Closing brackets after the last character that counts belong to it.
        const auto& cells = m_page.lines()[slices.back().line].cells;
        while (slices.back().end < cells.size()
            && (cells[slices.back().end].character == U')' || cells[slices.back().end].character == U'）'))
            ++slices.back().end;
        for (Slice& slice : slices)
            slice = valueIn(slice, 1e6);
        m_found.push_back({std::move(slices), Place::AfterLabel, anchor.distance, m_page.regionOf(anchor.where),
            anchor.fields.size() > 1});
        return true;
    }

    void searched(const std::string& expression)
    {
        std::string text;
        std::vector<std::pair<std::size_t, std::size_t>> origin; // of each byte: line, cell
        for (std::size_t i = 0; i < m_page.lines().size(); ++i) {
            const auto& cells = m_page.lines()[i].cells;
            for (std::size_t k = 0; k < cells.size(); ++k) {
                const char32_t c = halfWidth(cells[k].character);
                text += encoded(std::u32string_view(&c, 1));
                origin.resize(text.size(), {i, k});
            }
            text += '\n';
            origin.resize(text.size(), {i, cells.size()});
        }
        const RE2 compiled(expression, RE2::Quiet);
        re2::StringPiece rest(text), group;
        while (compiled.ok() && RE2::FindAndConsume(&rest, compiled, &group)) {
            std::vector<Slice> slices;
            const auto from = static_cast<std::size_t>(group.data() - text.data());
            for (std::size_t at = from; at < from + group.size(); ++at) {
                const auto [line, cell] = origin[at];
                if (cell >= m_page.lines()[line].cells.size())
                    continue;
                if (slices.empty() || slices.back().line != line)
                    slices.push_back({line, cell, cell + 1});
                slices.back().end = cell + 1;
            }
            if (!slices.empty())
                m_found.push_back({std::move(slices), Place::Searched, 0, {}, false});
            if (group.empty())
                break;
        }
    }

    /// A fixed wording (an issuer's name, say) needs no label.
    void choiceAnywhere()
    {
        struct Found {
            Slice slice;
            std::size_t length;
            int distance;
        };
        std::optional<Found> best;
        for (const auto& [printed, value] : m_spec.choices) {
            const Phrase phrase(printed);
            for (std::size_t i = 0; i < m_page.lines().size(); ++i)
                for (const FuzzyMatch& match : phrase.findIn(m_page.lines()[i].folded)) {
                    const TextLine& line = m_page.lines()[i];
                    const Found found{{i, line.cellOf[match.begin], line.cellOf[match.end - 1] + 1},
                        phrase.folded().size(), match.distance};
                    if (phrase.folded().size() < 4 && match.distance > 0)
                        continue;
                    const auto rank = [](const Found& one) { return static_cast<int>(one.length) - 2 * one.distance; };
                    if (!best || rank(found) > rank(*best))
                        best = found;
                }
        }
        if (best)
            m_found.push_back({{best->slice}, Place::Searched, 0, {}, false});
    }

    void inRegion()
    {
        std::vector<Slice> slices;
        for (std::size_t i = 0; i < m_page.lines().size(); ++i) {
            const auto& cells = m_page.lines()[i].cells;
            Slice slice{i, cells.size(), 0};
            for (std::size_t k = 0; k < cells.size(); ++k) {
                const Region& cell = cells[k].region;
                const bool inside = cell.centreX() >= m_spec.region->x && cell.centreX() <= m_spec.region->right()
                    && cell.centreY() >= m_spec.region->y && cell.centreY() <= m_spec.region->bottom();
                if (inside) {
                    slice.begin = std::min(slice.begin, k);
                    slice.end = k + 1;
                }
            }
            if (!slice.empty())
                slices.push_back(m_page.trimmed(slice));
        }
        std::erase_if(slices, [](const Slice& slice) { return slice.empty(); });
        if (!slices.empty())
            m_found.push_back({std::move(slices), Place::InRegion, 0, {}, false});
    }

    const PageText& m_page;
    const std::vector<Anchor>& m_anchors;
    const FieldSpec& m_spec;
    std::size_t m_field;
    std::vector<Phrase> m_untils;
    std::vector<Candidate> m_found;
};

} // namespace

std::vector<Candidate> candidatesFor(
    const PageText& page, const std::vector<Anchor>& anchors, const profiles::FieldSpec& spec, std::size_t field)
{
    return Finder(page, anchors, spec, field)();
}

namespace {

bool hasText(const PageText& page, const Region& place)
{
    for (const TextLine& line : page.lines())
        for (const Cell& cell : line.cells)
            if (foldedCharacter(cell.character) && intersected(cell.region, place).area() > 0.5 * cell.region.area())
                return true;
    return false;
}

} // namespace

std::optional<Region> emptyPlaceOf(const PageText& page, const std::vector<Anchor>& anchors, std::size_t field)
{
    for (const Anchor& anchor : anchors) {
        if (!anchor.names(field))
            continue;
        const Region label = page.regionOf(anchor.where);
        Millimetres right = label.right() + label.height * 8;
        for (const Anchor& other : anchors) {
            const Region region = page.regionOf(other.where);
            const bool sameRow = std::abs((region.centreY() - label.centreY()).value) < 0.6 * label.height.value;
            if (sameRow && region.x >= label.right())
                right = std::min(right, region.x);
        }
        const Region place{label.right(), label.y, right - label.right(), label.height};
        if (place.width > label.height * 0.8 && !hasText(page, place))
            return place;
    }
    return std::nullopt;
}

} // namespace vidimus::pipeline
