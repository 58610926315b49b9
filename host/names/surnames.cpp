#include "names/romanise.hpp"

#include <algorithm>

namespace vidimus::names {
namespace {

struct Surname {
    std::u32string_view folded;
    const char* spellings;
};

// Pinyin, Hong Kong, Macao, then forms of South-East Asia. Written by us; readings that Unihan lacks for surnames too
// (曾 Zeng, 区 Ou, 单 Shan, 仇 Qiu, 冼 Xian, 查 Zha, 解 Xie, 任 Ren, 缪 Miao, 盖 Ge, 覃 Qin).
constexpr Surname surnames[] = {{U"陈", "CHEN CHAN TAN CHIN TING DING TJAN CHUN TRAN"},
    {U"黄", "HUANG WONG VONG NG ONG OOI WEE UY BONG OEI"}, {U"王", "WANG WONG VONG ONG HENG"},
    {U"吴", "WU NG GOH NGO GO WOO EN"}, {U"伍", "WU NG EN ENG"}, {U"许", "XU HUI HOI KOH KHO KHOO KHAW HSU HEOI HUEY"},
    {U"徐", "XU TSUI CHUI CHOI CHEE ZEE HSU TSEE TSU CHEU"}, {U"何", "HE HO HOH HOE"},
    {U"周", "ZHOU CHOW CHAO CHAU CHEW CHIU CHOU JOU JOE"}, {U"郑", "ZHENG CHENG CHEANG TAY TEE TEH CHANG TEY"},
    {U"梁", "LIANG LEUNG LEONG NEO NIO LEANG"}, {U"李", "LI LEE LEI LY DY LIE LEY"},
    {U"张", "ZHANG CHEUNG CHEONG TEO TEOH CHONG TIONG TJONG CHANG CHEUNG"},
    {U"杨", "YANG YEUNG IEONG YEO YONG YOUNG YEOH EOH"}, {U"叶", "YE YIP IP YAP YEH YIM IAP"},
    {U"曾", "ZENG TSANG CHANG CHENG CHAN TZENG TJAN"}, {U"蔡", "CAI CHOI TSOI CHUA CHUAH TSAI CHAI CHOY TJOA"},
    {U"余", "YU U YEE EE IU YUE"}, {U"刘", "LIU LAU LAO LOW LIEW LAW LEW LIOU"}, {U"卢", "LU LO LOU LOH LOW LOO"},
    {U"冯", "FENG FUNG FONG PANG FOONG HONG"}, {U"钟", "ZHONG CHUNG CHONG CHEONG CHOONG"},
    {U"锺", "ZHONG CHUNG CHONG CHEONG CHOONG"}, {U"林", "LIN LAM LIM LUM LING"},
    {U"郭", "GUO KWOK KUOK KWEK QUEK KUO KOK KOAY KOO KWAK GOCK"}, {U"谢", "XIE TSE CHE CHIA CHEAH TZE HSIEH TSIA"},
    {U"洪", "HONG HUNG ANG"}, {U"沈", "SHEN SHUM SAM SIM SUM"}, {U"方", "FANG FONG PNG PUNG HONG"},
    {U"萧", "XIAO SIU SIO SIOW SEOW SIEW SHIU HSIAO"}, {U"肖", "XIAO SIU SIO SEOW"},
    {U"孙", "SUN SUEN SUN SNG SOON SUEN"}, {U"胡", "HU WU WOO OH FOO AW"}, {U"庄", "ZHUANG CHONG CHNG CHUANG CHUNG"},
    {U"江", "JIANG KONG KANG CHIANG GONG"}, {U"邱", "QIU YAU IAO KHOO KHU HIEW CHIU CHU KU"},
    {U"丘", "QIU YAU IAO KHOO HIEW CHIU"}, {U"高", "GAO KO KOU KOH KAO GO"}, {U"白", "BAI PAK PAC PEH"},
    {U"傅", "FU FU POH FOO"}, {U"吕", "LYU LU LUI LOI LOO LOY"}, {U"朱", "ZHU CHU CHOO CHEE JU"},
    {U"彭", "PENG PANG PHEE PHANG"}, {U"颜", "YAN NGAN GAN YEN"}, {U"区", "OU AU AO OW"}, {U"欧", "OU AU AO OW"},
    {U"单", "SHAN SIN SHIN"}, {U"仇", "QIU SAU KAU CHAU SHAU"}, {U"冼", "XIAN SIN SINN SIEN"}, {U"查", "ZHA CHA"},
    {U"解", "XIE HAI KAI"}, {U"任", "REN YAM IAM JEN YUM"}, {U"缪", "MIAO MIU MIO MAU"}, {U"盖", "GE GAI KOI"},
    {U"覃", "QIN TAN TAM CHAM"}, {U"邓", "DENG TANG TANG TENG"}, {U"罗", "LUO LO LAW LOH LOR"},
    {U"苏", "SU SO SOU SOH SOO"}, {U"赵", "ZHAO CHIU CHIO CHEW CHAO TIO TEO"}, {U"唐", "TANG TONG TNG"},
    {U"关", "GUAN KWAN KUAN"}, {U"潘", "PAN POON PUN PHUA PUA PHOON"}, {U"石", "SHI SHEK SEAK CHIO CHEOH SHIH"},
    {U"温", "WEN WAN WUN WEN OON"}, {U"马", "MA MAH BEH"}, {U"莫", "MO MOK"}, {U"容", "RONG YUNG IONG YOUNG"},
    {U"甘", "GAN KAM KUM"}, {U"袁", "YUAN YUEN UN IUN WAN"}, {U"谭", "TAN TAM HAM"}, {U"麦", "MAI MAK MAC"},
    {U"简", "JIAN KAN CHIEN"}, {U"薛", "XUE SIT HSUEH SIH"}, {U"姚", "YAO YIU IO YEW YEO"},
    {U"施", "SHI SZE SI SEE SHIH SY"}, {U"史", "SHI SZE SI SEE"}, {U"魏", "WEI NGAI GOEI GWEE"},
    {U"阮", "RUAN YUEN UN WONG NGUYEN"}, {U"翁", "WENG YUNG ONG ENG"}, {U"汪", "WANG WONG VONG ONG"},
    {U"程", "CHENG CHING CHENG"}, {U"欧阳", "OUYANG AUYEUNG AOIEONG OWYANG AUYONG OWYONG OUYEUNG AUYANG"},
    {U"司徒", "SITU SZETO SETO SZETOO SITO SEETO SITOU"}, {U"司马", "SIMA SZEMA SEEMA"},
    {U"诸葛", "ZHUGE CHUKOT CHUKO"}, {U"上官", "SHANGGUAN SHEUNGKOON SEONGKUN SHEUNGKUN"}, {U"令狐", "LINGHU LINGWU"},
    {U"皇甫", "HUANGFU WONGPO"}, {U"夏侯", "XIAHOU HAHAU"}, {U"尉迟", "YUCHI WATCHI"},
    {U"慕容", "MURONG MOYUNG MOUIONG"}, {U"公孙", "GONGSUN KUNGSUEN"}, {U"端木", "DUANMU TUENMUK"},
    {U"东方", "DONGFANG TUNGFONG"}, {U"钟离", "ZHONGLI CHUNGLEI"}, {U"轩辕", "XUANYUAN HINYUEN"},
    {U"长孙", "ZHANGSUN CHEUNGSUEN"}, {U"宇文", "YUWEN YUMAN"}};

// Of European use, and made of syllables that are Chinese ones too.
constexpr std::string_view lookAlikes[] = {"ADA", "AIDAN", "AILEEN", "ALAN", "AMANDA", "AMY", "ANA", "ANDA", "ANGELA",
    "ANITA", "ANN", "ANNA", "ANNE", "ANNIE", "ANSON", "BEN", "BO", "CHELSEA", "CHE", "CINDY", "DAN", "DANA", "DANG",
    "DIANA", "DINA", "DON", "EDEN", "EILEEN", "ELAINE", "EMILY", "EVAN", "FAY", "FIONA", "GABI", "GINA", "GINO",
    "HANNA", "HANNAH", "HELENA", "HUGO", "IAN", "INA", "IVAN", "JACK", "NICK", "VIC", "MICK", "DICK", "LUC", "LUNA",
    "MILENA", "LOUIS", "ERICA", "EVA", "EVE", "IDA", "IRIS", "ISA", "ALICE", "LOLA", "LUKE", "MILA", "NADIA", "NICO",
    "NOAH", "OLGA", "PAM", "RIO", "ROSA", "SHEA", "TARA", "UNA", "YOKO", "YURI", "JANE", "JAY", "JEAN", "JEN", "JENNY",
    "JO", "JOE", "JON", "JOSE", "JOY", "JUAN", "JUNE", "KAI", "KAREN", "KAY", "KEN", "KENNY", "KIM", "KIT", "LANA",
    "LAURA", "LEE", "LENA", "LEO", "LEON", "LEONA", "LILI", "LILY", "LIN", "LINA", "LINDA", "LISA", "LIU", "LOU",
    "LUCA", "LUCIA", "LUIS", "LULU", "MAE", "MAN", "MANDY", "MARIA", "MARIAN", "MARIO", "MAY", "MEG", "MEI", "MIA",
    "MIMI", "MINA", "MINNA", "MONA", "MONICA", "NANA", "NANCY", "NAN", "NELSON", "NINA", "NINO", "NOEL", "PAUL", "PENG",
    "PETE", "RAY", "REN", "RENA", "RITA", "RON", "RUI", "SABINA", "SAM", "SARA", "SARAH", "SHANE", "SHANNON", "SHAUN",
    "SHEENA", "SHELDON", "SHIRLEY", "SIMON", "SINA", "SUE", "SUNNY", "SUSAN", "TANIA", "TED", "TIM", "TINA", "TOM",
    "TONI", "TONY", "VERONICA", "VAN", "VIVIAN", "WINNIE", "WENDY", "YAN", "YVONNE", "ZOE"};

} // namespace

const char* surnameSpellings(std::u32string_view folded)
{
    const auto* found = std::find_if(
        std::begin(surnames), std::end(surnames), [&](const Surname& surname) { return surname.folded == folded; });
    return found == std::end(surnames) ? nullptr : found->spellings;
}

bool isCompoundSurname(std::u32string_view folded)
{
    return folded.size() == 2 && surnameSpellings(folded) != nullptr;
}

bool looksLikeSyllables(std::string_view upper)
{
    return std::find(std::begin(lookAlikes), std::end(lookAlikes), upper) != std::end(lookAlikes);
}

} // namespace vidimus::names
