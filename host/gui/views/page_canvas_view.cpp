#include "gui/views/page_canvas_view.hpp"

#include "gui/views/looks.hpp"
#include "gui/views/page_boxes.hpp"

#include <imgui_internal.h>

#include <cmath>

namespace vidimus::gui {

namespace {

constexpr float margin = 24;

/// 150 dpi to look at, 300 to look closely: what is asked for steps, so that zooming does not reload all the time.
Dpi wantedDpi(const PageFrame& frame)
{
    const double shown = frame.zoom * millimetresPerInch;
    return {shown > 170 ? 300.0 : 150.0};
}

} // namespace

std::optional<FieldRef> fieldUnder(const Case& shown, PageRef page, Point point)
{
    std::optional<FieldRef> best;
    double area = 0;
    const auto& documents = shown.evidence.documents;
    for (std::uint32_t d = 0; d < documents.size(); ++d)
        for (std::size_t f = 0; f < documents[d].fields.size(); ++f) {
            const Field& field = documents[d].fields[f];
            const Region& r = field.region;
            if (PageRef{field.file, field.page} != page || r.empty() || point.x < r.x || point.x > r.right()
                || point.y < r.y || point.y > r.bottom())
                continue;
            if (!best || r.area() < area) {
                best = FieldRef{{d}, f};
                area = r.area();
            }
        }
    return best;
}

void PageCanvasView::draw(const ViewContext& ctx, const Case& shown, CaseSelection& selection)
{
    drawTools(ctx, shown, selection);
    const ImVec2 min = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ImVec2 max{min.x + std::max(room.x, px(16)), min.y + std::max(room.y, px(16))};
    ImGui::InvisibleButton("canvas", {max.x - min.x, max.y - min.y});
    mark("canvas");
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(min, max, palette().canvas, px(6));
    const Page* page = pageAt(shown, selection.page);
    if (!page)
        return;
    follow(shown, *page, selection, min, max);
    PageFrame frame = frameOf(*page, m_state, min, max, px(margin));
    handleInput(shown, frame, selection, min, max);
    frame = frameOf(*page, m_state, min, max, px(margin));
    m_percent = static_cast<float>(frame.zoom / std::max(0.01, page->dpi.pixels({1})) * 100);
    draw->PushClipRect(min, max, true);
    drawPaper(ctx, frame, *page);
    drawBoxes(ctx, shown, selection, frame);
    draw->PopClipRect();
    ImGui::RenderNavHighlight(ImRect(min, max), ImGui::GetID("canvas"));
}

void PageCanvasView::follow(const Case& shown, const Page& page, CaseSelection& selection, ImVec2 min, ImVec2 max)
{
    if (!m_started || m_page != selection.page) {
        m_page = selection.page;
        m_state.fitted = m_state.fitted || !m_started || !selection.reveal;
        m_started = true;
    }
    m_state.turn = (uprightTurn(page) + m_turns[m_page]) % 4;
    if (m_wantActualSize)
        showActualSize(m_state, page);
    m_wantActualSize = false;
    if (selection.reveal)
        reveal(m_state, page, selectedRegions(selection, shown, m_page), min, max, px(48));
    selection.reveal = false;
}

void PageCanvasView::drawTools(const ViewContext& ctx, const Case& shown, CaseSelection& selection)
{
    const auto tool = [&](const char* id, const char* face, const char* tip, bool selected = false) {
        const bool pressed = button({.id = id,
            .label = {},
            .icon = face,
            .kind = ButtonKind::Quiet,
            .tip = ctx.text(tip),
            .selected = selected});
        ImGui::SameLine(0, px(4));
        return pressed;
    };
    const std::string source = selection.page.file.value < shown.files.size()
        ? fileNameOf(shown.files[selection.page.file.value].source)
        : "";
    const float right = px(32) * 5 + px(52) + px(64) + px(4) * 6;
    const float y = ImGui::GetCursorPosY();
    ImGui::SetCursorPosY(y + px(5));
    const float nameWidth = ImGui::GetContentRegionAvail().x - right - px(16);
    oneLine(ctx.shown(
                ctx.text("canvas.where", {{"file", source}, {"page", std::to_string(selection.page.page.value + 1)}})),
        std::max(px(40), nameWidth), palette().muted);
    alignRight(right);
    ImGui::SetCursorPosY(y);
    if (tool("canvas.zoom-out", icon::zoomOut, "canvas.zoom-out"))
        zoomBy(1 / 1.25f);
    const float x = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted((std::to_string(std::lround(m_percent)) + " %").c_str());
    ImGui::SameLine(x + px(52));
    if (tool("canvas.zoom-in", icon::zoomIn, "canvas.zoom-in"))
        zoomBy(1.25f);
    if (tool("canvas.fit", icon::fit, "canvas.fit", m_state.fitted))
        fit();
    if (button({.id = "canvas.actual",
            .label = "1:1",
            .kind = ButtonKind::Quiet,
            .tip = ctx.text("canvas.actual"),
            .width = px(48)}))
        actualSize();
    ImGui::SameLine(0, px(4));
    if (tool("canvas.rotate", icon::rotate, "canvas.rotate"))
        turn();
    if (tool("canvas.boxes", icon::boxes, "canvas.boxes", m_showFields))
        toggleFields();
    ImGui::NewLine();
}

void PageCanvasView::drawPaper(const ViewContext& ctx, const PageFrame& frame, const Page& page)
{
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 size = frame.size(), low = frame.origin, high{low.x + size.x, low.y + size.y};
    draw->AddRectFilled({low.x + px(1), low.y + px(2)}, {high.x + px(1), high.y + px(3)}, IM_COL32(0, 0, 0, 40), px(2));
    draw->AddRectFilled(low, high, IM_COL32(255, 255, 255, 255));
    app::PictureState picture = ctx.workbench.picture(m_page.file, m_page.page, wantedDpi(frame));
    // While the close look loads, the coarser one stands in for it.
    if (picture.kind == app::PictureState::Kind::Loading && wantedDpi(frame).value > 150)
        picture = ctx.workbench.picture(m_page.file, m_page.page, {150});
    const ImTextureID texture = picture.picture ? ctx.textures.of(picture.picture) : nullptr;
    if (texture) {
        const auto corner = [&](Millimetres x, Millimetres y) { return frame.toScreen({x, y}); };
        draw->AddImageQuad(texture, corner({0}, {0}), corner(page.width, {0}), corner(page.width, page.height),
            corner({0}, page.height));
        return;
    }
    const bool failed = picture.kind == app::PictureState::Kind::Failed;
    const std::string words
        = failed ? ctx.text("canvas.failed", {{"why", picture.message}}) : ctx.text("canvas.loading");
    const std::string text = ctx.shown(words);
    const ImVec2 extent = ImGui::CalcTextSize(text.c_str());
    draw->AddText({std::floor((low.x + high.x - extent.x) / 2), std::floor((low.y + high.y) / 2)},
        paletteOf(ThemeKind::Light).muted, text.c_str());
}

void PageCanvasView::drawBoxes(
    const ViewContext&, const Case& shown, const CaseSelection& selection, const PageFrame& frame)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    // Pages are white in either theme: boxes use the light palette's colours, which are made for white.
    const Palette& p = paletteOf(ThemeKind::Light);
    if (m_showFields)
        for (const Document& document : shown.evidence.documents)
            for (const Field& field : document.fields)
                if (PageRef{field.file, field.page} == m_page && !field.region.empty())
                    drawBox(draw, frame, field.region, p.accent, BoxStyle::Faint);
    if (selection.field)
        for (const Region& region : selectedRegions(selection, shown, m_page))
            drawBox(draw, frame, region, p.accent, BoxStyle::Selected);
    const Finding* finding = findingById(shown, selection.finding);
    if (!finding)
        return;
    const auto colourOf = [&] {
        switch (groupOf(*finding)) {
        case FindingGroup::Adverse:
            return p.adverse;
        case FindingGroup::Caution:
            return p.caution;
        case FindingGroup::Unchecked:
            return p.unchecked;
        case FindingGroup::Held:
            return p.held;
        default:
            return p.note;
        }
    };
    for (std::size_t i = 0; i < finding->citations.size(); ++i) {
        const Citation& citation = finding->citations[i];
        if (PageRef{citation.file, citation.page} != m_page)
            continue;
        drawBox(draw, frame, citation.region, colourOf(), BoxStyle::Selected);
        if (!citation.region.empty())
            drawFlag(draw, frame, citation.region, colourOf(), std::to_string(i + 1).c_str());
    }
}

void PageCanvasView::handleInput(
    const Case& shown, const PageFrame& frame, CaseSelection& selection, ImVec2 min, ImVec2 max)
{
    const ImGuiIO& io = ImGui::GetIO();
    ImVec2 at{(min.x + max.x) / 2, (min.y + max.y) / 2};
    if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
        at = io.MousePos;
        m_zoomBy *= std::pow(1.15f, io.MouseWheel);
    }
    if (m_zoomBy != 1)
        zoomAt(m_state, frame, min, max, at, m_zoomBy);
    m_zoomBy = 1;
    ImVec2 moved{0, 0};
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(3))) {
        moved = io.MouseDelta;
        m_dragged = true;
    }
    if (ImGui::IsItemFocused() && io.KeyShift) {
        const auto held = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)) ? px(48) : 0.0f; };
        moved.x += held(ImGuiKey_LeftArrow) - held(ImGuiKey_RightArrow);
        moved.y += held(ImGuiKey_UpArrow) - held(ImGuiKey_DownArrow);
    }
    if (moved.x != 0 || moved.y != 0) {
        if (m_state.fitted)
            m_state = {.turn = m_state.turn, .fitted = false, .zoom = frame.zoom, .pan = {0, 0}};
        m_state.pan = {m_state.pan.x + moved.x, m_state.pan.y + moved.y};
    }
    if (ImGui::IsItemDeactivated()) {
        if (!m_dragged && ImGui::IsItemHovered())
            if (const auto field = fieldUnder(shown, m_page, frame.toPage(io.MousePos))) {
                selectField(selection, shown, *field);
                selection.reveal = false;
            }
        m_dragged = false;
    }
}

} // namespace vidimus::gui
