#include "names/readings.hpp"

#include "digest/digest.hpp"
#include "names/reading_table.hpp"
#include "names/text.hpp"

#include <opencc.h>

#include <algorithm>
#include <set>

namespace vidimus::names {
namespace {

template <class Use> void forEachWord(std::string_view text, const Use& use)
{
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        use(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

const ReadingRow* rowOf(char32_t c)
{
    const auto* end = readingTable + readingTableSize;
    const auto* row
        = std::lower_bound(readingTable, end, c, [](const ReadingRow& r, char32_t x) { return r.character < x; });
    return row != end && row->character == c ? row : nullptr;
}

void addSpellings(std::uint16_t pinyin, std::uint16_t jyutping, Spellings& to)
{
    forEachWord(readingSets[pinyin], [&](std::string_view syllable) {
        addPinyin(syllable, to);
        addWadeGiles(syllable, to);
    });
    forEachWord(readingSets[jyutping], [&](std::string_view syllable) { addCantonese(syllable, to); });
}

} // namespace

Readings::Readings()
    : m_fromHongKong(std::make_unique<opencc::SimpleConverter>("hk2t.json"))
    , m_fromTaiwan(std::make_unique<opencc::SimpleConverter>("tw2t.json"))
    , m_toSimplified(std::make_unique<opencc::SimpleConverter>("t2s.json"))
{
    std::set<std::pair<std::uint16_t, std::uint16_t>> seen;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < readingTableSize; ++i) {
        const ReadingRow& row = readingTable[i];
        if (!seen.emplace(row.pinyin, row.jyutping).second)
            continue;
        Spellings spellings;
        addSpellings(row.pinyin, row.jyutping, spellings);
        for (const std::string& spelling : spellings)
            m_index[spelling].push_back(number);
        ++number;
        forEachWord(readingSets[row.pinyin], [&](std::string_view syllable) {
            Spellings pinyin;
            addPinyin(syllable, pinyin);
            for (const std::string& spelling : pinyin)
                m_pinyin.emplace(spelling, true);
        });
    }
}

Readings::~Readings() = default;

std::u32string Readings::fold(char32_t c) const
{
    if (!isHan(c))
        return {c};
    const std::string standard = m_fromTaiwan->Convert(m_fromHongKong->Convert(utf8({&c, 1})));
    return codePoints(m_toSimplified->Convert(standard));
}

std::u32string Readings::alikes(char32_t c) const
{
    std::u32string all = fold(c) + c;
    const auto* end = variantTable + variantTableSize;
    const auto* at
        = std::lower_bound(variantTable, end, c, [](const VariantRow& r, char32_t x) { return r.character < x; });
    for (; at != end && at->character == c; ++at)
        all += at->variant;
    return all;
}

bool Readings::alike(char32_t a, char32_t b) const
{
    if (a == b)
        return true;
    const std::u32string first = alikes(a), second = alikes(b);
    return first.find_first_of(second) != std::u32string::npos;
}

Spellings Readings::spellings(char32_t c) const
{
    Spellings all;
    for (const char32_t form : alikes(c))
        if (const ReadingRow* row = rowOf(form))
            addSpellings(row->pinyin, row->jyutping, all);
    return all;
}

Spellings Readings::surname(std::u32string_view characters) const
{
    std::u32string folded;
    for (const char32_t c : characters)
        folded += fold(c);
    Spellings all;
    if (characters.size() == 1)
        all = spellings(characters[0]);
    else
        for (const std::string& first : spellings(characters[0]))
            for (const std::string& second : spellings(characters[1]))
                all.insert(first + second);
    if (const char* special = surnameSpellings(folded))
        forEachWord(special, [&](std::string_view spelling) { all.emplace(spelling); });
    return all;
}

bool Readings::compoundSurname(std::u32string_view characters) const
{
    std::u32string folded;
    for (const char32_t c : characters)
        folded += fold(c);
    return isCompoundSurname(folded);
}

bool Readings::sameCharacter(const std::string& a, const std::string& b) const
{
    const auto first = m_index.find(a), second = m_index.find(b);
    if (first == m_index.end() || second == m_index.end())
        return false;
    auto x = first->second.begin();
    auto y = second->second.begin();
    while (x != first->second.end() && y != second->second.end()) {
        if (*x == *y)
            return true;
        *x < *y ? ++x : ++y;
    }
    return false;
}

bool Readings::cut(std::string_view word, bool pinyinOnly, std::vector<std::string>& into) const
{
    if (word.empty())
        return true;
    for (std::size_t length = std::min<std::size_t>(6, word.size()); length >= 1; --length) {
        const std::string start(word.substr(0, length));
        if (pinyinOnly ? !m_pinyin.count(start) : length < 2 || !syllable(start))
            continue;
        into.push_back(start);
        if (cut(word.substr(length), pinyinOnly, into))
            return true;
        into.pop_back();
    }
    return false;
}

std::vector<std::string> Readings::syllables(const std::string& word, bool anySpelling) const
{
    std::vector<std::string> pieces;
    if (syllable(word))
        return {word};
    if (word.size() > 14 || looksLikeSyllables(word))
        return {};
    if (cut(word, true, pieces) || (anySpelling && cut(word, false, pieces)))
        return pieces;
    return {};
}

std::string Readings::version() const
{
    digest::Sha256 all;
    for (std::size_t i = 0; i < readingTableSize; ++i) {
        const ReadingRow& row = readingTable[i];
        all.add(std::string_view(readingSets[row.pinyin]));
        all.add(std::string_view(readingSets[row.jyutping]));
    }
    all.add(std::to_string(variantTableSize));
    for (const std::u32string_view sample : {U"鍾餘衞峯台", U"醫師註冊"})
        for (const char32_t c : sample)
            all.add(utf8(fold(c)));
    return all.hex();
}

} // namespace vidimus::names
