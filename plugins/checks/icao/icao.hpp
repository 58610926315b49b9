#pragma once
#include <vidimus/plugin.hpp>

/// Validators of machine-readable zones (lines joined by line feeds). Source: ICAO Doc 9303 parts 4, 5 and 6.
/// `expected` tells all digits in the order of the zone: number, birth, expiry, (TD3: optional data,) composite.
namespace vidimus::icao {

sdk::Verdict td1(std::string_view lines);
sdk::Verdict td2(std::string_view lines);
sdk::Verdict td3(std::string_view lines);
/// Any of the three.
sdk::Verdict mrz(std::string_view lines);

} // namespace vidimus::icao
