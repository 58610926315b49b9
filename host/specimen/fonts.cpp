#include "specimen/fonts.hpp"

namespace vidimus::specimen {

std::string fontLanguage(std::string_view lang)
{
    if (lang == "zh-Hant")
        return "zh-HK";
    if (lang == "zh-Hans")
        return "zh-CN";
    return lang.empty() ? "en" : std::string(lang);
}

std::string fontFamilies(Face face, std::string_view lang)
{
    const std::string noto = lang == "zh-Hans" ? " SC" : " HK";
    const std::string arphic = lang == "zh-Hans" ? " CN" : " HK";
    const std::string sans = "Noto Sans CJK" + noto;
    switch (face) {
    case Face::Sans:
        return (lang.starts_with("zh") ? "" : "Liberation Sans,") + sans;
    case Face::Song:
        return (lang.starts_with("zh") ? "" : "Liberation Serif,") + std::string("Noto Serif CJK") + noto
            + ",AR PL UMing" + arphic + "," + sans;
    case Face::Kai:
        return "AR PL UKai" + arphic + ",AR PL KaitiM GB,Noto Serif CJK" + noto;
    case Face::Roman:
        return "Liberation Serif,Noto Serif CJK" + noto;
    case Face::Book:
        return "C059,P052,Liberation Serif,Noto Serif CJK" + noto;
    case Face::Chancery:
        return "Z003,P052,Liberation Serif,AR PL UKai" + arphic;
    case Face::MachineReadable:
        return "OCR B,Liberation Mono";
    case Face::Fixed:
        return "Liberation Mono,DejaVu Sans Mono," + sans;
    }
    return sans;
}

} // namespace vidimus::specimen
