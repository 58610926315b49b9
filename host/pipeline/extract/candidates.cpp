#include "pipeline/extract/candidates.hpp"

#include "pipeline/extract/label_extent.hpp"
#include "pipeline/extract/label_surroundings.hpp"
#include "pipeline/extract/normalise/dates.hpp"
#include "pipeline/extract/normalise/normalise.hpp"
#include "pipeline/extract/search_text.hpp"
#include "pipeline/text/fold.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace vidimus::pipeline {
namespace {

using profiles::FieldKind;
using profiles::FieldSpec;

constexpr std::size_t flowLines = 6; ///< running text is followed over so many lines

class Finder {
public:
    Finder(const PageText& page, const std::vector<Anchor>& anchors, const FieldSpec& spec, std::size_t field)
        : m_page(page)
        , m_anchors(anchors)
        , m_spec(spec)
        , m_field(field)
        , m_beside(page, anchors, field)
        , m_label(page, anchors, spec, m_beside)
    {
        for (const std::string& until : spec.untils)
            m_untils.emplace_back(until);
    }

    std::vector<Candidate> operator()()
    {
        for (const Anchor& anchor : m_anchors)
            if (anchor.names(m_field))
                around(anchor);
        if (!m_spec.search.empty()) {
            const std::array texts = searchTextsOf(m_page);
            for (const std::string& expression : m_spec.search)
                for (const SearchText& text : texts)
                    searched(expression, text);
        }
        if (m_spec.kind == FieldKind::Choice && m_spec.search.empty() && m_spec.labels.empty())
            choiceAnywhere();
        if (m_spec.region)
            inRegion();
        std::stable_sort(m_found.begin(), m_found.end(),
            [](const Candidate& a, const Candidate& b) { return unlikelihoodOf(a.place) < unlikelihoodOf(b.place); });
        return std::move(m_found);
    }

private:
    void around(const Anchor& anchor)
    {
        const bool inSentence = m_label.isWordOfSentence(anchor);
        // Words and names go on as the sentence does; it shows no end of them.
        const bool words
            = m_spec.kind == FieldKind::Text || m_spec.kind == FieldKind::Place || m_spec.kind == FieldKind::LatinName;
        if ((words && inSentence) || (!m_untils.empty() && addFlow(anchor)))
            return;
        const std::size_t before = m_found.size();
        lookAround(anchor);
        // "On the date of this certificate the doctor is": the sentence holds the value, if anything does.
        if (inSentence)
            dropFrom(before, [&](const Candidate& candidate) {
                return candidate.place != Place::AfterLabel || !normalised(m_spec, textOf(candidate));
            });
        // A label of the beginning of a period heads its end only where both are there.
        if (m_spec.kind == FieldKind::Date && m_spec.last && m_label.headsBeginning(anchor))
            dropFrom(before, [&](const Candidate& candidate) { return datesIn(textOf(candidate)).size() < 2; });
    }

    template <class Wrong> void dropFrom(std::size_t first, const Wrong& wrong)
    {
        const auto begin = m_found.begin() + static_cast<std::ptrdiff_t>(first);
        m_found.erase(std::remove_if(begin, m_found.end(), wrong), m_found.end());
    }

    std::string textOf(const Candidate& candidate) const
    {
        std::string text;
        for (const Slice& slice : candidate.slices)
            appendLine(text, m_page.textOf(slice));
        return text;
    }

    void lookAround(const Anchor& anchor)
    {
        const auto below = m_label.valueBelow(anchor);
        Slice after = m_beside.afterLabel(anchor);
        Slice translation{};
        if (!after.empty() && (m_label.isTranslation(anchor, after) || m_label.isRest(anchor, after, below))) {
            translation = after;
            after = m_beside.afterSlice(after);
        }
        auto right = after.empty() ? m_beside.rightOf(anchor) : std::nullopt;
        if (right && (*right == translation || m_label.isTranslation(anchor, *right)))
            right = std::nullopt;
        if (!after.empty())
            add({after}, Place::AfterLabel, anchor);
        else if (right)
            add({*right}, Place::RightOfLabel, anchor);
        const auto written = after.empty() && !right ? m_beside.underscored(anchor) : std::nullopt;
        if (written)
            add({*written}, Place::OverLabel, anchor);
        else if (after.empty() && !right)
            atLineEnd(anchor);
        if (below)
            add({*below}, Place::BelowLabel, anchor);
        addOtherScript(anchor, after.empty() ? right : std::optional(after));
        addOtherScript(anchor, below);
        if (written)
            return;
        // Words beside the label are the label in the other language: its value may stand above both.
        const bool open = (after.empty() || !m_label.hasFigures(after)) && (!right || !m_label.hasFigures(*right));
        if (const auto above = isTelling() && open ? m_beside.beside(anchor, false) : std::nullopt)
            add({*above}, Place::AboveLabel, anchor);
    }

    /// Nothing stands behind the label in its row: a sentence goes on in the next line, a value stood before.
    void atLineEnd(const Anchor& anchor)
    {
        if (const auto next = isTelling() ? m_beside.overLineEnd(anchor) : std::nullopt)
            m_found.push_back({{*next}, Place::AfterLabel, anchor.distance, anchor.length,
                m_page.regionOf(anchor.where), anchor.fields.size() > 1});
        if (const auto left = isTelling() ? m_beside.leftOf(anchor) : std::nullopt)
            add({*left}, Place::LeftOfLabel, anchor);
    }

    /// May a value be told from other print by its form?
    bool isTelling() const
    {
        return m_spec.kind == FieldKind::Date || m_spec.kind == FieldKind::IdentityNumber
            || (m_spec.kind == FieldKind::Number && !m_spec.pattern.empty());
    }

    /// A name's two scripts share a row: next to one without a Han character may stand the one in Han.
    void addOtherScript(const Anchor& anchor, const std::optional<Slice>& first)
    {
        if (m_spec.kind != FieldKind::HanName || !first || holdsHan(*first))
            return;
        const auto next = m_beside.nextInRow(anchor, *first);
        if (next && holdsHan(*next) && normalised(m_spec, m_page.textOf(*next)))
            m_found.push_back({{*next}, Place::BesideOtherScript, 0, 0, {}, false});
    }

    bool holdsHan(const Slice& slice) const
    {
        const std::u32string text = decoded(m_page.textOf(slice));
        return std::any_of(text.begin(), text.end(), isHan);
    }

    /// A period set wide ("1 May 2026    –    30 April 2027") goes on behind the blank where a dash stands before or
    /// after it.
    Slice wholePeriod(Slice slice) const
    {
        for (const Piece& piece : m_page.pieces()) {
            if (piece.where.line != slice.line || piece.where.begin < slice.end)
                continue;
            const std::u32string before = decoded(m_page.textOf(slice)), after = decoded(m_page.textOf(piece.where));
            if (before.empty() || after.empty() || !(joinsDates(before.back()) || joinsDates(after.front())))
                break;
            slice.end = piece.where.end;
        }
        return slice;
    }

    void add(std::vector<Slice> slices, Place place, const Anchor& anchor)
    {
        if (m_spec.kind == FieldKind::Date)
            slices.front() = wholePeriod(slices.front());
        // A date that is whole goes on nowhere, unless a period's end is asked for.
        const bool whole
            = m_spec.kind == FieldKind::Date && !m_spec.last && !datesIn(m_page.textOf(slices.front())).empty();
        if (place == Place::AfterLabel && (followsVerb(anchor, slices.front()) || isInProse(anchor)))
            m_beside.addRestOfSentence(slices);
        else if (place != Place::AboveLabel && place != Place::LeftOfLabel && place != Place::OverLabel && !whole)
            m_beside.addContinuations(slices,
                {m_spec.lines, place == Place::AfterLabel || place == Place::RightOfLabel,
                    m_spec.kind == FieldKind::Date});
        m_found.push_back({std::move(slices), place, anchor.distance, anchor.length, m_page.regionOf(anchor.where),
            anchor.fields.size() > 1});
    }

    /// "执业类别为口腔": in a sentence the value follows a verb.
    bool followsVerb(const Anchor& anchor, const Slice& slice) const
    {
        const auto& cells = m_page.lines()[slice.line].cells;
        const bool verb = cells[slice.begin].character == U'为' || cells[slice.begin].character == U'為';
        // Behind a colon it is a name's (为民医院).
        return verb
            && std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(anchor.where.end),
                cells.begin() + static_cast<std::ptrdiff_t>(slice.begin),
                [](const Cell& cell) { return isSpace(cell.character); });
    }

    /// "…身份证件号码：G918765(A)，学历：博 / 士研究生。": a label behind a comma, of words in Han characters.
    bool isInProse(const Anchor& anchor) const
    {
        if (m_label.mayBeLatin()
            || (m_spec.kind != FieldKind::Text && m_spec.kind != FieldKind::Place && m_spec.kind != FieldKind::Choice))
            return false;
        const auto& cells = m_page.lines()[anchor.where.line].cells;
        std::size_t before = anchor.where.begin;
        while (before > 0 && isSpace(cells[before - 1].character)
            && cells[before - 1].region.width < cells[before - 1].region.height * columnGap)
            --before;
        return before > 0 && stopsSentence(cells[before - 1].character);
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
            slice = m_beside.valueIn(slice, 1e6);
        m_found.push_back({std::move(slices), Place::AfterLabel, anchor.distance, anchor.length,
            m_page.regionOf(anchor.where), anchor.fields.size() > 1});
        return true;
    }

    void searched(const std::string& expression, const SearchText& page)
    {
        const RE2 compiled(expression, RE2::Quiet);
        std::array<re2::StringPiece, 2> match; // all of it, its group
        std::size_t from = 0;
        while (compiled.ok() && from <= page.text.size()
            && compiled.Match(page.text, from, page.text.size(), RE2::UNANCHORED, match.data(), match.size())) {
            if (match[1].empty())
                break;
            const auto begin = static_cast<std::size_t>(match[0].data() - page.text.data()),
                       group = static_cast<std::size_t>(match[1].data() - page.text.data());
            if (const auto left = page.leavesTable(m_page, begin, group)) {
                from = *left + 1;
                continue;
            }
            std::vector<Slice> slices = page.slicesOf(m_page, group, match[1].size());
            if (!slices.empty())
                m_found.push_back({std::move(slices), Place::Searched, 0, 0, {}, false});
            from = begin + match[0].size();
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
            m_found.push_back({{best->slice}, Place::Searched, 0, 0, {}, false});
    }

    void inRegion()
    {
        std::vector<Slice> slices;
        for (std::size_t i = 0; i < m_page.lines().size(); ++i)
            if (const Slice slice = m_page.cellsIn(*m_spec.region, i); !slice.empty())
                slices.push_back(slice);
        if (!slices.empty())
            m_found.push_back({std::move(slices), Place::InRegion, 0, 0, {}, false});
    }

    const PageText& m_page;
    const std::vector<Anchor>& m_anchors;
    const FieldSpec& m_spec;
    std::size_t m_field;
    LabelSurroundings m_beside;
    LabelExtent m_label;
    std::vector<Phrase> m_untils;
    std::vector<Candidate> m_found;
};

} // namespace

double unlikelihoodOf(Place place)
{
    switch (place) {
    case Place::AfterLabel:
        return 0;
    case Place::RightOfLabel:
        return 0.4;
    case Place::Registered: // as good as what stands beside a label, and no label was misread for it
        return 0.6;
    case Place::OverLabel:
        return 0.8;
    case Place::BelowLabel:
        return 1.2;
    case Place::LeftOfLabel:
        return 1.4;
    case Place::Searched:
        return 1.6;
    case Place::BesideOtherScript:
        return 1.8;
    case Place::InRegion:
        return 2;
    case Place::AboveLabel:
        return 2.4;
    }
    return 2.4;
}

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
        if (!anchor.names(field) || goesOnSentence(page, anchor))
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
