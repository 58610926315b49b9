#pragma once
#include <vidimus/plugin.hpp>

namespace vidimus::hk {

/// Hong Kong identity card number, `A123456(3)` or `AB987654(3)`.
/// Letters count A = 10 … Z = 35, a missing first letter 36; weights 9 … 2; the check digit makes the sum divisible by
/// 11, ten being written A. A digit that held is told in `expected`.
sdk::Verdict hkid(std::string_view value);

/// The number without brackets and spaces, as databases and other certificates write it.
sdk::Verdict hkidBare(std::string_view value);

/// Registration number with the Medical Council of Hong Kong: M and five digits. It has no check digit.
sdk::Verdict mchkRegistration(std::string_view value);

/// Registration number of a drug: HK- and five digits. It has no check digit.
sdk::Verdict drugRegistration(std::string_view value);

} // namespace vidimus::hk
