#pragma once
#include "gui/views/view_context.hpp"

#include <map>

namespace vidimus::gui {

/// Page pictures as OpenGL textures; those not drawn for some time are given back. Needs a current GL context.
class GlTextures : public Textures {
public:
    ~GlTextures() override;
    ImTextureID of(const std::shared_ptr<const pipeline::PagePicture>& picture) override;
    /// Once a frame: frees what was not drawn for long when much is held.
    void endFrame();

private:
    struct Held {
        std::shared_ptr<const pipeline::PagePicture> picture; ///< keeps the address from meaning another picture
        unsigned name = 0;
        std::uint64_t usedAt = 0;
    };
    std::map<const pipeline::PagePicture*, Held> m_held;
    std::uint64_t m_frame = 0;
};

} // namespace vidimus::gui
