#include "pipeline/extract/decide.hpp"

#include "pipeline/extract/calibration.hpp"
#include "pipeline/text/fold.hpp"

#include <algorithm>

namespace vidimus::pipeline {
namespace {

/// A value whose check digit holds needs no second reading from here on: one misread character in eleven at most would
/// go unseen, and only where the engine was in doubt.
constexpr double sureEnough = 0.8;
/// Two readings below this are two guesses.
constexpr double legible = 0.25;
/// Engines leave out up to so many characters that they do not know.
constexpr std::size_t mostLeftOut = 2;

/// What rules, specks and edges are read as; a reading with one of these more says nothing more.
constexpr std::u32string_view bareStrokes = U"一丨丿丶人入卜口";

/// Is the first what is left of the second when a Han character or two were left out?
bool leavesOutHan(const std::string& shorter, const std::string& longer)
{
    const std::u32string some = decoded(shorter), all = decoded(longer);
    if (some.size() >= all.size() || all.size() > some.size() + mostLeftOut
        || !std::all_of(all.begin(), all.end(), isHan))
        return false;
    std::size_t seen = 0;
    for (const char32_t c : all) {
        if (seen < some.size() && foldedCharacter(c) == foldedCharacter(some[seen]))
            ++seen;
        else if (bareStrokes.find(c) != std::u32string_view::npos)
            return false;
    }
    return seen == some.size();
}

/// Is the value what was told, where it was told? At least one character must have been.
bool fitsTold(const std::string& told, const std::string& value)
{
    const std::u32string some = decoded(told), all = decoded(value);
    bool any = false;
    for (std::size_t i = 0; i < some.size() && some.size() == all.size(); ++i) {
        if (some[i] == unreadInk)
            continue;
        if (foldedCharacter(some[i]) != foldedCharacter(all[i]))
            return false;
        any = true;
    }
    return any;
}

bool toldInPart(const FieldReading& reading)
{
    return reading.languages.empty() && decoded(reading.told).find(unreadInk) != std::u32string::npos;
}

bool hasHan(std::u32string_view text)
{
    return std::any_of(text.begin(), text.end(), isHan);
}

std::u32string withoutBlanks(const std::string& text)
{
    std::u32string all = decoded(text);
    std::erase_if(all, isSpace);
    return all;
}

} // namespace

void Ballot::add(FieldReading reading)
{
    m_readings.push_back(std::move(reading));
}

/// Han characters are one in both scripts: 苏 read as 蘇 by the model of the other script is the same reading.
bool Ballot::same(const std::string& a, const std::string& b) const
{
    using profiles::FieldKind;
    if (a == b)
        return true;
    const std::u32string one = decoded(a), other = decoded(b);
    const bool words = m_kind == FieldKind::Text || m_kind == FieldKind::Place;
    if (hasHan(one) && hasHan(other) && (words || m_kind == FieldKind::HanName))
        return folded(a) == folded(b);
    // Engines lose and find blanks between words set close or wide.
    return (words || m_kind == FieldKind::LatinName) && withoutBlanks(a) == withoutBlanks(b);
}

int Ballot::rankOf(const FieldReading& reading) const
{
    if (!hasHan(decoded(reading.value)))
        return reading.languages.empty() ? 0 : 1; // the default engine is the better one at blanks
    if (reading.languages.empty())
        return m_ownHan == "chi_sim" ? 3 : 1; // it writes most of what it reads the Simplified way
    return reading.languages.find(m_ownHan) != std::string::npos ? 2 : 0;
}

bool Ballot::isTrusted(const FieldReading& reading) const
{
    return m_ownHan == "chi_sim" ? reading.languages.empty() : reading.languages.find(m_ownHan) != std::string::npos;
}

void Ballot::addPartWitnesses(std::vector<Standing>& all) const
{
    for (const FieldReading& reading : m_readings)
        if (m_kind == profiles::FieldKind::HanName && !reading.value.empty() && toldInPart(reading))
            for (Standing& standing : all)
                standing.partly |= fitsTold(reading.told, standing.value);
}

void Ballot::count(Standing& standing, std::size_t index) const
{
    const FieldReading& reading = m_readings[index];
    standing.votes += reading.assumed ? 0 : 1;
    ++standing.readings;
    standing.confidence += reading.confidence;
    const int rank = rankOf(reading);
    if (rank > standing.rank) {
        standing.rank = rank;
        standing.written = index;
        standing.value = reading.value;
    }
    if (reading.assumed) {
        if (m_kind == profiles::FieldKind::Date && reading.fits && !reading.guessed)
            standing.agreeing.insert(reading.engine);
        return;
    }
    standing.engines.insert(reading.engine);
    standing.trusted += isTrusted(reading);
    standing.bySimplified |= reading.languages.find("chi_sim") != std::string::npos;
    standing.byTraditional |= reading.languages.find("chi_tra") != std::string::npos;
}

std::vector<Ballot::Standing> Ballot::standings() const
{
    std::vector<Standing> all;
    const bool anyWhole = m_kind == profiles::FieldKind::HanName
        && std::any_of(m_readings.begin(), m_readings.end(),
            [](const FieldReading& reading) { return !reading.value.empty() && !toldInPart(reading); });
    for (std::size_t i = 0; i < m_readings.size(); ++i) {
        const FieldReading& reading = m_readings[i];
        if (reading.value.empty() || (anyWhole && toldInPart(reading)))
            continue;
        auto standing
            = std::find_if(all.begin(), all.end(), [&](const Standing& one) { return same(one.value, reading.value); });
        if (standing == all.end()) {
            const auto holds = m_judge(reading.value);
            all.push_back({.value = reading.value,
                .first = i,
                .best = i,
                .written = i,
                .formed = reading.fits,
                .sound = reading.fits && holds.value_or(true),
                .confirmed = reading.fits && holds.value_or(false)});
            standing = all.end() - 1;
        }
        count(*standing, i);
        if (reading.confidence > m_readings[standing->best].confidence)
            standing->best = i;
    }
    addPartWitnesses(all);
    const bool name = m_kind == profiles::FieldKind::HanName;
    std::stable_sort(all.begin(), all.end(), [name](const Standing& a, const Standing& b) {
        if (a.sound != b.sound)
            return a.sound;
        // Rare characters are known to one engine and not to the other, which misreads them alike every time.
        const auto witnesses = [](const Standing& one) { return one.engines.size() + (one.partly ? 1 : 0); };
        if (name && witnesses(a) != witnesses(b))
            return witnesses(a) > witnesses(b);
        if (name && a.trusted != b.trusted)
            return a.trusted > b.trusted;
        if (a.votes != b.votes)
            return a.votes > b.votes;
        return a.confidence > b.confidence;
    });
    // A check digit that holds once among many readings that break it alike was misread: who alters a number counts on
    // being misread.
    const auto often = std::max_element(all.begin(), all.end(),
        [](const Standing& a, const Standing& b) { return (a.formed ? a.votes : 0) < (b.formed ? b.votes : 0); });
    if (often != all.end() && often->formed && often->votes >= 3 && often->votes >= 3 * all.front().votes)
        std::rotate(all.begin(), often, often + 1);
    // Asked for a form, engines make up what lacks (M0579 in print, M05790 once read): what both read otherwise, and
    // often, stands there.
    const auto breaking = std::max_element(all.begin(), all.end(),
        [](const Standing& a, const Standing& b) { return (a.formed ? 0 : a.votes) < (b.formed ? 0 : b.votes); });
    if (breaking != all.end() && breaksForm(*breaking) && breaking->votes >= 3
        && breaking->votes >= 3 * all.front().votes && !all.front().confirmed)
        std::rotate(all.begin(), breaking, breaking + 1);
    // An engine leaves out characters that it does not know, each time; it hardly adds any.
    const auto whole = std::find_if(all.begin() + (all.empty() ? 0 : 1), all.end(),
        [&](const Standing& one) { return one.sound && leavesOutHan(all.front().value, one.value); });
    if (whole != all.end())
        std::rotate(all.begin(), whole, whole + 1);
    return all;
}

bool Ballot::breaksForm(const Standing& standing) const
{
    using profiles::FieldKind;
    // Of words both engines may have read a neighbour along.
    const bool number = m_kind == FieldKind::Number || m_kind == FieldKind::IdentityNumber;
    const double mean = standing.confidence / std::max(standing.readings, 1);
    return number && !standing.formed && !standing.value.empty() && standing.engines.size() >= 2 && mean >= sureEnough;
}

bool Ballot::hasWitnesses(const Standing& winner) const
{
    if (winner.engines.size() >= 2)
        return true;
    if (std::any_of(winner.agreeing.begin(), winner.agreeing.end(),
            [&](const std::string& engine) { return winner.engines.count(engine) == 0; })
        && !winner.engines.empty())
        return true;
    if (m_twoEngines)
        return winner.confirmed;
    return m_kind != profiles::FieldKind::HanName || (winner.bySimplified && winner.byTraditional);
}

bool Ballot::isContradicted(const Standing& winner) const
{
    if (m_kind != profiles::FieldKind::HanName || winner.trusted > 0)
        return false;
    // Also one that rests on an assumption may object.
    return std::any_of(m_readings.begin(), m_readings.end(), [&](const FieldReading& reading) {
        return isTrusted(reading) && !same(reading.value, winner.value)
            && decoded(reading.value).size() == decoded(winner.value).size();
    });
}

bool Ballot::accepted(const std::vector<Standing>& all) const
{
    const Standing& winner = all.front();
    // Words have a form to tell them from what stands around them: without it the value's ends are in doubt.
    using profiles::FieldKind;
    if (!winner.formed && (m_kind == FieldKind::Text || m_kind == FieldKind::Place))
        return false;
    if (m_readings[winner.first].origin == Origin::PdfText)
        return winner.votes > 0; // an assumption about its characters is none of its own
    if (!hasWitnesses(winner) || isContradicted(winner))
        return false;
    const double mean = winner.confidence / std::max(winner.readings, 1);
    int others = 0, soundOthers = 0, formedOthers = 0;
    bool opposed = false;
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (leavesOutHan(all[i].value, winner.value))
            continue; // says the same, as far as it goes
        others = std::max(others, all[i].votes);
        soundOthers += all[i].sound ? all[i].votes : 0;
        formedOthers = std::max(formedOthers, all[i].formed ? all[i].votes : 0);
        opposed = opposed || (breaksForm(all[i]) && all[i].votes > winner.votes);
    }
    if (winner.confirmed)
        return !opposed && winner.votes >= 2 * formedOthers
            && (winner.votes >= 2 || (winner.votes == 1 && mean >= sureEnough));
    if (winner.votes < 2 || mean < legible)
        return false;
    if (!winner.sound)
        return others == 0 || (winner.votes >= 3 && winner.votes >= 3 * others);
    // A reading without the form weighs nothing against one that has it, unless both engines read it more often.
    return !opposed && winner.votes >= 2 * soundOthers && (soundOthers == 0 || winner.votes >= 3 || soundOthers == 1);
}

std::string Ballot::groupOf(const Standing& winner) const
{
    if (m_readings[winner.written].origin != Origin::Ocr)
        return {};
    std::set<std::string> witnesses = winner.engines;
    witnesses.insert(winner.agreeing.begin(), winner.agreeing.end());
    // All of its readings rest on an assumption: those who made it speak for it, if weakly.
    for (const FieldReading& reading : m_readings)
        if (winner.votes == 0 && same(reading.value, winner.value))
            witnesses.insert(reading.engine);
    return calibrationGroup(witnesses, m_kind);
}

bool Ballot::settled() const
{
    const auto all = standings();
    if (all.empty())
        return false;
    if (!accepted(all))
        return false;
    // A breach is looked at by all means before it is believed.
    return all.front().sound || m_readings[all.front().first].origin == Origin::PdfText || all.front().votes >= 4;
}

Field Ballot::decided() const
{
    Field field;
    const auto all = standings();
    const auto show = [&](const FieldReading& reading) {
        field.text = reading.text;
        field.origin = reading.origin;
        field.pass = reading.pass;
    };
    if (all.empty()) {
        if (!m_readings.empty())
            show(m_readings.front());
        field.certainty = Certainty::Unreadable;
        return field;
    }
    const Standing& winner = all.front();
    show(m_readings[winner.written]);
    field.value = winner.value;
    field.readings = std::max(winner.votes, 1);
    field.certainty = accepted(all) ? Certainty::Accepted : Certainty::Uncertain;
    const double best = m_readings[winner.best].confidence;
    int votes = 0;
    for (const Standing& standing : all)
        votes += std::max(standing.votes, 1);
    // Agreement raises confidence, disagreement lowers it.
    const double share = static_cast<double>(std::max(winner.votes, 1)) / votes;
    field.confidence = field.origin == Origin::PdfText ? 1.0 : best * share;
    if (field.certainty == Certainty::Accepted && winner.votes >= 2)
        field.confidence = 1 - (1 - best) * (1 - share * 0.8);
    field.rawConfidence = field.confidence;
    field.calibrationGroup = groupOf(winner);
    for (std::size_t i = 1; i < all.size(); ++i)
        field.alternatives.push_back({m_readings[all[i].written].text, all[i].value, m_readings[all[i].best].confidence,
            m_readings[all[i].best].engine});
    return field;
}

} // namespace vidimus::pipeline
