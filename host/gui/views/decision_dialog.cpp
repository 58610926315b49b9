#include "gui/views/decision_dialog.hpp"

#include "core/spelling.hpp"
#include "gui/views/finding_groups.hpp"
#include "gui/views/looks.hpp"

namespace vidimus::gui {

namespace {

std::string keyOf(DecisionDialog::Act act)
{
    switch (act) {
    case DecisionDialog::Act::Submit:
        return "submit";
    case DecisionDialog::Act::TakeOver:
        return "take-over";
    case DecisionDialog::Act::Return:
        return "return";
    case DecisionDialog::Act::Conclude:
        break;
    }
    return "conclude";
}

/// Who submits or concludes may leave findings without a disposition, but not unawares.
void warnOfLeft(const ViewContext& ctx, const app::OpenCase& open)
{
    const std::size_t left = leftToDispose(*open.checked);
    if (left == 0)
        return;
    gap(8);
    colouredParagraph(std::string(icon::caution) + " " + ctx.text.count("decision.left", left), palette().caution);
}

} // namespace

void DecisionDialog::open(Act act)
{
    m_open = true;
    m_act = act;
    m_kind = -1;
    m_words.clear();
}

bool DecisionDialog::complete() const
{
    const bool worded = m_words.find_first_not_of(" \n\t") != std::string::npos;
    return m_act == Act::Submit || (worded && (m_act != Act::Conclude || m_kind >= 0));
}

void DecisionDialog::drawSubmit(const ViewContext& ctx, const app::OpenCase& open)
{
    paragraph(ctx.text("decision.submit-lead"));
    warnOfLeft(ctx, open);
}

void DecisionDialog::drawConclude(const ViewContext& ctx, const app::OpenCase& open)
{
    label(ctx.text("decision.findings-propose"));
    paragraph(ctx.text.shared("proposal." + std::string(nameOf(proposalOf(open.checked->findings)))));
    gap(8);
    for (const std::string_view name : spellings<ConclusionKind>()) {
        const auto kind = *named<ConclusionKind>(name);
        const Look look = lookOf(kind);
        if (button({.id = "conclude." + std::string(name),
                .label = ctx.text.shared("conclusion." + std::string(name)),
                .icon = look.icon,
                .width = -1,
                .selected = m_kind == static_cast<int>(kind)}))
            m_kind = static_cast<int>(kind);
    }
    warnOfLeft(ctx, open);
    gap(8);
}

void DecisionDialog::send(const ViewContext& ctx) const
{
    const std::string words = fromDisplayable(m_words);
    switch (m_act) {
    case Act::Submit:
        return ctx.send(app::SubmitCase{});
    case Act::TakeOver:
        return ctx.send(app::TakeOverCase{words});
    case Act::Return:
        return ctx.send(app::ReturnCase{words});
    case Act::Conclude:
        return ctx.send(app::ConcludeCase{.kind = static_cast<ConclusionKind>(m_kind), .words = words});
    }
}

void DecisionDialog::draw(const ViewContext& ctx, const app::OpenCase& open)
{
    const std::string key = keyOf(m_act);
    if (!beginDialog("decision", ctx.text("decision." + key + "-title"), 520, m_open))
        return;
    if (m_act == Act::Submit)
        drawSubmit(ctx, open);
    if (m_act == Act::TakeOver || m_act == Act::Return)
        paragraph(ctx.text("decision." + key + "-lead"));
    if (m_act == Act::Conclude)
        drawConclude(ctx, open);
    if (m_act != Act::Submit) {
        gap(8);
        if (dialogAppeared() && m_act != Act::Conclude)
            ImGui::SetKeyboardFocusHere();
        textArea("decision.words", ctx.text("decision." + key + "-words"), m_words, px(112));
    }
    const DialogAnswer answer = dialogButtons("decision", ctx.text("dialog.cancel"),
        {.id = "decision.confirm",
            .label = ctx.text("decision." + key),
            .icon = m_act == Act::Submit ? icon::submit
                : m_act == Act::TakeOver ? icon::takeOver
                : m_act == Act::Return   ? icon::giveBack
                                         : icon::conclude,
            .kind = ButtonKind::Primary,
            .enabled = complete(),
            .whyNot = ctx.text("decision.why-incomplete")});
    if (answer == DialogAnswer::Confirm)
        send(ctx);
    if (answer != DialogAnswer::None)
        m_open = false;
    endDialog();
}

} // namespace vidimus::gui
