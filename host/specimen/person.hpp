#pragma once
#include "core/date.hpp"
#include "specimen/facts.hpp"
#include "specimen/numbers.hpp"
#include "specimen/random.hpp"

#include <string>

namespace vidimus::specimen {

/// A person who does not exist, consistent in every number: the same seed gives the same person on every document.
struct Person {
    std::string surnameHan, givenHan; ///< Traditional
    std::string surnameHans, givenHans; ///< Simplified
    std::string surnameLatin, givenLatin; ///< as in Hong Kong: `Chan`, `Tai Man`
    std::string surnamePinyin, givenPinyin;
    std::string englishName; ///< may be empty
    std::string commercialCodes; ///< of the Han name, space-separated
    Sex sex = Sex::Male;
    Date birth = *Date::of(1980, 1, 1);
    bool fromHongKong = true; ///< which identity number mainland papers give
    std::string hkid;
    std::string residentId; ///< of a mainland resident
    std::string residencePermit; ///< 港澳居民居住证
    std::string doctorNumber; ///< M + five digits
    std::string pharmacistNumber;
    Date firstHongKongCard = *Date::of(1996, 6, 1);
    Date qualified = *Date::of(2010, 12, 1); ///< 医师资格证书
    Date practisingSince = *Date::of(2012, 6, 1); ///< 医师执业证书
    std::string qualificationCode; ///< 27 characters
    std::string practiceCode; ///< 15 digits

    /// \param known fields that are given and that the rest has to fit: names, sex, birth date, identity number.
    static Person make(const Random& random, const Facts& known);

    std::string hanName() const { return surnameHan + givenHan; }
    std::string hansName() const { return surnameHans + givenHans; }
    /// `CHAN, Tai Man` (with the English name behind it, where there is one).
    std::string latinName() const;
    /// The identity number that mainland papers give.
    std::string mainlandIdNumber() const { return fromHongKong ? hkid : residentId; }
};

/// Upper case of ASCII letters.
std::string upperCase(std::string_view text);

} // namespace vidimus::specimen
