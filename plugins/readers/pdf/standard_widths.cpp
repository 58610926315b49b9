#include "font_metrics.hpp"

namespace vidimus::pdf {

namespace {

// Thousandths of an em for codes 0x20..0x7e.
constexpr short helvetica[95] = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
    722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556,
    500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr short times[95] = {250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722,
    333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500,
    722, 500, 500, 444, 480, 200, 480, 541};

/// The letter under an accent in Latin-1, for its width.
constexpr char unaccented[65] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYPsaaaaaaaceeeeiiiidnooooo-ouuuuypy";

} // namespace

double standardWidth(std::string_view fontName, unsigned code)
{
    if (fontName.find("Courier") != std::string_view::npos || fontName.find("Mono") != std::string_view::npos)
        return 0.6;
    const bool serif
        = fontName.find("Times") != std::string_view::npos || fontName.find("Roman") != std::string_view::npos;
    const short* table = serif ? times : helvetica;
    if (code >= 0xc0 && code <= 0xff)
        code = static_cast<unsigned char>(unaccented[code - 0xc0]);
    if (code < 0x20 || code > 0x7e)
        return 0.5;
    return table[code - 0x20] / 1000.0;
}

} // namespace vidimus::pdf
