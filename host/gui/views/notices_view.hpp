#pragma once
#include "gui/views/view_context.hpp"

#include <map>

namespace vidimus::gui {

/// Short messages at the lower right: success fades after a while, trouble stays until it is dismissed.
class NoticesView {
public:
    void draw(const ViewContext& ctx, double now);
    /// Seconds until the next notice fades; negative where none will.
    double nextFade(const app::Snapshot& snapshot, double now) const;

private:
    std::map<std::uint64_t, double> m_since;
};

} // namespace vidimus::gui
