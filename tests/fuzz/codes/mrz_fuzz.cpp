#include "mrz_reading.hpp"

#include <vidimus/mrz.hpp>

#include <cstdint>
#include <cstdlib>

/// Lines of a zone from anywhere: reading them must end, keep to the alphabet, and read the same a second time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto lines = vidimus::sdk::icao::splitLines(text);
    if (const auto zone = vidimus::sdk::icao::parse(lines))
        for (const auto& digit : zone->digits)
            if (digit.expected < '0' || digit.expected > '9')
                std::abort();

    std::vector<vidimus::codes::RawLine> raw;
    for (const auto& line : lines)
        raw.push_back({line, 1});
    const auto reading = vidimus::codes::interpret(raw);
    if (!reading)
        return 0;
    if (reading->confidence < 0 || reading->confidence > 1)
        std::abort();
    raw.clear();
    for (const auto& line : reading->lines)
        raw.push_back({line, 1});
    const auto again = vidimus::codes::interpret(raw);
    if (!again || again->lines != reading->lines)
        std::abort();
    return 0;
}
