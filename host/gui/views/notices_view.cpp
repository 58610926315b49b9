#include "gui/views/notices_view.hpp"

#include "gui/widgets/icons.hpp"

#include <algorithm>

namespace vidimus::gui {

namespace {

/// Seconds that a text stays: time to read it twice at fifteen characters a second.
double fadesAfter(const std::string& text)
{
    return std::max(6.0, static_cast<double>(text.size()) / 7.5);
}

} // namespace

double NoticesView::nextFade(const app::Snapshot& snapshot, double now) const
{
    double next = -1;
    for (const app::Notice& notice : snapshot.notices) {
        const auto since = m_since.find(notice.number);
        if (notice.trouble || since == m_since.end() || m_faded.contains(notice.number))
            continue;
        const double left = std::max(0.0, since->second + fadesAfter(notice.text) - now);
        next = next < 0 ? left : std::min(next, left);
    }
    return next;
}

void NoticesView::draw(const ViewContext& ctx, double now)
{
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    float y = display.y - px(40);
    const auto& notices = ctx.snapshot.notices;
    const std::size_t first = notices.size() > 4 ? notices.size() - 4 : 0;
    for (std::size_t i = notices.size(); i-- > first;) {
        const app::Notice& notice = notices[i];
        const double since = m_since.try_emplace(notice.number, now).first->second;
        if (!notice.trouble && now - since >= fadesAfter(notice.text)) {
            if (m_faded.insert(notice.number).second)
                ctx.send(app::DismissNotice{notice.number});
            continue;
        }
        // Over the foot of the page: findings and what may be done with them stay free.
        ImGui::SetNextWindowPos({px(ctx.preferences.pagesWidth) + px(40), y}, ImGuiCond_Always, {0, 1});
        ImGui::SetNextWindowSizeConstraints({px(320), 0}, {px(320), px(300)});
        ImGui::PushStyleColor(ImGuiCol_WindowBg, palette().surface);
        const ImU32 colour = notice.trouble ? palette().adverse : palette().held;
        ImGui::PushStyleColor(ImGuiCol_Border, colour);
        const std::string id = "notice." + std::to_string(notice.number);
        ImGui::Begin(id.c_str(), nullptr,
            ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing
                | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove);
        coloured(notice.trouble ? icon::adverse : icon::held, colour);
        ImGui::SameLine(0, px(8));
        paragraph(ctx.shown(notice.text), px(216));
        mark(id, notice.text);
        alignRight(px(32));
        if (button({.id = id + ".dismiss",
                .label = {},
                .icon = icon::close,
                .kind = ButtonKind::Quiet,
                .tip = ctx.text("notice.dismiss")}))
            ctx.send(app::DismissNotice{notice.number});
        y -= ImGui::GetWindowHeight() + px(8);
        ImGui::End();
        ImGui::PopStyleColor(2);
    }
}

} // namespace vidimus::gui
