#include "pipeline/extract/field_reading.hpp"

#include "pipeline/extract/label_surroundings.hpp"
#include "pipeline/extract/normalise/dates.hpp"
#include "pipeline/extract/normalise/names.hpp"
#include "pipeline/text/fold.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <set>

namespace vidimus::pipeline {
namespace {

/// Han print is set evenly: a neighbour's place is known well enough to leave it out of the value's picture. Letters
/// are not, and of those that get into it the reader is told by the label that ends there.
void limitAtNeighbours(FieldReading& reading, const PageText& page, const Slice& slice)
{
    constexpr double over = 0.1; // heights of a neighbour that may be seen
    const auto& cells = page.lines()[slice.line].cells;
    const auto isWide = [](char32_t c) { return isHan(c) || (c >= 0x3001 && c <= 0x303F) || c >= 0xFF00; };
    const Region own = page.regionOf(slice);
    const Millimetres slack = own.height * over;
    if (slice.begin > 0 && isWide(cells[slice.begin - 1].character) && isHan(cells[slice.begin].character))
        reading.leftLimit = std::min(cells[slice.begin - 1].region.right(), own.x) - slack;
    if (slice.end < cells.size() && isWide(cells[slice.end].character) && isHan(cells[slice.end - 1].character))
        reading.rightLimit = std::max(cells[slice.end].region.x, own.right()) + slack;
}

FieldReading readingOf(const PageText& page, const Candidate& candidate)
{
    FieldReading reading;
    double sum = 0;
    std::size_t count = 0;
    for (const Slice& slice : candidate.slices) {
        appendLine(reading.text, page.textOf(slice));
        reading.region = united(reading.region, page.regionOf(slice));
        // What was passed over beside it is read again along with it.
        if (const auto unread = page.unreadBeside(slice)) {
            reading.incomplete = true;
            reading.region = united(reading.region, *unread);
        }
        const TextLine& line = page.lines()[slice.line];
        for (std::size_t i = slice.begin; i < slice.end; ++i)
            if (!isSpace(line.cells[i].character)) {
                sum += line.cells[i].confidence;
                ++count;
            }
        reading.origin = line.source->origin;
        reading.engine = line.source->engine;
        reading.languages = line.source->languages;
    }
    reading.confidence = count ? sum / static_cast<double>(count) : 0;
    if (candidate.slices.size() == 1)
        limitAtNeighbours(reading, page, candidate.slices.front());
    reading.label = candidate.label;
    reading.oneLine = candidate.slices.size() == 1;
    const Region first = page.regionOf(candidate.slices.front());
    const bool flush = std::all_of(candidate.slices.begin(), candidate.slices.end(),
        [&](const Slice& slice) { return page.regionOf(slice).x > first.x - first.height * 2; });
    for (const Slice& slice : candidate.slices)
        if (!flush)
            reading.lines.push_back(page.regionOf(slice));
    return reading;
}

/// A piece of print that goes on a row: how far right the row reaches with it.
Millimetres withPieces(const PageText& page, const std::vector<Anchor>& anchors, const Region& start, Millimetres right)
{
    bool grown = true;
    while (grown) {
        grown = false;
        for (std::size_t i = 0; i < page.lines().size(); ++i) {
            const Region piece = page.lines()[i].region();
            const bool onRow = piece.centreY() > start.y && piece.centreY() < start.bottom();
            const bool next = piece.x < right + start.height * columnGap && piece.right() > right && piece.x > start.x;
            const bool labelled = std::any_of(
                anchors.begin(), anchors.end(), [&](const Anchor& anchor) { return anchor.where.line == i; });
            if (!onRow || !next || labelled)
                continue;
            right = piece.right();
            grown = true;
        }
    }
    return right;
}

/// What was cut out of a row may be cut too short where the engine's word boxes are wrong, or where a seal parts the
/// row: to the next label, or to the row's end.
Region restOfRow(const PageText& page, const std::vector<Anchor>& anchors, const Candidate& candidate)
{
    const Slice& slice = candidate.slices.front();
    const Region start = page.regionOf(slice), row = page.lines()[slice.line].region();
    Millimetres right = row.right();
    bool toLabel = false;
    for (const Anchor& anchor : anchors)
        if (anchor.where.line == slice.line && anchor.where.begin >= slice.end) {
            right = std::min(right, page.regionOf(anchor.where).x);
            toLabel = true;
        }
    // Under the head of a column the next piece is another column's.
    const bool besideLabel = candidate.place == Place::AfterLabel || candidate.place == Place::RightOfLabel;
    if (!toLabel && besideLabel)
        right = withPieces(page, anchors, start, right);
    return {start.x, start.y, std::max(right - start.x, start.width), start.height};
}

/// A label that two dates share heads a period: one date alone under it is the period's end.
bool tooFewDates(
    const PageText& page, const profiles::FieldSpec& spec, const Candidate& candidate, const std::string& text)
{
    if (spec.kind != profiles::FieldKind::Date || !candidate.shared || datesIn(text).size() >= 2)
        return false;
    // Before another date of its row it is the beginning.
    const Region row = page.regionOf(candidate.slices.front());
    const auto isLater = [&](const Piece& piece) {
        return piece.region.centreY() > row.y && piece.region.centreY() < row.bottom() && piece.region.x > row.right()
            && !datesIn(page.textOf(piece.where)).empty();
    };
    if (spec.last && std::any_of(page.pieces().begin(), page.pieces().end(), isLater))
        return true;
    // After the one date there goes something on: it is the beginning, and the end was not read.
    const std::u32string all = decoded(text);
    return !spec.last || (!all.empty() && joinsDates(all.back()));
}

/// Small print at the foot of a form ("MC Form 7") looks like a name: without a label beside it that is not enough.
bool isSmallPrint(const PageText& page, const profiles::FieldSpec& spec, const Candidate& candidate)
{
    constexpr double share = 0.6;
    return candidate.place == Place::Searched && isName(spec)
        && page.regionOf(candidate.slices.front()).height < page.usualHeight() * share;
}

/// Text of a PDF that stands on other text, or whose characters its font does not tell, says nothing for sure.
bool isDoubtful(const FieldReading& reading)
{
    constexpr double certain = 0.999;
    return reading.origin == Origin::PdfText && reading.confidence < certain;
}

/// Where a name ought to stand, something stands that was read well and holds no character of its script: no name was
/// printed there.
bool isOtherPrint(const profiles::FieldSpec& spec, const FieldReading& reading)
{
    using profiles::FieldKind;
    constexpr double readWell = 0.9;
    if (reading.origin != Origin::PdfText && reading.confidence < readWell)
        return false;
    const std::u32string text = decoded(reading.text);
    if (spec.kind == FieldKind::HanName)
        return std::none_of(text.begin(), text.end(), isHan);
    return spec.kind == FieldKind::LatinName && std::none_of(text.begin(), text.end(), isLatinLetter);
}

} // namespace

bool isName(const profiles::FieldSpec& spec)
{
    return spec.kind == profiles::FieldKind::HanName || spec.kind == profiles::FieldKind::LatinName;
}

bool isOtherLanguage(const profiles::FieldSpec& spec, std::string_view text)
{
    const std::u32string all = decoded(text);
    return spec.lang.starts_with("zh") && std::any_of(all.begin(), all.end(), isLatinLetter)
        && std::none_of(all.begin(), all.end(), isHan);
}

bool isDateNotNumber(const profiles::FieldSpec& spec, std::string_view text)
{
    static const RE2 date(
        R"((?i)\W*(?:\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s*[a-z]{3,9}\.?,?\s*\d{4}|)"
        R"([a-z]{3,9}\.?\s*\d{1,2}(?:st|nd|rd|th)?,?\s*\d{4}|\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)\W*)");
    return spec.kind == profiles::FieldKind::Number && RE2::FullMatch(re2::StringPiece(text.data(), text.size()), date)
        && !datesIn(text).empty();
}

bool isRemnant(const profiles::FieldSpec& spec, std::string_view text)
{
    using profiles::FieldKind;
    if (spec.kind != FieldKind::Number && spec.kind != FieldKind::IdentityNumber && spec.kind != FieldKind::Date)
        return false;
    constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十廿卅年月日";
    constexpr std::size_t shortestValue = 4;
    const std::u32string all = folded(text);
    return all.size() < shortestValue && std::none_of(all.begin(), all.end(), [&](char32_t c) {
        return isDigit(c) || numerals.find(c) != std::u32string_view::npos;
    });
}

bool isPieceOfLabel(const profiles::FieldSpec& spec, std::string_view text)
{
    using profiles::FieldKind;
    const std::u32string piece = folded(text);
    // Of a value in words any piece; of another a Han character or two (名 of 姓名): NAM is a surname, too.
    constexpr std::size_t few = 2;
    const bool words = spec.kind == FieldKind::Text || spec.kind == FieldKind::Place;
    if (piece.empty() || !(words || (piece.size() <= few && std::all_of(piece.begin(), piece.end(), isHan))))
        return false;
    return std::any_of(spec.labels.begin(), spec.labels.end(),
        [&](const std::string& label) { return folded(label).find(piece) != std::u32string::npos; });
}

bool isWordingNotValue(const profiles::FieldSpec& spec, const std::string& value, const LabelBook& labels)
{
    using profiles::FieldKind;
    if (spec.kind == FieldKind::HanName)
        // 許可 is a name, too, and a piece of 執業許可證: with a usual surname two characters may be either.
        return isOfSentence(value)
            || (labels.isWording(folded(value)) && !(hasUsualSurname(value) && decoded(value).size() <= 2));
    // LI stands in "valid until".
    constexpr std::size_t beyondChance = 8;
    const std::u32string text = folded(value);
    return spec.kind == FieldKind::LatinName && text.size() >= beyondChance && labels.isWording(text);
}

bool isTitleNotNumber(const profiles::FieldSpec& spec, std::string_view text, const LabelBook& labels)
{
    using profiles::FieldKind;
    if (spec.kind != FieldKind::Number && spec.kind != FieldKind::IdentityNumber)
        return false;
    const std::u32string all = folded(text);
    return std::none_of(all.begin(), all.end(), isDigit) && labels.holdsWording(all);
}

std::string toldOf(const std::string& hanName, std::span<const Cell> cells)
{
    // PP-OCRv4 on characters outside its alphabet: 0.36 to 0.58; on others 0.9 and more, 0.6 at least in good print.
    constexpr double told = 0.6;
    const std::u32string name = decoded(hanName);
    std::u32string result;
    // The name is a run of the cells but for blanks; its last place counts, titles and labels stand before it.
    for (std::size_t start = cells.size(); start-- > 0 && result.size() < name.size();) {
        result.clear();
        for (std::size_t at = start; at < cells.size() && result.size() < name.size(); ++at) {
            if (isSpace(cells[at].character))
                continue;
            if (cells[at].character != name[result.size()])
                break;
            result += cells[at].confidence < told ? unreadInk : cells[at].character;
        }
    }
    return result.size() == name.size() ? encoded(result) : hanName;
}

std::optional<FieldReading> bestReading(const PageText& page, const std::vector<Anchor>& anchors,
    const profiles::FieldSpec& spec, std::size_t field, const Judge& judge, const LabelBook& labels,
    std::span<const Region> illegible)
{
    return bestReading(candidatesFor(page, anchors, spec, field), page, anchors, spec, judge, labels, illegible);
}

std::optional<FieldReading> bestReading(const std::vector<Candidate>& candidates, const PageText& page,
    const std::vector<Anchor>& anchors, const profiles::FieldSpec& spec, const Judge& judge, const LabelBook& labels,
    std::span<const Region> illegible)
{
    std::optional<FieldReading> best;
    double bestScore = -1e9;
    for (const Candidate& candidate : candidates) {
        FieldReading reading = readingOf(page, candidate);
        if (std::any_of(illegible.begin(), illegible.end(), [&](const Region& tried) {
                return intersected(tried, reading.region).area() > 0.5 * reading.region.area();
            }))
            continue;
        if (tooFewDates(page, spec, candidate, reading.text))
            continue;
        reading.guessed = candidate.place == Place::BesideOtherScript || candidate.cut;
        // What the label promises is worth less than what stands there.
        double score = -unlikelihoodOf(candidate.place) - 0.5 * candidate.labelDistance;
        // "Certificate No." tells more than "No.", all else alike.
        score += 0.01 * static_cast<double>(std::min<std::size_t>(candidate.labelLength, 20));
        // A label that names this date alone tells more than one that names a period.
        if (candidate.shared && spec.kind == profiles::FieldKind::Date && datesIn(reading.text).size() < 2)
            score -= 1.5;
        const auto normal = normalised(spec, reading.text);
        if ((!normal && isRemnant(spec, reading.text)) || isPieceOfLabel(spec, reading.text)
            || isDateNotNumber(spec, reading.text))
            continue;
        if (normal ? isWordingNotValue(spec, normal->value, labels) : isTitleNotNumber(spec, reading.text, labels))
            continue;
        if ((!normal && isOtherPrint(spec, reading)) || isOtherLanguage(spec, reading.text))
            continue;
        // Above and left of a label stands another field's value, unless it looks like this one's.
        if (!normal && (candidate.place == Place::AboveLabel || candidate.place == Place::LeftOfLabel))
            continue;
        if (normal) {
            reading.value = normal->value;
            reading.fits = normal->fits;
            const bool small = isSmallPrint(page, spec, candidate);
            reading.assumed = normal->assumed || small || (reading.incomplete && isName(spec)) || isDoubtful(reading)
                || reading.guessed;
            score -= small ? 2 : 0;
            if (spec.kind == profiles::FieldKind::HanName && candidate.slices.size() == 1) {
                const Slice& slice = candidate.slices.front();
                reading.told = toldOf(reading.value,
                    std::span(page.lines()[slice.line].cells).subspan(slice.begin, slice.end - slice.begin));
            }
            score += 4 + (normal->fits ? 3 : 0) - (normal->assumed ? 1 : 0);
            if (const auto holds = judge(reading.value))
                score += *holds ? 2 : 0;
        }
        if (reading.value.empty() && reading.oneLine && candidate.place != Place::InRegion
            && candidate.place != Place::Registered) {
            reading.region = united(reading.region, restOfRow(page, anchors, candidate));
            reading.rightLimit.reset();
        }
        if (score > bestScore) {
            bestScore = score;
            reading.place = candidate.place;
            best = std::move(reading);
        }
    }
    return best;
}

} // namespace vidimus::pipeline
