#include "gui/widgets/probe.hpp"

namespace vidimus::gui {

Probe*& Probe::current()
{
    static Probe* probe = nullptr;
    return probe;
}

const ProbedItem* Probe::find(std::string_view name) const
{
    const auto found = m_items.find(name);
    return found == m_items.end() ? nullptr : &found->second;
}

void mark(std::string_view name, std::string_view text, bool enabled)
{
    if (Probe* probe = Probe::current())
        probe->add(std::string(name),
            {.min = ImGui::GetItemRectMin(),
                .max = ImGui::GetItemRectMax(),
                .enabled = enabled,
                .text = std::string(text)});
}

} // namespace vidimus::gui
