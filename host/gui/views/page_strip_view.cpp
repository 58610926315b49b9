#include "gui/views/page_strip_view.hpp"

#include "gui/views/canvas_geometry.hpp"
#include "gui/views/looks.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace vidimus::gui {

ImVec2 thumbnailSize(const Page& page, int turn, float width, float height)
{
    double w = std::max(1.0, page.width.value), h = std::max(1.0, page.height.value);
    if (turn % 2 == 1)
        std::swap(w, h);
    const double scale = std::min(width / w, height / h);
    return {static_cast<float>(w * scale), static_cast<float>(h * scale)};
}

void PageStripView::draw(const ViewContext& ctx, const Case& shown, CaseSelection& selection)
{
    const std::vector<PageRef> pages = pagesOf(shown);
    const std::vector<PageRef> cited = selectedPages(selection, shown);
    std::uint32_t file = ~0U;
    for (const PageRef& page : pages) {
        if (page.file.value != file) {
            if (file != ~0U)
                gap(8);
            file = page.file.value;
            oneLine(ctx.shown(fileNameOf(shown.files[file].source)), ImGui::GetContentRegionAvail().x, palette().muted,
                fonts().small);
        }
        const bool here = page == selection.page;
        if (drawThumbnail(ctx, shown, page, here, std::ranges::find(cited, page) != cited.end())) {
            selection.page = page;
            selection.reveal = !selectedRegions(selection, shown, page).empty();
        }
        if (here && m_scrolledTo != page) {
            ImGui::SetScrollHereY(0.5f);
            m_scrolledTo = page;
        }
    }
    for (const File& unread : shown.files)
        if (unread.pages.empty()) {
            oneLine(
                ctx.shown(fileNameOf(unread.source)), ImGui::GetContentRegionAvail().x, palette().muted, fonts().small);
            smallParagraph(ctx.text("strip.no-pages"));
        }
}

bool PageStripView::drawThumbnail(const ViewContext& ctx, const Case& shown, PageRef page, bool selected, bool cited)
{
    const Page& paper = *pageAt(shown, page);
    const float width = ImGui::GetContentRegionAvail().x;
    const int turn = uprightTurn(paper);
    const ImVec2 size = thumbnailSize(paper, turn, width - px(16), px(168));
    const std::string id = "page." + std::to_string(page.file.value) + "." + std::to_string(page.page.value);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), {width, size.y + px(34)});
    mark(id);
    const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (selected || ImGui::IsItemHovered())
        draw->AddRectFilled(min, max, withAlpha(palette().accent, selected ? 0.14f : 0.07f), px(6));
    const ImVec2 low{std::floor((min.x + max.x - size.x) / 2), min.y + px(8)}, high{low.x + size.x, low.y + size.y};
    draw->AddRectFilled(low, high, IM_COL32(255, 255, 255, 255));
    if (ImGui::IsItemVisible()) {
        const app::PictureState picture = ctx.workbench.picture(page.file, page.page, {36});
        const PageFrame frame{.width = paper.width,
            .height = paper.height,
            .turn = turn,
            .zoom = size.x / static_cast<float>(turn % 2 ? paper.height.value : paper.width.value),
            .origin = low};
        if (const ImTextureID texture = picture.picture ? ctx.textures.of(picture.picture) : nullptr)
            draw->AddImageQuad(texture, frame.toScreen({{0}, {0}}), frame.toScreen({paper.width, {0}}),
                frame.toScreen({paper.width, paper.height}), frame.toScreen({{0}, paper.height}));
    }
    draw->AddRect(low, high, selected ? palette().accent : palette().border, 0, 0, px(selected ? 2.0f : 1.0f));
    const InFont face(fonts().small);
    const std::string number
        = std::to_string(page.page.value + 1) + (cited ? std::string(" ") + icon::findings : std::string());
    const float text = ImGui::CalcTextSize(number.c_str()).x;
    draw->AddText({std::floor((min.x + max.x - text) / 2), high.y + px(2)},
        cited || selected ? palette().accent : palette().muted, number.c_str());
    ImGui::RenderNavHighlight(ImRect(min, max), ImGui::GetItemID());
    return pressed;
}

} // namespace vidimus::gui
