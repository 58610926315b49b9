#include "gui/views/sign_in_view.hpp"

#include "gui/widgets/icons.hpp"

#include <algorithm>

namespace vidimus::gui {

namespace {

constexpr std::size_t leastPassword = 8;

void drawBrand(const ViewContext& ctx)
{
    title(ctx.text("app.name"));
    smallParagraph(ctx.text("app.motto"));
    gap(16);
}

} // namespace

std::string accountTrouble(const AccountForm& form)
{
    if (form.name.empty())
        return "signin.why-name";
    if (form.password.size() < leastPassword)
        return "signin.why-short";
    return form.password == form.again ? std::string() : "signin.why-differ";
}

std::string accountsTrouble(const std::vector<AccountForm>& forms)
{
    for (const AccountForm& form : forms)
        if (const std::string trouble = accountTrouble(form); !trouble.empty())
            return trouble;
    for (std::size_t i = 0; i < forms.size(); ++i)
        for (std::size_t j = i + 1; j < forms.size(); ++j)
            if (forms[i].name == forms[j].name)
                return "signin.why-same";
    return {};
}

void SignInView::draw(const ViewContext& ctx)
{
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const bool first = ctx.snapshot.firstStart;
    const ImVec2 size{
        std::min(px(first ? 760.0f : 400.0f), room.x - px(32)), std::min(px(first ? 680.0f : 416.0f), room.y - px(16))};
    ImGui::SetCursorPos({ImGui::GetCursorPosX() + std::floor((room.x - size.x) / 2),
        ImGui::GetCursorPosY() + std::floor(std::max(px(8), (room.y - size.y) * 0.42f))});
    const Card card("signin-card", size, 32);
    drawBrand(ctx);
    if (first)
        drawFirstStart(ctx);
    else
        drawSignIn(ctx);
}

void SignInView::drawSignIn(const ViewContext& ctx)
{
    if (!m_focused) {
        ImGui::SetKeyboardFocusHere();
        m_focused = true;
    }
    const int enter = ImGuiInputTextFlags_EnterReturnsTrue;
    bool go = textField("signin.name", ctx.text("signin.name"), m_name, enter);
    gap(8);
    const bool waiting = m_sentAt == ctx.snapshot.version && m_told;
    if (m_told && !waiting) {
        m_told = false;
        if (!ctx.snapshot.signInTrouble.empty())
            ImGui::SetKeyboardFocusHere(); // most often it was the password that was mistyped
    }
    go |= textField("signin.password", ctx.text("signin.password"), m_password, enter | ImGuiInputTextFlags_Password);
    gap(16);
    const bool complete = !m_name.empty() && !m_password.empty();
    go |= button({.id = "signin.go",
        .label = ctx.text(waiting ? "signin.waiting" : "signin.go"),
        .kind = ButtonKind::Primary,
        .enabled = complete && !waiting,
        .whyNot = ctx.text("signin.why-empty"),
        .width = -1});
    if (go && complete && !waiting) {
        ctx.send(app::SignIn{.name = m_name, .password = m_password});
        m_password.clear();
        m_sentAt = ctx.snapshot.version;
        m_told = true;
    }
    if (!ctx.snapshot.signInTrouble.empty() && !waiting) {
        gap(8);
        colouredParagraph(std::string(icon::adverse) + " " + ctx.shown(ctx.snapshot.signInTrouble), palette().adverse);
        mark("signin.trouble", ctx.snapshot.signInTrouble);
    }
}

void SignInView::drawAccount(const ViewContext& ctx, const std::string& role, AccountForm& form, bool first)
{
    const std::string id = "first." + role;
    fromTop();
    ImGui::BeginGroup();
    heading(ctx.text.shared("role." + role));
    smallParagraph(ctx.text("signin.role-" + role));
    gap(8);
    if (first && !m_focused) {
        ImGui::SetKeyboardFocusHere();
        m_focused = true;
    }
    textField(id + ".name", ctx.text("signin.name"), form.name);
    textField(id + ".display-name", ctx.text("signin.display-name"), form.displayName);
    textField(id + ".password", ctx.text("signin.password"), form.password, ImGuiInputTextFlags_Password);
    textField(id + ".again", ctx.text("signin.again"), form.again, ImGuiInputTextFlags_Password);
    ImGui::EndGroup();
}

void SignInView::drawFirstStart(const ViewContext& ctx)
{
    paragraph(ctx.text("signin.first-start"));
    gap(8);
    checkBox("first.with-administrator", ctx.text("signin.with-administrator"), m_withAdministrator);
    gap(16);
    const int columns = m_withAdministrator ? 3 : 2;
    if (ImGui::BeginTable("first-accounts", columns, ImGuiTableFlags_SizingStretchSame | ImGuiTableFlags_PadOuterX)) {
        ImGui::TableNextColumn();
        drawAccount(ctx, "officer", m_officer, true);
        ImGui::TableNextColumn();
        drawAccount(ctx, "auditor", m_auditor, false);
        if (m_withAdministrator) {
            ImGui::TableNextColumn();
            drawAccount(ctx, "administrator", m_administrator, false);
        }
        ImGui::EndTable();
    }
    gap(16);
    std::vector<AccountForm> forms{m_officer, m_auditor};
    if (m_withAdministrator)
        forms.push_back(m_administrator);
    const std::string trouble = accountsTrouble(forms);
    ButtonSpec create{.id = "first.create",
        .label = ctx.text("signin.create"),
        .kind = ButtonKind::Primary,
        .enabled = trouble.empty(),
        .whyNot = trouble.empty() ? std::string() : ctx.text(trouble)};
    if (button(create))
        createAccounts(ctx);
    ImGui::SameLine(0, px(16));
    ImGui::AlignTextToFramePadding();
    label(trouble.empty() ? std::string() : ctx.text(trouble));
    if (!ctx.snapshot.signInTrouble.empty())
        coloured(std::string(icon::adverse) + " " + ctx.shown(ctx.snapshot.signInTrouble), palette().adverse);
}

void SignInView::createAccounts(const ViewContext& ctx)
{
    app::CreateFirstAccounts command;
    const auto add = [&](AccountForm& form, Role role) {
        command.accounts.push_back({.name = form.name,
            .displayName = form.displayName.empty() ? form.name : form.displayName,
            .password = form.password,
            .role = role});
        form.password.clear();
        form.again.clear();
    };
    if (m_withAdministrator)
        add(m_administrator, Role::Administrator);
    add(m_officer, Role::Officer);
    add(m_auditor, Role::Auditor);
    m_name = m_officer.name;
    m_focused = false;
    ctx.send(std::move(command));
}

} // namespace vidimus::gui
