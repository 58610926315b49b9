#pragma once
#include "core/date.hpp"

#include <string_view>
#include <vector>

namespace vidimus::pipeline {

/// The dates that a text shows, in order: 2021年3月8日, 二〇二一年三月八日, 贰零贰壹年…, 8 March 2021, March 8, 2021,
/// 8 de março de 2021, 08-03-2021 and 8/3/21 (day first, as in Hong Kong, Macao, Britain and China's forms in English),
/// 2021-03-08, 20210308, 2021年3月, 03-21 (month and year), 长期. What has a date's form but is no possible date is
/// left out whole, never cut down to a possible one.
/// Two-digit years: below 49 the 2000s, else the 1900s (Hong Kong registers persons since 1949).
std::vector<Date> datesIn(std::string_view text);

/// The same of a year in Han numerals whose circles were read as Latin letters or marks: 二〇CA八年十一月十二日. A
/// guess: no reading of it counts alone.
std::vector<Date> datesWithCirclesIn(std::string_view text);

/// The same of a date in which letters stand where figures do: "1lth November 2015". A guess, too.
std::vector<Date> datesWithLettersIn(std::string_view text);

/// Does it join the two ends of a period: a dash, 至, 到?
bool joinsDates(char32_t c);

} // namespace vidimus::pipeline
