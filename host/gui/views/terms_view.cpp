#include "gui/views/terms_view.hpp"

#include "gui/widgets/icons.hpp"

#include <algorithm>

namespace vidimus::gui {

namespace {

bool drawClaim(const ViewContext& ctx, Claim& claim, std::size_t index)
{
    ImGui::PushID(static_cast<int>(index));
    const auto ids = claimableFields();
    std::vector<std::string> names;
    for (const std::string_view id : ids)
        names.push_back(ctx.text.field(id));
    const auto at = std::ranges::find(ids, claim.field);
    int chosen = at == ids.end() ? -1 : static_cast<int>(at - ids.begin());
    if (chosen < 0) { // a claim on an id of a pack's own
        names.push_back(claim.field);
        chosen = static_cast<int>(names.size()) - 1;
    }
    const std::string id = "claim." + std::to_string(index);
    const float room = ImGui::GetContentRegionAvail().x - px(32) - px(16), picker = std::floor(room * 0.5f);
    if (choice(id + ".field", {}, names, chosen, picker) && chosen < static_cast<int>(ids.size()))
        claim.field = ids[static_cast<std::size_t>(chosen)];
    ImGui::SameLine(0, px(8));
    textField(id + ".value", {}, claim.value, 0, ctx.text("terms.claim-value"), room - picker);
    ImGui::SameLine(0, px(8));
    const bool removed = button({.id = id + ".remove",
        .label = {},
        .icon = icon::close,
        .kind = ButtonKind::Quiet,
        .tip = ctx.text("terms.remove-claim")});
    ImGui::PopID();
    return removed;
}

} // namespace

void drawTermsForm(const ViewContext& ctx, TermsForm& form)
{
    textField("terms.subject", ctx.text("terms.subject"), form.subject, 0, ctx.text("terms.subject-hint"));
    gap(8);
    const float half = std::floor((ImGui::GetContentRegionAvail().x - px(16)) / 2);
    textField("terms.as-of", ctx.text("terms.as-of"), form.asOf, 0, "YYYY-MM-DD", half);
    ImGui::SameLine(0, px(16));
    suggestedField("terms.pathway", ctx.text("terms.pathway"), form.pathway, ctx.preferences.pathways,
        ctx.text("terms.pathway-hint"), half);
    gap(16);
    heading(ctx.text("terms.claims"));
    smallParagraph(ctx.text("terms.claims-hint"));
    gap(4);
    std::optional<std::size_t> removed;
    for (std::size_t i = 0; i < form.claims.size(); ++i)
        if (drawClaim(ctx, form.claims[i], i))
            removed = i;
    if (removed)
        form.claims.erase(form.claims.begin() + static_cast<std::ptrdiff_t>(*removed));
    if (button({.id = "terms.add-claim", .label = ctx.text("terms.add-claim"), .icon = icon::add})) {
        // The next field that nothing has been said of yet.
        const auto unsaid = [&](std::string_view id) {
            return std::ranges::find(form.claims, id, &Claim::field) == form.claims.end();
        };
        const auto next = std::ranges::find_if(claimableFields(), unsaid);
        form.claims.push_back({std::string(next == claimableFields().end() ? claimableFields().front() : *next), {}});
    }
}

void TermsView::draw(const ViewContext& ctx, const app::OpenCase& open)
{
    if (m_from != open.checked.get()) {
        m_form = formOf(open.checked->terms);
        m_from = open.checked.get();
    }
    const Pane list("terms-list", {0, 0});
    ImGui::BeginDisabled(!open.mayEdit);
    drawTermsForm(ctx, m_form);
    ImGui::EndDisabled();
    gap(24);
    const bool changed = !(m_form == formOf(open.checked->terms));
    const std::string trouble = termsTrouble(m_form);
    const std::string why = !open.mayEdit ? ctx.shown(open.whyNot)
        : !trouble.empty()                ? ctx.text(trouble)
                                          : ctx.text("terms.why-unchanged");
    if (button({.id = "terms.save",
            .label = ctx.text("terms.save"),
            .icon = icon::tick,
            .kind = ButtonKind::Primary,
            .enabled = open.mayEdit && changed && trouble.empty(),
            .whyNot = why})) {
        rememberPathway(ctx.preferences.pathways, m_form.pathway);
        ctx.send(app::SetTerms{termsOf(m_form)});
    }
    smallParagraph(ctx.text("terms.save-hint"));
}

} // namespace vidimus::gui
