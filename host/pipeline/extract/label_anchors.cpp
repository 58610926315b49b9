#include "pipeline/extract/label_anchors.hpp"

#include "pipeline/text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace vidimus::pipeline {
namespace {

/// From this length on a label is told from a piece of another word by itself.
constexpr std::size_t unmistakable = 8;
/// A Latin label shorter than this is only one letter away from other words.
constexpr std::size_t shortLatin = 6;
/// A Han label this short is also a piece of longer words.
constexpr std::size_t shortHan = 3;

bool isColon(char32_t c)
{
    return c == U':' || c == U'：' || c == U'﹕' || c == U'︰';
}

bool colonFollows(const TextLine& line, std::size_t end)
{
    while (end < line.cells.size() && isSpace(line.cells[end].character))
        ++end;
    return end < line.cells.size() && isColon(line.cells[end].character);
}

bool isSmall(char32_t c)
{
    return c >= U'a' && c <= U'z';
}

/// Does a word begin between the two letters? Engines lose blanks ("Registration No.M12345"), but "registered" holds no
/// "Register".
bool partsWords(char32_t before, char32_t after)
{
    return !isLatinLetter(before) || !isLatinLetter(after) || (isSmall(before) && !isSmall(after));
}

/// "…资格，级别为…": a sentence ends within it.
bool holdsStop(const TextLine& line, std::size_t begin, std::size_t end)
{
    return std::any_of(line.cells.begin() + static_cast<std::ptrdiff_t>(begin),
        line.cells.begin() + static_cast<std::ptrdiff_t>(end),
        [](const Cell& cell) { return stopsSentence(cell.character); });
}

bool beginsPiece(const PageText& page, std::size_t line, std::size_t cell)
{
    const auto& pieces = page.pieces();
    auto piece = std::lower_bound(pieces.begin(), pieces.end(), line,
        [](const Piece& one, std::size_t number) { return one.where.line < number; });
    while (piece != pieces.end() && piece->where.line == line && piece->where.begin != cell)
        ++piece;
    return piece != pieces.end() && piece->where.line == line;
}

bool standsAlone(const TextLine& line, const Phrase& phrase, std::size_t begin, std::size_t end)
{
    const char32_t before = begin > 0 ? line.cells[begin - 1].character : U' ';
    const char32_t after = end < line.cells.size() ? line.cells[end].character : U' ';
    // "… for the above / period.": a sentence ends there, unless the label is an abbreviation.
    if (phrase.latin() && !phrase.abbreviated() && after == U'.' && end + 1 == line.cells.size())
        return false;
    if (phrase.latin())
        return phrase.folded().size() >= unmistakable
            ? partsWords(before, line.cells[begin].character) && partsWords(line.cells[end - 1].character, after)
            : !isLatinLetter(before) && !isDigit(before) && !isLatinLetter(after);
    return phrase.folded().size() > shortHan || !isHan(before) || colonFollows(line, end);
}

/// How much print a place explains.
int weight(const Anchor& anchor)
{
    return static_cast<int>(anchor.length) - 2 * anchor.distance;
}

bool overlap(const Slice& a, const Slice& b)
{
    return a.line == b.line && a.begin < b.end && b.begin < a.end;
}

/// Does the second line go on where the first broke off? In narrow cells labels run over two.
bool goesOnBelow(const Region& first, const Region& second)
{
    const double height = std::min(first.height, second.height).value;
    const double gap = (second.y - first.bottom()).value;
    const bool aligned = std::abs((second.x - first.x).value) < height
        || std::abs((second.centreX() - first.centreX()).value) < height;
    return aligned && gap > -0.3 * height && gap < 0.9 * height
        && std::max(first.height, second.height).value < 1.5 * height;
}

/// Half a label, or a whole one.
struct LabelPiece {
    Slice where;
    Region region;
    std::u32string folded;
};

std::vector<LabelPiece> shortPieces(const PageText& page)
{
    constexpr std::size_t longest = 24; // characters of half a label
    std::vector<LabelPiece> pieces;
    for (const Piece& piece : page.pieces()) {
        std::u32string text = folded(page.textOf(piece.where));
        if (!text.empty() && text.size() <= longest)
            pieces.push_back({piece.where, piece.region, std::move(text)});
    }
    return pieces;
}

/// Labels that fill two lines, one below the other. Their place is the second line; the first only ends other values.
void addBrokenLabels(const PageText& page, const LabelBook& labels, std::vector<Anchor>& all)
{
    constexpr std::size_t longEnough = 6, shortest = 4; // characters; the shorter ones letter by letter
    constexpr double farBelow = 5; // heights: rows come in their order
    const std::vector<LabelPiece> pieces = shortPieces(page);
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (std::size_t j = i + 1; j < pieces.size(); ++j) {
            const LabelPiece &first = pieces[i], &second = pieces[j];
            if (second.region.y > first.region.bottom() + first.region.height * farBelow)
                break;
            if (!goesOnBelow(first.region, second.region))
                continue;
            const std::u32string both = first.folded + second.folded;
            std::optional<Anchor> best;
            for (const LabelBook::Entry& entry : labels.entries())
                for (const FuzzyMatch& match : entry.phrase.findIn(both))
                    if (entry.phrase.folded().size() >= (match.distance ? longEnough : shortest) && match.begin == 0
                        && match.end == both.size() && (!best || match.distance < best->distance))
                        best = Anchor{
                            second.where, entry.given, entry.fields, match.distance, entry.phrase.folded().size()};
            const auto inEither
                = [&](const Anchor& a) { return overlap(a.where, first.where) || overlap(a.where, second.where); };
            if (!best || std::any_of(all.begin(), all.end(), [&](const Anchor& a) {
                    return inEither(a) && a.length >= both.size();
                }))
                continue;
            std::erase_if(all, inEither);
            all.push_back({first.where, {}, {}, 0, both.size()});
            all.push_back(std::move(*best));
        }
}

/// Some characters of a piece that count, with their cells.
struct Characters {
    std::u32string folded;
    std::vector<std::size_t> cells;
};

enum class End { First, Last };

/// As many of a piece's first or last characters as half of the longest label has.
Characters charactersAt(End end, const TextLine& line, const Slice& piece)
{
    constexpr std::size_t most = 24;
    const auto first = std::lower_bound(line.cellOf.begin(), line.cellOf.end(), piece.begin),
               last = std::lower_bound(first, line.cellOf.end(), piece.end);
    const auto count = std::min<std::ptrdiff_t>(last - first, most);
    const auto from = end == End::First ? first : last - count;
    return {line.folded.substr(static_cast<std::size_t>(from - line.cellOf.begin()), static_cast<std::size_t>(count)),
        {from, from + count}};
}

/// Han labels in running text that break at a line's end: "公民身 / 份号码4403…", letter by letter; short ones
/// ("学 / 历：") with their colon. Latin ones break between words, and either half may be another word's.
void addLabelsOverLineEnds(const PageText& page, const LabelBook& labels, std::vector<Anchor>& all)
{
    constexpr std::size_t shortest = 4;
    for (const Piece& piece : page.pieces()) {
        const auto next = page.nextOfParagraph(piece.where);
        if (!next)
            continue;
        const Characters above = charactersAt(End::Last, page.lines()[piece.where.line], piece.where),
                         below = charactersAt(End::First, page.lines()[next->line], *next);
        const std::u32string both = above.folded + below.folded;
        std::optional<Anchor> head, tail;
        const auto& cells = page.lines()[piece.where.line].cells;
        const bool endsAtStop
            = !above.cells.empty() && holdsStop(page.lines()[piece.where.line], above.cells.back(), cells.size());
        for (const LabelBook::Entry& entry : labels.entries())
            for (const FuzzyMatch& match : entry.phrase.findIn(both)) {
                const std::size_t length = entry.phrase.folded().size(), border = above.folded.size();
                const bool spans = match.begin < border && match.end > border;
                if (entry.phrase.latin() || match.distance > 0 || !spans || endsAtStop
                    || (tail && tail->length >= length)
                    || (length < shortest
                        && !colonFollows(page.lines()[next->line], below.cells[match.end - border - 1] + 1)))
                    continue;
                head = Anchor{{piece.where.line, above.cells[match.begin], above.cells.back() + 1}, {}, {}, 0, length};
                tail = Anchor{{next->line, below.cells.front(), below.cells[match.end - border - 1] + 1}, entry.given,
                    entry.fields, 0, length};
            }
        const auto inEither
            = [&](const Anchor& a) { return overlap(a.where, head->where) || overlap(a.where, tail->where); };
        if (!tail || std::any_of(all.begin(), all.end(), [&](const Anchor& a) {
                return inEither(a) && a.length >= tail->length;
            }))
            continue;
        std::erase_if(all, inEither);
        all.push_back(std::move(*head));
        all.push_back(std::move(*tail));
    }
}

/// Is the shorter one what is left of the longer where characters at either end were not read?
bool isMaimed(std::u32string_view label, std::u32string_view piece)
{
    constexpr std::size_t mostLost = 2;
    return piece.size() < label.size() && label.size() <= piece.size() + std::min(mostLost, piece.size())
        && (label.starts_with(piece) || label.ends_with(piece));
}

/// 住 for 住址: of a Han label in the column of the others a character or two were not read. It is the label of the one
/// field that may be meant, where no other label tells of that.
void addMaimedLabels(const PageText& page, const LabelBook& labels, std::vector<Anchor>& all)
{
    constexpr std::size_t longest = 8, column = 2; // characters; labels that show where the column is
    const std::size_t whole = all.size();
    for (const Piece& piece : page.pieces()) {
        const std::u32string text = folded(page.textOf(piece.where));
        const auto known = all.begin() + static_cast<std::ptrdiff_t>(whole);
        const auto flush = [&](const Anchor& anchor) {
            return beginsPiece(page, anchor.where.line, anchor.where.begin)
                && std::abs((page.regionOf(anchor.where).x - piece.region.x).value) < 0.6 * piece.region.height.value;
        };
        if (text.empty() || text.size() > longest || !std::all_of(text.begin(), text.end(), isHan)
            || std::any_of(
                all.begin(), all.end(), [&](const Anchor& anchor) { return overlap(anchor.where, piece.where); })
            || static_cast<std::size_t>(std::count_if(all.begin(), known, flush)) < column)
            continue;
        std::optional<Anchor> only;
        bool several = false;
        for (const LabelBook::Entry& entry : labels.entries()) {
            const std::u32string& label = entry.phrase.folded();
            if (entry.phrase.latin() || !isMaimed(label, text))
                continue;
            several = several || entry.fields.empty() || (only && only->fields != entry.fields);
            only = Anchor{
                piece.where, entry.given, entry.fields, static_cast<int>(label.size() - text.size()), label.size()};
        }
        const auto told = [&](const Anchor& anchor) {
            return std::any_of(
                only->fields.begin(), only->fields.end(), [&](std::size_t f) { return anchor.names(f); });
        };
        if (only && !several && std::none_of(all.begin(), all.end(), told))
            all.push_back(std::move(*only));
    }
}

void keepBest(std::vector<Anchor>& found, std::vector<Anchor>& all)
{
    std::stable_sort(
        found.begin(), found.end(), [](const Anchor& a, const Anchor& b) { return weight(a) > weight(b); });
    std::vector<Anchor> kept;
    for (const Anchor& anchor : found)
        if (std::none_of(
                kept.begin(), kept.end(), [&](const Anchor& other) { return overlap(anchor.where, other.where); }))
            kept.push_back(anchor);
    std::sort(kept.begin(), kept.end(), [](const Anchor& a, const Anchor& b) { return a.where.begin < b.where.begin; });
    std::move(kept.begin(), kept.end(), std::back_inserter(all));
}

} // namespace

bool stopsSentence(char32_t c)
{
    return c == U'，' || c == U',' || c == U'。' || c == U'；' || c == U';';
}

bool Anchor::names(std::size_t field) const
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

LabelBook::LabelBook(const profiles::Profile& profile)
{
    for (std::size_t i = 0; i < profile.fields.size(); ++i) {
        for (const std::string& label : profile.fields[i].labels)
            entryFor(label).fields.push_back(i);
        for (const std::string& label : profile.fields[i].given)
            entryFor(label).given.push_back(i);
    }
    for (const std::string& stop : profile.stops)
        entryFor(stop);
    for (const Entry& entry : m_entries)
        m_wordings.push_back(entry.phrase.folded());
    for (const profiles::Recogniser& recogniser : profile.recognisers)
        for (const std::string& text : recogniser.texts)
            m_wordings.push_back(folded(text));
    for (const profiles::FieldSpec& field : profile.fields)
        for (const auto& [printed, value] : field.choices)
            m_wordings.push_back(folded(printed));
}

bool LabelBook::isWording(std::u32string_view text) const
{
    return std::any_of(m_wordings.begin(), m_wordings.end(),
        [&](const std::u32string& wording) { return wording.find(text) != std::u32string::npos; });
}

bool LabelBook::holdsWording(std::u32string_view text) const
{
    constexpr std::size_t beyondChance = 4;
    return std::any_of(m_wordings.begin(), m_wordings.end(), [&](const std::u32string& wording) {
        return wording.size() >= beyondChance && text.find(wording) != std::u32string_view::npos;
    });
}

LabelBook::Entry& LabelBook::entryFor(const std::string& label)
{
    Phrase phrase(label);
    const auto same = [&](const Entry& entry) { return entry.phrase.folded() == phrase.folded(); };
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), same);
    return entry != m_entries.end() ? *entry : m_entries.emplace_back(Entry{std::move(phrase), {}, {}});
}

std::vector<Anchor> findAnchors(const PageText& page, const LabelBook& labels)
{
    std::vector<Anchor> all;
    for (std::size_t number = 0; number < page.lines().size(); ++number) {
        const TextLine& line = page.lines()[number];
        std::vector<Anchor> found;
        for (const LabelBook::Entry& entry : labels.entries())
            for (const FuzzyMatch& match : entry.phrase.findIn(line.folded)) {
                const std::size_t begin = line.cellOf[match.begin], end = line.cellOf[match.end - 1] + 1;
                // NAM within a sentence is a name and no "Name" that was misread.
                const bool doubtful = match.distance > 0 && entry.phrase.latin()
                    && entry.phrase.folded().size() < shortLatin && !colonFollows(line, end)
                    && !beginsPiece(page, number, begin);
                if (!doubtful && !holdsStop(line, begin, end) && standsAlone(line, entry.phrase, begin, end))
                    found.push_back({{number, begin, end}, entry.given, entry.fields, match.distance,
                        entry.phrase.folded().size()});
            }
        keepBest(found, all);
    }
    addBrokenLabels(page, labels, all);
    addLabelsOverLineEnds(page, labels, all);
    addMaimedLabels(page, labels, all);
    return all;
}

} // namespace vidimus::pipeline
