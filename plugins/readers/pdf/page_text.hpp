#pragma once
#include "content_interpreter.hpp"
#include "structure.hpp"

#include <map>
#include <set>

namespace vidimus::pdf {

/// What a page's content holds, told apart by what a person sees.
struct PageText {
    PageGeometry geometry;
    std::vector<Glyph> visible, hidden;
    std::vector<PlacedImage> images;
    std::size_t unmapped = 0, legible = 0; ///< of the visible ones: without meaning; with meaning and not blank
    double imageShare = 0; ///< of the page's area that its pictures cover, 0..1
    bool cut = false;

    /// The page is a picture with at most a stamp's worth of text on it, or its text means nothing to a program:
    /// it has to be read like a scan.
    bool isScan() const;
};

/// Reads pages' contents; keeps fonts and layers between pages.
class PageReader {
public:
    explicit PageReader(Document& document);
    PageText read(std::size_t page);
    /// Fonts met so far, by name, sorted.
    const std::map<std::string, bool>& fonts() const { return m_names; }

    const Font* fontOf(const Value& reference);
    bool layerIsOff(const Value& reference);
    Document& document() { return m_document; }

private:
    Document& m_document;
    std::map<std::uint32_t, std::shared_ptr<Font>> m_fonts; ///< by object number
    std::vector<std::shared_ptr<Font>> m_direct; ///< of fonts that stand in the resources themselves
    std::set<std::uint32_t> m_layersOff;
    std::map<std::string, bool> m_names; ///< name -> embedded
};

} // namespace vidimus::pdf
