#include "cn_numbers.hpp"

#include <algorithm>

namespace vidimus::cn {
namespace {

/// Check character of a Hong Kong identity number; the body is one or two letters and six digits.
char hongKongCheck(std::string_view body)
{
    int sum = body.size() == 7 ? 36 * 9 : 0; // a missing first letter counts 36
    int weight = body.size() == 7 ? 8 : 9;
    for (const char c : body)
        sum += (c >= 'A' ? c - 'A' + 10 : c - '0') * weight--;
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? 'A' : static_cast<char>('0' + check);
}

bool isHongKong(std::string_view body)
{
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return (body.size() == 7 || body.size() == 8) && std::all_of(body.begin(), body.end() - 6, letter)
        && std::all_of(body.end() - 6, body.end(), digit);
}

} // namespace

sdk::Verdict holderIdentity(std::string_view value)
{
    const bool bracketed = value.size() > 3 && value.back() == ')' && value[value.size() - 3] == '(';
    const bool bare
        = !bracketed && value.size() >= 8 && value.size() <= 9 && isHongKong(value.substr(0, value.size() - 1));
    const std::string_view body = value.substr(0, value.size() - (bracketed ? 3 : bare ? 1 : 0));
    if ((bracketed || bare) && isHongKong(body)) {
        const char expected = hongKongCheck(body);
        const bool holds = value[value.size() - (bracketed ? 2 : 1)] == expected;
        return {holds ? VIDIMUS_HOLDS : VIDIMUS_CHECK_DIGIT_WRONG, std::string(1, expected)};
    }
    // Macao's check digit is unpublished; travel permits have none in print.
    const bool resident = value.size() == 18 || value.size() == 15;
    return resident ? residentId(value) : sdk::Verdict::holds();
}

} // namespace vidimus::cn
