#include "icao.hpp"

#include <vidimus/mrz.hpp>

namespace vidimus::icao {
namespace {

using sdk::icao::Format;

sdk::Verdict judge(std::string_view lines, std::optional<Format> format)
{
    const auto zone = sdk::icao::parse(sdk::icao::splitLines(lines));
    if (!zone || (format && zone->format != *format))
        return sdk::Verdict::formatWrong();
    std::string expected;
    for (const auto& digit : zone->digits)
        expected += digit.expected;
    if (!zone->allHold())
        return sdk::Verdict::checkDigitWrong(expected);
    return {VIDIMUS_HOLDS, expected};
}

} // namespace

sdk::Verdict td1(std::string_view lines)
{
    return judge(lines, Format::Td1);
}
sdk::Verdict td2(std::string_view lines)
{
    return judge(lines, Format::Td2);
}
sdk::Verdict td3(std::string_view lines)
{
    return judge(lines, Format::Td3);
}
sdk::Verdict mrz(std::string_view lines)
{
    return judge(lines, std::nullopt);
}

} // namespace vidimus::icao
