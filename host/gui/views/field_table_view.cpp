#include "gui/views/field_table_view.hpp"

#include "core/field_order.hpp"
#include "core/spelling.hpp"
#include "gui/views/case_rows.hpp"
#include "gui/views/crop_image.hpp"
#include "gui/views/field_rows.hpp"
#include "gui/views/looks.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace vidimus::gui {

void FieldTableView::draw(const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection)
{
    const Case& shown = *open.checked;
    if (shown.evidence.documents.empty()) {
        emptyState(icon::fields, ctx.text("fields.empty"), ctx.text("fields.empty-hint"));
        return;
    }
    textField("fields.filter", {}, m_filter, 0, ctx.text("fields.filter"));
    gap(8);
    {
        const Pane list("fields-list", {0, 0});
        for (std::uint32_t d = 0; d < shown.evidence.documents.size(); ++d)
            drawDocument(ctx, open, selection, {d});
    }
    m_dialog.draw(ctx, shown);
}

void FieldTableView::drawDocument(
    const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection, DocumentIndex at)
{
    const Document& document = open.checked->evidence.documents[at.value];
    heading(ctx.text("findings.document", {{"n", std::to_string(at.value + 1)}}));
    ImGui::SameLine(0, px(8));
    if (document.classification) {
        const int score = static_cast<int>(std::lround(document.classification->score * 100));
        // The design in words; its id only where no pack gives it a title.
        const bool titled = at.value < open.profileTitles.size() && !open.profileTitles[at.value].empty();
        const std::string design = titled ? open.profileTitles[at.value] : document.classification->profile;
        const InFont face(fonts().small);
        const std::string words
            = ctx.shown(ctx.text("fields.profile", {{"profile", design}, {"score", std::to_string(score)}}));
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px(2));
        oneLine(words, ImGui::GetContentRegionAvail().x, palette().muted);
        mark("fields.profile." + std::to_string(at.value), words);
        if (ImGui::IsItemHovered())
            tooltip(words + "\n" + document.classification->profile);
    } else {
        coloured(std::string(icon::unchecked) + " " + ctx.text("fields.no-profile"), palette().unchecked);
    }
    bool any = false;
    for (const std::size_t f : inReadingOrder(document.fields)) {
        const Field& field = document.fields[f];
        if (!matchesWords(
                fieldNameOf(ctx, open, field.id) + " " + field.id + " " + field.text + " " + field.value, m_filter))
            continue;
        any = true;
        drawField(ctx, open, selection, {at, f});
    }
    if (!any)
        smallParagraph(ctx.text(document.fields.empty() ? "fields.none-read" : "fields.none-fit"));
    gap(16);
}

void FieldTableView::drawReading(
    const ViewContext& ctx, const app::OpenCase& open, FieldRef ref, ImVec2 at, float right)
{
    const Case& shown = *open.checked;
    const Field& field = *fieldAt(shown, ref);
    const Look look = lookOf(field.certainty);
    const std::string sure = std::string(look.icon) + " "
        + ctx.text.shared("certainty." + std::string(nameOf(field.certainty))) + " "
        + std::to_string(std::lround(field.confidence * 100)) + " %";
    float sureWidth = 0;
    {
        const InFont face(fonts().small);
        sureWidth = ImGui::CalcTextSize(sure.c_str()).x;
    }
    ImGui::SetCursorScreenPos({at.x, at.y});
    oneLine(
        ctx.shown(fieldNameOf(ctx, open, field.id)), right - at.x - sureWidth - px(8), palette().muted, fonts().small);
    ImGui::SetCursorScreenPos({right - sureWidth, at.y});
    {
        const InFont face(fonts().small);
        coloured(sure, look.colour);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + px(22)});
    const Correction* corrected = correctionOf(shown, ref.document, field);
    const std::string text
        = field.text.empty() ? ctx.text("fields.nothing-legible") : ctx.shown(textInWords(ctx.text, field));
    if (corrected) {
        const float half = std::floor((right - at.x) / 2);
        oneLine(text, half - px(8), palette().muted);
        ImGui::SetCursorScreenPos({at.x + half, at.y + px(22)});
        oneLine(std::string(icon::edit) + " " + ctx.shown(corrected->value), right - at.x - half, palette().accent,
            fonts().bold);
    } else {
        oneLine(text, right - at.x, field.text.empty() ? palette().muted : palette().text);
    }
}

void FieldTableView::drawField(
    const ViewContext& ctx, const app::OpenCase& open, CaseSelection& selection, FieldRef ref)
{
    const Case& shown = *open.checked;
    const Field& field = *fieldAt(shown, ref);
    const bool selected = selection.field == ref;
    const float width = ImGui::GetContentRegionAvail().x, crop = std::floor(width * 0.38f), height = px(64);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImGui::PushID(static_cast<int>(ref.document.value * 10000 + ref.field));
    if (ImGui::InvisibleButton("field", {width, height}))
        selectField(selection, shown, ref);
    mark("field." + std::to_string(ref.document.value) + "." + std::to_string(ref.field), field.id);
    if (selected && m_scrolledTo != ref) {
        ImGui::SetScrollHereY(0.4f);
        m_scrolledTo = ref;
    }
    const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (selected || ImGui::IsItemHovered())
        draw->AddRectFilled(min, max, withAlpha(palette().accent, selected ? 0.12f : 0.06f), px(5));
    ImGui::RenderNavHighlight(ImRect(min, max), ImGui::GetItemID());
    draw->AddLine({min.x, max.y + px(3)}, {max.x, max.y + px(3)}, withAlpha(palette().border, 0.7f));
    const ImVec2 after = ImGui::GetCursorPos();
    ImGui::SetCursorScreenPos({start.x + px(8), start.y + px(8)});
    drawCropImage(ctx, shown, field.file, field.page, field.region, crop - px(16), height - px(16));
    drawReading(ctx, open, ref, {start.x + crop, start.y + px(8)}, start.x + width - px(8));
    ImGui::SetCursorPos(after);
    if (selected)
        drawDetails(ctx, open, field, ref);
    ImGui::PopID();
}

void FieldTableView::drawDetails(const ViewContext& ctx, const app::OpenCase& open, const Field& field, FieldRef ref)
{
    const Case& shown = *open.checked;
    ImGui::Indent(px(16));
    gap(8);
    if (valueDiffers(field) && field.id != "holder.id-kind")
        paragraph(ctx.text("fields.normal-form", {{"value", ctx.shown(field.value)}}));
    smallParagraph(ctx.text("fields.how",
        {{"origin", ctx.text.shared("origin." + std::string(nameOf(field.origin)))},
            {"n", std::to_string(field.readings)}, {"id", field.id}}));
    for (const Alternative& other : field.alternatives)
        smallParagraph(ctx.text("fields.alternative",
            {{"text", ctx.shown(other.text)}, {"percent", std::to_string(std::lround(other.confidence * 100))},
                {"engine", other.engine}}));
    for (const Validation& validation : field.validations) {
        const std::string verdict = ctx.text("fields.verdict-" + std::string(nameOf(validation.verdict)),
            {{"validator", validation.validator}, {"expected", validation.expected}});
        smallParagraph(ctx.shown(verdict));
    }
    const Correction* corrected = correctionOf(shown, ref.document, field);
    if (corrected)
        smallParagraph(
            ctx.text("fields.corrected-by", {{"name", ctx.shown(corrected->by)}, {"time", shortTime(corrected->at)}}));
    gap(4);
    if (button({.id = "field.correct",
            .label = ctx.text("fields.correct"),
            .icon = icon::edit,
            .enabled = open.mayEdit,
            .whyNot = ctx.shown(open.whyNot)}))
        m_dialog.open(ref, field, corrected);
    ImGui::Unindent(px(16));
    gap(12);
}

void FieldTableView::correct(const app::OpenCase& open, const CaseSelection& selection)
{
    const Field* field = selection.field ? fieldAt(*open.checked, *selection.field) : nullptr;
    if (open.mayEdit && field)
        m_dialog.open(*selection.field, *field, correctionOf(*open.checked, selection.field->document, *field));
}

} // namespace vidimus::gui
