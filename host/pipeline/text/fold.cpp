#include "pipeline/text/fold.hpp"

#include <algorithm>
#include <map>

namespace vidimus::pipeline {
namespace {

/// Traditional and Simplified forms, and common variants, of the characters in titles, labels and issuers' names of the
/// papers that we know; written from the published tables of 简化字总表 (1986). Names are compared elsewhere, with all
/// of Unihan.
constexpr std::u32string_view pairs = U"醫医務务會会證证書书號号發发機机關关簽签國国藥药劑剂師师執执業业註注冊册類类別"
                                      U"别範范圍围點点資资編编碼码學学歷历級级頒颁員员歲岁區区縣县門门屆届"
                                      U"專专準准條条衛卫衞卫織织辦办廳厅總总長长處处華华戶户簡简體体聯联繫系電电話话單"
                                      U"单據据價价錢钱費费貨货幣币項项備备審审規规則则標标誌志識识讀读寫写"
                                      U"語语譯译護护產产廠厂製制質质種种數数聲声請请療疗內内術术臨临婦妇兒儿齒齿腫肿進"
                                      U"进許许與与從从於于為为爲为應应該该對对後后間间時时場场開开閉闭東东"
                                      U"車车馬马陳陈張张劉刘楊杨黃黄趙赵吳吴鄭郑馮冯蔣蒋葉叶盧卢鍾钟鐘钟羅罗譚谭陸陆韓"
                                      U"韩蘇苏謝谢鄧邓龍龙萬万湯汤顧顾賴赖龔龚歐欧陽阳實实貴贵寶宝藝艺蘭兰"
                                      U"麗丽慶庆興兴榮荣偉伟傑杰強强穎颖靜静鋒锋銘铭雲云鳳凤儀仪韻韵賢贤祿禄壽寿遠远達"
                                      U"达運运選选還还邊边適适憑凭權权檢检測测驗验環环滿满濟济減减決决況况"
                                      U"凈净淨净廣广莊庄嚴严團团圖图園园圓圆塊块壓压壇坛傳传僅仅億亿優优臺台灣湾離离難"
                                      U"难頁页頂顶順顺預预領领題题額额顯显願愿風风飛飞養养館馆髮发麼么麵面"
                                      U"黨党齊齐齡龄籤签絡络經经綜综緊紧線线練练續续維维網网結结給给統统絕绝職职聽听聖"
                                      U"圣脈脉腦脑腸肠膽胆臟脏記记紀纪組组終终約约認认計计訊讯設设評评試试"
                                      U"詳详誤误議议變变讓让負负責责財财貫贯購购輔辅輸输轉转隊队階阶際际隨随險险雙双雜"
                                      U"杂韋韦頭头歸归殘残氣气滅灭漢汉潔洁獨独獎奖現现畢毕畫画異异當当監监"
                                      U"碩硕禮礼稱称積积筆笔節节紅红純纯細细績绩羣群習习肅肃腎肾膚肤舉举薦荐裝装補补視"
                                      U"视覺觉觀观訓训託托詞词詢询誕诞課课調调論论講讲謹谨豐丰賣卖賬账軍军"
                                      U"較较載载農农遷迁遞递遺遗鄉乡釋释針针銀银銷销鋪铺錄录錯错鏡镜鑑鉴鎮镇陰阴響响須"
                                      U"须頻频顏颜飲饮餘余駐驻駕驾鮮鲜峯峰裡里裏里麯曲閲阅閱阅説说說说鉅巨"
                                      U"縂总擇择擔担擬拟換换揮挥損损搶抢攝摄敎教敗败斷断";

const std::map<char32_t, char32_t>& simplified()
{
    static const std::map<char32_t, char32_t> table = [] {
        std::map<char32_t, char32_t> built;
        for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
            built.emplace(pairs[i], pairs[i + 1]);
        return built;
    }();
    return table;
}

/// Latin-1 and Latin Extended-A letters without their accents, for Portuguese and the like.
char32_t withoutAccent(char32_t c)
{
    static constexpr std::u32string_view accented = U"ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÝýÿ";
    static constexpr std::u32string_view plain = U"AAAAAAaaaaaaCcEEEEeeeeIIIIiiiiNnOOOOOOooooooUUUUuuuuYyy";
    const auto at = accented.find(c);
    return at == std::u32string_view::npos ? c : plain[at];
}

} // namespace

std::u32string decoded(std::string_view utf8)
{
    std::u32string out;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
        char32_t c = length == 1 ? lead : lead & (0xFF >> (length + 1));
        bool whole = length != 0 && i + length <= utf8.size();
        for (std::size_t k = 1; whole && k < length; ++k) {
            const auto next = static_cast<unsigned char>(utf8[i + k]);
            whole = next >> 6 == 2;
            c = (c << 6) | (next & 0x3F);
        }
        out += whole ? c : U'\uFFFD';
        i += whole ? length : 1;
    }
    return out;
}

std::string encoded(std::u32string_view text)
{
    std::string out;
    for (const char32_t c : text) {
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else if (c < 0x800) {
            out += static_cast<char>(0xC0 | (c >> 6));
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            out += static_cast<char>(0xE0 | (c >> 12));
            out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else {
            out += static_cast<char>(0xF0 | (c >> 18));
            out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
            out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    return out;
}

bool isHan(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF)
        || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007;
}

bool isLatinLetter(char32_t c)
{
    c = withoutAccent(c);
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isDigit(char32_t c)
{
    return c >= '0' && c <= '9';
}

bool isSpace(char32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

char32_t halfWidth(char32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFF01 + 0x21;
    return c == 0x3000 ? U' ' : c;
}

std::string halfWidth(std::string_view utf8)
{
    std::u32string text = decoded(utf8);
    std::transform(text.begin(), text.end(), text.begin(), [](char32_t c) { return halfWidth(c); });
    return encoded(text);
}

char32_t foldedCharacter(char32_t c)
{
    c = withoutAccent(halfWidth(c));
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 'A';
    if ((c >= 'A' && c <= 'Z') || isDigit(c))
        return c;
    if (!isHan(c))
        return 0;
    const auto found = simplified().find(c);
    return found == simplified().end() ? c : found->second;
}

std::u32string folded(std::string_view utf8)
{
    std::u32string out;
    for (const char32_t c : decoded(utf8))
        if (const char32_t f = foldedCharacter(c))
            out += f;
    return out;
}

std::string tidied(std::string_view utf8)
{
    std::u32string out;
    bool blank = false;
    for (const char32_t c : decoded(utf8)) {
        if (isSpace(c)) {
            blank = true;
            continue;
        }
        if (blank && !out.empty() && !(isHan(out.back()) && isHan(c)))
            out += U' ';
        blank = false;
        out += c;
    }
    return encoded(out);
}

} // namespace vidimus::pipeline
