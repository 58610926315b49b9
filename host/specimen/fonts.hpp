#pragma once
#include "specimen/canvas.hpp"

#include <string>

namespace vidimus::specimen {

/// The font families to try, best first, for a face in a language. Debian: fonts-noto-cjk, fonts-arphic-ukai,
/// fonts-arphic-uming, fonts-urw-base35, fonts-liberation2, fonts-ocr-b, fonts-dejavu-core.
std::string fontFamilies(Face face, std::string_view lang);

/// The language tag by which Pango and the fonts choose regional forms: zh-Hant → zh-HK, zh-Hans → zh-CN.
std::string fontLanguage(std::string_view lang);

} // namespace vidimus::specimen
