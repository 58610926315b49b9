#pragma once
#include "gui/views/account_dialog.hpp"
#include "gui/views/case_list_view.hpp"
#include "gui/views/case_view.hpp"
#include "gui/views/intake_view.hpp"
#include "gui/views/notices_view.hpp"
#include "gui/views/shortcuts.hpp"
#include "gui/views/sign_in_view.hpp"

namespace vidimus::gui {

/// The whole window's content: chooses the view, draws the bars around it, and acts on shortcuts.
class WorkstationView {
public:
    /// One frame. Between ImGui::NewFrame() and Render().
    /// \param now  seconds on a clock that only grows
    void draw(app::Workbench& workbench, GlyphNeeds& glyphs, Textures& textures, Preferences& preferences, double now);
    /// Files dropped on the window or named on the command line; they wait until somebody may take them in.
    void addFiles(const std::vector<std::filesystem::path>& files);
    void show(Screen screen) { m_screen = screen; }
    Screen screen() const { return m_screen; }
    CaseView& caseView() { return m_case; }
    IntakeView& intake() { return m_intake; }
    /// Seconds after which a frame is due without any event; negative: never.
    double nextFrameIn(const app::Snapshot& snapshot, double now) const { return m_notices.nextFade(snapshot, now); }

private:
    void follow(const app::Snapshot& snapshot);
    void drawBody(const ViewContext& ctx, double now);
    void drawTopBar(const ViewContext& ctx);
    void drawPerson(const ViewContext& ctx);
    void drawLanguage(const ViewContext& ctx, float width);
    void drawStatus(const ViewContext& ctx);
    void drawScreen(const ViewContext& ctx);
    void act(const ViewContext& ctx);
    void actEverywhere(const ViewContext& ctx, Act act);
    void actInCase(const ViewContext& ctx, Act act);

    Screen m_screen = Screen::Cases;
    std::string m_openId, m_person;
    bool m_help = false, m_filesWait = false;
    SignInView m_signIn;
    CaseListView m_cases{CaseListView::Kind::All}, m_queue{CaseListView::Kind::Queue};
    IntakeView m_intake;
    CaseView m_case;
    NoticesView m_notices;
    AccountDialog m_account;
};

} // namespace vidimus::gui
