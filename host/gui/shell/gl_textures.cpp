#include "gui/shell/gl_textures.hpp"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

namespace vidimus::gui {

namespace {

// 256 MB of page pictures: about ten A4 pages at 300 dpi.
constexpr std::size_t mostBytes = 256U << 20;
constexpr std::uint64_t restFrames = 30;

unsigned upload(const pipeline::PagePicture& picture)
{
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    const std::size_t bytes = static_cast<std::size_t>(picture.width) * picture.height * picture.channels;
    const auto edge = static_cast<std::uint32_t>(largest);
    if (bytes == 0 || picture.pixels.size() < bytes || picture.width > edge || picture.height > edge)
        return 0;
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    if (picture.channels == 1) {
        const GLint grey[] = {GL_RED, GL_RED, GL_RED, GL_ONE};
        glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, grey);
    }
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, picture.channels == 1 ? GL_R8 : GL_RGB8, static_cast<GLsizei>(picture.width),
        static_cast<GLsizei>(picture.height), 0, picture.channels == 1 ? GL_RED : GL_RGB, GL_UNSIGNED_BYTE,
        picture.pixels.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glGenerateMipmap(GL_TEXTURE_2D);
    return name;
}

} // namespace

GlTextures::~GlTextures()
{
    for (auto& [picture, held] : m_held)
        glDeleteTextures(1, &held.name);
}

ImTextureID GlTextures::of(const std::shared_ptr<const pipeline::PagePicture>& picture)
{
    if (!picture)
        return nullptr;
    Held& held = m_held[picture.get()];
    if (!held.picture) {
        held.picture = picture;
        held.name = upload(*picture);
    }
    held.usedAt = m_frame;
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(held.name));
}

void GlTextures::endFrame()
{
    ++m_frame;
    std::size_t bytes = 0;
    for (const auto& [picture, held] : m_held)
        bytes += picture->pixels.size();
    for (auto it = m_held.begin(); it != m_held.end() && bytes > mostBytes;) {
        if (m_frame - it->second.usedAt > restFrames) {
            bytes -= it->first->pixels.size();
            glDeleteTextures(1, &it->second.name);
            it = m_held.erase(it);
        } else {
            ++it;
        }
    }
}

} // namespace vidimus::gui
