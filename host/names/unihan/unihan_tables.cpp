// Makes C++ tables of Unihan's text files while the house is built.
//   unihan_tables telegraph OUT.cpp Unihan_OtherMappings.txt Unihan_Variants.txt
//   unihan_tables readings  OUT.cpp Unihan_Readings.txt Unihan_Variants.txt
#include <cstdint>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Use = std::function<void(char32_t, const std::string& property, const std::string& value)>;

/// Calls use for each line `U+XXXX<tab>property<tab>value`.
bool forEachLine(const char* path, const Use& use)
{
    std::ifstream in(path);
    std::string line;
    while (std::getline(in, line)) {
        const auto first = line.find('\t'), second = line.find('\t', first + 1);
        if (line.rfind("U+", 0) != 0 || second == std::string::npos)
            continue;
        use(static_cast<char32_t>(std::stoul(line.substr(2, first - 2), nullptr, 16)),
            line.substr(first + 1, second - first - 1), line.substr(second + 1));
    }
    return in.eof();
}

/// Pinyin without tone marks, ü as v: "lǜ" -> "lv".
std::string toneless(const std::string& syllable)
{
    static const std::pair<const char*, const char*> marks[]
        = {{"ā", "a"}, {"á", "a"}, {"ǎ", "a"}, {"à", "a"}, {"ē", "e"}, {"é", "e"}, {"ě", "e"}, {"è", "e"}, {"ī", "i"},
            {"í", "i"}, {"ǐ", "i"}, {"ì", "i"}, {"ō", "o"}, {"ó", "o"}, {"ǒ", "o"}, {"ò", "o"}, {"ū", "u"}, {"ú", "u"},
            {"ǔ", "u"}, {"ù", "u"}, {"ǖ", "v"}, {"ǘ", "v"}, {"ǚ", "v"}, {"ǜ", "v"}, {"ü", "v"}, {"ń", "n"}, {"ň", "n"},
            {"ǹ", "n"}, {"ḿ", "m"}, {"ê", "e"}, {"\u0304", ""}, {"\u030c", ""}, {"\u0301", ""}, {"\u0300", ""}};
    std::string plain = syllable;
    for (const auto& [mark, letter] : marks)
        for (auto at = plain.find(mark); at != std::string::npos; at = plain.find(mark))
            plain.replace(at, std::string(mark).size(), letter);
    for (const char c : plain)
        if (c < 'a' || c > 'z')
            return {};
    return plain;
}

using Readings = std::map<char32_t, std::set<std::string>>;

/// kMandarin "chén"; kTGHZ2013 "033.120:céng 461.030:zēng"; kXHC1983 "0110.090:céng": modern dictionaries of the
/// mainland.
void addPinyin(Readings& to, char32_t c, const std::string& value)
{
    std::istringstream words(value);
    for (std::string word; words >> word;) {
        std::istringstream syllables(word.substr(word.find(':') == std::string::npos ? 0 : word.find(':') + 1));
        for (std::string syllable; std::getline(syllables, syllable, ',');)
            if (const auto plain = toneless(syllable); !plain.empty())
                to[c].insert(plain);
    }
}

/// kCantonese "can4 zan6": jyutping with tone digits.
void addJyutping(Readings& to, char32_t c, const std::string& value)
{
    std::istringstream words(value);
    for (std::string word; words >> word;) {
        while (!word.empty() && (word.back() < 'a' || word.back() > 'z'))
            word.pop_back();
        if (!word.empty())
            to[c].insert(word);
    }
}

std::string joined(const std::set<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

using Variants = std::map<char32_t, std::set<char32_t>>;

/// Characters that stand for each other, both ways. "U+4E3A", or with its sources "U+70BA<kMatthews".
bool readVariants(Variants& to, const char* path, const std::set<std::string>& properties)
{
    return forEachLine(path, [&](char32_t c, const std::string& property, const std::string& value) {
        if (properties.count(property) == 0)
            return;
        std::istringstream words(value);
        for (std::string word; words >> word;)
            if (const auto other = static_cast<char32_t>(std::stoul(word.substr(2), nullptr, 16)); other != c) {
                to[c].insert(other);
                to[other].insert(c);
            }
    });
}

/// The rows `{character, variant},` of a table. \return how many
std::size_t writeVariants(
    std::ostream& out, const Variants& alike, const std::function<bool(char32_t variant)>& wanted = {})
{
    std::size_t count = 0;
    for (const auto& [c, others] : alike)
        for (const char32_t other : others)
            if (!wanted || wanted(other)) {
                out << "{" << static_cast<std::uint32_t>(c) << "," << static_cast<std::uint32_t>(other) << "},\n";
                ++count;
            }
    return count;
}

int writeTelegraph(std::ostream& out, const char* mappings, const char* variants)
{
    std::map<char32_t, std::pair<int, int>> rows;
    Variants alike;
    const bool read = forEachLine(mappings, [&](char32_t c, const std::string& property, const std::string& value) {
        if (property == "kTaiwanTelegraph")
            rows[c].first = std::stoi(value);
        else if (property == "kMainlandTelegraph")
            rows[c].second = std::stoi(value);
    }) && readVariants(alike, variants, {"kSimplifiedVariant", "kTraditionalVariant", "kZVariant", "kSemanticVariant"});
    out << "#include \"telegraph_table.hpp\"\nnamespace vidimus::consistency {\nconst TelegraphRow telegraphTable[] = "
           "{\n";
    for (const auto& [c, codes] : rows)
        out << "{" << static_cast<std::uint32_t>(c) << "," << codes.first << "," << codes.second << "},\n";
    out << "};\nconst std::size_t telegraphTableSize = " << rows.size()
        << ";\nconst TelegraphVariantRow telegraphVariants[] = {\n";
    const std::size_t count = writeVariants(out, alike, [&](char32_t variant) { return rows.count(variant) != 0; });
    out << "};\nconst std::size_t telegraphVariantsSize = " << count << ";\n}\n";
    return read && rows.size() > 8000 ? 0 : 1;
}

/// Sets of readings are shared: the table of characters holds their numbers.
int writeReadings(std::ostream& out, const char* readings, const char* variants)
{
    Readings pinyin, jyutping;
    Variants alike;
    const bool read = forEachLine(readings, [&](char32_t c, const std::string& property, const std::string& value) {
        if (property == "kMandarin" || property == "kTGHZ2013" || property == "kXHC1983")
            addPinyin(pinyin, c, value);
        else if (property == "kCantonese")
            addJyutping(jyutping, c, value);
    }) && readVariants(alike, variants, {"kSimplifiedVariant", "kTraditionalVariant", "kZVariant"});

    std::map<std::string, int> numbers;
    std::vector<std::string> sets;
    const auto numberOf = [&](const std::set<std::string>& set) {
        const auto [at, added] = numbers.emplace(joined(set), static_cast<int>(sets.size()));
        if (added)
            sets.push_back(at->first);
        return at->second;
    };
    std::set<char32_t> characters;
    for (const auto* table : {&pinyin, &jyutping})
        for (const auto& entry : *table)
            characters.insert(entry.first);

    out << "#include \"names/reading_table.hpp\"\nnamespace vidimus::names {\nconst ReadingRow readingTable[] = {\n";
    for (const char32_t c : characters)
        out << "{" << static_cast<std::uint32_t>(c) << "," << numberOf(pinyin[c]) << "," << numberOf(jyutping[c])
            << "},\n";
    out << "};\nconst std::size_t readingTableSize = " << characters.size()
        << ";\nconst char* const readingSets[] = {\n";
    for (const std::string& set : sets)
        out << "\"" << set << "\",\n";
    out << "};\nconst VariantRow variantTable[] = {\n";
    const std::size_t count = writeVariants(out, alike);
    out << "};\nconst std::size_t variantTableSize = " << count << ";\n}\n";
    return read && characters.size() > 30000 && sets.size() < 65536 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string kind = argc > 1 ? argv[1] : "";
    if ((kind != "telegraph" || argc != 5) && (kind != "readings" || argc != 5)) {
        std::cerr << "unihan_tables telegraph OUT OtherMappings Variants | readings OUT Readings Variants\n";
        return 64;
    }
    std::ofstream out(argv[2]);
    const int failed
        = kind == "telegraph" ? writeTelegraph(out, argv[3], argv[4]) : writeReadings(out, argv[3], argv[4]);
    if (failed || !out.flush()) {
        std::cerr << argv[2] << ": the table could not be made\n";
        return 1;
    }
    return 0;
}
