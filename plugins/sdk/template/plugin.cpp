#include <vidimus/plugin.hpp>

#include <algorithm>

using namespace vidimus::sdk;

namespace {

bool allFigures(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Two letters, a hyphen, five figures and a check figure: their sum, each weighted by its place, modulo 10.
/// Source: Hunting Act 1987, Schedule 2, s. 3.
Verdict licenceNumber(std::string_view value)
{
    if (value.size() != 9 || value[2] != '-' || !allFigures(value.substr(3)))
        return Verdict::formatWrong();
    int sum = 0;
    for (int place = 1; place <= 5; ++place)
        sum += place * (value[2 + static_cast<std::size_t>(place)] - '0');
    const std::string expected(1, static_cast<char>('0' + sum % 10));
    if (value.back() != expected.front())
        return Verdict::checkDigitWrong(expected);
    return {VIDIMUS_HOLDS, expected};
}

/// Do the letters of the number stand for the district that is printed?
/// Source: Hunting Act 1987, Schedule 2, s. 2.
Outcome districtMatchesNumber(const Evidence& evidence)
{
    const Field number = evidence.field("document.number"), district = evidence.field("zz.district");
    if (!number.readable() || !district.readable())
        return Outcome::indeterminate("field-unreadable").citing(number, district);

    const std::string coded(number.value().substr(0, 2));
    return Outcome::passIf(coded == district.value(), "district-differs")
        .citing(number, district)
        .with("coded", coded)
        .with("printed", std::string(district.value()));
}

} // namespace

VIDIMUS_PLUGIN(registry)
{
    registry.addValidator("zz.licence-number", licenceNumber);
    registry.addCheck("zz.district-matches-number", districtMatchesNumber);
}
