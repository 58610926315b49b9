#include "gui/shell/offscreen.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <stb/stb_image_write.h>

#include <algorithm>

namespace vidimus::gui {

namespace {

Error unsupported(const char* what)
{
    return {.kind = ErrorKind::Unsupported,
        .message = std::string("no drawing without a display: ") + what,
        .origin = "workstation"};
}

} // namespace

Result<std::unique_ptr<Offscreen>> Offscreen::open(int width, int height)
{
    std::unique_ptr<Offscreen> made(new Offscreen);
    made->m_width = width;
    made->m_height = height;
    made->m_display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (!made->m_display || !eglInitialize(made->m_display, nullptr, nullptr))
        return unsupported("EGL has no surfaceless platform");
    eglBindAPI(EGL_OPENGL_API);
    const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = EGL_NO_CONFIG_KHR;
    EGLint count = 0;
    eglChooseConfig(made->m_display, wanted, &config, 1, &count);
    const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3,
        EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    made->m_context
        = eglCreateContext(made->m_display, count > 0 ? config : EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, version);
    if (!made->m_context || !eglMakeCurrent(made->m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, made->m_context))
        return unsupported("EGL gives no OpenGL 3.3 context");
    glGenFramebuffers(1, &made->m_framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, made->m_framebuffer);
    glGenRenderbuffers(1, &made->m_renderbuffer);
    glBindRenderbuffer(GL_RENDERBUFFER, made->m_renderbuffer);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, made->m_renderbuffer);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
        return unsupported("the framebuffer is incomplete");
    return made;
}

Offscreen::~Offscreen()
{
    if (m_context) {
        glDeleteFramebuffers(1, &m_framebuffer);
        glDeleteRenderbuffers(1, &m_renderbuffer);
        eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(m_display, m_context);
    }
    if (m_display)
        eglTerminate(m_display);
}

std::vector<std::uint8_t> Offscreen::pixels() const
{
    const std::size_t row = static_cast<std::size_t>(m_width) * 3;
    std::vector<std::uint8_t> raw(row * static_cast<std::size_t>(m_height));
    glFinish();
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, m_width, m_height, GL_RGB, GL_UNSIGNED_BYTE, raw.data());
    for (int top = 0, bottom = m_height - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(raw.begin() + static_cast<std::ptrdiff_t>(row) * top,
            raw.begin() + static_cast<std::ptrdiff_t>(row) * (top + 1),
            raw.begin() + static_cast<std::ptrdiff_t>(row) * bottom);
    return raw;
}

Result<void> Offscreen::writePng(const std::filesystem::path& out) const
{
    const std::vector<std::uint8_t> rgb = pixels();
    if (!stbi_write_png(out.c_str(), m_width, m_height, 3, rgb.data(), m_width * 3))
        return Error{
            .kind = ErrorKind::System, .message = out.string() + " cannot be written", .origin = "workstation"};
    return {};
}

} // namespace vidimus::gui
