#include "gui/shell/workstation.hpp"

#include "gui/shell/key_map.hpp"
#include "gui/views/snapshot_texts.hpp"
#include "gui/widgets/icons.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <imgui_internal.h>

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>

namespace vidimus::gui {

Workstation::Workstation(const std::string& language, Preferences preferences, float scale)
    : m_language(language)
    , m_preferences(std::move(preferences))
    , m_scale(scale)
    , m_theme(m_preferences.theme)
    , m_atlas(language, scale)
{
    ImGuiIO& io = ImGui::GetIO();
    mapKeys();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    ImGui_ImplOpenGL3_Init("#version 330");
    applyTheme(m_theme, m_scale);
}

Workstation::~Workstation()
{
    ImGui_ImplOpenGL3_Shutdown();
}

void Workstation::setScale(float scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    m_atlas.setScale(scale);
    applyTheme(m_theme, m_scale);
}

void Workstation::frame(app::Workbench* workbench, const std::string& trouble, double now)
{
    if (workbench) {
        const auto snapshot = workbench->snapshot();
        m_language = Texts(snapshot->language).language();
        if (snapshot->version != m_seen)
            needTextsOf(*snapshot, m_atlas.needs());
        m_seen = snapshot->version;
        m_atlas.bakeAllTexts();
    } else {
        const Texts text(m_language);
        for (const char* key : {"app.name", "app.opening", "app.no-store"})
            m_atlas.needs().need(text(key));
        m_atlas.needs().need(displayable(trouble));
    }
    m_atlas.setLanguage(m_language);
    // Typed and pasted text needs its characters too.
    ImGuiIO& io = ImGui::GetIO();
    for (const ImWchar c : io.InputQueueCharacters) {
        const char utf8[] = {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F)), 0};
        m_atlas.needs().need(utf8);
    }
    if (m_theme != m_preferences.theme) {
        m_theme = m_preferences.theme;
        applyTheme(m_theme, m_scale);
    }
    if (m_atlas.refresh())
        ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_NewFrame(); // makes the font texture where there is none
    if (!io.Fonts->TexID)
        ImGui_ImplOpenGL3_CreateFontsTexture();
    ImGui::NewFrame();
    if (workbench)
        m_view.draw(*workbench, m_atlas.needs(), m_textures, m_preferences, now);
    else
        drawOpening(trouble);
    ImGui::Render();
    const ImVec4 clear = ImGui::ColorConvertU32ToFloat4(palette().background);
    glViewport(0, 0, static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x),
        static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y));
    glClearColor(clear.x, clear.y, clear.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    m_textures.endFrame();
    // Behind a dialog the window darkens over some frames.
    const bool darkening = ImGui::GetTopMostPopupModal() && ImGui::GetCurrentContext()->DimBgRatio < 1;
    m_unsettled = darkening || m_theme != m_preferences.theme || m_atlas.stale();
}

void Workstation::drawOpening(const std::string& trouble)
{
    const Texts text(m_language);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("opening", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    m_atlas.needs().need(trouble);
    if (trouble.empty())
        emptyState(icon::waiting, text("app.name"), text("app.opening"));
    else
        emptyState(icon::adverse, text("app.no-store"), displayable(trouble));
    ImGui::End();
}

} // namespace vidimus::gui
