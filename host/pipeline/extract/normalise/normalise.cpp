#include "pipeline/extract/normalise/normalise.hpp"

#include "pipeline/extract/normalise/dates.hpp"
#include "pipeline/extract/normalise/names.hpp"
#include "pipeline/extract/normalise/numbers.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/fuzzy.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

namespace vidimus::pipeline {
namespace {

using profiles::FieldKind;
using profiles::FieldSpec;

/// Leaders, rules and punctuation around a printed value.
bool isAround(char32_t c)
{
    static constexpr std::u32string_view marks = U":：.。·…‥_-—–,，;；、*|/\\\"'“”‘’=~^<>《》[]【】";
    return isSpace(c) || marks.find(c) != std::u32string_view::npos;
}

/// \param alphabet marks that belong to the value
std::string bare(std::string_view text, std::u32string_view alphabet)
{
    std::u32string all = decoded(tidied(halfWidth(text)));
    const auto isFrame = [&](char32_t c) { return isAround(c) && alphabet.find(c) == std::u32string_view::npos; };
    // Closing brackets without their opening ones are what is left of a label, or of a sentence.
    const auto many = [&](char32_t c) { return std::count(all.begin(), all.end(), c); };
    while (!all.empty() && (isFrame(all.front()) || all.front() == U')'))
        all.erase(all.begin());
    while (
        !all.empty() && (isFrame(all.back()) || all.back() == U'(' || (all.back() == U')' && many(U')') > many(U'('))))
        all.pop_back();
    return encoded(all);
}

/// Without what is left of the label where a seal or a wide blank parted it ("关：" of "发证机关：").
std::string withoutLabelTail(const FieldSpec& spec, const std::string& text)
{
    static const RE2 upToColon(R"(^\s*([^:：]{1,12})[:：](.+)$)");
    std::string before, after;
    if (!RE2::FullMatch(text, upToColon, &before, &after))
        return text;
    const std::u32string tail = folded(before);
    const bool ofLabel = std::any_of(spec.labels.begin(), spec.labels.end(),
        [&](const std::string& label) { return !tail.empty() && folded(label).ends_with(tail); });
    return ofLabel ? after : text;
}

/// A sentence names its fields: "执业类别为口腔，执业范围为口腔专业，执". Of what follows the label (or the end of it,
/// where the line broke within it) the value ends at the comma; without one it goes on in the next line.
std::optional<Normalised> inSentence(const FieldSpec& spec, std::string_view text)
{
    static const RE2 form(R"(^\s*(\p{Han}{0,4}?)[为為](.+)$)"), upToStop(R"(^([^，,。；;]+)[，,。；;].*$)");
    std::string tail, rest, value;
    if (!RE2::FullMatch(re2::StringPiece(text.data(), text.size()), form, &tail, &rest))
        return std::nullopt;
    const std::u32string seen = folded(tail);
    const bool ofLabel = tail.empty()
        || std::any_of(spec.labels.begin(), spec.labels.end(),
            [&](const std::string& label) { return folded(label).ends_with(seen); });
    if (!ofLabel)
        return std::nullopt;
    const bool whole = RE2::FullMatch(rest, upToStop, &value);
    // Without a comma it may be a name (为民医院).
    value = bare(whole ? value : tail.empty() ? std::string(text) : rest, decoded(spec.alphabet));
    if (value.empty())
        return std::nullopt;
    return Normalised{std::move(value), true, !whole};
}

/// Of words in running text the part that has the form: what stands before it is the end of a label or of a word
/// ("of MB BS (HK) 2008, and having paid the fee"), what stands behind its comma another clause.
std::string partInForm(const FieldSpec& spec, const std::string& text)
{
    constexpr std::size_t mostBefore = 2, longestBefore = 3; // words, letters
    const RE2 form(spec.pattern, RE2::Quiet);
    static const RE2 firstWord(R"(^([\p{L}\p{N}]+)[\s)]+)"), lastClause(R"(^(.*\S)\s*[,，;；。].*$)");
    if (spec.pattern.empty() || !form.ok())
        return text;
    std::string from = text;
    for (std::size_t before = 0; before <= mostBefore; ++before) {
        for (std::string part = from; !part.empty();) {
            if (RE2::FullMatch(part, form))
                return part;
            std::string shorter;
            if (!RE2::FullMatch(part, lastClause, &shorter))
                break;
            part = std::move(shorter);
        }
        std::string word;
        re2::StringPiece rest(from);
        if (!RE2::Consume(&rest, firstWord, &word) || decoded(word).size() > longestBefore)
            break;
        from = std::string(rest);
    }
    return text;
}

std::optional<Normalised> plain(const FieldSpec& spec, std::string_view text)
{
    if (auto value = inSentence(spec, text))
        return value;
    // 根据《…》，特发此证。 is a sentence of the form, whatever label stands beside it.
    static const RE2 wholeSentence(
        R"(^\s*(?:根据|根據|依据|依據|按照|兹|茲|经|經).*[，,]|(?:特发此|特發此|准予|予以))");
    if (spec.lang.starts_with("zh") && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), wholeSentence))
        return std::nullopt;
    // "(盖章)" beside an issuer asks for the seal; it is printed on the blank.
    static const RE2 sealHere(
        R"(^\s*(?:[关關]\s*)?[:：]?\s*[(（]\s*(?:盖章|蓋章|公章|签章|簽章|印章|章)\s*[)）]\s*[:：]?|[(（]\s*(?:盖章|蓋章|公章|签章|簽章|印章|章)\s*[)）]?\s*$)");
    std::string print = withoutLabelTail(spec, std::string(text));
    RE2::GlobalReplace(&print, sealHere, "");
    const std::u32string alphabet = decoded(spec.alphabet);
    std::string value = bare(print, alphabet);
    // Signs of a known few ("*** AO") are written together, however far apart they were printed.
    if (!alphabet.empty() && alphabet.find(U' ') == std::u32string::npos)
        std::erase(value, ' ');
    value = partInForm(spec, value);
    if (value.empty())
        return std::nullopt;
    return Normalised{std::move(value)};
}

/// Chinese is printed without blanks: those beside a Han character are the reader's ("黄贝路 2016 号").
std::optional<Normalised> withoutBlanksBesideHan(const FieldSpec& spec, std::optional<Normalised> words)
{
    static const RE2 latinWord("[A-Za-z]{3}");
    if (!words || !(spec.lang.starts_with("zh") || (spec.lang.empty() && !RE2::PartialMatch(words->value, latinWord))))
        return words;
    const std::u32string all = decoded(words->value);
    std::u32string kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool beside = (i > 0 && isHan(all[i - 1])) || (i + 1 < all.size() && isHan(all[i + 1]));
        if (!isSpace(all[i]) || !beside)
            kept += all[i];
    }
    words->value = encoded(kept);
    return words;
}

/// Places have two characters at least; one is what is left of a label.
std::optional<Normalised> place(const FieldSpec& spec, std::string_view text)
{
    auto value = plain(spec, text);
    return value && folded(value->value).size() >= 2 ? value : std::nullopt;
}

std::optional<Normalised> sex(const FieldSpec& spec, std::string_view text)
{
    static const RE2 male(R"((?i)男|(?:^|[^a-z])(?:male|masculino|m)(?:$|[^a-z]))"),
        female(R"((?i)女|(?:^|[^a-z])(?:female|feminino|f)(?:$|[^a-z]))"),
        ticked(R"((?i)[☑☒✓✔√■●]\s*(男|女|male|female|masculino|feminino|m\b|f\b))");
    std::string print = halfWidth(text), found;
    if (!spec.alphabet.empty()) {
        // On a paper that prints 男 or 女 a letter is a misreading.
        const std::u32string allowed = decoded(spec.alphabet);
        std::u32string kept = decoded(print);
        for (char32_t& c : kept)
            if (isLatinLetter(c) && allowed.find(c) == std::u32string::npos)
                c = U' ';
        print = encoded(kept);
    }
    // A form that prints both says nothing unless one is ticked.
    re2::StringPiece rest(print);
    int ticks = 0;
    for (std::string one; RE2::FindAndConsume(&rest, ticked, &one); ++ticks)
        found = one;
    if (ticks > 0)
        print = ticks == 1 ? found : std::string();
    const bool m = RE2::PartialMatch(print, male), f = RE2::PartialMatch(print, female);
    if (m == f)
        return std::nullopt;
    return Normalised{m ? "M" : "F"};
}

std::string withoutBlanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

/// Is the print in the script of the choice, though engines write a character or two as the other script has them (内
/// for 內)? A character that the other script does not have tells.
bool isOfOneScript(const std::string& print, const std::string& choice)
{
    const std::u32string one = decoded(print), other = decoded(choice);
    if (one.size() != other.size())
        return false;
    for (std::size_t i = 0; i < one.size(); ++i)
        if (one[i] == other[i] && isHan(one[i]) && foldedCharacter(one[i]) != one[i])
            return true;
    return false;
}

/// 心科 for 心臟科: an engine that does not know a character leaves it out. The one choice that may be meant tells
/// where to read again; it is no reading of it.
std::optional<Normalised> choiceLeftIncomplete(const FieldSpec& spec, std::u32string_view seen)
{
    constexpr std::size_t shortest = 2;
    if (seen.size() < shortest || !std::all_of(seen.begin(), seen.end(), isHan))
        return std::nullopt;
    std::optional<Normalised> only;
    for (const auto& [printed, value] : spec.choices) {
        const std::u32string whole = folded(printed);
        std::size_t at = 0;
        for (const char32_t c : whole)
            at += at < seen.size() && c == seen[at];
        if (whole.size() != seen.size() + 1 || at != seen.size())
            continue;
        if (only && only->value != value)
            return std::nullopt;
        only = Normalised{value, true, true};
    }
    return only;
}

std::optional<Normalised> choice(const FieldSpec& spec, std::string_view text)
{
    constexpr std::size_t shortWord = 12, longText = 40; // characters that count
    const std::u32string all = decoded(halfWidth(text));
    std::u32string seen;
    std::vector<std::size_t> origin;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (const char32_t f = foldedCharacter(all[i])) {
            seen += f;
            origin.push_back(i);
        }
    std::optional<Normalised> best;
    int most = 0;
    for (const auto& [printed, value] : spec.choices) {
        const Phrase phrase(printed);
        for (const FuzzyMatch& match : phrase.findIn(seen)) {
            // One word of running text is no choice: "… of the Hong Kong Special Administrative Region".
            if (match.begin > 0 && phrase.folded().size() < shortWord && seen.size() > longText)
                continue;
            // A longer choice holds the shorter ("助理医师" in "执业助理医师"), but misread characters count against
            // it.
            const int explained = static_cast<int>(phrase.folded().size()) - 2 * match.distance;
            if (explained <= most)
                continue;
            most = explained;
            best = Normalised{value, true, match.distance > 0};
            // A choice that stands for itself is given as it is printed: in its script, and, where the field is of one
            // language, in its capitals. Blanks that the reader lost between words are no part of that.
            if (printed == value && match.distance == 0 && !(phrase.latin() && spec.lang.empty())) {
                const std::string print = tidied(encoded(std::u32string_view(all).substr(
                    origin[match.begin], origin[match.end - 1] + 1 - origin[match.begin])));
                best->value
                    = withoutBlanks(print) == withoutBlanks(printed) || isOfOneScript(print, printed) ? printed : print;
            }
        }
    }
    return best ? best : choiceLeftIncomplete(spec, seen);
}

std::optional<Normalised> number(const FieldSpec& spec, std::string_view text)
{
    // "0. M05790": the end of "No." was read along with the number.
    static const RE2 endOfNo(R"(^\s*[oO0]\s?[.．:：]\s*)");
    const bool ofLabel = std::any_of(spec.labels.begin(), spec.labels.end(),
        [](const std::string& label) { return folded(label).ends_with(folded("no")); });
    re2::StringPiece rest(text.data(), text.size());
    if (ofLabel)
        RE2::Consume(&rest, endOfNo);
    const auto found = numberIn({rest.data(), rest.size()}, spec.pattern, spec.kind == FieldKind::IdentityNumber);
    if (!found)
        return std::nullopt;
    return Normalised{found->value, found->fits, found->assumed};
}

/// Of a period ("8 February 2026 to 31 December 2026") the end that is asked for; a text without one as it is. Where
/// one date was misread, the other is not taken for it.
std::string endOfPeriod(std::string text, bool last)
{
    static const RE2 between(R"((?i)(\b(?:to|until|till|through|até)\b|[至迄]|\s[-–—~～]\s|[–—~～])()\s*()(.?))"),
        figure(R"([\d〇零一二三四五六七八九十])"), dashes(R"([\s\-–—~～]+)");
    re2::StringPiece rest(text), word, wordEnd, after, next;
    std::size_t begin = std::string::npos, end = 0;
    while (RE2::FindAndConsume(&rest, between, &word, &wordEnd, &after, &next)) {
        const auto at = static_cast<std::size_t>(word.data() - text.data());
        const std::string before = text.substr(0, at);
        const auto dates = datesIn(before);
        const bool dayBefore = !dates.empty() && dates.back().iso().size() == 10;
        const bool dash = RE2::FullMatch(word, dashes);
        // A dash may stand within a date; a word never does.
        if (!(dayBefore || (!dash && RE2::FullMatch(next, figure))))
            continue;
        begin = std::min(begin, at);
        end = static_cast<std::size_t>(after.data() - text.data());
    }
    if (begin == std::string::npos)
        return text;
    return last ? text.substr(end) : text.substr(0, begin);
}

std::optional<Normalised> date(const FieldSpec& spec, std::string_view text)
{
    const std::string print = endOfPeriod(std::string(text), spec.last);
    std::vector<Date> dates = datesIn(print);
    bool guessed = dates.empty();
    if (guessed)
        dates = datesWithCirclesIn(print);
    const auto days = [](const std::vector<Date>& all) {
        return std::count_if(all.begin(), all.end(), [](const Date& one) { return one.iso().size() == 10; });
    };
    // Of "1lth November 2015" a month is left where the letter is none.
    if (auto lettered = datesWithLettersIn(print); days(lettered) > days(dates)) {
        dates = std::move(lettered);
        guessed = true;
    }
    if (dates.empty())
        return std::nullopt;
    // Of several dates those in the form that is asked for: a first registration's month stands beside the day of
    // issue.
    std::vector<std::string> fitting;
    const RE2 form(spec.pattern, RE2::Quiet);
    for (const Date& one : dates)
        if (spec.pattern.empty() || RE2::FullMatch(one.iso(), form))
            fitting.push_back(one.iso());
    if (fitting.empty())
        // A month where a day is printed on this design is a day that was not read: no reading of it counts.
        return Normalised{(spec.last ? dates.back() : dates.front()).iso(), false, true};
    // The end of a period stands last; where what stands last was not read to its day, no other date is it.
    const bool otherLast = spec.last && fitting.back() != dates.back().iso();
    return Normalised{spec.last ? fitting.back() : fitting.front(), !otherLast, guessed || otherLast};
}

std::optional<Normalised> wrapped(std::optional<std::string> value)
{
    if (!value)
        return std::nullopt;
    return Normalised{std::move(*value)};
}

/// 名翁婧怡 beside 姓名: the label's last character was read along with the name.
std::optional<std::string> withoutLabelEnd(const FieldSpec& spec, std::optional<std::string> name)
{
    constexpr std::size_t shortest = 3;
    const std::u32string all = name ? decoded(*name) : std::u32string();
    if (all.size() < shortest || hasUsualSurname(*name))
        return name;
    const std::string rest = encoded(std::u32string_view(all).substr(1));
    const bool ofLabel = std::any_of(spec.labels.begin(), spec.labels.end(), [&](const std::string& label) {
        const std::u32string print = decoded(label);
        return print.size() >= 2 && foldedCharacter(print.back()) == foldedCharacter(all.front());
    });
    return ofLabel && hasUsualSurname(rest) ? rest : name;
}

template <class Plausible>
std::optional<Normalised> judged(std::optional<std::string> value, const Plausible& plausible)
{
    if (!value)
        return std::nullopt;
    // What does not look like a name may be one, but no reading of it counts alone: it may be a label, too.
    const bool fits = plausible(*value);
    return Normalised{std::move(*value), fits, !fits};
}

/// Does a name break off where a piece of it was misread in small letters (CHAK CHUN wN RODERICK)? A sentence goes on
/// in words.
bool breaksOff(std::string_view text)
{
    static const RE2 smallThenBig(R"(\b[a-z]+[A-Z])"), next(R"([A-Z][A-Za-z'-]*[ ,]+([a-z][A-Za-z]*))"),
        longWord("[a-z]{5,}"),
        word("of|is|was|has|had|who|whom|as|on|at|in|to|by|for|and|the|an|am|are|from|born|with|aged|also|de|da|do|dos|"
             "das|"
             "del|di|e|la|van|von|der|den|bin|com|foi|que|em|por|se");
    re2::StringPiece rest(text.data(), text.size()), following;
    if (RE2::PartialMatch(rest, smallThenBig))
        return true;
    while (RE2::FindAndConsume(&rest, next, &following))
        if (!RE2::FullMatch(following, word) && !RE2::FullMatch(following, longWord))
            return true;
    return false;
}

/// A surname stands alone only where its own label asks for it; and capitals that follow one another in a sentence
/// ("under Part II of the Ordinance") are no name by that.
bool looksWhole(const FieldSpec& spec, const std::string& name, std::string_view text)
{
    static const RE2 particles(R"(\b(?:de|da|do|dos|das|del|la|van|von|der|den|di)\b)"),
        sentence(R"(\b[a-z]{2,}\s+[a-z]{2,}\b)");
    if (breaksOff(text))
        return false;
    if (!spec.given.empty() || name.find(", ") != std::string::npos)
        return true;
    std::string words(text);
    RE2::GlobalReplace(&words, particles, " ");
    return name.find(' ') != std::string::npos && !RE2::PartialMatch(words, sentence);
}

std::optional<Normalised> byKind(const FieldSpec& spec, std::string_view text)
{
    switch (spec.kind) {
    case FieldKind::Text:
        return withoutBlanksBesideHan(spec, plain(spec, text));
    case FieldKind::Place:
        return withoutBlanksBesideHan(spec, place(spec, text));
    case FieldKind::Number:
    case FieldKind::IdentityNumber:
        return number(spec, text);
    case FieldKind::Date:
        return date(spec, text);
    case FieldKind::Sex:
        return sex(spec, text);
    case FieldKind::HanName:
        return judged(withoutLabelEnd(spec, hanName(text)), hasUsualSurname);
    case FieldKind::LatinName:
        return judged(latinName(text), [&](const std::string& name) { return looksWhole(spec, name, text); });
    case FieldKind::Choice:
        return choice(spec, text);
    case FieldKind::Amount:
        return wrapped(amountIn(text));
    case FieldKind::CommercialCodes:
        return wrapped(commercialCodesIn(text));
    }
    return std::nullopt;
}

} // namespace

std::optional<Normalised> normalised(const FieldSpec& spec, std::string_view text)
{
    auto result = byKind(spec, text);
    if (result && result->fits && !spec.pattern.empty())
        result->fits = RE2::FullMatch(result->value, RE2(spec.pattern, RE2::Quiet));
    return result;
}

} // namespace vidimus::pipeline
