#pragma once
#include "font_metrics.hpp"
#include "structure.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vidimus::pdf {

/// A character as it stands on the page: its cell's corners and its direction, in user space of the page.
struct Glyph {
    std::string text; ///< UTF-8; empty for the later glyphs of a group that stands for one text
    double x = 0, y = 0; ///< origin on the base line
    double ux = 1, uy = 0; ///< unit vector along the writing direction
    double advance = 0; ///< along it, character spacing included
    double ascent = 0, descent = 0; ///< across it, from the base line; descent is negative
    double vx = 0, vy = 1; ///< unit vector from the base line to the ascent
    bool mapped = false;
    bool hidden = false; ///< drawn with text rendering mode 3 or 7, or on a layer that is off
};

/// A picture as it stands on the page: the corners of the unit square under its matrix.
struct PlacedImage {
    Matrix matrix;
    int width = 0, height = 0; ///< pixels; 0: inline
};

/// What a content stream draws, as far as reading it goes.
struct PageContent {
    std::vector<Glyph> glyphs;
    std::vector<PlacedImage> images;
    bool cut = false; ///< a bound was reached; what is there is not all
};

/// A form: content of its own (ISO 32000-1, 8.10).
struct Form {
    std::string content;
    Matrix matrix;
    std::shared_ptr<class Resources> resources; ///< its own; null: those of whoever draws it
};

/// What a marked-content property list says (14.6, 14.9.4, 8.11).
struct Properties {
    std::optional<std::string> actualText;
    bool layerOff = false;
};

/// What names in a content stream stand for.
class Resources {
public:
    virtual ~Resources() = default;
    virtual const Font* font(const std::string& name) = 0; ///< null: none of that name
    virtual std::optional<Form> form(const std::string& name) = 0;
    virtual std::optional<PlacedImage> image(const std::string& name) = 0;
    virtual Properties properties(const Value& nameOrDictionary) = 0;
};

struct ContentLimits {
    std::size_t operators = 3'000'000;
    std::size_t glyphs = 300'000;
    std::size_t images = 20'000;
    int formDepth = 12;
};

/// Runs a page's content. Never throws on content; stops at the limits and says so in PageContent::cut.
PageContent interpret(std::string_view content, Resources& resources, const ContentLimits& limits = {});

} // namespace vidimus::pdf
