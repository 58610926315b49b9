#include "gui/views/trail_view.hpp"

#include "gui/views/looks.hpp"

namespace vidimus::gui {

void drawTrail(const ViewContext& ctx, const app::OpenCase& open)
{
    if (open.trail.empty()) {
        emptyState(icon::trail, ctx.text("trail.empty"), ctx.text("trail.empty-hint"));
        return;
    }
    const Pane list("trail-list", {0, 0});
    for (std::size_t i = open.trail.size(); i-- > 0;) {
        const store::CaseStore::Entry& entry = open.trail[i];
        const std::string key = "gui.trail.kind-" + entry.kind;
        const std::string kind = ctx.text.shared(key);
        heading(kind == key ? ctx.shown(entry.kind) : kind);
        mark("trail." + std::to_string(entry.number), entry.kind);
        const std::string number = "#" + std::to_string(entry.number);
        label(number + " · " + shortTime(entry.at) + " UTC · " + ctx.shown(entry.by));
        if (!entry.summary.empty())
            paragraph(ctx.shown(entry.summary));
        gap(8);
        ImGui::Separator();
        gap(8);
    }
}

} // namespace vidimus::gui
