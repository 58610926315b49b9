#include "gui/views/workstation_view.hpp"

#include "core/spelling.hpp"
#include "gui/views/help_view.hpp"
#include "gui/views/jobs_view.hpp"
#include "gui/views/looks.hpp"
#include "gui/widgets/icons.hpp"
#include "messages/ui_messages.hpp"

#include <algorithm>

namespace vidimus::gui {

void WorkstationView::draw(
    app::Workbench& workbench, GlyphNeeds& glyphs, Textures& textures, Preferences& preferences, double now)
{
    const std::shared_ptr<const app::Snapshot> snapshot = workbench.snapshot();
    const Texts text(snapshot->language);
    const ViewContext ctx{.snapshot = *snapshot,
        .workbench = workbench,
        .text = text,
        .glyphs = glyphs,
        .textures = textures,
        .preferences = preferences,
        .screen = m_screen};
    follow(*snapshot);
    act(ctx);
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(display);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::Begin("workstation", nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings
            | ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar(3);
    drawBody(ctx, now);
    ImGui::End();
    m_notices.draw(ctx, now);
}

void WorkstationView::follow(const app::Snapshot& snapshot)
{
    const std::string person = snapshot.signedIn ? snapshot.signedIn->name : std::string();
    if (person != m_person) {
        m_person = person;
        const bool auditor = snapshot.signedIn && snapshot.signedIn->role == Role::Auditor;
        m_screen = auditor ? Screen::Queue : m_filesWait && snapshot.signedIn ? Screen::Intake : Screen::Cases;
        m_openId.clear();
        if (person.empty())
            m_signIn = SignInView();
    }
    const std::string open = snapshot.open ? snapshot.open->checked->id : std::string();
    if (open != m_openId) {
        m_openId = open;
        if (!open.empty())
            m_screen = Screen::Case;
    }
    if (m_screen == Screen::Case && open.empty())
        m_screen = snapshot.signedIn && snapshot.signedIn->role == Role::Auditor ? Screen::Queue : Screen::Cases;
}

void WorkstationView::addFiles(const std::vector<std::filesystem::path>& files)
{
    m_intake.add(files);
    m_filesWait = true;
    m_screen = Screen::Intake;
}

void WorkstationView::drawBody(const ViewContext& ctx, double)
{
    const float top = px(56), status = px(28);
    const ImVec2 size = ImGui::GetWindowSize();
    drawTopBar(ctx);
    ImGui::SetCursorPos({px(16), top + px(16)});
    {
        const Pane body("body", {size.x - px(32), size.y - top - status - px(24)});
        if (ctx.snapshot.signedIn)
            drawScreen(ctx);
        else
            m_signIn.draw(ctx);
    }
    ImGui::SetCursorPos({0, size.y - status});
    drawStatus(ctx);
    m_account.draw(ctx);
    drawHelp(ctx, m_help);
}

void WorkstationView::drawTopBar(const ViewContext& ctx)
{
    const ImVec2 min = ImGui::GetWindowPos();
    const float width = ImGui::GetWindowWidth(), height = px(56);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(min, {min.x + width, min.y + height}, palette().surface);
    draw->AddLine({min.x, min.y + height}, {min.x + width, min.y + height}, palette().border);
    ImGui::SetCursorPos({px(24), px(12)});
    if (ctx.snapshot.signedIn) {
        ImGui::SetCursorPosY(px(13));
        title(ctx.text("app.name"));
        ImGui::SameLine(0, px(32));
        ImGui::SetCursorPosY(px(12));
        const auto tab = [&](const char* id, Screen screen, const char* key, const char* face, std::size_t count) {
            const std::string text = count > 0 ? ctx.text(key) + "  " + std::to_string(count) : ctx.text(key);
            if (button(
                    {.id = id, .label = text, .icon = face, .kind = ButtonKind::Quiet, .selected = m_screen == screen}))
                m_screen = screen;
            ImGui::SameLine(0, px(8));
        };
        tab("nav.cases", Screen::Cases, "nav.cases", icon::cases, 0);
        if (ctx.snapshot.signedIn->role == Role::Auditor)
            tab("nav.queue", Screen::Queue, "nav.queue", icon::inbox, ctx.snapshot.queue.size());
        if (ctx.snapshot.signedIn->role == Role::Officer)
            tab("nav.intake", Screen::Intake, "nav.intake", icon::addFile, m_intake.files().size());
        if (ctx.snapshot.open)
            tab("nav.case", Screen::Case, "nav.case", icon::findings, 0);
    }
    drawPerson(ctx);
}

void WorkstationView::drawPerson(const ViewContext& ctx)
{
    const auto& person = ctx.snapshot.signedIn;
    const bool compact = ImGui::GetWindowWidth() < px(1180);
    const std::string who = person
        ? ctx.shown(person->displayName) + " · " + ctx.text.shared("role." + std::string(nameOf(person->role)))
        : std::string();
    const float name = !person || compact ? 0 : ImGui::CalcTextSize(who.c_str()).x + px(40);
    const bool mayAdd = person && person->role == Role::Administrator;
    const float width = px(144) + px(8) * 2 + px(32) * 2 + (person ? px(40) + name : 0) + (mayAdd ? px(40) : 0);
    ImGui::SetCursorPos({ImGui::GetWindowWidth() - width - px(16), px(12)});
    drawLanguage(ctx, px(144));
    const auto quiet = [&](const char* id, const char* face, const std::string& tip) {
        ImGui::SameLine(0, px(8));
        return button({.id = id, .label = {}, .icon = face, .kind = ButtonKind::Quiet, .tip = tip});
    };
    if (quiet("top.theme", icon::theme, ctx.text("top.theme")))
        actEverywhere(ctx, Act::Theme);
    if (quiet("top.help", icon::help, ctx.text("top.help")))
        m_help = true;
    if (!person)
        return;
    if (mayAdd && quiet("top.accounts", icon::people, ctx.text("account.title")))
        m_account.open();
    if (!compact) {
        ImGui::SameLine(0, px(16));
        ImGui::AlignTextToFramePadding();
        coloured(std::string(icon::person) + " " + who, palette().muted);
    }
    if (quiet("top.sign-out", icon::leave, compact ? who + "\n" + ctx.text("top.sign-out") : ctx.text("top.sign-out")))
        ctx.send(app::SignOut{});
}

void WorkstationView::drawLanguage(const ViewContext& ctx, float width)
{
    const auto& languages = messages::UiMessages::languages();
    std::vector<std::string> names;
    for (const std::string_view language : languages)
        names.push_back(languageName(language));
    int chosen = static_cast<int>(std::ranges::find(languages, ctx.text.language()) - languages.begin());
    if (choice("top.language", {}, names, chosen, width))
        ctx.send(app::SetLanguage{std::string(languages[static_cast<std::size_t>(chosen)])});
}

void WorkstationView::drawStatus(const ViewContext& ctx)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetWindowWidth();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(at, {at.x + width, at.y + px(28)}, palette().surface);
    draw->AddLine(at, {at.x + width, at.y}, palette().border);
    ImGui::SetCursorPos({px(16), ImGui::GetCursorPosY() + px(4)});
    const InFont face(fonts().small);
    oneLine(ctx.text("status.store", {{"store", ctx.shown(underHome(ctx.snapshot.storeName))}}), width * 0.45f,
        palette().muted);
    for (const app::JobStatus& job : ctx.snapshot.jobs)
        if (job.running) {
            ImGui::SameLine(0, px(24));
            coloured(std::string(icon::waiting) + " "
                    + ctx.text(
                        "status.working", {{"percent", std::to_string(static_cast<int>(progressOf(job) * 100))}}),
                palette().accent);
            break;
        }
    if (!ctx.snapshot.packErrors.empty()) {
        ImGui::SameLine(0, px(24));
        coloured(std::string(icon::caution) + " " + ctx.text.count("status.packs", ctx.snapshot.packErrors.size()),
            palette().caution);
        mark("status.packs");
        if (ImGui::IsItemHovered()) {
            std::string all;
            for (const Error& error : ctx.snapshot.packErrors)
                all += (all.empty() ? "" : "\n") + error.origin + ": " + error.message;
            tooltip(ctx.shown(all));
        }
    }
    const std::string hint = ctx.text("status.help");
    ImGui::SameLine();
    ImGui::SetCursorPosX(width - ImGui::CalcTextSize(hint.c_str()).x - px(16));
    coloured(hint, palette().muted);
}

void WorkstationView::drawScreen(const ViewContext& ctx)
{
    switch (m_screen) {
    case Screen::Cases:
        drawJobs(ctx);
        return m_cases.draw(ctx);
    case Screen::Queue:
        return m_queue.draw(ctx);
    case Screen::Intake:
        return m_intake.draw(ctx);
    case Screen::Case:
        if (ctx.snapshot.open)
            m_case.draw(ctx);
    }
}

} // namespace vidimus::gui
