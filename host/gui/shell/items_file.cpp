#include "gui/shell/items_file.hpp"

#include <fstream>
#include <sstream>

namespace vidimus::gui {

ItemsFile::ItemsFile(std::filesystem::path path)
    : m_path(std::move(path))
{
    if (!m_path.empty())
        Probe::current() = &m_probe;
}

ItemsFile::~ItemsFile()
{
    if (Probe::current() == &m_probe)
        Probe::current() = nullptr;
}

void ItemsFile::endFrame()
{
    if (m_path.empty())
        return;
    std::ostringstream lines;
    for (const auto& [name, item] : m_probe.items())
        lines << name << '\t' << item.min.x << '\t' << item.min.y << '\t' << item.max.x - item.min.x << '\t'
              << item.max.y - item.min.y << '\t' << (item.enabled ? "enabled" : "disabled") << '\n';
    if (lines.str() == m_written)
        return;
    m_written = lines.str();
    // Written beside and renamed: a reader never meets half a list.
    const std::filesystem::path beside = m_path.string() + ".new";
    std::ofstream(beside, std::ios::trunc) << m_written;
    std::error_code ignored;
    std::filesystem::rename(beside, m_path, ignored);
}

} // namespace vidimus::gui
