#include "pipeline/extract/reread.hpp"

#include "pipeline/text/fold.hpp"
#include "pipeline/text/fuzzy.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace vidimus::pipeline {
namespace {

using profiles::FieldKind;

constexpr std::array<RereadMeans, 5> ofOneEngine{
    {{false, 0, "scaled"}, {false, 1, "binarised"}, {false, 2, "grey"}, {false, 3, "channel"}, {false, 4, ""}}};
constexpr std::array<RereadMeans, 8> ofTwoEngines{{{false, 0, ""}, {false, 1, "scaled"}, {true, 0, "scaled"},
    {false, 2, "binarised"}, {true, 1, "grey"}, {false, 3, "grey"}, {true, 2, "channel"}, {false, 4, "channel"}}};

/// Engines read nothing on crops of one or two characters; with the label before them they do.
constexpr double tooNarrow = 2.6;
/// In heights: how far apart the middles of a label and a value may be that are read as one line.
constexpr double inOneLine = 0.3;

bool ofFigures(FieldKind kind)
{
    return kind == FieldKind::Number || kind == FieldKind::IdentityNumber || kind == FieldKind::Amount
        || kind == FieldKind::CommercialCodes;
}

/// A Han name is no place for Latin letters, nor is a date in Han numerals: with them allowed, brush-like faces are
/// read as Latin.
std::string hanOnly(const std::string& languages)
{
    std::string han;
    for (const char* one : {"chi_tra", "chi_sim"})
        if (languages.find(one) != std::string::npos)
            han += (han.empty() ? "" : "+") + std::string(one);
    return han.empty() ? languages : han;
}

/// What has no Han character is read by the models of Latin print alone: two models over one line take twice the time,
/// and the Han model may be the surer one where it is wrong.
std::string withoutHan(const std::string& languages)
{
    std::string latin;
    for (std::size_t at = 0; at < languages.size();) {
        const std::size_t end = std::min(languages.find('+', at), languages.size());
        const std::string one = languages.substr(at, end - at);
        if (!one.starts_with("chi_"))
            latin += (latin.empty() ? "" : "+") + one;
        at = end + 1;
    }
    return latin.empty() ? languages : latin;
}

/// Each Han model lacks characters that the other knows, and most characters are written alike in both scripts.
std::string otherHan(const std::string& languages)
{
    return languages.find("chi_tra") != std::string::npos ? "chi_sim" : "chi_tra";
}

/// The text after the label, where the label was read along; of a label that was not meant to be in the picture only
/// what stands at its very beginning.
std::string withoutLabel(const std::string& text, const profiles::FieldSpec& spec, bool labelExpected)
{
    const std::u32string all = decoded(text);
    std::u32string seen;
    std::vector<std::size_t> origin;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (const char32_t f = foldedCharacter(all[i])) {
            seen += f;
            origin.push_back(i);
        }
    std::size_t end = 0;
    for (const std::string& label : spec.labels)
        for (const FuzzyMatch& match : Phrase(label).findIn(seen))
            if (labelExpected || match.begin <= 1)
                end = std::max(end, origin[match.end - 1] + 1);
    return encoded(std::u32string_view(all).substr(end));
}

/// A picture of a value reaches a little over its edges: "n of MB BS" begins with the end of "qualification". Letters
/// before a blank or a bracket that end a label, where the value as it was found begins behind them, are no value's.
std::string withoutLabelEnd(const std::string& text, const profiles::FieldSpec& spec, const std::string& found)
{
    constexpr std::size_t longest = 3,
                          asFound = 2; // letters of a label's end; characters that show where the value begins
    const std::u32string all = decoded(text);
    std::size_t end = 0;
    while (end < all.size() && isLatinLetter(all[end]))
        ++end;
    if (end == 0 || end > longest || end == all.size() || !(isSpace(all[end]) || all[end] == U'('))
        return text;
    const std::u32string piece = folded(encoded(all.substr(0, end))), rest = folded(encoded(all.substr(end))),
                         begin = folded(found).substr(0, asFound);
    const bool ofLabel = std::any_of(spec.labels.begin(), spec.labels.end(), [&](const std::string& label) {
        const std::u32string whole = folded(label);
        return whole.size() > piece.size() && whole.ends_with(piece);
    });
    return ofLabel && !begin.empty() && rest.starts_with(begin) ? encoded(all.substr(end)) : text;
}

} // namespace

std::span<const RereadMeans> Rereader::means() const
{
    if (m_pageEngine.empty())
        return ofOneEngine;
    return ofTwoEngines;
}

Region Rereader::placeOf(
    const profiles::FieldSpec& spec, const FieldReading& known, const RereadMeans& means, bool& withLabel) const
{
    Region place = known.region;
    const Millimetres height = known.oneLine ? place.height : std::min(place.height, Millimetres{4});
    const double apart = std::abs((known.label.centreY() - place.centreY()).value);
    withLabel = !means.byPageEngine && known.oneLine && !known.label.empty() && place.width < height * tooNarrow
        && known.label.right() <= place.x + height && apart < inOneLine * height.value;
    if (withLabel)
        place = united(place, known.label);
    // Different margins are different readings, too: engines react to what touches the border.
    const double margin = 0.25 + 0.1 * (means.turn % 3);
    const double side = spec.kind == FieldKind::Sex ? 0.5 : 0.6;
    Region wide{place.x - height * side, place.y - height * margin, place.width + height * (2 * side),
        place.height + height * (2 * margin)};
    if (!withLabel) {
        const Millimetres right = std::min(wide.right(), known.rightLimit.value_or(wide.right()));
        wide.x = std::max(wide.x, known.leftLimit.value_or(wide.x));
        wide.width = right - wide.x;
    }
    return intersected(wide, {{0}, {0}, m_prepared.width, m_prepared.height});
}

PassRequest Rereader::requestFor(
    const profiles::FieldSpec& spec, const Region& place, const FieldReading& known, const RereadMeans& means) const
{
    PassRequest request;
    request.what = "text";
    request.page = m_page;
    request.part = static_cast<int>(m_part);
    request.region = place;
    request.variant = means.variant;
    request.singleLine = known.oneLine;
    const bool odd = means.turn % 2 == 1;
    if (means.byPageEngine) {
        request.engine = m_pageEngine;
        if (ofFigures(spec.kind) && odd)
            request.alphabet = spec.alphabet;
        return request;
    }
    request.languages = spec.languages.empty() ? m_profile.languages : spec.languages;
    // An alphabet and a figures' language each second time only: two readings must not share one blindness.
    const std::u32string text = decoded(known.text);
    const bool hanDate = spec.kind == FieldKind::Date && text.find(U'年') != std::u32string::npos;
    const bool anyHan = std::any_of(text.begin(), text.end(), isHan);
    const bool anyLatin = std::any_of(text.begin(), text.end(), isLatinLetter);
    const bool hanWord = (spec.kind == FieldKind::Sex || spec.kind == FieldKind::Choice) && anyHan && !anyLatin;
    if (spec.kind == FieldKind::HanName || ((hanDate || hanWord) && !odd))
        request.languages = hanOnly(request.languages);
    if (spec.kind == FieldKind::HanName && odd)
        request.languages = otherHan(request.languages);
    if (anyLatin && !anyHan && !odd)
        request.languages = withoutHan(request.languages);
    if (ofFigures(spec.kind) && !odd) {
        request.alphabet = spec.alphabet;
        if (!spec.alphabet.empty())
            request.languages = "eng";
    }
    return request;
}

Result<std::optional<Rereader::Print>> Rereader::printAt(const PassRequest& request)
{
    const auto pass = m_reader.pass(request);
    if (!pass && pass.error().kind == ErrorKind::Unsupported)
        return std::optional<Print>();
    if (!pass)
        return pass.error();
    const PageText page((*pass)->lines, m_part);
    Print print;
    for (const TextLine& line : page.lines()) {
        const Slice whole{static_cast<std::size_t>(&line - page.lines().data()), 0, line.cells.size()};
        print.incomplete = print.incomplete || page.unreadBeside(whole).has_value();
        appendLine(print.text, page.textOf(whole));
        print.confidence += line.source->confidence / static_cast<double>(page.lines().size());
        print.engine = line.source->engine;
    }
    if (page.lines().size() == 1)
        print.cells = page.lines().front().cells;
    return std::optional(std::move(print));
}

Result<std::optional<Rereader::Print>> Rereader::printOf(
    const profiles::FieldSpec& spec, const FieldReading& known, const RereadMeans& means, PassRequest& request)
{
    if (known.lines.empty())
        return printAt(request);
    std::optional<Print> all;
    for (const Region& line : known.lines) {
        FieldReading one = known;
        one.region = line;
        one.label = {};
        one.leftLimit = one.rightLimit = std::nullopt;
        one.oneLine = request.singleLine = true;
        bool withLabel = false;
        request.region = placeOf(spec, one, means, withLabel);
        if (request.region.empty())
            return std::optional<Print>();
        auto print = printAt(request);
        if (!print || !*print)
            return print;
        // Half a sentence is no reading of it.
        if (folded((*print)->text).empty())
            return std::optional<Print>();
        if (!all) {
            all = std::move(**print);
            continue;
        }
        appendLine(all->text, (*print)->text);
        all->confidence = std::min(all->confidence, (*print)->confidence);
        all->incomplete = all->incomplete || (*print)->incomplete;
    }
    all->cells.clear();
    return all;
}

Result<std::optional<FieldReading>> Rereader::read(
    const profiles::FieldSpec& spec, const FieldReading& known, const RereadMeans& means)
{
    bool withLabel = false;
    const Region place = placeOf(spec, known, means, withLabel);
    if (place.empty())
        return std::optional<FieldReading>();
    PassRequest request = requestFor(spec, place, known, means);
    if (withLabel)
        request.alphabet.clear();
    if (withLabel && !spec.labels.empty() && !m_profile.languages.empty())
        request.languages = m_profile.languages;
    auto print = printOf(spec, known, means, request);
    if (!print)
        return print.error();
    if (!*print)
        return std::optional<FieldReading>();
    return readingOf(spec, known, std::move(**print), request, withLabel);
}

std::optional<FieldReading> Rereader::readingOf(const profiles::FieldSpec& spec, const FieldReading& known, Print print,
    const PassRequest& request, bool withLabel) const
{
    FieldReading reading = known;
    reading.text = tidied(withoutLabelEnd(withoutLabel(print.text, spec, withLabel), spec, known.text));
    if (folded(reading.text).empty())
        return std::nullopt;
    reading.incomplete = print.incomplete;
    reading.confidence = print.confidence;
    reading.engine = std::move(print.engine);
    reading.pass = keyOf(request);
    reading.languages = request.languages;
    const auto normal = normalised(spec, reading.text);
    if ((!normal && isRemnant(spec, reading.text)) || isPieceOfLabel(spec, reading.text)
        || isDateNotNumber(spec, reading.text) || isOtherLanguage(spec, reading.text))
        return std::nullopt;
    // Where nothing was seen at first, a mark or two without a normal form are the label's end and specks.
    constexpr std::size_t marks = 2;
    if (!normal && known.text.empty() && folded(reading.text).size() <= marks)
        return std::nullopt;
    if (normal ? isWordingNotValue(spec, normal->value, m_labels) : isTitleNotNumber(spec, reading.text, m_labels))
        return std::nullopt;
    reading.value = normal ? normal->value : std::string();
    reading.told = reading.value;
    if (normal && spec.kind == FieldKind::HanName && !print.cells.empty())
        reading.told = toldOf(reading.value, print.cells);
    reading.fits = normal && normal->fits;
    reading.assumed = normal && (normal->assumed || (reading.incomplete && isName(spec)) || known.guessed);
    return reading;
}

Result<bool> Rereader::hasPrintAmid(const Region& place, const std::string& han)
{
    PassRequest request;
    request.what = "text";
    request.page = m_page;
    request.part = static_cast<int>(m_part);
    request.region = {place.centreX() - place.height * 0.5, place.y, place.height, place.height};
    request.singleLine = true;
    std::vector<std::string> engines{std::string()};
    if (!m_pageEngine.empty())
        engines.push_back(m_pageEngine);
    for (const std::string& engine : engines) {
        request.engine = engine;
        request.languages = engine.empty() ? han : std::string();
        const auto pass = m_reader.pass(request);
        if (!pass && pass.error().kind == ErrorKind::Unsupported)
            continue;
        if (!pass)
            return pass.error();
        if (!PageText((*pass)->lines, m_part).folded().empty())
            return true;
    }
    return false;
}

} // namespace vidimus::pipeline
