#include "script.hpp"

#include <algorithm>
#include <cstdint>

namespace vidimus::scan {

namespace {
// Common characters of papers that are written differently in the two ways, at the same place in both strings.
constexpr std::u32string_view traditional
    = U"國學醫證書師護藥劑業處務員會註冊發給無與為從區縣廣東門灣聯開關電話號碼單總經濟術藝長時間類別職稱實驗報導醫療衛"
      U"質級優華漢語陳張劉楊黃趙吳馮鄭許鄧蕭鐘鍾譚陸蘇葉盧蔣賈韓馬龍鳳興寶貴財產權認準則據該條規約責任資歷畢業際費萬億"
      U"圓機構體檢驗審頒簽訂進過遠適選運動應歸當錄輸轉軍農鄉鎮島嶼灣齡歲歷歐讓請講訪設計論議記設試課調談護讀變這個們來"
      U"對於圖畫點線紅綠藍銀鐵錢";
constexpr std::u32string_view simplified
    = U"国学医证书师护药剂业处务员会注册发给无与为从区县广东门湾联开关电话号码单总经济术艺长时间类别职称实验报导医疗卫"
      U"质级优华汉语陈张刘杨黄赵吴冯郑许邓萧钟钟谭陆苏叶卢蒋贾韩马龙凤兴宝贵财产权认准则据该条规约责任资历毕业际费万亿"
      U"圆机构体检验审颁签订进过远适选运动应归当录输转军农乡镇岛屿湾龄岁历欧让请讲访设计论议记设试课调谈护读变这个们来"
      U"对于图画点线红绿蓝银铁钱";
constexpr std::u32string_view portugueseMarks = U"ãõçáéíóúâêôàÃÕÇÁÉÍÓÚÂÊÔÀºª";

/// Decodes one character and steps past it; U+FFFD for a broken sequence.
char32_t next(std::string_view text, std::size_t& at)
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    const int more = lead < 0x80 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : -1;
    if (more < 0 || at + static_cast<std::size_t>(more) > text.size())
        return 0xFFFD;
    char32_t code = more == 0 ? lead : lead & (0x3F >> more);
    for (int i = 0; i < more; ++i)
        code = code << 6 | (static_cast<unsigned char>(text[at++]) & 0x3F);
    return code;
}

bool isHan(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF)
        || c == 0x3007;
}
bool isLatin(char32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

/// -1 written the simplified way, 1 the traditional way, 0 either.
int wayOf(char32_t c)
{
    const auto inTraditional = traditional.find(c), inSimplified = simplified.find(c);
    const bool t = inTraditional != std::u32string_view::npos, s = inSimplified != std::u32string_view::npos;
    return t == s ? 0 : t ? 1 : -1;
}
} // namespace

ScriptCount& ScriptCount::operator+=(const ScriptCount& more)
{
    han += more.han;
    latin += more.latin;
    digits += more.digits;
    other += more.other;
    traditionalOnly += more.traditionalOnly;
    simplifiedOnly += more.simplifiedOnly;
    portuguese += more.portuguese;
    return *this;
}

ScriptCount countScripts(std::string_view text)
{
    ScriptCount count;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next(text, at);
        if (c == ' ')
            continue;
        if (isHan(c)) {
            ++count.han;
            const int way = wayOf(c);
            count.traditionalOnly += way > 0;
            count.simplifiedOnly += way < 0;
        } else if (isLatin(c)) {
            ++count.latin;
            count.portuguese += portugueseMarks.find(c) != std::u32string_view::npos;
        } else if (c >= '0' && c <= '9') {
            ++count.digits;
        } else {
            ++count.other;
        }
    }
    return count;
}

} // namespace vidimus::scan
