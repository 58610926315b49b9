#include "gui/views/disposition_dialog.hpp"

#include "core/spelling.hpp"
#include "gui/views/case_selection.hpp"
#include "gui/widgets/icons.hpp"

namespace vidimus::gui {

bool needsWords(DispositionKind kind)
{
    return kind != DispositionKind::Accept;
}

void DispositionDialog::open(std::string finding, DispositionKind kind)
{
    m_open = true;
    m_finding = std::move(finding);
    m_kind = static_cast<int>(kind);
    m_words.clear();
}

void DispositionDialog::draw(const ViewContext& ctx, const app::OpenCase& open)
{
    if (!beginDialog("disposition", ctx.text("disposition.title"), 560, m_open))
        return;
    const Case& shown = *open.checked;
    for (std::size_t i = 0; i < shown.findings.size() && i < open.words.size(); ++i)
        if (shown.findings[i].id == m_finding) {
            heading(ctx.shown(open.words[i].question));
            paragraph(ctx.shown(open.words[i].answer));
        }
    gap(16);
    std::vector<ButtonSpec> kinds;
    for (const std::string_view name : spellings<DispositionKind>())
        kinds.push_back(
            {.id = "disposition." + std::string(name), .label = ctx.text("disposition." + std::string(name))});
    segments("disposition-kind", kinds, m_kind);
    const auto kind = static_cast<DispositionKind>(m_kind);
    smallParagraph(ctx.text("disposition.hint-" + std::string(nameOf(kind))));
    gap(8);
    if (dialogAppeared())
        ImGui::SetKeyboardFocusHere();
    textArea("disposition.words", ctx.text(needsWords(kind) ? "disposition.words-needed" : "disposition.words"),
        m_words, px(96));
    const bool complete = !needsWords(kind) || m_words.find_first_not_of(" \n\t") != std::string::npos;
    const DialogAnswer answer = dialogButtons("disposition", ctx.text("dialog.cancel"),
        {.id = "disposition.record",
            .label = ctx.text("disposition.record"),
            .icon = icon::tick,
            .kind = ButtonKind::Primary,
            .enabled = complete,
            .whyNot = ctx.text("disposition.why-words")});
    if (answer == DialogAnswer::Confirm)
        ctx.send(app::RecordDisposition{.finding = m_finding, .kind = kind, .words = fromDisplayable(m_words)});
    if (answer != DialogAnswer::None)
        m_open = false;
    endDialog();
}

} // namespace vidimus::gui
