#include "cn_numbers.hpp"

#include <algorithm>

namespace vidimus::cn {
namespace {

bool digits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool take(std::string_view& text, std::string_view beginning)
{
    const bool there = text.starts_with(beginning);
    if (there)
        text.remove_prefix(beginning.size());
    return there;
}

/// \return whether one of the beginnings, separated by blanks, was there and taken.
bool takeOneOf(std::string_view& text, std::string_view beginnings)
{
    while (!beginnings.empty()) {
        const auto end = std::min(beginnings.find(' '), beginnings.size());
        if (take(text, beginnings.substr(0, end)))
            return true;
        beginnings.remove_prefix(std::min(end + 1, beginnings.size()));
    }
    return false;
}

bool plausibleYear(std::string_view four)
{
    return four >= "2000" && four <= "2099";
}

} // namespace

sdk::Verdict drugRegistration(std::string_view value)
{
    // Chemical, Chinese and biological medicines; B, T, F and J are letters of older numbers.
    const bool approval = take(value, "国药准字");
    if (!approval)
        take(value, "B"); // repackaged here
    const bool kind = takeOneOf(value, approval ? "H Z S J B T F" : "H Z S");
    // Hong Kong, Macao, Taiwan; overseas.
    if (!take(value, "C") && approval)
        take(value, "J");
    return kind && value.size() == 8 && digits(value) ? sdk::Verdict::holds() : sdk::Verdict::formatWrong();
}

sdk::Verdict deviceRegistration(std::string_view value)
{
    constexpr std::string_view provinces
        = "京 津 沪 渝 冀 豫 云 辽 黑 湘 皖 鲁 新 苏 浙 赣 鄂 桂 甘 晋 蒙 陕 吉 闽 贵 粤 青 藏 川 宁 琼 军";
    const bool national = take(value, "国");
    const bool issuer = national || takeOneOf(value, provinces);
    const bool local = issuer && take(value, "械注准");
    const bool outside = issuer && !local && national && takeOneOf(value, "械注进 械注许");
    if ((!local && !outside) || value.size() != 11 || !digits(value) || !plausibleYear(value.substr(0, 4)))
        return sdk::Verdict::formatWrong();
    // A province registers class II alone; what comes from outside is registered nationally from class II on.
    const char deviceClass = value[4];
    const bool fits = national ? deviceClass == '3' || (outside && deviceClass == '2') : deviceClass == '2';
    return fits ? sdk::Verdict::holds() : sdk::Verdict::formatWrong();
}

} // namespace vidimus::cn
