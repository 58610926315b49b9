#pragma once
#include "core/region.hpp"

#include <string>
#include <string_view>
#include <vector>

typedef struct _cairo cairo_t;
typedef struct _PangoLayout PangoLayout;

namespace vidimus::specimen {

/// A place on the page, in millimetres from its top left.
constexpr Point at(double xMm, double yMm)
{
    return {{xMm}, {yMm}};
}

struct Colour {
    double red = 0, green = 0, blue = 0, alpha = 1;
};
inline constexpr Colour black{0.08, 0.08, 0.09};

/// Families of type; which font stands for one depends on the language too (regional forms of Han characters).
enum class Face {
    Sans,
    Song, ///< 宋体, with a Latin text face
    Kai, ///< 楷体
    Roman, ///< Latin old style
    Book, ///< Latin wide serif
    Chancery, ///< Latin calligraphic
    Fixed, ///< equal widths
    MachineReadable, ///< OCR-B, for machine-readable zones
};

enum class Align { Left, Centre, Right };

struct Style {
    Face face = Face::Sans;
    double points = 10;
    /// BCP 47 as in the contract: en, zh-Hant, zh-Hans, pt; empty where the text belongs to no language.
    std::string_view lang = "";
    Colour colour = black;
    bool bold = false;
    bool italic = false;
    Align align = Align::Left;
    double widthMm = 0; ///< wraps to this width; 0 keeps one line
    double spacingPt = 0; ///< between letters
    double lineSpacing = 1.2;
};

/// A field as printed.
struct PlacedField {
    std::string id;
    std::string lang; ///< of the fields that are given in several languages; empty with all others
    std::string text, value;
    Region region; ///< the ink
};

/// One page to draw on. Draws the same on a picture and on a PDF page.
class Canvas {
public:
    /// \param context scaled so that one unit is a point (1/72 inch).
    /// \param langs   draw only text in these languages (and in none); empty draws all.
    Canvas(cairo_t* context, std::vector<std::string> langs);

    /// Writes text, its left (middle, right with the style's alignment) and the top of its first line at \p where.
    /// \return the ink.
    Region text(Point where, std::string_view text, const Style& style);
    /// Writes a field and notes where. Nothing happens where the text is empty.
    Region field(Point where, std::string_view id, std::string_view text, std::string_view value, const Style& style);
    /// Writes a sentence of which parts, between « and », are fields, in the order of \p fields.
    /// The parts take the field style's weight and face.
    struct Inset {
        std::string id, text, value, lang;
    };
    Region sentence(Point where, std::string_view text, const std::vector<Inset>& fields, const Style& style,
        const Style& fieldStyle);
    /// Width of one line of text.
    Millimetres widthOf(std::string_view text, const Style& style);

    void line(Point from, Point to, double widthMm, Colour colour = black);
    void frame(Region region, double widthMm, Colour colour = black, double radiusMm = 0);
    void fill(Region region, Colour colour, double radiusMm = 0);

    /// Notes a seal or a code with what it says; ids as the facts that it is drawn by.
    void mark(std::string_view id, std::string_view text)
    {
        m_marks.push_back({std::string(id), "", std::string(text), std::string(text), {}});
    }

    /// All that is drawn until the origin is set back stands that much further right and down.
    void setOrigin(Point origin);

    cairo_t* context() const { return m_context; }
    const std::vector<PlacedField>& fields() const { return m_fields; }
    const std::vector<PlacedField>& marks() const { return m_marks; }

private:
    PangoLayout* layoutOf(std::string_view text, const Style& style);
    bool mayDraw(std::string_view lang) const;
    void note(PlacedField field);
    cairo_t* m_context;
    std::vector<std::string> m_langs;
    std::vector<PlacedField> m_fields, m_marks;
    Point m_origin;
};

/// Points (1/72 inch) of a length.
constexpr double points(Millimetres length)
{
    return length.value / millimetresPerInch * 72;
}
constexpr double points(double mm)
{
    return points(Millimetres{mm});
}

} // namespace vidimus::specimen
