#pragma once
#include "gui/widgets/probe.hpp"

#include <filesystem>
#include <string>

namespace vidimus::gui {

/// Writes names and places of all that is drawn, one item a line ("name x y width height enabled"), whenever they have
/// changed: for scripts and tests that drive the real window. Texts are left out: they may be personal.
class ItemsFile {
public:
    explicit ItemsFile(std::filesystem::path path);
    ~ItemsFile();
    ItemsFile(const ItemsFile&) = delete;
    ItemsFile& operator=(const ItemsFile&) = delete;

    void beginFrame() { m_probe.clear(); }
    void endFrame();

private:
    std::filesystem::path m_path;
    Probe m_probe;
    std::string m_written;
};

} // namespace vidimus::gui
