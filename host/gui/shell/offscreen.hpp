#pragma once
#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace vidimus::gui {

/// An OpenGL context without any display (EGL surfaceless) with one framebuffer, and the picture in it.
class Offscreen {
public:
    /// Errors: Unsupported where there is no such EGL platform.
    static Result<std::unique_ptr<Offscreen>> open(int width, int height);
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    /// RGB, rows from the top.
    std::vector<std::uint8_t> pixels() const;
    /// Errors: System.
    Result<void> writePng(const std::filesystem::path& out) const;
    int width() const { return m_width; }
    int height() const { return m_height; }

private:
    Offscreen() = default;
    void* m_display = nullptr;
    void* m_context = nullptr;
    unsigned m_framebuffer = 0, m_renderbuffer = 0;
    int m_width = 0, m_height = 0;
};

} // namespace vidimus::gui
