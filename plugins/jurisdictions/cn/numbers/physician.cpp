#include "cn_numbers.hpp"

namespace vidimus::cn {
namespace {

bool digits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Hong Kong identity card with one letter and its check digit, as the notice has room for: A1234563.
sdk::Verdict hongKongId(std::string_view eight)
{
    const char printed = eight[7];
    if (eight[0] < 'A' || eight[0] > 'Z' || !digits(eight.substr(1, 6)) || (printed != 'A' && !digits(eight.substr(7))))
        return sdk::Verdict::formatWrong();
    int sum = 36 * 9 + (eight[0] - 'A' + 10) * 8;
    for (int i = 1; i < 7; ++i)
        sum += (eight[static_cast<std::size_t>(i)] - '0') * (8 - i);
    const int check = (11 - sum % 11) % 11;
    const char expected = check == 10 ? 'A' : static_cast<char>('0' + check);
    if (printed != expected)
        return sdk::Verdict::checkDigitWrong(std::string(1, expected));
    return {VIDIMUS_HOLDS, std::string(1, expected)};
}

bool letter(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool paddedWithZeros(std::string_view text)
{
    return text.find_first_not_of('0') == std::string_view::npos;
}

/// The identity number inside the code. How a Hong Kong number with two letters is written there is not settled: its
/// digit is not asked.
sdk::Verdict embedded(std::string_view identity)
{
    if (identity.size() == 15 || digits(identity.substr(0, 17)))
        return residentId(identity);
    const std::string_view place = identity.substr(15), number = identity.substr(0, 15);
    if (place == "HKG" && paddedWithZeros(number.substr(8)))
        return letter(number[0]) && letter(number[1]) ? sdk::Verdict::holds() : hongKongId(number.substr(0, 8));
    if (place == "HKG" && letter(number[0]) && letter(number[1]) && paddedWithZeros(number.substr(9)))
        return sdk::Verdict::holds();
    const bool macao = place == "MAC" && digits(number) && paddedWithZeros(number.substr(8));
    const bool taiwan = place == "TWN" && paddedWithZeros(number.substr(10));
    return macao || taiwan ? sdk::Verdict::holds() : sdk::Verdict::formatWrong();
}

} // namespace

sdk::Verdict physicianQualification(std::string_view value)
{
    if ((value.size() != 27 && value.size() != 24) || !digits(value.substr(0, 9)))
        return sdk::Verdict::formatWrong();
    const std::string_view year = value.substr(0, 4);
    // Qualification certificates exist since the Law on Licensed Doctors of 1 May 1999; those of earlier doctors name
    // earlier years of qualification.
    if (year < "1949" || year > "2099" || (value[6] != '1' && value[6] != '2'))
        return sdk::Verdict::formatWrong();
    return embedded(value.substr(9));
}

sdk::Verdict physicianPractice(std::string_view value)
{
    const bool shaped = value.size() == 15 && digits(value) && (value[0] == '1' || value[0] == '2');
    return shaped ? sdk::Verdict::holds() : sdk::Verdict::formatWrong();
}

} // namespace vidimus::cn
