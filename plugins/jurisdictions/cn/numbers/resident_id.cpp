#include "cn_numbers.hpp"

#include <vidimus/date.hpp>

namespace vidimus::cn {
namespace {

bool digits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The provinces of GB/T 2260, and 81 to 83 for residence permits.
bool knownRegion(std::string_view number)
{
    constexpr std::string_view provinces
        = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83";
    const auto at = provinces.find(number.substr(0, 2));
    return at != std::string_view::npos && at % 3 == 0;
}

bool isDate(std::string_view eight)
{
    const std::string iso = std::string(eight.substr(0, 4)) + "-" + std::string(eight.substr(4, 2)) + "-"
        + std::string(eight.substr(6, 2));
    const auto date = sdk::PrintedDate::parse(iso);
    return date && date->year >= 1850;
}

/// ISO 7064 MOD 11-2 as GB 11643-1999 writes it.
char checkDigit(std::string_view seventeen)
{
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i)
        sum += (seventeen[i] - '0') * weights[i];
    return "10X98765432"[sum % 11];
}

} // namespace

sdk::Verdict residentId(std::string_view value)
{
    if (value.size() == 15 && digits(value))
        return knownRegion(value) && isDate("19" + std::string(value.substr(6, 6))) ? sdk::Verdict::holds()
                                                                                    : sdk::Verdict::formatWrong();
    const bool shaped
        = value.size() == 18 && digits(value.substr(0, 17)) && (value[17] == 'X' || digits(value.substr(17)));
    if (!shaped || !knownRegion(value) || !isDate(value.substr(6, 8)))
        return sdk::Verdict::formatWrong();
    const char expected = checkDigit(value);
    if (value[17] != expected)
        return sdk::Verdict::checkDigitWrong(std::string(1, expected));
    return {VIDIMUS_HOLDS, std::string(1, expected)};
}

sdk::Verdict residencePermit(std::string_view value)
{
    const bool prefixed = value.starts_with("810000") || value.starts_with("820000") || value.starts_with("830000");
    return value.size() == 18 && prefixed ? residentId(value) : sdk::Verdict::formatWrong();
}

} // namespace vidimus::cn
