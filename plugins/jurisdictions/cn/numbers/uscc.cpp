#include "cn_numbers.hpp"

namespace vidimus::cn {
namespace {

/// GB 32100-2015, table 1: no I, O, S, V, Z.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

char creditDigit(std::string_view seventeen)
{
    int sum = 0, weight = 1;
    for (std::size_t i = 0; i < 17; ++i) {
        sum += static_cast<int>(alphabet.find(seventeen[i])) * weight;
        weight = weight * 3 % 31;
    }
    return alphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

/// GB 11714-1997: letters count A = 10 … Z = 35; weights 3 7 9 10 5 8 4 2; ten is X, eleven 0.
char organisationDigit(std::string_view eight)
{
    constexpr int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i)
        sum += (eight[i] <= '9' ? eight[i] - '0' : eight[i] - 'A' + 10) * weights[i];
    const int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : static_cast<char>('0' + check);
}

} // namespace

sdk::Verdict unifiedSocialCreditCode(std::string_view value)
{
    if (value.size() != 18 || value.find_first_not_of(alphabet) != std::string_view::npos
        || value.substr(2, 6).find_first_not_of("0123456789") != std::string_view::npos)
        return sdk::Verdict::formatWrong();
    const char expected = creditDigit(value);
    if (value[17] != expected)
        return sdk::Verdict::checkDigitWrong(std::string(1, expected));
    if (const char inner = organisationDigit(value.substr(8, 8)); value[16] != inner)
        return sdk::Verdict::checkDigitWrong(std::string(1, inner));
    return {VIDIMUS_HOLDS, std::string(1, expected)};
}

} // namespace vidimus::cn
