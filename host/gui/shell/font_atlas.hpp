#pragma once
#include "gui/widgets/fonts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vidimus::gui {

/// Bakes the faces with the characters that are needed, no more: a few hundred in some milliseconds. When texts with
/// new characters are shown, it bakes again between two frames.
class FontAtlas {
public:
    /// \param scale  pixels of the display for one design pixel
    FontAtlas(std::string language, float scale);

    /// The characters that views have asked for; hand it to them.
    GlyphNeeds& needs() { return m_needs; }
    void setLanguage(const std::string& language);
    void setScale(float scale);
    /// From now on every text of the program is in the atlas; until then only what has been asked for. The very first
    /// frame shows a few words, and need not wait for thousands.
    void bakeAllTexts();
    /// Bakes if anything has changed. Not between NewFrame() and Render(). True: the font texture must be made anew.
    bool refresh();
    /// Would refresh() bake?
    bool stale() const { return m_dirty || m_baked != m_needs.generation(); }
    /// Files that could not be found, for the log.
    const std::vector<std::string>& missing() const { return m_missing; }

private:
    void bake();
    ImFont* addFace(const char* file, float em, bool withIcons, const ImVector<ImWchar>& ranges);
    /// Puts glyphs of another face into the face added last. size: its line height; down: by how much lower; design
    /// pixels.
    void merge(const char* file, float size, float down, const ImWchar* ranges);
    void noteMissing(const char* file);

    GlyphNeeds m_needs;
    std::string m_language;
    float m_scale;
    std::size_t m_baked = 0;
    bool m_dirty = true, m_withAllTexts = false;
    ImVector<ImWchar> m_textRanges, m_iconRanges, m_latinRanges;
    std::vector<std::string> m_missing;
};

/// Characters of a text that a face has no glyph for, as a readable list; empty where all are there.
std::string missingGlyphs(const ImFont& font, std::string_view utf8);

} // namespace vidimus::gui
