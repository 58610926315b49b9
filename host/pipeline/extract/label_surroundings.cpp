#include "pipeline/extract/label_surroundings.hpp"

#include "pipeline/extract/normalise/dates.hpp"
#include "pipeline/text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace vidimus::pipeline {
namespace {

// Distances in line heights.

/// A value this far below its label is still its value, by the larger print of the two; of print that is larger still
/// the label is no label.
constexpr double belowReach = 2.6, mostEnlarged = 1.6;
constexpr double labelColumn = 8; ///< a label ends at most this far left of its value
constexpr double closeAbove = 1.2; ///< what a label is printed under stands this close above it, by the larger print
/// What stands over a label is another label's where that is not so many times further away: of a form that is not
/// known to print labels under values, and of one that is.
constexpr double surelyNearer = 3, nearer = 1.5;
/// A value's middle stands beside its label or so far off it; below it also where the label's translation, which stands
/// there, was not read.
constexpr double besideMiddle = 0.2, lowered = 0.4;
constexpr std::size_t mostLabels = 400; ///< no form has more; where each is compared with each, none is looked at
constexpr double tallCells = 1.6; ///< how many times further down values stand under the heads of a table
constexpr double leading = 0.45; ///< a label's two lines stand closer than a label and its value
constexpr double continuationReach = 1.3; ///< a wrapped line follows this close

bool sameRow(const Region& a, const Region& b)
{
    const Millimetres overlap = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return overlap.value >= 0.4 * std::min(a.height, b.height).value;
}

} // namespace

std::size_t LabelSurroundings::nextLabel(std::size_t line, std::size_t from) const
{
    std::size_t next = m_page.lines()[line].cells.size();
    for (const Anchor& anchor : m_anchors)
        if (anchor.where.line == line && anchor.where.begin >= from)
            next = std::min(next, anchor.where.begin);
    return next;
}

bool LabelSurroundings::beginsWithLabel(const Slice& slice) const
{
    return std::any_of(m_anchors.begin(), m_anchors.end(), [&](const Anchor& anchor) {
        return anchor.where.line == slice.line && anchor.where.begin <= slice.begin + 1
            && slice.begin < anchor.where.end;
    });
}

Slice LabelSurroundings::valueIn(Slice slice, double gap) const
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

Slice LabelSurroundings::afterLabel(const Anchor& anchor) const
{
    return valueIn({anchor.where.line, anchor.where.end, nextLabel(anchor.where.line, anchor.where.end)}, columnGap);
}

Slice LabelSurroundings::afterSlice(const Slice& slice) const
{
    const Slice rest{slice.line, slice.end, nextLabel(slice.line, slice.end)};
    return rest.empty() ? rest : valueIn(rest, columnGap);
}

bool LabelSurroundings::isTranslation(const Anchor& anchor, const Slice& beside) const
{
    const std::u32string label = decoded(m_page.textOf(anchor.where)), text = decoded(m_page.textOf(beside));
    const auto none = [&](auto is) { return std::none_of(text.begin(), text.end(), is); };
    return std::any_of(label.begin(), label.end(), isHan) && none(isHan) && none(isDigit) && !none(isLatinLetter);
}

bool LabelSurroundings::isFlush(const Slice& above, const Slice& below) const
{
    const Region first = m_page.regionOf(above), second = m_page.regionOf(below);
    const double height = std::max(first.height, second.height).value;
    return std::abs((first.x - second.x).value) < 0.7 * height
        || std::abs((first.centreX() - second.centreX()).value) < 0.7 * height;
}

std::optional<Slice> LabelSurroundings::underTranslation(const Anchor& anchor, const Slice& translation) const
{
    const Region label = m_page.regionOf(anchor.where);
    const auto next = valueOf(nearestTo(m_page.regionOf(translation), columnEnd(label), true).segment, anchor, label);
    return next && isFlush(translation, *next) ? next : std::nullopt;
}

bool LabelSurroundings::printsTranslationsBelow() const
{
    constexpr std::size_t proof = 3;
    if (m_translationsBelow)
        return *m_translationsBelow;
    std::size_t forms = 0;
    if (m_anchors.size() <= mostLabels)
        for (const Anchor& anchor : m_anchors) {
            const Region label = m_page.regionOf(anchor.where);
            const auto below = nearestTo(label, columnEnd(label), true).segment;
            forms += below && isTranslation(anchor, *below) && isFlush(anchor.where, *below)
                && m_page.regionOf(*below).height < label.height;
        }
    return *(m_translationsBelow = forms >= proof);
}

bool LabelSurroundings::printsLabelsOverValues() const
{
    constexpr std::size_t proof = 3;
    if (m_labelsOverValues)
        return *m_labelsOverValues;
    std::set<std::pair<std::size_t, std::size_t>> values;
    if (m_anchors.size() <= mostLabels)
        for (const Anchor& anchor : m_anchors) {
            const Slice after = afterLabel(anchor);
            const bool bare = after.empty() || isTranslation(anchor, after);
            const auto below = bare && !anchor.fields.empty() && !rightOf(anchor) ? beside(anchor, true) : std::nullopt;
            if (below && isFlush(anchor.where, *below))
                values.insert({below->line, below->begin});
        }
    return *(m_labelsOverValues = values.size() >= proof);
}

Region LabelSurroundings::groupOf(const Anchor& anchor) const
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

Region LabelSurroundings::stackOf(const Anchor& anchor) const
{
    const Region own = m_page.regionOf(anchor.where);
    const double height = own.height.value;
    Region stack = groupOf(anchor);
    for (const Piece& piece : m_page.pieces()) {
        const Region& other = piece.region;
        const double gap = std::max(other.y - own.bottom(), own.y - other.bottom()).value;
        const bool flush = std::abs((other.x - own.x).value) < 0.5 * height
            || std::abs((other.centreX() - own.centreX()).value) < 0.5 * height;
        if (piece.where.line == anchor.where.line || !flush || gap < -0.3 * height || gap > height
            || other.width > own.width * 3 || isLabelOfAnother(piece.where))
            continue;
        if (gap < leading * height || isHalfALabel(piece.where))
            stack = united(stack, other);
    }
    return stack;
}

bool LabelSurroundings::isHalfALabel(const Slice& slice) const
{
    return std::any_of(m_anchors.begin(), m_anchors.end(),
        [&](const Anchor& other) { return other.where == slice && other.fields.empty() && other.given.empty(); });
}

bool LabelSurroundings::isLabelOfAnother(const Slice& slice) const
{
    return std::any_of(m_anchors.begin(), m_anchors.end(), [&](const Anchor& other) {
        return other.where.line == slice.line && other.where.begin < slice.end && slice.begin < other.where.end
            && !other.fields.empty() && !other.names(m_field);
    });
}

/// Beside the middle of two lines stands what may as well be the next label's: the nearer one has it.
bool LabelSurroundings::isNearerToAnother(const Region& value, const Anchor& anchor) const
{
    const auto distance = [&](const Region& label) { return std::abs((label.centreY() - value.centreY()).value); };
    const Region own = m_page.regionOf(anchor.where);
    return std::any_of(m_anchors.begin(), m_anchors.end(), [&](const Anchor& other) {
        if (other.fields.empty() || other.names(m_field))
            return false;
        const Region region = m_page.regionOf(other.where);
        return std::abs((region.x - own.x).value) < 2 * own.height.value && distance(region) < distance(own);
    });
}

bool LabelSurroundings::isSecondLine(const Region& value, const Region& label) const
{
    if (value.centreY() < label.bottom() + value.height * besideMiddle)
        return false;
    return std::any_of(m_page.pieces().begin(), m_page.pieces().end(), [&](const Piece& first) {
        const double gap = (value.y - first.region.bottom()).value;
        return first.region.y < value.y && std::abs((first.region.x - value.x).value) < value.height.value
            && gap > -0.4 * value.height.value && gap < continuationReach * value.height.value;
    });
}

std::optional<Slice> LabelSurroundings::rightOf(const Anchor& anchor) const
{
    const Region label = stackOf(anchor);
    const Piece* nearest = nullptr;
    Millimetres left{1e6};
    for (const Piece& piece : m_page.pieces()) {
        const Region& region = piece.region;
        const bool beside = region.centreY() > label.y - region.height * besideMiddle
            && region.centreY() < label.bottom() + region.height * lowered;
        if (!beside || region.x < label.right() - label.height * 0.3 || region.x >= left)
            continue;
        nearest = &piece;
        left = region.x;
    }
    if (!nearest || beginsWithLabel(nearest->where) || isNearerToAnother(nearest->region, anchor)
        || isSecondLine(nearest->region, label))
        return std::nullopt;
    // A label further right in the same line stands between.
    if (left > columnEnd(m_page.regionOf(anchor.where)))
        return std::nullopt;
    const Slice& where = nearest->where;
    const Slice slice = valueIn({where.line, where.begin, nextLabel(where.line, where.begin)}, columnGap);
    return slice.empty() ? std::nullopt : std::optional(slice);
}

bool LabelSurroundings::belongsToAnother(const Slice& segment, const Region& label) const
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

Millimetres LabelSurroundings::columnEnd(const Region& label) const
{
    Millimetres end{1e6};
    for (const Anchor& other : m_anchors) {
        const Region region = m_page.regionOf(other.where);
        if (sameRow(region, label) && region.x >= label.right())
            end = std::min(end, region.x);
    }
    return end;
}

bool LabelSurroundings::headsTable(const Region& label) const
{
    constexpr int heads = 3;
    return heads <= std::count_if(m_anchors.begin(), m_anchors.end(), [&](const Anchor& anchor) {
        return !anchor.fields.empty() && sameRow(m_page.regionOf(anchor.where), label);
    });
}

LabelSurroundings::Nearest LabelSurroundings::nearestTo(const Region& label, Millimetres columnEnd, bool below) const
{
    const Millimetres left = label.x - label.height;
    Nearest nearest{{}, 1e6};
    Millimetres height{0};
    for (const Piece& piece : m_page.pieces()) {
        const Region& region = piece.region;
        const double distance = (below ? region.y - label.bottom() : label.y - region.bottom()).value;
        if (distance < -0.3 * label.height.value || distance >= nearest.distance || sameRow(region, label))
            continue;
        const Millimetres overlap = std::min(region.right(), columnEnd) - std::max(region.x, left);
        if (overlap.value <= 0.3 * std::min(region.width, label.width).value || region.x > label.right())
            continue;
        nearest = {piece.where, distance};
        height = region.height;
    }
    const Millimetres larger = std::clamp(height, label.height, label.height * mostEnlarged);
    const double reach
        = belowReach * (below ? larger : label.height).value * (below && headsTable(label) ? tallCells : 1);
    return nearest.distance < reach ? nearest : Nearest{{}, belowReach * label.height.value};
}

std::optional<Slice> LabelSurroundings::valueOf(
    std::optional<Slice> segment, const Anchor& anchor, const Region& label) const
{
    if (!segment || segment->line == anchor.where.line || beginsWithLabel(*segment)
        || belongsToAnother(*segment, label))
        return std::nullopt;
    segment->end = std::min(segment->end, nextLabel(segment->line, segment->begin));
    const Slice value = valueIn(*segment, columnGap);
    return value.empty() ? std::nullopt : std::optional(value);
}

std::optional<Slice> LabelSurroundings::beside(const Anchor& anchor, bool below) const
{
    const Region label = m_page.regionOf(anchor.where);
    return valueOf(nearestTo(label, columnEnd(label), below).segment, anchor, label);
}

std::optional<Slice> LabelSurroundings::nextInRow(const Anchor& anchor, const Slice& first) const
{
    const Region start = m_page.regionOf(first);
    const Piece* next = nullptr;
    for (const Piece& piece : m_page.pieces())
        if (sameRow(piece.region, start) && piece.region.x >= start.right()
            && (!next || piece.region.x < next->region.x))
            next = &piece;
    if (!next || next->region.x > columnEnd(m_page.regionOf(anchor.where)) || holdsLabel(next->where))
        return std::nullopt;
    return next->where;
}

bool LabelSurroundings::holdsLabel(const Slice& slice) const
{
    return std::any_of(m_anchors.begin(), m_anchors.end(), [&](const Anchor& other) {
        return other.where.line == slice.line && other.where.begin < slice.end && slice.begin < other.where.end;
    });
}

bool LabelSurroundings::endsRow(const Anchor& anchor) const
{
    const Region label = m_page.regionOf(anchor.where);
    return std::none_of(m_page.pieces().begin(), m_page.pieces().end(), [&](const Piece& piece) {
        return sameRow(piece.region, label) && piece.where != anchor.where && piece.region.right() > label.x;
    });
}

bool LabelSurroundings::labelsBothSides() const
{
    if (m_labelsBothSides)
        return *m_labelsBothSides;
    if (m_anchors.size() > mostLabels)
        return *(m_labelsBothSides = false);
    const auto stands = [&](const Region& value, const Anchor& left, const Anchor& right) {
        const Region begin = m_page.regionOf(left.where), end = m_page.regionOf(right.where);
        return sameRow(value, end) && value.x > begin.right() && value.right() < end.x;
    };
    int rows = 0;
    for (const Anchor& right : m_anchors)
        rows += endsRow(right) && std::any_of(m_anchors.begin(), m_anchors.end(), [&](const Anchor& left) {
            const bool sameField = std::any_of(
                left.fields.begin(), left.fields.end(), [&](std::size_t field) { return right.names(field); });
            return sameField && sameRow(m_page.regionOf(left.where), m_page.regionOf(right.where))
                && std::any_of(m_page.pieces().begin(), m_page.pieces().end(),
                    [&](const Piece& piece) { return !holdsLabel(piece.where) && stands(piece.region, left, right); });
        });
    constexpr int proof = 2;
    return *(m_labelsBothSides = rows >= proof);
}

std::optional<Slice> LabelSurroundings::leftOf(const Anchor& anchor) const
{
    if (!endsRow(anchor) || !labelsBothSides())
        return std::nullopt;
    const Region label = m_page.regionOf(anchor.where);
    const Piece* nearest = nullptr;
    bool hasHead = false;
    for (const Piece& piece : m_page.pieces()) {
        if (!sameRow(piece.region, label) || piece.where == anchor.where)
            continue;
        hasHead = hasHead || nearest;
        if (!nearest || piece.region.x > nearest->region.x)
            nearest = &piece;
        if (isLabelOfAnother(piece.where))
            return std::nullopt;
    }
    if (!hasHead || holdsLabel(nearest->where))
        return std::nullopt;
    const Slice value = valueIn(nearest->where, columnGap);
    return value.empty() ? std::nullopt : std::optional(value);
}

std::optional<Slice> LabelSurroundings::overLineEnd(const Anchor& anchor) const
{
    const auto& cells = m_page.lines()[anchor.where.line].cells;
    const auto stops = [](const Cell& cell) { return stopsSentence(cell.character); };
    const auto label = cells.begin() + static_cast<std::ptrdiff_t>(anchor.where.begin);
    for (std::size_t i = anchor.where.end; i < cells.size(); ++i)
        if (foldedCharacter(cells[i].character))
            return std::nullopt;
    auto next = m_page.nextOfParagraph(anchor.where);
    if (std::none_of(cells.begin(), label, stops) || !next || beginsWithLabel(*next)
        || belongsToAnother(*next, m_page.regionOf(anchor.where)))
        return std::nullopt;
    const auto& below = m_page.lines()[next->line].cells;
    std::size_t stop = next->begin;
    while (stop < next->end && !stops(below[stop]))
        ++stop;
    // Without a comma it is no value of a sentence; before another date it is half a period.
    if (stop == next->end || !datesIn(m_page.textOf({next->line, stop, next->end})).empty())
        return std::nullopt;
    next->end = std::min(stop, nextLabel(next->line, next->begin));
    return m_page.trimmed(*next);
}

std::optional<Slice> LabelSurroundings::closeOver(const Anchor& anchor, double clear) const
{
    const Region label = groupOf(anchor);
    const double height = m_page.regionOf(anchor.where).height.value;
    const Millimetres end = columnEnd(m_page.regionOf(anchor.where));
    const Nearest above = nearestTo(label, end, false);
    const double larger = above.segment ? std::max(height, m_page.regionOf(*above.segment).height.value) : height;
    const Nearest below = nearestTo(label, end, true);
    if (!above.segment || above.distance > closeAbove * larger
        || (below.segment && above.distance > 0.5 * below.distance))
        return std::nullopt;
    // What stands nearly as close under another label is that one's.
    const Nearest heading = nearestTo(m_page.regionOf(*above.segment), end, false);
    if (heading.segment && beginsWithLabel(*heading.segment)
        && heading.distance < clear * std::max(above.distance, 0.25 * height))
        return std::nullopt;
    return valueOf(above.segment, anchor, label);
}

bool LabelSurroundings::printsLabelsUnderValues() const
{
    if (m_labelsUnderValues)
        return *m_labelsUnderValues;
    // Two figures' values over labels with nothing else beside them: a sentence or a title over a label proves nothing.
    std::set<std::pair<std::size_t, std::size_t>> values;
    if (m_anchors.size() > mostLabels)
        return *(m_labelsUnderValues = false);
    for (const Anchor& anchor : m_anchors) {
        if (anchor.fields.empty())
            continue;
        const Slice after = afterLabel(anchor);
        if ((!after.empty() && !isTranslation(anchor, after)) || (after.empty() && rightOf(anchor)))
            continue;
        const auto value = closeOver(anchor, surelyNearer);
        if (!value)
            continue;
        const std::u32string text = decoded(m_page.textOf(*value));
        if (std::any_of(text.begin(), text.end(), isDigit))
            values.insert({value->line, value->begin});
    }
    m_labelsUnderValues = values.size() >= 2;
    return *m_labelsUnderValues;
}

std::optional<Slice> LabelSurroundings::underscored(const Anchor& anchor) const
{
    return printsLabelsUnderValues() ? closeOver(anchor, nearer) : std::nullopt;
}

/// Does something stand left of the segment where the value's label column is? Then the row is another field's, though
/// its label was not made out.
bool LabelSurroundings::hasOwnLabel(const Slice& segment, const Region& value) const
{
    const double height = value.height.value;
    const Region own = m_page.regionOf(segment);
    if (std::any_of(m_anchors.begin(), m_anchors.end(), [&](const Anchor& anchor) {
            const Region label = m_page.regionOf(anchor.where);
            return !anchor.fields.empty() && !anchor.names(m_field) && sameRow(label, own) && label.right() <= own.x
                && nextLabel(anchor.where.line, anchor.where.end) == m_page.lines()[anchor.where.line].cells.size();
        }))
        return true;
    return std::any_of(m_page.pieces().begin(), m_page.pieces().end(), [&](const Piece& other) {
        const double left = (value.x - other.region.right()).value;
        return other.where.line == segment.line && other.where.end <= segment.begin && left > -0.5 * height
            && left < labelColumn * height;
    });
}

void LabelSurroundings::addContinuations(std::vector<Slice>& slices, const Continuation& wanted) const
{
    while (static_cast<int>(slices.size()) < wanted.atMost) {
        const Region first = m_page.regionOf(slices.front()), last = m_page.regionOf(slices.back());
        std::optional<Slice> next;
        for (const auto& [segment, region] : m_page.pieces()) {
            if (segment.line <= slices.back().line)
                continue;
            if (next && segment.line > next->line)
                break;
            const double gap = (region.y - last.bottom()).value, shift = (region.x - first.x).value;
            const double height = last.height.value;
            if (gap > -0.4 * height && gap < continuationReach * height && std::abs(shift) < 1.5 * height
                && !beginsWithLabel(segment) && nextLabel(segment.line, segment.begin) >= segment.end
                && !(wanted.besideLabel && hasOwnLabel(segment, first))
                && (wanted.withDates || datesIn(m_page.textOf(segment)).empty()))
                next = segment;
        }
        if (!next)
            return;
        slices.push_back(*next);
    }
}

void LabelSurroundings::addRestOfSentence(std::vector<Slice>& slices) const
{
    constexpr std::size_t mostLines = 3;
    constexpr double ragged = 3; // heights by which a paragraph's lines differ in length
    const auto stopIn = [&](const Slice& slice) {
        const auto& cells = m_page.lines()[slice.line].cells;
        std::size_t at = slice.begin;
        while (at < slice.end && !stopsSentence(cells[at].character))
            ++at;
        return at;
    };
    std::vector<Slice> sentence = slices;
    while (sentence.size() < mostLines && stopIn(sentence.back()) == sentence.back().end) {
        auto next = m_page.nextOfParagraph(sentence.back());
        if (!next)
            return;
        // A paragraph's line reaches as far as the next one; behind a shorter one it has ended.
        const Region above = m_page.regionOf(sentence.back()), below = m_page.regionOf(*next);
        if (above.right() < below.right() - above.height * ragged)
            return;
        const std::size_t label = nextLabel(next->line, next->begin);
        next->end = std::min(stopIn(*next) + 1, next->end);
        if (!datesIn(m_page.textOf(*next)).empty())
            return;
        if (label < next->end)
            return; // another field begins before the sentence ends
        sentence.push_back(*next);
    }
    if (stopIn(sentence.back()) < sentence.back().end)
        slices = std::move(sentence);
}

} // namespace vidimus::pipeline
