#include "hkid.hpp"

namespace vidimus::hk {
namespace {

bool letter(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool digits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// \param body one or two letters and six digits.
char checkDigit(std::string_view body)
{
    const auto valueOf = [](char c) { return letter(c) ? c - 'A' + 10 : c - '0'; };
    int sum = body.size() == 7 ? 36 * 9 : 0; // a blank stands where the first letter is missing, and counts 36
    int weight = body.size() == 7 ? 8 : 9;
    for (const char c : body)
        sum += valueOf(c) * weight--;
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? 'A' : static_cast<char>('0' + check);
}

sdk::Verdict judge(std::string_view body, char printed)
{
    const bool shaped = (body.size() == 7 && letter(body[0]) && digits(body.substr(1)))
        || (body.size() == 8 && letter(body[0]) && letter(body[1]) && digits(body.substr(2)));
    if (!shaped || (printed != 'A' && !digits({&printed, 1})))
        return sdk::Verdict::formatWrong();
    const char expected = checkDigit(body);
    if (printed != expected)
        return sdk::Verdict::checkDigitWrong(std::string(1, expected));
    return {VIDIMUS_HOLDS, std::string(1, expected)};
}

} // namespace

sdk::Verdict hkid(std::string_view value)
{
    if (value.size() < 10 || value.back() != ')' || value[value.size() - 3] != '(')
        return sdk::Verdict::formatWrong();
    return judge(value.substr(0, value.size() - 3), value[value.size() - 2]);
}

sdk::Verdict hkidBare(std::string_view value)
{
    if (value.size() < 8)
        return sdk::Verdict::formatWrong();
    return judge(value.substr(0, value.size() - 1), value.back());
}

sdk::Verdict mchkRegistration(std::string_view value)
{
    const bool shaped = value.size() == 6 && value[0] == 'M' && digits(value.substr(1));
    return shaped ? sdk::Verdict::holds() : sdk::Verdict::formatWrong();
}

sdk::Verdict drugRegistration(std::string_view value)
{
    const bool shaped = value.size() == 8 && value.starts_with("HK-") && digits(value.substr(3));
    return shaped ? sdk::Verdict::holds() : sdk::Verdict::formatWrong();
}

} // namespace vidimus::hk
