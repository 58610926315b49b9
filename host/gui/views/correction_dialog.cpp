#include "gui/views/correction_dialog.hpp"

#include "gui/widgets/icons.hpp"

namespace vidimus::gui {

void CorrectionDialog::open(FieldRef ref, const Field& field, const Correction* before)
{
    m_open = true;
    m_ref = ref;
    m_value = displayable(before ? before->value : field.value.empty() ? field.text : field.value);
}

void CorrectionDialog::draw(const ViewContext& ctx, const Case& shown)
{
    const Field* field = fieldAt(shown, m_ref);
    m_open = m_open && field;
    if (!beginDialog("correction", ctx.text("correction.title"), 520, m_open))
        return;
    heading(ctx.text.field(field->id));
    label(ctx.text("correction.as-read"));
    paragraph(ctx.shown(field->text));
    smallParagraph(ctx.text("correction.beside"));
    gap(8);
    if (dialogAppeared())
        ImGui::SetKeyboardFocusHere();
    const bool entered
        = textField("correction.value", ctx.text("correction.value"), m_value, ImGuiInputTextFlags_EnterReturnsTrue);
    const bool complete = !m_value.empty();
    DialogAnswer answer = dialogButtons("correction", ctx.text("dialog.cancel"),
        {.id = "correction.record",
            .label = ctx.text("correction.record"),
            .icon = icon::tick,
            .kind = ButtonKind::Primary,
            .enabled = complete,
            .whyNot = ctx.text("correction.why-empty")});
    if (entered && complete)
        answer = DialogAnswer::Confirm;
    if (answer == DialogAnswer::Confirm)
        ctx.send(app::RecordCorrection{
            .document = m_ref.document, .field = field->id, .lang = field->lang, .value = fromDisplayable(m_value)});
    if (answer != DialogAnswer::None)
        m_open = false;
    endDialog();
}

} // namespace vidimus::gui
