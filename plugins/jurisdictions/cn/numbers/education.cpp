#include "cn_numbers.hpp"

namespace vidimus::cn {
namespace {

bool digits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Higher education was examined again from 1977; before, certificates had no such numbers.
bool plausibleYear(std::string_view four)
{
    return four >= "1977" && four <= "2099";
}

bool oneOf(std::string_view text, std::string_view list)
{
    const auto place = list.find(text);
    return place != std::string_view::npos && place % (text.size() + 1) == 0;
}

} // namespace

sdk::Verdict graduation(std::string_view value)
{
    if (!digits(value) || (value.size() != 18 && value.size() != 17))
        return sdk::Verdict::formatWrong();
    // The serial of some papers of 2002 has a digit less.
    const std::string_view year = value.substr(6, 4);
    const bool early = value.size() == 17 && year != "2002";
    const bool shaped = !early && oneOf(value.substr(5, 1), "1 5 6 7") && year >= "2000" && plausibleYear(year)
        && oneOf(value.substr(10, 2), "01 02 04 05 06");
    return shaped ? sdk::Verdict::holds() : sdk::Verdict::formatWrong();
}

sdk::Verdict degree(std::string_view value)
{
    if (!value.empty() && (value.front() == 'Z' || value.front() == 'T'))
        value.remove_prefix(1);
    const bool shaped = value.size() == 16 && digits(value) && oneOf(value.substr(5, 1), "2 3 4")
        && plausibleYear(value.substr(6, 4));
    return shaped ? sdk::Verdict::holds() : sdk::Verdict::formatWrong();
}

} // namespace vidimus::cn
