#include "gui/views/citation_list.hpp"

#include "gui/views/crop_image.hpp"
#include "gui/views/looks.hpp"

#include <imgui_internal.h>

namespace vidimus::gui {

namespace {

/// Where a citation points, in words: "Document 1, scan.png, page 2".
std::string placeOf(const ViewContext& ctx, const Case& shown, const Citation& citation)
{
    std::string place;
    if (citation.document)
        place = ctx.text("findings.document", {{"n", std::to_string(citation.document->value + 1)}}) + " · ";
    const std::string source = citation.file.value < shown.files.size()
        ? fileNameOf(shown.files[citation.file.value].source)
        : std::string();
    return place + ctx.text("canvas.where", {{"file", source}, {"page", std::to_string(citation.page.value + 1)}});
}

std::string quotedText(const ViewContext& ctx, const Citation& citation)
{
    std::string name = citation.field.empty() ? std::string() : ctx.text.field(citation.field);
    if (citation.text.empty())
        return name;
    const std::string quote = ctx.text("findings.quote", {{"text", citation.text}});
    return name.empty() ? quote : name + "  " + quote;
}

/// One citation in words; a click shows its place on the canvas.
void drawQuotation(
    const ViewContext& ctx, const Case& shown, CaseSelection& selection, const Finding& finding, std::size_t index)
{
    const Citation& citation = finding.citations[index];
    const std::string id = "citation." + std::to_string(index);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - px(16);
    const float line = ImGui::GetTextLineHeight();
    const std::string quote = ctx.shown(quotedText(ctx, citation));
    if (ImGui::InvisibleButton(id.c_str(), {width, quote.empty() ? line + px(4) : line * 2 + px(4)}))
        selectCitation(selection, finding, index);
    mark(id);
    const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered())
        draw->AddRectFilled({min.x - px(4), min.y}, max, withAlpha(palette().accent, 0.10f), px(4));
    ImGui::RenderNavHighlight(ImRect(min, max), ImGui::GetItemID());
    const ImVec2 next = ImGui::GetCursorPos();
    ImGui::SetCursorScreenPos({at.x, at.y + px(2)});
    const std::string place = std::to_string(index + 1) + "  " + ctx.shown(placeOf(ctx, shown, citation));
    oneLine(place, width, palette().accent, fonts().small);
    if (!quote.empty()) {
        ImGui::SetCursorScreenPos({at.x + px(16), at.y + line});
        oneLine(quote, width - px(16), palette().text);
    }
    ImGui::SetCursorPos(next);
}

} // namespace

void drawCitations(const ViewContext& ctx, const Case& shown, CaseSelection& selection, const Finding& finding)
{
    if (finding.citations.empty()) {
        label(ctx.text("findings.cites-nothing"));
        return;
    }
    for (std::size_t i = 0; i < finding.citations.size(); ++i) {
        drawQuotation(ctx, shown, selection, finding, i);
        const Citation& citation = finding.citations[i];
        if (citation.region.empty())
            continue;
        // What it cites is seen here at once, also from other pages and files than the one on the canvas.
        const float width = ImGui::GetContentRegionAvail().x - px(32);
        ImGui::Indent(px(16));
        drawCropImage(ctx, shown, citation.file, citation.page, citation.region, width, px(40));
        mark("citation.crop." + std::to_string(i));
        ImGui::Unindent(px(16));
    }
}

} // namespace vidimus::gui
