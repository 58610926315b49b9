#pragma once
#include <imgui.h>

#include <map>
#include <string>
#include <string_view>

/// Where named items were drawn in the last frame: how a test (or a script that drives the window) finds a button.
namespace vidimus::gui {

struct ProbedItem {
    ImVec2 min, max;
    bool enabled = true;
    std::string text; ///< what stands on it, for texts worth asserting
    ImVec2 centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
};

class Probe {
public:
    /// The probe that collects, or null: then marking costs nothing.
    static Probe*& current();

    void clear() { m_items.clear(); }
    void add(std::string name, ProbedItem item) { m_items.insert_or_assign(std::move(name), std::move(item)); }
    const ProbedItem* find(std::string_view name) const;
    const std::map<std::string, ProbedItem, std::less<>>& items() const { return m_items; }

private:
    std::map<std::string, ProbedItem, std::less<>> m_items;
};

/// Names the item drawn last.
void mark(std::string_view name, std::string_view text = {}, bool enabled = true);

} // namespace vidimus::gui
