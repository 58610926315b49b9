#include "coded_numbers.hpp"
#include "values.hpp"

#include <algorithm>

namespace vidimus::consistency {
namespace {

bool digits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}
bool zeros(std::string_view text)
{
    return text.find_first_not_of('0') == std::string_view::npos;
}

} // namespace

std::optional<ResidentNumber> residentNumber(std::string_view number)
{
    std::string birth;
    char order = '0';
    if (number.size() == 18 && digits(number.substr(0, 17))) {
        birth = std::string(number.substr(6, 8));
        order = number[16];
    } else if (number.size() == 15 && digits(number)) {
        birth = "19" + std::string(number.substr(6, 6));
        order = number[14];
    } else
        return std::nullopt;
    const std::string iso = birth.substr(0, 4) + "-" + birth.substr(4, 2) + "-" + birth.substr(6, 2);
    return ResidentNumber{PrintedDate::parse(iso), (order - '0') % 2 ? "M" : "F"};
}

std::string modernForm(std::string_view number)
{
    if (number.size() != 15 || !digits(number))
        return std::string(number);
    std::string modern = std::string(number.substr(0, 6)) + "19" + std::string(number.substr(6));
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i)
        sum += (modern[i] - '0') * weights[i];
    return modern + "10X98765432"[sum % 11];
}

std::optional<QualificationCode> qualificationCode(std::string_view code)
{
    if ((code.size() != 27 && code.size() != 24) || !digits(code.substr(0, 9)))
        return std::nullopt;
    const std::string_view identity = code.substr(9);
    QualificationCode parts{std::string(code.substr(0, 4)), std::string(code.substr(4, 2)), {}, std::string(identity)};
    if (residentNumber(identity))
        parts.kind = "cn-resident-id";
    else if (identity.ends_with("HKG"))
        parts.kind = "hkid";
    else if (identity.ends_with("MAC"))
        parts.kind = "mo-bir";
    else if (identity.ends_with("TWN"))
        parts.kind = "taiwan";
    else
        return std::nullopt;
    if (parts.kind != "cn-resident-id")
        parts.identity.resize(parts.identity.size() - 3);
    return parts;
}

std::string identityKindOf(std::string_view number)
{
    const auto letters = static_cast<std::size_t>(
        std::find_if(number.begin(), number.end(), [](char c) { return c < 'A' || c > 'Z'; }) - number.begin());
    const std::string_view rest = number.substr(letters);
    if (letters == 0 && (number.size() == 18 || number.size() == 15) && residentNumber(number))
        return number.starts_with("81") || number.starts_with("82") || number.starts_with("83") ? "cn-residence-permit"
                                                                                                : "cn-resident-id";
    if (letters >= 1 && letters <= 2 && rest.size() == 7 && digits(rest.substr(0, 6))
        && (digits(rest) || rest[6] == 'A'))
        return "hkid";
    if (number.size() == 8 && digits(number) && (number[0] == '1' || number[0] == '5' || number[0] == '7'))
        return "mo-bir";
    return {};
}

std::string_view hkidStem(std::string_view number)
{
    const auto letters = static_cast<std::size_t>(
        std::find_if(number.begin(), number.end(), [](char c) { return c < 'A' || c > 'Z'; }) - number.begin());
    if (letters < 1 || letters > 2 || number.size() < letters + 6 || number.size() > letters + 7
        || !digits(number.substr(letters, 6)))
        return {};
    const std::string_view check = number.substr(letters + 6);
    return check.empty() || check == "A" || digits(check) ? number.substr(0, letters + 6) : std::string_view();
}

Agreement embeddedAgrees(const QualificationCode& code, std::string_view identity, std::string_view kind)
{
    if (identity.empty() || code.kind != kind)
        return Agreement::CannotTell;
    if (code.kind == "cn-resident-id")
        return modernForm(code.identity) == modernForm(identity) ? Agreement::Yes : Agreement::No;
    const std::string_view embedded = code.identity;
    // Either may leave out the check digit: then letters and figures are all that can be compared.
    const std::string_view stem = kind == "hkid" ? hkidStem(identity) : std::string_view();
    if (!stem.empty() && embedded.starts_with(stem)) {
        if (stem == identity)
            return Agreement::Yes;
        if (zeros(embedded.substr(stem.size())) && !identity.ends_with('0'))
            return Agreement::CannotTell;
    }
    if (embedded.starts_with(identity) && zeros(embedded.substr(identity.size())))
        return Agreement::Yes;
    // The notice leaves eight characters: how a nine-character identity card number is written there is not settled.
    return identity.size() > 8 ? Agreement::CannotTell : Agreement::No;
}

namespace {

struct Province {
    const char* code;
    const char* names; ///< separated by spaces
};

/// GB/T 2260, first two digits. For Guangdong also its cities, since city authorities sign there.
constexpr Province provinces[] = {{"11", "北京"}, {"12", "天津"}, {"13", "河北"}, {"14", "山西"}, {"15", "内蒙古"},
    {"21", "辽宁"}, {"22", "吉林"}, {"23", "黑龙江"}, {"31", "上海"}, {"32", "江苏"}, {"33", "浙江"}, {"34", "安徽"},
    {"35", "福建"}, {"36", "江西"}, {"37", "山东"}, {"41", "河南"}, {"42", "湖北"}, {"43", "湖南"},
    {"44",
        "广东 广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山市 潮州 揭阳 "
        "云浮"},
    {"45", "广西"}, {"46", "海南"}, {"50", "重庆"}, {"51", "四川"}, {"52", "贵州"}, {"53", "云南"}, {"54", "西藏"},
    {"61", "陕西"}, {"62", "甘肃"}, {"63", "青海"}, {"64", "宁夏"}, {"65", "新疆"}};

} // namespace

std::vector<std::string> provincesNamed(std::string_view text)
{
    const std::string folded = comparable(text);
    std::vector<std::string> named;
    for (const Province& province : provinces) {
        std::string_view names = province.names;
        while (!names.empty()) {
            const auto end = std::min(names.find(' '), names.size());
            if (folded.find(names.substr(0, end)) != std::string::npos) {
                named.emplace_back(province.code);
                break;
            }
            names.remove_prefix(std::min(end + 1, names.size()));
        }
    }
    return named;
}

} // namespace vidimus::consistency
