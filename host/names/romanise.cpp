#include "names/romanise.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace vidimus::names {
namespace {

/// A part of a syllable and how it is spelt: alternatives separated by spaces, `-` for nothing.
struct Part {
    std::string_view sound, spelt;
};

// Observed habits of Hong Kong (Eitel's system and older ones) and Macao (Portuguese), written by us.
constexpr Part cantoneseOnsets[]
    = {{"ng", "NG -"}, {"gw", "KW GW QU"}, {"kw", "KW QU"}, {"b", "P B"}, {"p", "P"}, {"m", "M"}, {"f", "F"},
        {"d", "T D"}, {"t", "T"}, {"n", "N L"}, {"l", "L N"}, {"g", "K G C"}, {"k", "K C"}, {"h", "H"}, {"w", "W V"},
        {"z", "CH TS TZ J C DZ"}, {"c", "CH TS C"}, {"s", "S SH X"}, {"j", "Y I J -"}, {"", "- NG"}};

constexpr Part cantoneseRimes[] = {{"aa", "A AH AR"}, {"aai", "AI AAI AY"}, {"aau", "AU AO AAU"}, {"aam", "AM AAM"},
    {"aan", "AN AAN"}, {"aang", "ANG AANG"}, {"aap", "AP AAP"}, {"aat", "AT AAT"}, {"aak", "AK AAK AC"},
    {"ai", "AI EI AY Y"}, {"au", "AU AO OW OU EW AUW"}, {"am", "AM UM EM"}, {"an", "AN UN EN"}, {"ang", "ANG UNG ENG"},
    {"ap", "AP UP"}, {"at", "AT UT"}, {"ak", "AK UK AC UCK ACK"}, {"e", "E EH EA"}, {"ei", "EI I EE AY EY"},
    {"eng", "ENG ING EANG"}, {"ek", "EK IK EAK ECK"}, {"eu", "EU IU"}, {"i", "I EE Z E IE ZE"},
    {"iu", "IU IO IEW EW U"}, {"im", "IM IEM"}, {"in", "IN IEN EEN"}, {"ing", "ING ENG"}, {"ip", "IP IEP"},
    {"it", "IT IET"}, {"ik", "IK EK ICK IC"}, {"o", "O OH OR AW"}, {"oi", "OI OY"}, {"ou", "O OU OW"}, {"on", "ON ORN"},
    {"ong", "ONG"}, {"ot", "OT"}, {"ok", "OK OCK OC"}, {"oe", "OE EU ER"}, {"oeng", "EUNG EONG OENG UNG IEONG"},
    {"oek", "EUK EOK OEK"}, {"eoi", "UI EUI OI OY"}, {"eon", "UN EUN ON EON"}, {"eot", "UT EUT OT"}, {"u", "U OO"},
    {"ui", "UI OOI"}, {"un", "UN OON"}, {"ung", "UNG ONG OONG"}, {"uk", "UK OK UCK OC"}, {"ut", "UT OOT"},
    {"yu", "U UE YU UI EE"}, {"yun", "UN UEN YUN"}, {"yut", "UT UET YUT"}};

const Part* find(const Part* begin, const Part* end, std::string_view sound)
{
    return std::find_if(begin, end, [&](const Part& part) { return part.sound == sound; });
}

/// Calls use with each alternative.
template <class Use> void forEachSpelling(std::string_view spelt, const Use& use)
{
    while (!spelt.empty()) {
        const auto end = std::min(spelt.find(' '), spelt.size());
        use(spelt.substr(0, end) == "-" ? std::string_view() : spelt.substr(0, end));
        spelt.remove_prefix(std::min(end + 1, spelt.size()));
    }
}

std::string upper(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        c = static_cast<char>(c - 'a' + 'A');
    return result;
}

/// Special shapes: sibilant with i, j before u-like sounds, syllabic nasals, kw before o.
void addSpecial(std::string_view syllable, Spellings& to)
{
    static constexpr Part special[] = {{"zi", "TSZ TZE TSE TZ CHE CHIH"}, {"ci", "TSZ TZE TSE CHE"},
        {"si", "SZE SZ SEE SY SE SHI SHEE SZU"}, {"ng", "NG UNG"}, {"m", "M NG"}, {"gwok", "KOK KUOK"},
        {"gwong", "KONG KUONG"}, {"gwan", "KUAN KUN"}, {"jyu", "YUE U YEE JU"}, {"jyun", "YUEN IUN UN"},
        {"jyut", "YUET UT IUT"}, {"ji", "YI YEE I E YE"}, {"jan", "IAN YEN YIN"}, {"jau", "IAO YEW YOW"},
        {"joeng", "IEONG YOUNG YONG"}, {"waa", "VA WAH WA"}, {"gaa", "KA KAR GA"}, {"zoeng", "CHEONG CHEUNG JEONG"}};
    for (const Part& part : special)
        if (part.sound == syllable)
            forEachSpelling(part.spelt, [&](std::string_view spelling) { to.emplace(spelling); });
}

constexpr std::string_view initials[]
    = {"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s"};

} // namespace

void addPinyin(std::string_view pinyin, Spellings& to)
{
    to.insert(upper(pinyin));
    const auto v = pinyin.find('v');
    if (v == std::string_view::npos)
        return;
    // GB/T 28039-2011 writes ü as YU in names; older passports wrote U, some V.
    for (const char* instead : {"yu", "u", "v"})
        to.insert(upper(std::string(pinyin.substr(0, v)) + instead + std::string(pinyin.substr(v + 1))));
}

void addWadeGiles(std::string_view pinyin, Spellings& to)
{
    static constexpr Part whole[]
        = {{"zhi", "CHIH"}, {"chi", "CHIH"}, {"shi", "SHIH"}, {"ri", "JIH"}, {"zi", "TZU TSU"}, {"ci", "TZU TSU"},
            {"si", "SZU SSU"}, {"yi", "I YI"}, {"you", "YU"}, {"yan", "YEN"}, {"ye", "YEH"}, {"yue", "YUEH"},
            {"yong", "YUNG"}, {"er", "ERH"}, {"ge", "KO"}, {"ke", "KO"}, {"he", "HO"}, {"e", "O"}, {"wei", "WEI"}};
    static constexpr Part onsets[]
        = {{"zh", "CH"}, {"ch", "CH"}, {"sh", "SH"}, {"b", "P"}, {"p", "P"}, {"d", "T"}, {"t", "T"}, {"g", "K"},
            {"k", "K"}, {"j", "CH"}, {"q", "CH"}, {"x", "HS"}, {"r", "J"}, {"z", "TS"}, {"c", "TS"}};
    static constexpr Part finals[] = {{"ian", "IEN"}, {"ong", "UNG"}, {"iong", "IUNG"}, {"ie", "IEH"}, {"ue", "UEH"},
        {"uo", "UO O"}, {"ui", "UI UEI"}, {"ve", "UEH"}};
    if (const auto* special = find(std::begin(whole), std::end(whole), pinyin); special != std::end(whole)) {
        forEachSpelling(special->spelt, [&](std::string_view spelling) { to.emplace(spelling); });
        return;
    }
    std::string_view initial;
    for (const std::string_view candidate : initials)
        if (pinyin.starts_with(candidate)) {
            initial = candidate;
            break;
        }
    const std::string_view rest = pinyin.substr(initial.size());
    const auto* onset = find(std::begin(onsets), std::end(onsets), initial);
    const auto* final = find(std::begin(finals), std::end(finals), rest);
    const std::string start = onset == std::end(onsets) ? upper(initial) : std::string(onset->spelt);
    std::string plain = upper(rest);
    std::replace(plain.begin(), plain.end(), 'V', 'U');
    forEachSpelling(final == std::end(finals) ? std::string_view(plain) : final->spelt,
        [&](std::string_view spelling) { to.insert(start + std::string(spelling)); });
}

void addCantonese(std::string_view jyutping, Spellings& to)
{
    addSpecial(jyutping, to);
    for (const Part& onset : cantoneseOnsets) {
        if (!jyutping.starts_with(onset.sound))
            continue;
        const auto* rime
            = find(std::begin(cantoneseRimes), std::end(cantoneseRimes), jyutping.substr(onset.sound.size()));
        if (rime == std::end(cantoneseRimes))
            continue;
        forEachSpelling(onset.spelt, [&](std::string_view start) {
            forEachSpelling(rime->spelt, [&](std::string_view end) {
                if (!start.empty() || !end.empty())
                    to.insert(std::string(start) + std::string(end));
            });
        });
        return;
    }
}

} // namespace vidimus::names
