#pragma once
#include "outline.hpp"

#include <cairo.h>
#include <pango/pango.h>

#include <functional>
#include <memory>
#include <string>

/// A4 pages that are filled from top to bottom. Lengths in points (1/72 inch), as PDF counts.
namespace vidimus::report::detail {

struct Colour {
    double red, green, blue;
};

/// The same colours as in the HTML's stylesheet.
namespace ink {
inline constexpr Colour text{0.114, 0.153, 0.2}, soft{0.353, 0.4, 0.451}, line{0.851, 0.875, 0.898},
    accent{0.043, 0.353, 0.471}, tint{0.949, 0.969, 0.976}, white{1, 1, 1};
}
Colour colourOf(Look look);

struct Style {
    double size = 9.5;
    bool bold = false;
    Colour colour = ink::text;
    const char* tag = "P"; ///< PDF structure type
    bool right = false;
    std::string lang = {}; ///< BCP 47; empty: the report's
};

struct PageFrame {
    std::string language, left, right; ///< texts at the head of each page
    std::string foot;
    std::function<std::string(int page)> numbering;
};

class PdfPage {
public:
    static constexpr double pageWidth = 595.28, pageHeight = 841.89;
    static constexpr double left = 51, width = pageWidth - 2 * left, top = 66, bottom = pageHeight - 58;

    PdfPage(cairo_t* cairo, PageFrame frame);
    ~PdfPage();
    PdfPage(const PdfPage&) = delete;
    PdfPage& operator=(const PdfPage&) = delete;

    double y = top;
    int page() const { return m_page; }
    bool dry() const { return m_dry; }
    cairo_t* cairo() const { return m_cairo; }

    /// Goes on on a new page unless that much room is left.
    void ensure(double height);
    void newPage();
    /// Draws the last page's head and foot.
    void finish();

    double heightOf(const std::string& text, const Style& style, double width);
    double widthOf(const std::string& text, const Style& style); ///< on one line
    /// At a place of its own; does not move y. \return its height
    double textAt(const std::string& text, const Style& style, double x, double top, double width);
    /// Across the page at y; moves y below it.
    void paragraph(const std::string& text, const Style& style, double after = 4);

    void rule(double x, double y, double width, const Colour& colour, double thickness = 0.6);
    void box(double x, double y, double width, double height, const Colour& colour);
    /// The picture in at most that room, never enlarged beyond 1.6 points a pixel. \return the size it took
    std::pair<double, double> picture(const Crop& crop, double x, double y, double maxWidth, double maxHeight);
    void symbol(Look look, double x, double y, double size);

    /// How high something is that is drawn by `draw` from y on; nothing is drawn.
    double measure(const std::function<void()>& draw);
    /// A place that the document's outline points to.
    void mark(const std::string& title, int level);

private:
    friend class Tag;
    std::shared_ptr<PangoLayout> layoutOf(const std::string& text, const Style& style, double width);
    void headAndFoot();

    cairo_t* m_cairo;
    PageFrame m_frame;
    int m_page = 1, m_marks = 0;
    int m_parents[4] = {0, 0, 0, 0};
    bool m_dry = false;
};

/// A PDF structure element as long as it lives; nothing while measuring.
class Tag {
public:
    Tag(PdfPage& page, const char* name);
    ~Tag();
    Tag(const Tag&) = delete;
    Tag& operator=(const Tag&) = delete;

private:
    PdfPage& m_page;
    const char* m_name;
};

} // namespace vidimus::report::detail
