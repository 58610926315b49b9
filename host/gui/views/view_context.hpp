#pragma once
#include "app/workbench.hpp"
#include "gui/views/texts.hpp"
#include "gui/widgets/layout.hpp"

#include <memory>
#include <string>
#include <vector>

namespace vidimus::gui {

/// Hands out textures for pictures. The real one uploads to OpenGL; a headless one needs no display.
class Textures {
public:
    virtual ~Textures() = default;
    /// Null where the picture is empty or cannot be uploaded.
    virtual ImTextureID of(const std::shared_ptr<const pipeline::PagePicture>& picture) = 0;
};

enum class Screen { Cases, Queue, Intake, Case };

/// What the workstation remembers between runs; nothing about cases.
struct Preferences {
    ThemeKind theme = ThemeKind::Light;
    std::string folder; ///< where the file browser was last
    bool allFiles = false; ///< the file browser shows unreadable types too
    std::vector<std::string> pathways; ///< those entered before, newest first: names of procedures, of no person
    float pagesWidth = 136, panelWidth = 440; ///< design pixels
};

/// All that a view is handed: a snapshot to draw, and where to send what a person asks for.
struct ViewContext {
    const app::Snapshot& snapshot;
    app::Workbench& workbench;
    const Texts& text;
    GlyphNeeds& glyphs;
    Textures& textures;
    Preferences& preferences;
    Screen& screen;

    void send(app::Command command) const { workbench.apply(std::move(command)); }
    /// A text of the data as it can be shown; its characters will be in the atlas from the next frame on.
    std::string shown(std::string_view text) const
    {
        std::string out = displayable(text);
        glyphs.need(out);
        return out;
    }
};

} // namespace vidimus::gui
