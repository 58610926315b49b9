#include "pipeline/extract/normalise/names.hpp"

#include "pipeline/text/fold.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace vidimus::pipeline {
namespace {

constexpr std::array<std::u32string_view, 24> hanTitles{U"先生", U"女士", U"小姐", U"太太", U"醫生", U"医生", U"醫師",
    U"医师", U"藥劑師", U"药剂师", U"藥師", U"药师", U"護士", U"护士", U"教授", U"博士", U"同志", U"大夫", U"牙醫",
    U"牙医", U"夫人", U"老师", U"老師", U"敬启"};

constexpr std::array<std::u32string_view, 21> latinTitles{U"DR", U"DRA", U"DOCTOR", U"MR", U"MRS", U"MS", U"MISS",
    U"MADAM", U"MDM", U"PROF", U"PROFESSOR", U"SR", U"SRA", U"SIR", U"ESQ", U"MBBS", U"MBCHB", U"MD", U"PHD", U"REV",
    U"FHKAM"};

/// Words of certificates' sentences, Simplified.
constexpr std::array<std::u32string_view, 25> sentenceWords{U"包括", U"期间", U"首尾", U"从事", U"本人", U"上述",
    U"下述", U"以上", U"以下", U"下列", U"该名", U"持有", U"具有", U"注册", U"登记", U"证明", U"兹证", U"特此", U"列入",
    U"获准", U"准予", U"有权", U"有效", U"执业", U"条例"};

bool isSmall(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}

bool isMiddleDot(char32_t c)
{
    return c == U'·' || c == U'•' || c == U'・' || c == U'‧';
}

bool isApostrophe(char32_t c)
{
    return c == U'\'' || c == U'’' || c == U'‘' || c == U'`';
}

std::u32string withoutTitles(std::u32string name)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto title : hanTitles)
            // A name keeps two characters. 君 and 氏 are no titles here: 陈丽君 bears hers.
            if (name.size() >= title.size() + 2 && name.ends_with(title)) {
                name.resize(name.size() - title.size());
                changed = true;
            } else if (title.size() > 1 && name.size() >= title.size() + 2 && name.starts_with(title)) {
                name.erase(0, title.size());
                changed = true;
            }
    }
    return name;
}

std::u32string upper(std::u32string_view word)
{
    std::u32string out;
    for (const char32_t c : word)
        if (const char32_t f = foldedCharacter(c))
            out += f;
    return out;
}

bool isTitle(std::u32string_view word)
{
    return std::find(latinTitles.begin(), latinTitles.end(), upper(word)) != latinTitles.end();
}

/// Two or more letters, all of them capitals.
bool isCapitals(std::u32string_view word)
{
    std::size_t letters = 0;
    for (const char32_t c : word) {
        if (!isLatinLetter(c))
            continue;
        ++letters;
        if (c >= 'a' && c <= 'z')
            return false;
        if (c >= 0xE0 && c <= 0xFF)
            return false;
    }
    return letters >= 2;
}

bool isMixed(std::u32string_view word)
{
    return std::any_of(
        word.begin(), word.end(), [](char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFF); });
}

/// Words that stand in names without a capital.
bool isParticle(std::u32string_view word)
{
    static constexpr std::array<std::u32string_view, 16> particles{U"de", U"da", U"do", U"dos", U"das", U"e", U"van",
        U"von", U"der", U"den", U"bin", U"binti", U"al", U"del", U"la", U"di"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

using Words = std::vector<std::u32string>;

/// Words that an engine ran together, parted where the capitals tell: ChiYin, CHUKLam; but MacDonald and DeSouza are
/// one.
Words parted(const std::u32string& word)
{
    static constexpr std::array<std::u32string_view, 14> prefixes{
        U"MC", U"MAC", U"DE", U"DI", U"DA", U"DO", U"DU", U"LA", U"LE", U"VAN", U"VON", U"FITZ", U"ST", U"O'"};
    const auto isBig = [&](char32_t c) { return isLatinLetter(c) && !isSmall(c); };
    Words parts(1);
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool afterSmall = i > 0 && isBig(word[i]) && isSmall(word[i - 1]);
        const bool afterCapitals = i > 1 && i + 1 < word.size() && isBig(word[i]) && isSmall(word[i + 1])
            && isBig(word[i - 1]) && isBig(word[i - 2]);
        const bool ofPrefix
            = afterSmall && std::find(prefixes.begin(), prefixes.end(), upper(parts.back())) != prefixes.end();
        if ((afterSmall && !ofPrefix) || afterCapitals)
            parts.emplace_back();
        parts.back() += word[i];
    }
    return parts;
}

/// The first run of Latin words; a comma stands as a word of its own.
Words wordsOf(std::string_view text)
{
    Words words;
    std::u32string word;
    bool led = false, ended = false; // running text goes on in small letters
    const auto close = [&] {
        const bool small = !word.empty() && isSmall(word.front()) && !isParticle(word);
        // One small word may lead to the name ("of", "that"); two are a sentence.
        if (small && words.empty() && !std::exchange(led, true))
            word.clear();
        else if (small)
            ended = true;
        if (ended)
            word.clear();
        while (!word.empty() && (word.back() == U'-' || word.back() == U'.'))
            word.pop_back();
        if (!word.empty() && !isTitle(word)) {
            Words parts = parted(word);
            std::move(parts.begin(), parts.end(), std::back_inserter(words));
        }
        word.clear();
    };
    for (const char32_t raw : decoded(text)) {
        const char32_t c = halfWidth(raw);
        if (isLatinLetter(c) && !word.empty() && word.back() == U'.' && isTitle(word))
            close(); // Dr.CHAN
        if (isLatinLetter(c) || (!word.empty() && (c == U'-' || c == U'.' || isApostrophe(c)))) {
            word += isApostrophe(c) ? U'\'' : c;
            continue;
        }
        close();
        if (ended)
            break;
        if (c == U',' && !words.empty() && words.back() != U",")
            words.push_back(U",");
        else if (!isSpace(c) && c != U',' && !words.empty())
            break; // something that is no name follows
    }
    close();
    while (!words.empty() && words.back() == U",")
        words.pop_back();
    return words;
}

std::u32string joined(Words::const_iterator begin, Words::const_iterator end)
{
    std::u32string out;
    for (auto word = begin; word != end; ++word) {
        if (*word == U",")
            continue;
        if (!out.empty())
            out += U' ';
        out += *word;
    }
    return out;
}

} // namespace

bool hasUsualSurname(std::string_view hanName)
{
    // The surnames of 98 in 100 people on the mainland, in Hong Kong and in Macao, Simplified; compared folded.
    static const std::u32string usual = folded(
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
        "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜"
        "倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游"
        "阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全"
        "褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼区麦利"
        "郗邝禤岑危温容湛欧司上诸东皇尉公慕令淳夏侯劳区尧");
    // A surname of two characters alone is a name of which the rest was not read.
    static constexpr std::u32string_view pairs = U"司徒欧阳上官诸葛司马东方皇甫尉迟公孙慕容令狐淳于夏侯";
    const std::u32string name = folded(hanName);
    for (std::size_t at = 0; name.size() == 2 && at < pairs.size(); at += 2)
        if (pairs.substr(at, 2) == name)
            return false;
    return !name.empty() && usual.find(name.front()) != std::u32string::npos;
}

std::optional<std::string> hanName(std::string_view text)
{
    std::u32string run;
    const std::u32string all = decoded(text);
    for (std::size_t i = 0; i <= all.size(); ++i) {
        const char32_t c = i < all.size() ? all[i] : U'\n';
        if (isHan(c) || (isMiddleDot(c) && !run.empty())) {
            run += isMiddleDot(c) ? U'·' : c;
            continue;
        }
        if (c == U' ' || c == U'\u3000')
            continue;
        while (!run.empty() && run.back() == U'·')
            run.pop_back();
        run = withoutTitles(run);
        const bool dotted = run.find(U'·') != std::u32string::npos;
        if (run.size() >= 2 && run.size() <= (dotted ? 16u : 6u))
            return encoded(run);
        run.clear();
    }
    return std::nullopt;
}

bool isOfSentence(std::string_view hanName)
{
    // 王有权 is a name: after a usual surname the two characters may be given names.
    constexpr std::size_t usualLength = 3;
    const std::u32string text = folded(hanName);
    const bool mayBeName = text.size() <= usualLength && hasUsualSurname(hanName);
    return std::any_of(sentenceWords.begin(), sentenceWords.end(), [&](std::u32string_view word) {
        const auto at = text.find(word);
        return at == 0 || (at != std::u32string::npos && !mayBeName);
    });
}

std::optional<std::string> latinName(std::string_view text)
{
    const Words words = wordsOf(text);
    std::size_t letters = 0;
    for (const auto& word : words)
        letters += word == U"," ? 0 : word.size();
    if (letters < 2)
        return std::nullopt;

    const auto comma = std::find(words.begin(), words.end(), U",");
    const auto isSurnameLike = [](const std::u32string& word) { return isCapitals(word); };
    const bool anyMixed = std::any_of(words.begin(), words.end(), isMixed);
    const auto leading = std::find_if_not(words.begin(), words.end(), isSurnameLike);
    auto trailing = words.end();
    while (trailing != words.begin() && isCapitals(*(trailing - 1)))
        --trailing;

    std::u32string surname, given;
    if (comma != words.end() && (comma <= leading || !anyMixed || leading == words.begin())) {
        surname = joined(words.begin(), comma);
        given = joined(comma + 1, words.end());
    } else if (anyMixed && leading != words.begin()) {
        surname = joined(words.begin(), leading);
        given = joined(leading, words.end());
    } else if (anyMixed && trailing != words.end() && trailing != words.begin()) {
        surname = joined(trailing, words.end());
        given = joined(words.begin(), trailing);
    }
    if (surname.empty() || given.empty())
        return encoded(joined(words.begin(), words.end()));
    return encoded(surname + U", " + given);
}

} // namespace vidimus::pipeline
