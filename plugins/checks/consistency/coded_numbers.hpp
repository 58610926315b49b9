#pragma once
#include <vidimus/date.hpp>
#include <vidimus/plugin.hpp>

/// What is coded in numbers: pure functions of the number.
namespace vidimus::consistency {

using namespace vidimus::sdk;

/// A mainland resident identity number or residence permit number of Hong Kong, Macao and Taiwan residents.
/// Source: GB 11643-1999; the 15-digit form of before 1999 has no century and no check digit.
struct ResidentNumber {
    std::optional<PrintedDate> birth;
    std::string sex; ///< M or F
};
std::optional<ResidentNumber> residentNumber(std::string_view bareNumber);

/// The 18-digit form of a 15-digit number (GB 11643-1999: the century is 19); other numbers as they are.
std::string modernForm(std::string_view bareNumber);

/// The code of a mainland physician's qualification certificate. Source: 卫医发〔2004〕194号.
struct QualificationCode {
    std::string year, province;
    std::string kind; ///< of the embedded number: cn-resident-id, hkid, mo-bir, taiwan
    std::string identity; ///< as embedded, with its padding for HK, Macao and Taiwan
};
std::optional<QualificationCode> qualificationCode(std::string_view bareCode);

/// A Hong Kong identity card number without its check digit, which follows from the rest and is often left out: one or
/// two letters and six figures. Empty where it is no such number. Source: Registration of Persons Regulations, Cap.
/// 177A.
std::string_view hkidStem(std::string_view bareNumber);

enum class Agreement { Yes, No, CannotTell };
/// Does the identity embedded in a code agree with a number printed elsewhere? CannotTell where the two are of
/// different kinds, or where the code has no room for the number (identity cards with two letters).
Agreement embeddedAgrees(const QualificationCode& code, std::string_view bareIdentity, std::string_view identityKind);

/// The kind of an identity number by its form alone: hkid, cn-resident-id, cn-residence-permit, mo-bir, or empty.
std::string identityKindOf(std::string_view bareNumber);

/// Do the commercial codes fit the characters, as far as both are known? The code of another way to write a character
/// fits it too. Source: kTaiwanTelegraph, kMainlandTelegraph, k…Variant of Unihan.
Agreement commercialCodesAgree(std::string_view codes, std::string_view hanName);

/// The provinces (first two digits of GB/T 2260) that a text names; empty: none named.
std::vector<std::string> provincesNamed(std::string_view text);

} // namespace vidimus::consistency
