#pragma once
#include "gui/shell/font_atlas.hpp"
#include "gui/shell/gl_textures.hpp"
#include "gui/views/workstation_view.hpp"

namespace vidimus::gui {

/// The workstation inside an ImGui context and a GL context that somebody else made: fonts, textures, theme, frames.
/// The window and the surfaceless picture use it alike.
class Workstation {
public:
    /// \param scale  pixels of the display for one design pixel
    Workstation(const std::string& language, Preferences preferences, float scale);
    ~Workstation();
    Workstation(const Workstation&) = delete;
    Workstation& operator=(const Workstation&) = delete;

    /// Draws one frame into the bound framebuffer. io.DisplaySize and input must be set.
    /// \param workbench  null while it opens: then only a few words are shown
    /// \param trouble    what kept the workbench from opening, or empty
    void frame(app::Workbench* workbench, const std::string& trouble, double now);
    void setScale(float scale);
    WorkstationView& view() { return m_view; }
    FontAtlas& atlas() { return m_atlas; }
    const Preferences& preferences() const { return m_preferences; }
    /// Must another frame follow at once, since fonts or theme have just changed?
    bool unsettled() const { return m_unsettled; }

private:
    void drawOpening(const std::string& trouble);

    std::string m_language;
    Preferences m_preferences;
    float m_scale;
    ThemeKind m_theme;
    FontAtlas m_atlas;
    GlTextures m_textures;
    WorkstationView m_view;
    bool m_unsettled = true;
    std::uint64_t m_seen = 0; ///< version of the snapshot whose characters are known
};

} // namespace vidimus::gui
