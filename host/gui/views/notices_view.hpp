#pragma once
#include "gui/views/view_context.hpp"

#include <map>
#include <set>

namespace vidimus::gui {

/// Short messages at the lower right: success fades after a while, trouble stays until it is dismissed.
class NoticesView {
public:
    void draw(const ViewContext& ctx, double now);
    /// Seconds until the next notice fades; negative where none will.
    double nextFade(const app::Snapshot& snapshot, double now) const;

private:
    std::map<std::uint64_t, double> m_since;
    std::set<std::uint64_t> m_faded; ///< their dismissal is sent
};

} // namespace vidimus::gui
