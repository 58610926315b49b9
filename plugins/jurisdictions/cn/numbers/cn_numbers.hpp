#pragma once
#include <vidimus/plugin.hpp>

namespace vidimus::cn {

/// Resident identity number, GB 11643-1999: region 6, birth date 8, order 3 (odd: male), check digit (ISO 7064 MOD
/// 11-2). Residence permits of Hong Kong (81), Macao (82) and Taiwan (83) residents follow the same rule. The old form
/// of 15 digits has neither century nor check digit. A birth date that is no date, or a region out of GB/T 2260, is a
/// wrong form.
sdk::Verdict residentId(std::string_view value);

/// Number of a residence permit: 810000 (Hong Kong), 820000 (Macao) or 830000 (Taiwan), then as a resident's number.
sdk::Verdict residencePermit(std::string_view value);

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

/// Number of a graduation certificate of higher education (毕业证书编号) since 2002: school 5, type 1 (1 regular,
/// 5 adult, 6 self-study, 7 online), year 4, level 2 (01 doctor, 02 master, 04 second bachelor, 05 bachelor, 06
/// college), serial 6; some of 2002 have a digit less. It has no check digit.
sdk::Verdict graduation(std::string_view value);

/// Number of a degree certificate (学位证书编号): unit 5, level 1 (2 doctor, 3 master, 4 bachelor), year 4, serial 6;
/// older ones begin with Z or T. It has no check digit.
sdk::Verdict degree(std::string_view value);

/// Approval number of a drug: 国药准字, a letter for the kind, C or J for products from outside, eight digits; or the
/// number of an import licence (H, Z, S), of Hong Kong's, Macao's and Taiwan's products (HC, ZC, SC), B before it where
/// it is repackaged. The eight digits are a year and a serial only in numbers that were not given anew in 2002.
sdk::Verdict drugRegistration(std::string_view value);

/// Registration number of a medical device since 1 October 2014: 国 or a province, 械注, 准, 进 (abroad) or 许 (Hong
/// Kong, Macao, Taiwan), year 4, class 1, code 2, serial 4. Class I is filed, not registered.
sdk::Verdict deviceRegistration(std::string_view value);

} // namespace vidimus::cn
