#pragma once
#include "core/date.hpp"
#include "specimen/facts.hpp"

#include <string>
#include <string_view>

/// How values are written on paper.
namespace vidimus::specimen {

enum class DateForm {
    English, ///< 8 March 2021
    EnglishOrdinal, ///< 8th March 2021
    MonthFirst, ///< March 8, 2021
    Capitals, ///< 08 MAR 2021
    Chinese, ///< 2021年3月8日
    ChinesePadded, ///< 2021年03月08日
    HanNumerals, ///< 二〇二一年三月八日
    Dashed, ///< 08-03-2021
    DashedShort, ///< 08-03-21
    Slashed, ///< 08/03/2021
    Dotted, ///< 2021.03.08
    Iso, ///< 2021-03-08
};

/// The date as this form writes it, to the month where no day is known; a text that is no date stays as it is.
std::string written(std::string_view isoDate, DateForm form);

/// `CHAN, Tai Man` → `CHAN Tai Man`.
std::string withoutComma(std::string_view name);
/// `CHAN, Tai Man` → `Chan Tai Man`.
std::string mixedCase(std::string_view name);
/// `CHAN, Tai Man Peter` → `Tai Man Peter`.
std::string givenNames(std::string_view name);
/// `CHAN, Tai Man` → `CHAN`.
std::string surnameOf(std::string_view name);

/// `男`, `女`, or empty.
std::string sexInHan(std::string_view sex);

/// One character, seldom more, of every Han name with a space between: `陳 大 文`.
std::string spaced(std::string_view text, std::string_view space = " ");

} // namespace vidimus::specimen
