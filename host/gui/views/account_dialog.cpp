#include "gui/views/account_dialog.hpp"

#include "core/spelling.hpp"
#include "gui/widgets/icons.hpp"

namespace vidimus::gui {

void AccountDialog::open()
{
    m_open = true;
    m_form = {};
    m_role = 0;
}

void AccountDialog::draw(const ViewContext& ctx)
{
    if (!beginDialog("account", ctx.text("account.title"), 440, m_open))
        return;
    std::vector<ButtonSpec> roles;
    for (const std::string_view name : spellings<Role>())
        roles.push_back({.id = "account." + std::string(name), .label = ctx.text.shared("role." + std::string(name))});
    segments("account-role", roles, m_role);
    smallParagraph(ctx.text("signin.role-" + std::string(spellings<Role>()[static_cast<std::size_t>(m_role)])));
    gap(8);
    if (dialogAppeared())
        ImGui::SetKeyboardFocusHere();
    textField("account.name", ctx.text("signin.name"), m_form.name);
    textField("account.display-name", ctx.text("signin.display-name"), m_form.displayName);
    textField("account.password", ctx.text("signin.password"), m_form.password, ImGuiInputTextFlags_Password);
    textField("account.again", ctx.text("signin.again"), m_form.again, ImGuiInputTextFlags_Password);
    const std::string trouble = accountTrouble(m_form);
    const DialogAnswer answer = dialogButtons("account", ctx.text("dialog.cancel"),
        {.id = "account.add",
            .label = ctx.text("account.add"),
            .icon = icon::add,
            .kind = ButtonKind::Primary,
            .enabled = trouble.empty(),
            .whyNot = trouble.empty() ? "" : ctx.text(trouble)});
    if (answer == DialogAnswer::Confirm)
        ctx.send(app::AddAccount{.name = m_form.name,
            .displayName = m_form.displayName.empty() ? m_form.name : m_form.displayName,
            .password = m_form.password,
            .role = static_cast<Role>(m_role)});
    if (answer != DialogAnswer::None) {
        m_open = false;
        m_form = {};
    }
    endDialog();
}

} // namespace vidimus::gui
