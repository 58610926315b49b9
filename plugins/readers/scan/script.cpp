#include "script.hpp"

#include <algorithm>
#include <cstdint>

namespace vidimus::scan {

namespace {
// Common characters of papers that are written differently in the two ways, at the same place in both strings.
constexpr std::u32string_view traditional
    = U"國學醫證書師護藥劑業處務員會註冊發給無與為從區縣廣東門灣聯開關電話號碼單總經濟術藝長時間類別職稱實驗報導療衛質"
      U"級"
      U"優華漢語陳張劉楊黃趙吳馮鄭許鄧蕭鐘鍾譚陸蘇葉盧蔣賈韓馬龍鳳興寶貴財產權認準則據該條規約責資歷畢際費萬億圓機構體"
      U"檢"
      U"審頒簽訂進過遠適選運動應歸當錄輸轉軍農鄉鎮島嶼齡歲歐讓請講訪設計論議記試課調談讀變這個們來對於圖畫點線紅綠藍銀"
      U"鐵"
      U"錢編圍紙樓倫陽寧鹽羅婦兒腫麗練訓組織結終續網義習聖聲聽腦舊舉補裝見視覺親觀訊評詞誤謝譯負買賴購贈車輕輝轄辦達遞"
      U"遺"
      U"邊鄒鄺鈞銘鋒錦鏡閉閱陰隨險雙難靈靜順須預領頭題額顧風飛館養駐齊偉傳儀蘭雜韋項頓駿鵬龐龔嚴喬園場塊壽夢孫寬將屆嶺"
      U"帥"
      U"幣廠強徑態懷戲戶擔擴攝攜敗敵數斷曉殘氣決況淨淚湯溫滅滾滿漁濱瀏灑燈燒營狀獎獨獲環現瑪";
constexpr std::u32string_view simplified
    = U"国学医证书师护药剂业处务员会注册发给无与为从区县广东门湾联开关电话号码单总经济术艺长时间类别职称实验报导疗卫质"
      U"级"
      U"优华汉语陈张刘杨黄赵吴冯郑许邓萧钟钟谭陆苏叶卢蒋贾韩马龙凤兴宝贵财产权认准则据该条规约责资历毕际费万亿圆机构体"
      U"检"
      U"审颁签订进过远适选运动应归当录输转军农乡镇岛屿龄岁欧让请讲访设计论议记试课调谈读变这个们来对于图画点线红绿蓝银"
      U"铁"
      U"钱编围纸楼伦阳宁盐罗妇儿肿丽练训组织结终续网义习圣声听脑旧举补装见视觉亲观讯评词误谢译负买赖购赠车轻辉辖办达递"
      U"遗"
      U"边邹邝钧铭锋锦镜闭阅阴随险双难灵静顺须预领头题额顾风飞馆养驻齐伟传仪兰杂韦项顿骏鹏庞龚严乔园场块寿梦孙宽将届岭"
      U"帅"
      U"币厂强径态怀戏户担扩摄携败敌数断晓残气决况净泪汤温灭滚满渔滨浏洒灯烧营状奖独获环现玛";
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

bool isHan(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF)
        || c == 0x3007;
}

char32_t asSimplified(char32_t c)
{
    const auto at = traditional.find(c);
    return at == std::u32string_view::npos ? c : simplified[at];
}

std::u32string charactersOf(std::string_view text)
{
    std::u32string characters;
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t c = next(text, at); c != U' ')
            characters += c;
    return characters;
}

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
