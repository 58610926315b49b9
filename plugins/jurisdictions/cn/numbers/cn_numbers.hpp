#pragma once
#include <vidimus/plugin.hpp>

namespace vidimus::cn {

/// Resident identity number, GB 11643-1999: region 6, birth date 8, order 3 (odd: male), check digit (ISO 7064 MOD
/// 11-2). Residence permits of Hong Kong (81), Macao (82) and Taiwan (83) residents follow the same rule. The old form
/// of 15 digits has neither century nor check digit. A birth date that is no date, or a region out of GB/T 2260, is a
/// wrong form.
sdk::Verdict residentId(std::string_view value);

/// The identity number that a mainland certificate shows of its holder: a resident identity number or residence permit,
/// or, for holders from Hong Kong, their identity card's number with its check character; other holders' permits and
/// cards have no published check digit and hold.
sdk::Verdict holderIdentity(std::string_view value);

/// Code of a physician's qualification certificate (医师资格证书编码): year 4, province 2, level 1, category 2, then
/// the holder's identity number: 18 characters (27 in all) or 15 (24); for Hong Kong, Macao and Taiwan the number
/// there, padded with zeros, and HKG, MAC or TWN. The embedded number's own check digit is asked too. Source:
/// 卫医发〔2004〕194号.
sdk::Verdict physicianQualification(std::string_view value);

/// Number of a physician's practice certificate (医师执业证书编码): 15 digits; level 1 or 2, category 2, region 6,
/// serial 6. It has no check digit.
sdk::Verdict physicianPractice(std::string_view value);

/// Unified social credit code, GB 32100-2015: 18 characters, the last a check digit (MOD 31-3); characters 9 to 17 are
/// an organisation code whose own check digit (GB 11714-1997) is asked too.
sdk::Verdict unifiedSocialCreditCode(std::string_view value);

} // namespace vidimus::cn
